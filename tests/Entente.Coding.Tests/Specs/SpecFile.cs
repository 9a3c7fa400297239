namespace Entente.Coding.Tests.Specs;

/// <summary>One fenced block (<c>event</c>, <c>agreement</c>, <c>tie</c>, <c>assessment</c>) of a file of specs: a day, a text, and what it is to be coded as.</summary>
/// <param name="Place">File and line: <c>negation.md:12</c>.</param>
/// <param name="Day">The day of publication.</param>
/// <param name="Text">The text; its lines are joined by blanks.</param>
/// <param name="Expected">What stands after <c>=></c>.</param>
internal sealed record Spec(string Place, DateOnly Day, string Text, string Expected)
{
    /// <summary>All blocks of all files of a folder, by file name, then in file order.</summary>
    public static IEnumerable<Spec> ReadAll(string folder, string kind = "event") =>
        Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(file => Read(file, kind));

    private static IEnumerable<Spec> Read(string file, string kind)
    {
        string[] lines = File.ReadAllLines(file);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```" + kind)
            {
                continue;
            }

            string place = $"{Path.GetFileName(file)}:{i + 1}";
            DateOnly day = DateOnly.ParseExact(lines[++i], "yyyy-MM-dd");
            var text = new List<string>();
            while (!lines[++i].StartsWith("=>", StringComparison.Ordinal))
            {
                text.Add(lines[i]);
            }

            var expected = new List<string>();
            for (; lines[i] != "```"; i++)
            {
                expected.Add(lines[i][2..].Trim());
            }

            yield return new(place, day, string.Join(' ', text), string.Join(" ; ", expected));
        }
    }
}
