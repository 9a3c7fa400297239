using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Ties;

/// <summary>Reads what a tie is about: the goods, the dangers and their kinds, and where they spill over.</summary>
internal sealed class TieThemes(DocumentReading reading, TieSlots slots)
{
    private readonly Tree _tree = reading.Tree;
    private readonly Words _words = reading.Words;

    public List<TieTheme> Themes(Fillers themes, List<Party> holder, List<Party> other)
    {
        var found = new List<TieTheme>();
        for (int i = 0; i < themes.Count && found.Count == 0; i++)
        {
            int theme = slots.Whole(themes[i]);
            if (holder.Exists(party => party.Head == theme) || other.Exists(party => party.Head == theme && party.Kind != PartyKind.Thing) || !_tree.IsNominal(theme))
            {
                continue;
            }

            found.Add(new(reading.QuoteAt(reading.PhraseWithOthers(theme)), KindOf(theme, reading.Lexicon.Ties.Themes)));
        }

        return found;
    }

    /// <summary>The theme that a noun names, with its kind where the lexicon knows one.</summary>
    public TieTheme ThemeOf(int noun) => new(reading.QuoteAt(NounPhrase.Of(_tree, noun).Span(_tree)), KindOf(noun, reading.Lexicon.Ties.Themes));

    /// <summary>The threats named in the themes' phrases, one for each kind; the other party's deed where it names one.</summary>
    public List<TieTheme> Threats(int token, Fillers themes, List<Party> other)
    {
        var found = new List<TieTheme>();
        for (int i = 0; i < themes.Count; i++)
        {
            if (themes[i] == token)
            {
                continue;
            }

            int sentence = _tree.Source.Sentences.Of(themes[i]);
            for (int at = _tree.Source.Sentences.First(sentence); at < _tree.Source.Sentences.End(sentence); at++)
            {
                if (at != token && _tree.IsWithin(at, themes[i]) && !IsInOwnClause(at, themes[i]) && KindOfWord(at, reading.Lexicon.Ties.Threats) is { } kind && !found.Exists(known => known.Kind == kind))
                {
                    found.Add(new(reading.QuoteAt(ThreatPhrase(at)), kind));
                }
            }
        }

        if (found.Count == 0 && themes.Count > 0 && !other.Exists(party => party.Head == themes[0]) && _tree.Pos(themes[0]) is Upos.Noun)
        {
            found.Add(new(reading.QuoteAt(NounPhrase.Of(_tree, themes[0]).Span(_tree)), "other"));
        }

        // "the spillover of terrorism": what is named exactly says more than the word that opens it.
        found.RemoveAll(theme => theme.Kind == "other" && found.Exists(named => named.Kind != "other" && theme.Quote.Span.Contains(named.Quote.Span)));
        found.Sort((left, right) => left.Quote.Span.CompareTo(right.Quote.Span));
        return found;
    }

    /// <summary>The place that a threat spills over into: "into Central Asia", "across the border".</summary>
    public Quote? Where(int token, TiePattern pattern, List<TieTheme> about)
    {
        if (pattern.Frame.Tie != TieKind.IsThreatenedBy || about.Count == 0)
        {
            return null;
        }

        Fillers fillers = default;
        foreach (SlotPath path in pattern.Where)
        {
            slots.Slot(token, path, ref fillers);
        }

        if (fillers.Count > 0)
        {
            return reading.QuoteAt(NounPhrase.Of(_tree, fillers[0]).Span(_tree));
        }

        int clause = reading.ClauseOf(token), sentence = _tree.Source.Sentences.Of(token);
        for (int at = _tree.Source.Sentences.First(sentence); at < _tree.Source.Sentences.End(sentence); at++)
        {
            if (_tree.IsWithin(at, clause) && _tree.Pos(at) is Upos.Noun or Upos.Propn
                && (Prepositions.Opens(_tree, at, "into") || Prepositions.Opens(_tree, at, "across") || Prepositions.Opens(_tree, at, "onto")))
            {
                return reading.QuoteAt(NounPhrase.Of(_tree, at).Span(_tree));
            }
        }

        return null;
    }

    private bool IsInOwnClause(int at, int theme)
    {
        for (int up = at; up >= 0 && up != theme; up = _tree.Head(up))
        {
            if (_tree.Relation(up) is Deprel.AclRelcl or Deprel.Advcl or Deprel.Parataxis)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The phrase of a threat's word: with its adjectives, and the noun it stands before.</summary>
    private TextSpan ThreatPhrase(int at)
    {
        int head = _tree.Relation(at) is Deprel.Compound or Deprel.Amod && _tree.Head(at) > at && _tree.IsNominal(_tree.Head(at)) ? _tree.Head(at) : at;
        NounPhrase phrase = NounPhrase.Of(_tree, head);
        while (phrase.First < phrase.Head && _tree.Pos(phrase.First) is Upos.Adv or Upos.Punct)
        {
            phrase = phrase with { First = phrase.First + 1 };
        }

        TextSpan span = phrase.Span(_tree);
        foreach (int child in _tree.Of(head))
        {
            if (child > head && child <= phrase.End + 3 && _tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(_tree, child, "of"))
            {
                span = new(span.Start, Math.Max(span.End, NounPhrase.Of(_tree, child).Span(_tree).End));
            }
        }

        int next = at + 1;
        if (head == at && next < _tree.Source.Count && _words.Lower(next) is "trafficking" or "smuggling" or "trade" or "fire" or "attack" && _tree.Source.Sentences.Of(next) == _tree.Source.Sentences.Of(at))
        {
            span = new(span.Start, Math.Max(span.End, _tree.Source.Tokens.Ends[next]));
        }

        return span;
    }

    private string? KindOf(int head, IReadOnlyList<KindWords> kinds)
    {
        NounPhrase phrase = NounPhrase.Of(_tree, head);
        for (int at = phrase.End - 1; at >= phrase.First; at--)
        {
            if (KindOfWord(at, kinds) is { } kind)
            {
                return kind;
            }
        }

        foreach (int child in _tree.Of(head))
        {
            if (child > head && _tree.Relation(child) is Deprel.Conj or Deprel.Nmod && _tree.IsNominal(child) && KindOfWord(child, kinds) is { } kind)
            {
                return kind;
            }
        }

        return null;
    }

    public string? KindOfWord(int token, IReadOnlyList<KindWords> kinds)
    {
        foreach (KindWords kind in kinds)
        {
            if (_words.Fits(token, kind.Words))
            {
                return kind.Name;
            }
        }

        return null;
    }
}
