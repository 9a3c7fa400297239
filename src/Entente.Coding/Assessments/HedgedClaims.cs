using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Hedges;
using Entente.Records;

namespace Entente.Coding.Assessments;

/// <summary>Finds the claim that a hedging word bears on, form by form; -1 where it bears on none.</summary>
internal sealed class HedgedClaims(DocumentReading reading, InferenceAuthors authors)
{
    private readonly Tree _tree = reading.Tree;

    public int ByAdverb(int token, int first)
    {
        int head = _tree.Head(token);
        if (head < 0)
        {
            return -1;
        }

        // "in effect" hangs on its clause as a phrase; "probably" as an adverb. What weakens an adjective before a noun is no inference.
        if (_tree.Relation(token) is not (Deprel.Advmod or Deprel.Obl or Deprel.Discourse or Deprel.OblUnmarked or Deprel.Fixed or Deprel.Nmod) || (first == token && _tree.Relation(token) is Deprel.Obl or Deprel.Nmod))
        {
            return -1;
        }

        if (_tree.Relation(head) == Deprel.Amod && _tree.Head(head) is >= 0 and int named && _tree.Child(named, Deprel.Cop) is >= 0 and int copula && copula < token)
        {
            head = named; // "it was possibly the first time that …"
        }

        if (!_tree.IsPredicate(head) && !_tree.Has(head, Deprel.Nsubj))
        {
            return -1;
        }

        // "works effectively": after its verb the word tells how, not how surely.
        bool manner = _tree.Pos(token) == Upos.Adv && token > head && token == head + 1 && !(token + 1 < _tree.Source.Count && _tree.Word(token + 1) is ",");
        return manner ? -1 : head;
    }

    public int ByAux(int token)
    {
        int head = _tree.Head(token);
        if (head < 0 || _tree.Relation(token) != Deprel.Aux || IsDeniedBelow(head) && _tree.Lemma(token) == "could")
        {
            return -1;
        }

        int subject = reading.Arguments.SurfaceSubject(head);
        bool speaker = subject >= 0 && _tree.Word(subject) is "I" or "we" or "We" or "you" or "You";
        // "can be seen as" is the reading verb's; "so that it could", "if it could" infer nothing.
        int mark = _tree.Child(head, Deprel.Mark);
        return speaker || _tree.Relation(head) is Deprel.Xcomp || (mark >= 0 && _tree.Lemma(mark) is "if" or "so" or "whether" or "unless" or "until" or "before") || _tree.Lemma(head) is "interpret" or "view" or "read" || (_tree.Lemma(head) == "see" && Voice.IsPassive(_tree, head))
            ? -1
            : head;
    }

    public int ByAdjective(int token)
    {
        // "a plane bound for", "the likeliest heir": beside a noun the word infers nothing of a clause.
        if (_tree.Relation(token) is Deprel.Amod or Deprel.Acl || _tree.Has(token, Deprel.Obj))
        {
            return -1; // nor in "the charter bound them to defend each other"
        }

        int complement = ComplementOf(token);
        int subject = _tree.Child(token, Deprel.Nsubj);
        if (complement < 0)
        {
            // "A truce this year is improbable": the clause is the claim.
            return subject >= 0 && _tree.Pos(subject) == Upos.Noun && _tree.Has(token, Deprel.Cop) && _tree.Lemma(token) is not ("certain" or "sure" or "bound" or "apt") ? token : -1;
        }

        bool idle = _tree.Has(token, Deprel.Expl) || (subject >= 0 && _tree.Is(subject, "it"));
        bool empty = idle ? HasThat(complement) : subject < 0 || _tree.Relation(token) == Deprel.Amod; // of "it is likely to fall" the whole clause

        return empty ? complement : token;
    }

    public int ByVerb(int token, ref int end)
    {
        if (_tree.Pos(token) is not (Upos.Verb or Upos.Noun) || (_tree.Pos(token) == Upos.Noun && !LooksVerbal(token)) || (_tree.Pos(token) == Upos.Verb && _tree.Relation(token) is Deprel.Amod or Deprel.Compound or Deprel.Case))
        {
            return -1;
        }

        if (_tree.Pos(token) == Upos.Verb && (Voice.IsPassive(_tree, token) || _tree.Xpos(token) is Xpos.Vb && _tree.Relation(token) == Deprel.Xcomp && _tree.Lemma(token) != "explain"))
        {
            return -1;
        }

        int subject = SubjectOf(token);
        if (subject >= 0 ? !authors.IsThing(subject) : !MayLackSubject(token))
        {
            return -1;
        }

        int complement = ComplementOf(token);
        if (complement > token && (HasThat(complement) || _tree.Relation(complement) is Deprel.Ccomp or Deprel.Parataxis || _tree.Relation(complement) == Deprel.Advcl))
        {
            return complement;
        }

        int held = _tree.Lemma(token) == "contribute" ? -1 : _tree.Child(token, Deprel.Obj);
        if (held < 0)
        {
            held = PhraseAfter(token, ref end);
            if (held >= 0 && _tree.Lemma(token) == "contribute" && !_tree.IsPredicate(held))
            {
                return -1; // "contributes troops to": no inference
            }
        }

        if (held < 0 && _tree.Pos(token) == Upos.Noun)
        {
            held = _tree.Child(token, Deprel.Appos);
            held = held > token && held == token + 1 ? held : -1;
        }

        // "reflects a calculation that …": what is calculated is the claim.
        if (held > token && held + 2 < _tree.Source.Count && _tree.Is(held + 1, "that") && _tree.Head(held + 1) > held + 1 && _tree.Relation(held + 1) == Deprel.Mark)
        {
            return _tree.Head(held + 1);
        }

        return held > token ? held : complement > token ? complement : -1;
    }

    public int ByRaising(int token)
    {
        int complement = _tree.Child(token, Deprel.Xcomp);
        if (complement < 0)
        {
            complement = _tree.Child(token, Deprel.Ccomp);
            return complement > token ? complement : -1;
        }

        // "appeared in court" has no complement; "seems likely" has one that hedges by itself.
        return complement > token ? token : -1;
    }

    /// <summary>"can be interpreted as", "is widely seen as", "analysts see the move as": what follows "as".</summary>
    public int ByReading(int token, ref int first, ref int end)
    {
        if (_tree.Pos(token) != Upos.Verb)
        {
            return -1;
        }

        bool passive = Voice.IsPassive(_tree, token);
        int subject = reading.Arguments.Subject(token);
        if (passive ? subject >= 0 && !authors.IsAuthor(subject) : subject < 0 || !authors.IsAuthor(subject))
        {
            return -1;
        }

        int patient = reading.Arguments.Object(token);
        if (patient >= 0 && reading.Parties.One(patient) is [{ Kind: PartyKind.Person }])
        {
            return -1;
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && _tree.Relation(child) is Deprel.Obl or Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp && OpensAs(child))
            {
                foreach (int aux in _tree.Of(token))
                {
                    first = _tree.Relation(aux) is Deprel.Aux or Deprel.AuxPass && passive ? Math.Min(first, aux) : first;
                }

                end = token + 1 < child && _tree.Is(token + 1, "as") ? token + 2 : end;
                return child;
            }
        }

        return -1;
    }

    /// <summary>"signs that …", "a real possibility that …", "the risk of …ing".</summary>
    public int ByNoun(int token)
    {
        if (_tree.Pos(token) != Upos.Noun)
        {
            return -1;
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && (_tree.Relation(child) is Deprel.Ccomp || (_tree.Relation(child) is Deprel.Acl && HasThat(child)) || (_tree.Relation(child) is Deprel.AclRelcl && _tree.Is(token + 1, "that") && _tree.Has(child, Deprel.Nsubj))))
            {
                return child;
            }
        }

        return -1;
    }

    public int BySpeech(int token)
    {
        if (_tree.Pos(token) != Upos.Verb)
        {
            return -1;
        }

        int subject = reading.Arguments.Subject(token);
        if (subject < 0 || !authors.IsAuthor(subject))
        {
            return -1;
        }

        int complement = _tree.Child(token, Deprel.Ccomp);
        if (complement >= 0)
        {
            return complement;
        }

        return ClaimBeside(token, subject);
    }

    /// <summary>What an aside bears on: ", officials suspect,"; -1 where the words are none.</summary>
    private int ClaimBeside(int verb, int subject)
    {
        int beside = IsAside(verb, subject) ? reading.ClauseOf(_tree.Head(verb)) : _tree.Relation(verb) == Deprel.Parataxis ? _tree.Head(verb) : -1;
        while (beside >= 0 && !_tree.IsPredicate(beside) && _tree.Head(beside) >= 0)
        {
            beside = _tree.Head(beside);
        }

        return beside >= 0 && beside != verb && _tree.IsPredicate(beside) ? TopOf(beside, verb) : -1;
    }

    /// <summary>"officials suspect that …", ", one gathers,": what those believe who are named by what they do, not a state that speaks for itself.</summary>
    public int ByBelief(int token)
    {
        if (_tree.Pos(token) != Upos.Verb || Voice.IsPassive(_tree, token))
        {
            return -1;
        }

        int subject = reading.Arguments.Subject(token);
        bool anybody = subject >= 0 && _tree.Pos(subject) is Upos.Pron or Upos.Adj or Upos.Num && _tree.Lemma(subject) is "one" or "few" or "many" or "some" or "nobody" or "most";
        if (!anybody && (subject < 0 || _tree.Pos(subject) != Upos.Noun || authors.IsThing(subject)))
        {
            return -1;
        }

        int complement = _tree.Child(token, Deprel.Ccomp);
        return complement >= 0 ? complement : ClaimBeside(token, subject);
    }

    /// <summary>", officers there estimate." between commas or at the end, whatever the parser hung it on.</summary>
    private bool IsAside(int verb, int subject)
    {
        bool ends = verb + 1 >= _tree.Source.Count || _tree.Pos(verb + 1) == Upos.Punct;
        if (_tree.Head(verb) < 0 || subject < 0 || subject > verb || !ends || _tree.Source.Sentences.Of(subject) != _tree.Source.Sentences.Of(verb))
        {
            return false;
        }

        int before = NounPhrase.Of(_tree, subject).First - 1;
        return before >= 0 && _tree.Word(before) is ",";
    }

    /// <summary>What stands at the end of a sentence bears on its whole last clause: "to say no, envoys believe".</summary>
    private int TopOf(int clause, int aside)
    {
        if (clause > aside)
        {
            return clause;
        }

        while (_tree.Relation(clause) is Deprel.Advcl or Deprel.Xcomp or Deprel.Ccomp or Deprel.Acl or Deprel.AclRelcl && _tree.Head(clause) is >= 0 and int head)
        {
            clause = reading.ClauseOf(head);
        }

        return clause;
    }

    /// <summary>"it is fair to guess that …", ", it is safe to say,".</summary>
    public int ByAside(int token)
    {
        int verb = ComplementOf(token);
        int subject = _tree.Child(token, Deprel.Nsubj);
        subject = subject >= 0 ? subject : _tree.Child(token, Deprel.Expl);
        if (verb < 0 || (subject >= 0 && !_tree.Is(subject, "it")) || _tree.Lemma(verb) is not ("say" or "guess" or "assume" or "bet" or "suppose" or "conclude" or "think" or "infer" or "suspect" or "imagine" or "predict"))
        {
            return -1;
        }

        int complement = _tree.Child(verb, Deprel.Ccomp);
        int beside = _tree.Relation(token) == Deprel.Parataxis ? _tree.Head(token) : -1;
        return complement >= 0 ? complement : beside >= 0 && _tree.IsPredicate(beside) ? beside : -1;
    }

    public int AsPhrase(int token, int claim)
    {
        foreach (int child in _tree.Of(token))
        {
            if (child > claim && _tree.Relation(child) is Deprel.Obl or Deprel.Nmod or Deprel.Advcl or Deprel.Xcomp && OpensAs(child))
            {
                return child;
            }
        }

        return -1;
    }

    public bool IsDenied(int token, HedgeForm form) =>
        form switch
        {
            HedgeForm.Verb when SubjectOf(token) is >= 0 and int subject && _tree.Lemma(subject) is "nothing" or "Nothing" or "little" => true,
            HedgeForm.Adjective or HedgeForm.Raising or HedgeForm.Verb => IsDeniedBelow(token),
            HedgeForm.Aux => _tree.Head(token) >= 0 && IsDeniedBelow(_tree.Head(token)),
            HedgeForm.Noun => _tree.Child(token, Deprel.Det) is >= 0 and int determiner && _tree.Lemma(determiner) is "no" or "little",
            _ => false,
        };

    /// <summary>"points to …", "amounts to …", "contributes to …".</summary>
    private int PhraseAfter(int token, ref int end)
    {
        foreach (int child in _tree.Of(token))
        {
            if (child > token && _tree.Relation(child) is Deprel.Obl or Deprel.Nmod or Deprel.Advcl
                && (Prepositions.Opens(_tree, child, "to") || Prepositions.Opens(_tree, child, "at") || Prepositions.Opens(_tree, child, "toward") || Prepositions.Opens(_tree, child, "towards")
                    || (_tree.Child(child, Deprel.Mark) is >= 0 and int mark && _tree.Is(mark, "to"))))
            {
                if (token + 1 < _tree.Source.Count && _tree.Pos(token + 1) is Upos.Adp or Upos.Sconj)
                {
                    end = token + 2;
                }

                return child;
            }
        }

        return -1;
    }

    private bool OpensAs(int child)
    {
        foreach (int mark in _tree.Of(child))
        {
            if (_tree.Relation(mark) is Deprel.Case or Deprel.Mark && _tree.Is(mark, "as"))
            {
                return true;
            }
        }

        return false;
    }

    private int ComplementOf(int token)
    {
        int complement = reading.Arguments.Complement(token);
        if (complement >= 0)
        {
            return complement;
        }

        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) == Deprel.Csubj || (child > token && _tree.Relation(child) is Deprel.Ccomp or Deprel.Xcomp) || (child > token && _tree.Relation(child) is Deprel.Advcl or Deprel.Parataxis && HasThat(child)))
            {
                return child;
            }
        }

        return -1;
    }

    private bool HasThat(int clause) => _tree.Child(clause, Deprel.Mark) is >= 0 and int mark && _tree.Is(mark, "that");

    /// <summary>A finite verb that was taken for a plural noun: "This approach positions Russia as".</summary>
    private bool LooksVerbal(int token) =>
        _tree.Xpos(token) is Xpos.Nns && (_tree.Has(token, Deprel.Nsubj) || _tree.Has(token, Deprel.Obj) || (_tree.Relation(token) == Deprel.Root && _tree.Has(token, Deprel.Appos)));

    private int SubjectOf(int token)
    {
        int subject = _tree.Pos(token) == Upos.Noun ? _tree.Child(token, Deprel.Nsubj) : reading.Arguments.Subject(token);
        return subject >= 0 && subject + 1 < token && _tree.Word(subject + 1) is ":" ? -1 : subject; // the agency's name before its text is no subject
    }

    private bool MayLackSubject(int token) =>
        _tree.Xpos(token) is Xpos.Vbz or Xpos.Vbp or Xpos.Nns or Xpos.Vbg && token > _tree.Source.Sentences.First(_tree.Source.Sentences.Of(token)) && _tree.Pos(token - 1) != Upos.Propn;

    private bool IsDeniedBelow(int token)
    {
        foreach (int child in _tree.Of(token))
        {
            if (_tree.Relation(child) == Deprel.Advmod && _tree.Lemma(child) is "not" or "n't" or "never")
            {
                return true;
            }
        }

        return false;
    }
}
