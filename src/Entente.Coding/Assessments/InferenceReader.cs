using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Hedges;
using Entente.Records;

namespace Entente.Coding.Assessments;

/// <summary>Finds what the author, or those whose business it is, infer: hedged by estimative words or opened by markers of inference.</summary>
/// <remarks>What parties say is their claim, unless they estimate how likely something is. Read sentence by sentence, when first asked for.</remarks>
internal sealed class InferenceReader
{
    private readonly DocumentReading _reading;
    private readonly RecordVocabulary _vocabulary;
    private readonly Tree _tree;
    private readonly InferenceAuthors _authors;
    private readonly HedgedClaims _claims;
    private readonly Inference[]?[] _known;

    public InferenceReader(DocumentReading reading, RecordVocabulary vocabulary)
    {
        _reading = reading;
        _vocabulary = vocabulary;
        _tree = reading.Tree;
        _authors = new(reading, vocabulary);
        _claims = new(reading, _authors);
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
                if (_authors.Fits(token, entry) && At(token, entry) is { } inference && Owned(inference) is { } owned)
                {
                    found.Add(owned);
                    break;
                }
            }
        }

        return Join(found);
    }

    private bool IsCompound(int token, Hedge entry) => !entry.Words.Contains(_reading.Words.Lower(token));

    private Inference? At(int token, Hedge entry)
    {
        int first = IsCompound(token, entry) ? token - 1 : token, end = token + 1;
        int claim = entry.Form switch
        {
            HedgeForm.Adverb => _claims.ByAdverb(token, first),
            HedgeForm.Aux => _claims.ByAux(token),
            HedgeForm.Adjective => _claims.ByAdjective(token),
            HedgeForm.Verb => _claims.ByVerb(token, ref end),
            HedgeForm.Raising => _claims.ByRaising(token),
            HedgeForm.Reading => _claims.ByReading(token, ref first, ref end),
            HedgeForm.Noun => _claims.ByNoun(token),
            HedgeForm.Speech => _claims.BySpeech(token),
            HedgeForm.Belief => _claims.ByBelief(token),
            HedgeForm.Aside => _claims.ByAside(token),
            _ => -1,
        };
        if (claim < 0)
        {
            return null;
        }

        int author = entry.Form is HedgeForm.Speech or HedgeForm.Belief ? _reading.Arguments.Subject(token) : _authors.AuthorOf(token, entry.Form);
        return new(claim, token, first, end, entry.Form == HedgeForm.Speech ? null : entry, _claims.IsDenied(token, entry.Form), author) { Also = entry.Form == HedgeForm.Verb ? _claims.AsPhrase(token, claim) : -1 };
    }

    /// <summary>The inference with whose it is; null for what a party merely says or thinks, and for what stands between marks of quotation.</summary>
    /// <remarks>A source that says how likely something is infers as the author does; its "may" and its "signals" are its own talk.</remarks>
    private Inference? Owned(Inference inference)
    {
        int source = _reading.SourceOf(inference.Marker);
        if (source >= 0 && !_authors.IsAuthor(source) && inference.Author < 0 && !_authors.IsThing(source))
        {
            if (inference.By is not { From: not null, Form: not HedgeForm.Aux })
            {
                return null;
            }

            inference = inference with { Author = source };
        }

        int sentence = _tree.Source.Sentences.Of(inference.Marker);
        int quotes = 0;
        for (int at = _tree.Source.Sentences.First(sentence); at < inference.Marker; at++)
        {
            quotes += _tree.Word(at) switch { "“" or "``" => 1, "”" or "''" => -1, "\"" => quotes > 0 ? -1 : 1, _ => 0 };
        }

        return quotes <= 0 ? inference : null;
    }

    /// <summary>Whether a word stands in a claim, and not in a clause with a subject of its own that is only joined to it: "probably knew, and is likely to profit" are two.</summary>
    private bool IsPartOf(int token, int claim)
    {
        for (int at = token; at >= 0; at = _tree.Head(at))
        {
            if (at == claim)
            {
                return true;
            }

            bool apart = _tree.Relation(at) == Deprel.Parataxis || (_tree.Relation(at) == Deprel.Conj && _tree.Head(at) == claim);
            if (apart && (_tree.Has(at, Deprel.Nsubj) || _tree.Has(at, Deprel.NsubjPass) || _tree.Has(at, Deprel.Expl)) && (_tree.IsPredicate(at) || _tree.Pos(at) == Upos.Adj))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>One inference for one claim: the outer one, with the estimate of the inner one where it has none itself.</summary>
    private Inference[] Join(List<Inference> found)
    {
        for (int i = 0; i < found.Count; i++)
        {
            for (int k = found.Count - 1; k >= 0; k--)
            {
                if (k == i || !(IsPartOf(found[k].Claim, found[i].Claim) || IsPartOf(found[k].Marker, found[i].Claim)))
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
}
