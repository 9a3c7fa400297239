using Entente.Records;

namespace Entente.Lexicon.Importing;

/// <summary>One line of a dictionary without its comment.</summary>
/// <param name="Text">Without comment and blanks at the end; never empty.</param>
/// <param name="Number">1-based.</param>
internal readonly record struct DictionaryLine(string Text, int Number)
{
    /// <summary>The lines of a file that say something: comments after <c>#</c> or <c>;</c> and XML-like lines of the header are passed over.</summary>
    public static IEnumerable<DictionaryLine> Of(TextReader reader)
    {
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            int comment = line.AsSpan().IndexOfAny('#', ';');
            string text = (comment < 0 ? line : line[..comment]).TrimEnd();
            if (text.Trim().Length > 0 && text[0] != '<')
            {
                yield return new(text, number);
            }
        }
    }

    /// <summary>What stands in square brackets, one entry for each pair; the rest of the line before the first.</summary>
    public (string Before, IReadOnlyList<string> Codes) Parts()
    {
        var codes = new List<string>();
        int first = Text.IndexOf('[', StringComparison.Ordinal);
        for (int open = first; open >= 0; open = Text.IndexOf('[', open + 1))
        {
            int close = Text.IndexOf(']', open);
            if (close < 0)
            {
                break;
            }

            codes.Add(Text[(open + 1)..close].Trim());
        }

        return (first < 0 ? Text.Trim() : Text[..first].Trim(), codes);
    }

    /// <summary><c>HAMID_KARZAI_</c> as it is written elsewhere.</summary>
    public static string Name(string written) => string.Join(' ', written.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Capitalised));

    /// <summary>A fault of a line.</summary>
    public Diagnostic Problem(string file, string message, string help) => new(file, Number, "LEX040", message, help);

    private static string Capitalised(string word, int index)
    {
        bool small = index > 0 && word is "OF" or "THE" or "AND" or "FOR" or "IN" or "ON" or "AL" or "BIN" or "DE" or "LA";
        return small ? word.ToLowerInvariant() : word.Any(char.IsAsciiLetterLower) ? word : word[..1] + word[1..].ToLowerInvariant();
    }
}
