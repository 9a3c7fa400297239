using System.Collections.Frozen;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Attribution;

/// <summary>All sources that a sentence names, in text order.</summary>
internal sealed class SourceCandidates(Tree tree, Arguments arguments)
{
    private const int HeadingReach = 8;
    private const int Adjacent = 6;

    private static readonly FrozenSet<string> Reports = FrozenSet.ToFrozenSet(
        ["claim", "accusation", "allegation", "charge", "report", "account", "statement", "assertion", "complaint", "denial", "word", "view", "reckoning", "count", "estimate", "version"],
        StringComparer.Ordinal);

    /// <summary>Verbs that may name the author of a report beside what they tell themselves.</summary>
    private static readonly FrozenSet<string> Authors = FrozenSet.ToFrozenSet(
        ["boast", "retort", "counter", "blame", "trace", "call", "conclude", "find", "protest", "predict", "fear", "suspect", "pronounce", "stress", "swear", "vow", "brag", "lament", "speculate", "count", "identify", "attribute", "detail", "recount"],
        StringComparer.Ordinal);

    private readonly List<SourceCandidate> _found = [];
    private int _sentence = -1;

    /// <summary>The sources that a sentence names; the list is used again for the next sentence.</summary>
    public List<SourceCandidate> Of(int sentence)
    {
        if (sentence == _sentence)
        {
            return _found;
        }

        _sentence = sentence;
        _found.Clear();
        int first = tree.Source.Sentences.First(sentence), end = tree.Source.Sentences.End(sentence);
        for (int token = first; token < end; token++)
        {
            if (tree.Pos(token) == Upos.Verb)
            {
                AddSpeaker(token, first, end);
            }
            else if (IsAccordingTo(token))
            {
                Add(new(token, token, SourceKind.According));
            }
            else if (tree.Pos(token) == Upos.Noun && Reports.Contains(tree.Lemma(token)) && tree.Child(token, Deprel.NmodPoss) is >= 0 and int owner)
            {
                Add(new(owner, token, SourceKind.Owner));
            }
        }

        AddHeading(first, end);
        return _found;
    }

    /// <summary>The words of a source: the noun phrase, with "of …", "for …", "in …" that follows at once.</summary>
    public TextSpan SpanOf(int head)
    {
        int top = tree.Relation(head) is Deprel.Appos or Deprel.NmodDesc && tree.Head(head) is >= 0 and int name && name < head && head - name <= 2 && tree.IsNominal(name) && tree.Pos(head - 1) != Upos.Punct ? name : head;
        NounPhrase phrase = NounPhrase.Of(tree, top);
        if (top != head)
        {
            phrase = phrase with { End = Math.Max(phrase.End, NounPhrase.Of(tree, head).End) };
        }

        for (int last = top, steps = 0; last >= 0 && steps < 3; steps++)
        {
            int next = -1;
            foreach (int child in tree.Of(last))
            {
                if (child >= phrase.End && tree.Relation(child) == Deprel.Nmod && tree.Has(child, Deprel.Case) && !Times.CalendarWords.IsDayOrMonth(tree.Word(child)))
                {
                    NounPhrase longer = phrase.With(tree, child);
                    if (longer.End > phrase.End)
                    {
                        (phrase, next) = (longer, child);
                        break;
                    }
                }
            }

            last = next;
        }

        return phrase.Span(tree);
    }

    private void AddSpeaker(int verb, int first, int end)
    {
        bool says = SpeechVerbs.Contains(tree.Lemma(verb));
        if (!says && !Authors.Contains(tree.Lemma(verb)) && !tree.Has(verb, Deprel.Ccomp))
        {
            return;
        }

        int speaker = tree.Lemma(verb) is "quote" or "cite" && tree.Child(verb, Deprel.NsubjPass) is >= 0 and int quoted ? quoted : arguments.Subject(verb);
        if (speaker < 0 || speaker < first || speaker >= end)
        {
            speaker = says ? Beside(verb, first, end) : -1;
        }

        if (speaker >= 0)
        {
            Add(new(speaker, verb, says ? SourceKind.Speaker : SourceKind.Author));
        }
    }

    /// <summary>Where the tree names nobody: the noun just before the verb ("…, officials said") or just after ("…, said officials").</summary>
    private int Beside(int verb, int first, int end)
    {
        for (int token = verb - 1; token >= Math.Max(first, verb - Adjacent) && tree.Pos(token) != Upos.Punct; token--)
        {
            if (tree.Pos(token) is Upos.Noun or Upos.Propn or Upos.Pron && tree.Lemma(token) is not ("that" or "which" or "who"))
            {
                return tree.Pos(token) != Upos.Pron || token == verb - 1 ? token : -1;
            }
        }

        for (int token = verb + 1; token < Math.Min(end, verb + Adjacent) && tree.Pos(token) is not (Upos.Punct or Upos.Verb or Upos.Adp); token++)
        {
            if (tree.Pos(token) is Upos.Noun or Upos.Propn && (token + 1 >= end || tree.Pos(token + 1) is not (Upos.Noun or Upos.Propn or Upos.Part)))
            {
                return token;
            }
        }

        return -1;
    }

    private bool IsAccordingTo(int phrase)
    {
        foreach (int child in tree.Of(phrase))
        {
            if (tree.Relation(child) is Deprel.Case or Deprel.Mark && (tree.Is(child, "according") || tree.Is(child, "per")))
            {
                return true;
            }
        }

        return false;
    }

    private void AddHeading(int first, int end)
    {
        for (int token = first + 1; token < Math.Min(end, first + HeadingReach); token++)
        {
            if (tree.Word(token) is ":" && tree.IsNominal(token - 1))
            {
                Add(new(token - 1, token - 1, SourceKind.Heading));
                break;
            }
        }

        int last = tree.Pos(end - 1) == Upos.Punct ? end - 2 : end - 1;
        for (int token = last; token > Math.Max(first, last - HeadingReach); token--)
        {
            if (tree.Word(token) is "-" or "–" or "—" && token < last && tree.IsNominal(last))
            {
                Add(new(last, last, SourceKind.Heading));
                break;
            }
        }
    }

    private void Add(SourceCandidate candidate)
    {
        if ((tree.IsNominal(candidate.Head) || tree.Pos(candidate.Head) == Upos.Adj) && tree.Lemma(candidate.Head) is not ("nobody" or "none" or "nothing" or "it" or "that" or "which" or "who" or "there" or "what")
            || (tree.Lemma(candidate.Head) == "it" && SpeechVerbs.Contains(tree.Lemma(candidate.Word))))
        {
            _found.Add(candidate);
        }
    }
}
