using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>Datelines: "KILIS, Turkey (AP) --" before the first words of a report.</summary>
internal static class Datelines
{
    private const int Longest = 14;

    /// <summary>The word after a sentence's dateline; the sentence's first word where it has none.</summary>
    /// <remarks>A place in capitals, or names with an agency in brackets, up to a dash with a blank before it.</remarks>
    public static int EndOf(AnalyzedText text, int sentence)
    {
        int first = text.Sentences.First(sentence), end = Math.Min(text.Sentences.End(sentence) - 2, first + Longest);
        bool capitals = first < end && IsCapitals(text[first].Text);
        bool agency = false;
        for (int token = first; token < end; token++)
        {
            ReadOnlySpan<char> word = text[token].Text;
            if (word is "-" or "–" or "—" or "--" && token > first && text.Tokens.Starts[token] > text.Tokens.Ends[token - 1])
            {
                return capitals || agency || (token - first <= 3 && !HasDash(text, token + 1, text.Sentences.End(sentence))) ? token + 1 : first;
            }

            agency |= word is "(";
            if (word.Length == 0 || !(char.IsUpper(word[0]) || char.IsDigit(word[0]) || char.IsPunctuation(word[0])) || word is "." && token > first && !agency)
            {
                return first;
            }
        }

        return first;
    }

    /// <summary>A second dash makes the first one a parenthesis: "Turkey - a NATO member - attacked …".</summary>
    private static bool HasDash(AnalyzedText text, int first, int end)
    {
        for (int token = first; token < end; token++)
        {
            if (text[token].Text is "-" or "–" or "—" or "--" && text.Tokens.Starts[token] > text.Tokens.Ends[token - 1])
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        int letters = 0;
        foreach (char c in word)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters >= 3;
    }
}
