using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Hedges;
using Entente.Records;

namespace Entente.Coding.Assessments;

/// <summary>Finds what the author, or those whose business it is, infer: hedged by estimative words or opened by markers of inference.</summary>
/// <remarks>What parties say is their claim, not an inference of the author's. Read sentence by sentence, when first asked for.</remarks>
internal sealed class InferenceReader
{
    private readonly DocumentReading _reading;
    private readonly RecordVocabulary _vocabulary;
    private readonly Tree _tree;
    private readonly Inference[]?[] _known;

    public InferenceReader(DocumentReading reading, RecordVocabulary vocabulary)
    {
        _reading = reading;
        _vocabulary = vocabulary;
        _tree = reading.Tree;
        _known = new Inference[]?[_tree.Source.Sentences.Count];
    }

    /// <summary>The inferences of a sentence, in text order of their claims.</summary>
    public IReadOnlyList<Inference> In(int sentence) => _known[sentence] ??= Read(sentence);

    /// <summary>Whether a word stands inside an inference and nothing else: what it tells is not reported.</summary>
    public bool Covers(int token)
    {
        foreach (Inference inference in In(_tree.Source.Sentences.Of(token)))
        {
            if (inference.IsWholly && token != inference.Marker && (_tree.IsWithin(token, inference.Claim) || (inference.Also >= 0 && _tree.IsWithin(token, inference.Also))) && !IsGiven(token, inference.Claim))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"after the attack", "despite the ban": what a claim takes for granted.</summary>
    private bool IsGiven(int token, int claim)
    {
        for (int at = token; at >= 0 && at != claim; at = _tree.Head(at))
        {
            foreach (int child in _tree.Of(at))
            {
                if (_tree.Relation(child) is Deprel.Case or Deprel.Mark && _tree.Lemma(child) is "after" or "since" or "following" or "despite" or "when" or "before" or "amid" or "although" or "though")
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Inference[] Read(int sentence)
    {
        int first = _tree.Source.Sentences.First(sentence), end = _tree.Source.Sentences.End(sentence);
        if (end - first < 3 || _tree.Word(end - 1) is "?")
        {
            return [];
        }

        var found = new List<Inference>();
        for (int token = first; token < end; token++)
        {
            Hedge[] entries = _vocabulary.HedgesAt(_reading.Words.Lower(token));
            foreach (Hedge entry in entries)
            {
                if (Fits(token, entry) && At(token, entry) is { } inference && IsOwn(inference))
                {
                    found.Add(inference);
                    break;
                }
            }
        }

        return Join(found);
    }

    private bool Fits(int token, Hedge entry)
    {
        if (entry.Words.Contains(_reading.Words.Lower(token)))
        {
            return true;
        }

        string pair = _reading.Words.Compound(token);
        return (pair.Length > 0 && entry.Words.Contains(pair)) || (pair.Length == 0 && token > 0 && entry.Words.Contains(string.Concat(_reading.Words.Lower(token - 1), "_", _reading.Words.Lower(token))));
    }

    private bool IsCompound(int token, Hedge entry) => !entry.Words.Contains(_reading.Words.Lower(token));

    private Inference? At(int token, Hedge entry)
    {
        int first = IsCompound(token, entry) ? token - 1 : token, end = token + 1;
        int claim = entry.Form switch
        {
            HedgeForm.Adverb => ByAdverb(token, first),
            HedgeForm.Aux => ByAux(token),
            HedgeForm.Adjective => ByAdjective(token),
            HedgeForm.Verb => ByVerb(token, ref end),
            HedgeForm.Raising => ByRaising(token),
            HedgeForm.Reading => ByReading(token, ref first, ref end),
            HedgeForm.Noun => ByNoun(token),
            HedgeForm.Speech => BySpeech(token),
            _ => -1,
        };
        if (claim < 0)
        {
            return null;
        }

        int author = entry.Form == HedgeForm.Speech ? _reading.Arguments.Subject(token) : AuthorOf(token, entry.Form);
        return new(claim, token, first, end, entry.Form == HedgeForm.Speech ? null : entry, IsDenied(token, entry.Form), author) { Also = entry.Form == HedgeForm.Verb ? AsPhrase(token, claim) : -1 };
    }

    /// <summary>Drops what a party says or thinks, and what stands between marks of quotation.</summary>
    private bool IsOwn(Inference inference)
    {
        int source = _reading.SourceOf(inference.Marker);
        if (source >= 0 && !IsAuthor(source) && inference.Author < 0 && !IsThing(source))
        {
            return false;
        }

        int sentence = _tree.Source.Sentences.Of(inference.Marker);
        int quotes = 0;
        for (int at = _tree.Source.Sentences.First(sentence); at < inference.Marker; at++)
        {
            quotes += _tree.Word(at) switch { "“" or "``" => 1, "”" or "''" => -1, "\"" => quotes > 0 ? -1 : 1, _ => 0 };
        }

        return quotes <= 0;
    }

    /// <summary>One inference for one claim: the outer one, with the estimate of the inner one where it has none itself.</summary>
    private Inference[] Join(List<Inference> found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            for (int k = found.Count - 1; k >= 0; k--)
            {
                if (k == i || !(_tree.IsWithin(found[k].Claim, found[i].Claim) || _tree.IsWithin(found[k].Marker, found[i].Claim)))
                {
                    continue;
                }

                Inference outer = found[i], inner = found[k];
                if (outer.Claim == inner.Claim && inner.By is { Form: HedgeForm.Verb or HedgeForm.Reading } && outer.By is not { Form: HedgeForm.Verb or HedgeForm.Reading })
                {
                    continue;
                }

                bool estimates = outer.By?.From is null && inner.By?.From is not null;
                bool marks = outer.By is null && inner.By is not null;
                found[i] = estimates || marks
                    ? outer with { By = inner.By, Marker = inner.Marker, First = inner.First, End = inner.End, IsDenied = inner.IsDenied, Author = outer.Author >= 0 ? outer.Author : inner.Author }
                    : outer with { Author = outer.Author >= 0 ? outer.Author : inner.Author };
                found.RemoveAt(k);
                if (k < i)
                {
                    i--;
                }
            }
        }

        found.Sort((left, right) => left.Claim.CompareTo(right.Claim));
        return [.. found];
    }

    private int ByAdverb(int token, int first)
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

        if (!_tree.IsPredicate(head) && !_tree.Has(head, Deprel.Nsubj))
        {
            return -1;
        }

        // "works effectively": after its verb the word tells how, not how surely.
        bool manner = _tree.Pos(token) == Upos.Adv && token > head && token == head + 1 && !(token + 1 < _tree.Source.Count && _tree.Word(token + 1) is ",");
        return manner ? -1 : head;
    }

    private int ByAux(int token)
    {
        int head = _tree.Head(token);
        if (head < 0 || _tree.Relation(token) != Deprel.Aux || IsDeniedBelow(head) && _tree.Lemma(token) == "could")
        {
            return -1;
        }

        int subject = _reading.Arguments.SurfaceSubject(head);
        bool speaker = subject >= 0 && _tree.Word(subject) is "I" or "we" or "We" or "you" or "You";
        // "can be seen as" is the reading verb's; "so that it could", "if it could" infer nothing.
        int mark = _tree.Child(head, Deprel.Mark);
        return speaker || _tree.Relation(head) is Deprel.Xcomp || (mark >= 0 && _tree.Lemma(mark) is "if" or "so" or "whether" or "unless" or "until" or "before") || _tree.Lemma(head) is "interpret" or "view" or "read" || (_tree.Lemma(head) == "see" && Voice.IsPassive(_tree, head))
            ? -1
            : head;
    }

    private int ByAdjective(int token)
    {
        // "a plane bound for", "the likeliest heir": beside a noun the word infers nothing of a clause.
        if (_tree.Relation(token) is Deprel.Amod or Deprel.Acl)
        {
            return -1;
        }

        int complement = ComplementOf(token);
        if (complement < 0)
        {
            return -1;
        }

        int subject = _tree.Child(token, Deprel.Nsubj);
        bool empty = subject < 0 || _tree.Relation(token) == Deprel.Amod || (_tree.Is(subject, "it") && HasThat(complement)) || _tree.Has(token, Deprel.Expl);
        return empty ? complement : token;
    }

    private int ByVerb(int token, ref int end)
    {
        if (_tree.Pos(token) is not (Upos.Verb or Upos.Noun) || (_tree.Pos(token) == Upos.Noun && !LooksVerbal(token)) || (_tree.Pos(token) == Upos.Verb && _tree.Relation(token) is Deprel.Amod or Deprel.Compound or Deprel.Case))
        {
            return -1;
        }

        if (_tree.Pos(token) == Upos.Verb && (Voice.IsPassive(_tree, token) || _tree.Xpos(token) is Xpos.Vb && _tree.Relation(token) == Deprel.Xcomp))
        {
            return -1;
        }

        int subject = SubjectOf(token);
        if (subject >= 0 ? !IsThing(subject) : !MayLackSubject(token))
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

    private int ByRaising(int token)
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
    private int ByReading(int token, ref int first, ref int end)
    {
        if (_tree.Pos(token) != Upos.Verb)
        {
            return -1;
        }

        bool passive = Voice.IsPassive(_tree, token);
        int subject = _reading.Arguments.Subject(token);
        if (passive ? subject >= 0 && !IsAuthor(subject) : subject < 0 || !IsAuthor(subject))
        {
            return -1;
        }

        int patient = _reading.Arguments.Object(token);
        if (patient >= 0 && _reading.Parties.One(patient) is [{ Kind: PartyKind.Person }])
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

    private int AsPhrase(int token, int claim)
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

    /// <summary>"signs that …", "a real possibility that …", "the risk of …ing".</summary>
    private int ByNoun(int token)
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

    private int BySpeech(int token)
    {
        if (_tree.Pos(token) != Upos.Verb)
        {
            return -1;
        }

        int subject = _reading.Arguments.Subject(token);
        if (subject < 0 || !IsAuthor(subject))
        {
            return -1;
        }

        int complement = _tree.Child(token, Deprel.Ccomp);
        if (complement >= 0)
        {
            return complement;
        }

        return _tree.Relation(token) == Deprel.Parataxis && _tree.IsPredicate(_tree.Head(token)) ? _tree.Head(token) : -1;
    }

    private int ComplementOf(int token)
    {
        int complement = _reading.Arguments.Complement(token);
        if (complement >= 0)
        {
            return complement;
        }

        foreach (int child in _tree.Of(token))
        {
            if (child > token && _tree.Relation(child) is Deprel.Csubj or Deprel.Ccomp or Deprel.Xcomp || (child > token && _tree.Relation(child) is Deprel.Advcl or Deprel.Parataxis && HasThat(child)))
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
        int subject = _tree.Pos(token) == Upos.Noun ? _tree.Child(token, Deprel.Nsubj) : _reading.Arguments.Subject(token);
        return subject >= 0 && subject + 1 < token && _tree.Word(subject + 1) is ":" ? -1 : subject; // the agency's name before its text is no subject
    }

    private bool MayLackSubject(int token) =>
        _tree.Xpos(token) is Xpos.Vbz or Xpos.Vbp or Xpos.Nns or Xpos.Vbg && token > _tree.Source.Sentences.First(_tree.Source.Sentences.Of(token)) && _tree.Pos(token - 1) != Upos.Propn;

    /// <summary>Whether the word names no party: what a thing "signals", somebody infers.</summary>
    private bool IsThing(int token)
    {
        if (_tree.Pos(token) == Upos.Pron)
        {
            return _tree.Word(token) is "This" or "this" or "That" or "that" or "It" or "it" or "which" or "These" or "these" or "what" or "What" or "all" or "All";
        }

        foreach (Party party in _reading.Parties.One(token))
        {
            if (party.Kind != PartyKind.Thing)
            {
                return false;
            }
        }

        return _tree.Pos(token) is Upos.Noun or Upos.Det or Upos.Verb or Upos.Adj or Upos.Num && !IsAuthor(token) && _tree.Lemma(token) is not ("figure" or "poll" or "survey" or "record" or "footage" or "photo" or "image" or "map" or "chart" or "datum" or "data" or "document" or "letter");
    }

    private bool IsAuthor(int token)
    {
        foreach (Hedge entry in _vocabulary.HedgesAt(_reading.Words.Lower(token)))
        {
            if (entry.Form == HedgeForm.Author && Fits(token, entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"according to analysts", "analysts believe": whose inference; -1 for the article's.</summary>
    private int AuthorOf(int token, HedgeForm form)
    {
        int source = _reading.SourceOf(token);
        if (source >= 0 && IsAuthor(source))
        {
            return source;
        }

        if (form != HedgeForm.Reading)
        {
            return -1;
        }

        int subject = _reading.Arguments.Subject(token);
        return subject >= 0 && IsAuthor(subject) ? subject : -1;
    }

    private bool IsDenied(int token, HedgeForm form) =>
        form switch
        {
            HedgeForm.Adjective or HedgeForm.Raising or HedgeForm.Verb => IsDeniedBelow(token),
            HedgeForm.Aux => _tree.Head(token) >= 0 && IsDeniedBelow(_tree.Head(token)),
            HedgeForm.Noun => _tree.Child(token, Deprel.Det) is >= 0 and int determiner && _tree.Lemma(determiner) is "no" or "little",
            _ => false,
        };

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
