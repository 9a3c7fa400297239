using System.Globalization;
using System.Text;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>When two spans agree: by their words, articles and the possessive s apart.</summary>
internal sealed class SpanMatching
{
    private readonly List<TextSpan> _words = [];

    public SpanMatching(string text)
    {
        int start = -1;
        for (int at = 0; at <= text.Length;)
        {
            int length = 1;
            bool inWord = false;
            if (at < text.Length)
            {
                inWord = Rune.TryGetRuneAt(text, at, out Rune rune) && IsWord(rune);
                length = inWord ? rune.Utf16SequenceLength : 1;
            }

            if (inWord && start < 0)
            {
                start = at;
            }
            else if (!inWord && start >= 0)
            {
                if (!IsStop(text.AsSpan(start, at - start)))
                {
                    _words.Add(new(start, at));
                }

                start = -1;
            }

            at += length;
        }
    }

    /// <summary>Numbers of the words of which a span covers more than half.</summary>
    public HashSet<int> Covered(TextSpan span)
    {
        var covered = new HashSet<int>();
        for (int i = 0; i < _words.Count; i++)
        {
            TextSpan word = _words[i];
            if (2 * (Math.Min(word.End, span.End) - Math.Max(word.Start, span.Start)) > word.Length)
            {
                covered.Add(i);
            }
        }

        return covered;
    }

    /// <summary>Whether twice the shared words are at least half of both spans' words.</summary>
    public bool Agree(TextSpan gold, TextSpan answer)
    {
        HashSet<int> left = Covered(gold), right = Covered(answer);
        if (left.Count == 0 || right.Count == 0)
        {
            return false;
        }

        int shared = left.Count(right.Contains);
        return 2 * shared >= 0.5 * (left.Count + right.Count);
    }

    public bool AnyAgree(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> answers) => gold.Any(g => answers.Any(a => Agree(g, a)));

    /// <summary>Matches two lists one to one, the pair with the longest shared stretch first.</summary>
    public static Tally Pair(IReadOnlyList<TextSpan> gold, IReadOnlyList<TextSpan> answers, Func<TextSpan, TextSpan, bool> agree)
    {
        var pairs = new List<(int Shared, int Gold, int Answer)>();
        for (int i = 0; i < gold.Count; i++)
        {
            for (int j = 0; j < answers.Count; j++)
            {
                if (agree(gold[i], answers[j]))
                {
                    pairs.Add((-(Math.Min(gold[i].End, answers[j].End) - Math.Max(gold[i].Start, answers[j].Start)), i, j));
                }
            }
        }

        pairs.Sort();
        var usedGold = new HashSet<int>();
        var usedAnswers = new HashSet<int>();
        int right = 0;
        foreach ((_, int i, int j) in pairs)
        {
            if (!usedGold.Contains(i) && !usedAnswers.Contains(j))
            {
                usedGold.Add(i);
                usedAnswers.Add(j);
                right++;
            }
        }

        return new(right, answers.Count - right, gold.Count - right);
    }

    private static bool IsWord(Rune rune) => rune.Value == '_' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static bool IsStop(ReadOnlySpan<char> word) =>
        word.Equals("the", StringComparison.OrdinalIgnoreCase) || word.Equals("a", StringComparison.OrdinalIgnoreCase)
        || word.Equals("an", StringComparison.OrdinalIgnoreCase) || word.Equals("s", StringComparison.OrdinalIgnoreCase);
}
