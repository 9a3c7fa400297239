using System.Reflection;

namespace Entente.Briefing.Words;

/// <summary>Reads the tables of words that are built into the program.</summary>
internal static class WordTable
{
    /// <summary>The rows after comments and the heading, cut at tabs.</summary>
    public static IEnumerable<string[]> Rows(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('#')).Skip(1).Select(l => l.Split('\t'));

    /// <summary>A built-in file as text, its line ends LF.</summary>
    public static string Text(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program lacks its part '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
