using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Agreements;

/// <summary>Finds the words that name agreements, and what they are about.</summary>
internal sealed class AgreementNames(DocumentReading reading, AgreementStages stages)
{
    private readonly Tree _tree = reading.Tree;
    private readonly Words _words = reading.Words;
    private readonly RecordVocabulary _vocabulary = RecordVocabulary.Of(reading.Lexicon);

    /// <summary>An agreement's noun, or null.</summary>
    public AgreementMention? Named(int token)
    {
        // "suspended the migration deal": the noun may have been taken for a verb.
        bool noun = _tree.Pos(token) is Upos.Noun or Upos.Propn || (_tree.Pos(token) == Upos.Verb && _tree.Xpos(token) is Xpos.Nn or Xpos.Nns && _tree.Relation(token) is Deprel.Obj or Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obl or Deprel.Nmod);
        if (!noun)
        {
            return null;
        }

        AgreementWords? name = null;
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(token)))
        {
            if (entry.Role == AgreementWordRole.Name && _words.Fits(token, entry.Words))
            {
                name = entry;
                break;
            }
        }

        if (name is null)
        {
            return null;
        }

        // "peace talks", "deal maker": an agreement's noun before another noun names no agreement, but for "treaty signing".
        int head = _tree.Head(token);
        if (_tree.Relation(token) is Deprel.Compound or Deprel.NmodDesc && head > token && stages.StageNoun(head) is null)
        {
            return null;
        }

        var kinds = new List<string>();
        var domains = new List<string>();
        Gather(token, kinds, domains, 0);
        if (kinds.Count == 0 && domains.Count == 0 && head >= 0 && _tree.Pos(head) == Upos.Verb)
        {
            // "agreed to a deal with South Korea for …": what it is about may hang on the verb.
            foreach (int child in _tree.Of(head))
            {
                if (child > token && ((_tree.Relation(child) is Deprel.Advcl or Deprel.Xcomp && Status.Modality.HasTo(_tree, child) && child <= token + 3) || _tree.Relation(child) == Deprel.Obl && (Prepositions.Opens(_tree, child, "on") || Prepositions.Opens(_tree, child, "for") || Prepositions.Opens(_tree, child, "over"))))
                {
                    AddAbout(child, kinds, domains);
                    Gather(child, kinds, domains, 1);
                }
            }
        }

        bool weak = !name.IsFirm && kinds.Count == 0 && domains.Count == 0;
        if (name.Kind is { } own && !kinds.Contains(own))
        {
            kinds.Insert(0, own);
        }

        domains.InsertRange(0, name.Domains.Where(domain => !domains.Contains(domain)));
        Settle(kinds, domains);
        return new(token, _words.Lower(token), kinds, domains, IsDefinite(token)) { IsWeak = weak };
    }

    /// <summary>"India and Pakistan agreed to halt all firing": two parties' consent, where no noun names what they agreed.</summary>
    public AgreementMention? Consent(int token)
    {
        if (_tree.Pos(token) != Upos.Verb || _tree.Lemma(token) != "agree" || Voice.IsPassive(_tree, token))
        {
            return null;
        }

        int about = _tree.Child(token, Deprel.Xcomp);
        if (about < token)
        {
            about = Prepositions.First(_tree, token, "on", "upon", "to");
        }

        if (about > token && Times.CalendarWords.IsDayOrMonth(_tree.Word(about)))
        {
            about = _tree.Child(token, Deprel.Advcl); // "agreed on Friday to reopen the border"
            about = about > token && Status.Modality.HasTo(_tree, about) ? about : -1;
        }

        if (about < token)
        {
            about = ClauseAfter(token); // "agreed in Beijing to reopen their embassies", "agreed that their troops would patrol"
        }

        if (about < token || NamesAnother(about))
        {
            return null;
        }

        var kinds = new List<string>();
        var domains = new List<string>();
        AddAbout(about, kinds, domains);
        Gather(about, kinds, domains, 1);
        if (_tree.Lemma(about) is not ("halt" or "stop" or "end" or "cease" or "suspend" or "pause"))
        {
            kinds.Remove("ceasefire");
        }

        Settle(kinds, domains);
        TextSpan words = reading.Extent(about);
        return new(token, "agree", kinds, domains, false) { Name = _tree.Source.Text[words.Start..words.End] };
    }

    /// <summary>The clause that says what is agreed, wherever the parser hung it; -1 for none.</summary>
    private int ClauseAfter(int verb)
    {
        foreach (int child in _tree.Of(verb))
        {
            if (child > verb && (_tree.Relation(child) == Deprel.Ccomp || (_tree.Relation(child) == Deprel.Advcl && Status.Modality.HasTo(_tree, child))))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Whether what is agreed holds an agreement's noun, which is read for itself: "agreed to a truce".</summary>
    private bool NamesAnother(int about)
    {
        int sentence = _tree.Source.Sentences.Of(about);
        for (int token = about; token < _tree.Source.Sentences.End(sentence); token++)
        {
            if (_tree.IsWithin(token, about) && Named(token) is { IsWeak: false } && stages.StageOf(token) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"It was signed in Moscow", after a sentence that tells of an agreement.</summary>
    /// <param name="token">The pronoun.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="last">The sentence that last told of an agreement; -1 for none.</param>
    public AgreementMention? Pronoun(int token, int sentence, int last)
    {
        if (_tree.Pos(token) != Upos.Pron || !_tree.Is(token, "it") || last < 0 || sentence - last is not 1)
        {
            return null;
        }

        int head = _tree.Head(token);
        bool bound = head >= 0 && _tree.Pos(head) == Upos.Verb && _tree.Relation(token) is Deprel.NsubjPass or Deprel.Obj && _tree.Lemma(head) is "sign" or "ratify" or "initial" or "ink" or "renew" or "denounce" or "terminate" or "implement";
        return bound ? new(token, "it", [], [], true) : null;
    }

    private void Gather(int token, List<string> kinds, List<string> domains, int depth)
    {
        foreach (int child in _tree.Of(token))
        {
            Deprel relation = _tree.Relation(child);
            bool within = child < token
                ? relation is Deprel.Amod or Deprel.Compound or Deprel.Nmod or Deprel.NmodDesc or Deprel.NmodUnmarked or Deprel.NmodPoss or Deprel.Conj or Deprel.Flat
                : relation is Deprel.Nmod or Deprel.Acl or Deprel.Conj or Deprel.Obj or Deprel.Obl or Deprel.Xcomp && (relation != Deprel.Nmod || !Prepositions.Opens(_tree, child, "with") && !Prepositions.Opens(_tree, child, "between") && !Prepositions.Opens(_tree, child, "in") && !Prepositions.Opens(_tree, child, "by"))
                  && (relation != Deprel.Acl || _tree.Has(child, Deprel.Mark) || _tree.Xpos(child) == Xpos.Vbg) && (relation is not (Deprel.Conj or Deprel.Obj or Deprel.Obl or Deprel.Xcomp) || depth > 0);
            if (!within || _tree.Is(child, "media"))
            {
                continue;
            }

            AddAbout(child, kinds, domains);

            if (depth < 4)
            {
                Gather(child, kinds, domains, depth + 1);
            }
        }

        // "military-technical" and the like, where the parser hangs the parts apart.
        for (int at = token - 1; depth == 0 && at >= _tree.Source.Sentences.First(_tree.Source.Sentences.Of(token)) && at > token - 6 && _tree.Pos(at) is Upos.Adj or Upos.Noun or Upos.Propn or Upos.Punct or Upos.Cconj && _tree.Word(at) is not ("," or ";" or ":" or "."); at--)
        {
            AddAbout(at, kinds, domains);
        }
    }

    private void AddAbout(int token, List<string> kinds, List<string> domains)
    {
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(_words.Lower(token)))
        {
            if (entry.Role == AgreementWordRole.About && _words.Fits(token, entry.Words))
            {
                Add(kinds, entry.Kind);
                foreach (string domain in entry.Domains)
                {
                    Add(domains, domain);
                }
            }
        }
    }

    private static void Add(List<string> list, string? value)
    {
        if (value is not null && !list.Contains(value))
        {
            list.Add(value);
        }
    }

    /// <summary>A kind that says what it is about beats that of a framework; what says nothing is "other".</summary>
    private static void Settle(List<string> kinds, List<string> domains)
    {
        if (kinds.Count > 1)
        {
            kinds.Remove("framework");
        }

        if (domains.Count > 1)
        {
            domains.Remove("diplomatic");
        }

        if (domains.Contains("military"))
        {
            domains.Remove("technology");
        }

        if (kinds.Count == 0)
        {
            kinds.Add(domains switch
            {
                ["military", ..] => "framework",
                ["economic", ..] => "trade",
                ["energy", ..] => "energy",
                ["territory", ..] => "border",
                ["migration", ..] => "migration",
                ["culture", ..] => "culture",
                _ => "other",
            });
        }
    }

    private bool IsDefinite(int token)
    {
        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) == Deprel.Det)
            {
                return _tree.Lemma(child) is "the" or "this" or "that" or "both";
            }
        }

        return _tree.Pos(token) == Upos.Propn;
    }

    /// <summary>The phrase that names it, without article, stage and parties before it; "on …" after it where it follows at once.</summary>
    public string NameOf(int token)
    {
        NounPhrase phrase = NounPhrase.Of(_tree, token);
        int first = phrase.First, end = Math.Max(phrase.End, token + 1);
        while (first < token && (_tree.Pos(first) is Upos.Det or Upos.Adv or Upos.Punct or Upos.Num or Upos.Part or Upos.Pron || IsStageAdjective(first) || _tree.Relation(first) is Deprel.NmodPoss || _tree.Word(first) is "new" or "recent" or "last" or "historic" or "major" or "key"))
        {
            first++;
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && child <= end + 4 && _tree.Relation(child) == Deprel.Nmod && !Times.CalendarWords.IsDayOrMonth(_tree.Word(child)) && !_tree.Is(child, "media") && (Prepositions.Opens(_tree, child, "on") || Prepositions.Opens(_tree, child, "of") || Prepositions.Opens(_tree, child, "for")))
            {
                NounPhrase about = NounPhrase.Of(_tree, child);
                if (about.First <= end + 1 && about.End > end)
                {
                    end = about.End;
                }
            }
        }

        return _tree.Source.Text[_tree.Source.Tokens.Starts[first].._tree.Source.Tokens.Ends[end - 1]];
    }

    private bool IsStageAdjective(int token)
    {
        string form = _tree.Word(token).ToString().ToLowerInvariant();
        foreach (AgreementWords entry in _vocabulary.AgreementsAt(form))
        {
            if (entry.Role == AgreementWordRole.Adjective && entry.Words.Contains(form))
            {
                return true;
            }
        }

        return false;
    }
}
