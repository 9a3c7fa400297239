using Entente.Records;

namespace Entente.Briefing.Evidences;

/// <summary>Sentences of a text by line ends and full stops, for callers who bring none of their own.</summary>
/// <remarks>Only decides how much text stands around an event; coding uses the language layer's sentences.</remarks>
internal static class PlainSentences
{
    private static readonly string[] Abbreviations =
        ["Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Maj", "Sgt", "Capt", "Adm", "Prof", "Rep", "Sen", "Gov", "St", "No", "Jan", "Feb", "Aug", "Sept", "Oct", "Nov", "Dec", "vs"];

    /// <summary>The sentences, rising, without the blanks between them.</summary>
    public static IReadOnlyList<TextSpan> Split(string text)
    {
        var sentences = new List<TextSpan>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool line = text[i] is '\n' or '\r';
            if (line || EndsSentence(text, i))
            {
                int end = line ? i : AfterClosers(text, i + 1);
                Add(sentences, text, start, end);
                start = end;
                i = Math.Max(i, end - 1);
            }
        }

        Add(sentences, text, start, text.Length);
        return sentences;
    }

    private static void Add(List<TextSpan> sentences, string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            sentences.Add(new(start, end));
        }
    }

    private static bool EndsSentence(string text, int at)
    {
        if (text[at] is not ('.' or '!' or '?' or '…' or '؟' or '。'))
        {
            return false;
        }

        int next = AfterClosers(text, at + 1);
        if (next < text.Length && !char.IsWhiteSpace(text[next]))
        {
            return text[at] == '。';
        }

        while (next < text.Length && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next == text.Length || (!char.IsLower(text[next]) && !(text[at] == '.' && IsAbbreviation(text, at)));
    }

    private static bool IsAbbreviation(string text, int dot)
    {
        int start = dot;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        ReadOnlySpan<char> word = text.AsSpan(start, dot - start);
        if (word.Length == 1 && char.IsUpper(word[0]))
        {
            return true;
        }

        foreach (string abbreviation in Abbreviations)
        {
            if (word.SequenceEqual(abbreviation))
            {
                return true;
            }
        }

        return false;
    }

    private static int AfterClosers(string text, int at)
    {
        while (at < text.Length && text[at] is ('"' or '\'' or '”' or '’' or '»' or ')' or ']'))
        {
            at++;
        }

        return at;
    }
}
