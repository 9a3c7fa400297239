using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Agreements;

/// <summary>Reads how far an agreement has come: from verbs, nouns, adjectives and prepositions beside its name.</summary>
internal sealed class AgreementStages(DocumentReading reading)
{
    private readonly Tree _tree = reading.Tree;
    private readonly Words _words = reading.Words;
    private readonly RecordVocabulary _vocabulary = RecordVocabulary.Of(reading.Lexicon);

    public ToldStage? StageOf(int token)
    {
        // "the signing of the treaty", "talks on a deal", "treaty signing"
        int head = _tree.Head(token);
        if (head >= 0 && _tree.Relation(token) is Deprel.Nmod or Deprel.Compound && StageNoun(head) is { } byNoun && (_tree.Relation(token) == Deprel.Compound || OpensContent(token)))
        {
            // "negotiate an extension of the treaty": not yet what the noun tells.
            return ByVerb(head) is { Stage: AgreementStage.Proposed } proposed ? proposed : new(byNoun, head, head);
        }

        // "signed a deal", "the pact took effect", "the accord signed in May"
        if (ByVerb(token) is { } byVerb)
        {
            return byVerb;
        }

        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) is Deprel.Amod or Deprel.Compound && child < token)
            {
                foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(child)))
                {
                    if (entry.Role == AgreementWordRole.Adjective && _words.Fits(child, entry.Words))
                    {
                        return new(entry.Stage!.Value, child, token);
                    }
                }

                string form = _tree.Word(child).ToString().ToLowerInvariant();
                foreach (AgreementWords entry in _vocabulary.AgreementsAt(form))
                {
                    if (entry.Role == AgreementWordRole.Adjective && entry.Words.Contains(form))
                    {
                        return new(entry.Stage!.Value, child, token);
                    }
                }
            }
        }

        return ByPreposition(token);
    }

    /// <summary>Whether names were put to it, so that even "a document" is an agreement.</summary>
    public bool IsSigned(ToldStage told) => _tree.Lemma(told.Word) is "sign" or "ink" or "initial" or "ratify" or "signing" or "signature" or "ratification";

    private bool OpensContent(int token) =>
        Prepositions.Opens(_tree, token, "of") || Prepositions.Opens(_tree, token, "on") || Prepositions.Opens(_tree, token, "for") || Prepositions.Opens(_tree, token, "from") || Prepositions.Opens(_tree, token, "over") || Prepositions.Opens(_tree, token, "about") || Prepositions.Opens(_tree, token, "to");

    private ToldStage? ByVerb(int token)
    {
        int head = _tree.Head(token);
        if (head >= 0 && _tree.Relation(token) == Deprel.Conj && _tree.IsNominal(head))
        {
            return ByVerb(head);
        }

        if (head >= 0 && _tree.Pos(head) == Upos.Verb && _tree.Relation(token) is Deprel.Obj or Deprel.NsubjPass or Deprel.Nsubj or Deprel.Obl or Deprel.Xcomp or Deprel.Iobj && StageVerb(head, token) is { } stage)
        {
            return new(stage, head, head);
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && _tree.Relation(child) is Deprel.Acl or Deprel.AclRelcl && _tree.Pos(child) == Upos.Verb && StageVerb(child, token) is { } told)
            {
                return new(told, child, child);
            }
        }

        return null;
    }

    /// <summary>The stage a verb tells of an agreement that is its object, its subject, or the phrase it asks for; null for none.</summary>
    private AgreementStage? StageVerb(int verb, int token)
    {
        Deprel relation = _tree.Head(token) == verb ? _tree.Relation(token) : Deprel.Obj;
        bool passive = Voice.IsPassive(_tree, verb);
        if (_tree.Lemma(verb) == "leave" && _tree.Has(verb, Deprel.Xcomp))
        {
            return null; // "left the deal unsigned"
        }

        if (_tree.Lemma(verb) == "denounce" && _words.Lower(token) is not ("treaty" or "convention" or "protocol" or "pact" or "it"))
        {
            return null; // in common words a rebuke
        }

        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(verb)))
        {
            if (entry.Role == AgreementWordRole.Verb && entry.Words.Contains(_words.Lower(verb)) && (relation is Deprel.Obj or Deprel.NsubjPass || (relation == Deprel.Nsubj && passive) || (relation == Deprel.Obl && OpensAsked(verb, token))))
            {
                return entry.Stage;
            }
        }

        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(verb)).Length > 0 || relation is Deprel.Nsubj or Deprel.Obl or Deprel.Obj or Deprel.NsubjPass ? Phrases(verb) : [])
        {
            return entry.Stage;
        }

        return relation == Deprel.Nsubj && !passive
            ? _tree.Lemma(verb) switch
            {
                "expire" or "lapse" or "collapse" or "end" => AgreementStage.Ended,
                "hold" => AgreementStage.InForce,
                "begin" or "start" when _words.Lower(token) is "ceasefire" or "truce" or "pause" or "armistice" => AgreementStage.InForce,
                _ => null,
            }
            : null;
    }

    /// <summary>"entered into force", "took effect", "pulled out of", "put on hold": verbs with a word after them.</summary>
    private IEnumerable<AgreementWords> Phrases(int verb)
    {
        foreach (int child in _tree.Of(verb))
        {
            if (child > verb)
            {
                string pair = string.Concat(_words.Lower(verb), "_", _words.Lower(child));
                foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(child)))
                {
                    if (entry.Role == AgreementWordRole.Verb && entry.Words.Contains(pair))
                    {
                        yield return entry;
                    }
                }
            }
        }
    }

    private bool OpensAsked(int verb, int token) => _tree.Lemma(verb) switch
    {
        "withdraw" or "exit" or "walk" or "back" => Prepositions.Opens(_tree, token, "from") || Prepositions.Opens(_tree, token, "of") || Prepositions.Opens(_tree, token, "out"),
        "agree" or "negotiate" or "work" => Prepositions.Opens(_tree, token, "on") || Prepositions.Opens(_tree, token, "to") || Prepositions.Opens(_tree, token, "upon"),
        "accede" or "adhere" => Prepositions.Opens(_tree, token, "to"),
        "call" or "push" or "press" => Prepositions.Opens(_tree, token, "for"),
        _ => false,
    };

    public AgreementStage? StageNoun(int noun)
    {
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(noun)))
        {
            if (entry.Role == AgreementWordRole.Noun && _words.Fits(noun, entry.Words))
            {
                return entry.Stage;
            }
        }

        return null;
    }

    /// <summary>"under the deal, Russia delivered …": what is done under an agreement carries it out.</summary>
    private ToldStage? ByPreposition(int token)
    {
        int verb = _tree.Head(token);
        if (verb < 0 || _tree.Pos(verb) != Upos.Verb || _tree.Relation(token) is not (Deprel.Obl or Deprel.Nmod) || _tree.Xpos(verb) is Xpos.Vbz or Xpos.Vbp)
        {
            return null;
        }

        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) != Deprel.Case)
            {
                continue;
            }

            foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(child)))
            {
                if (entry.Role == AgreementWordRole.Preposition && _words.Fits(child, entry.Words) && reading.StatusOf(verb) == EventStatus.Reported)
                {
                    return new(entry.Stage!.Value, verb, verb);
                }
            }
        }

        return null;
    }
}
