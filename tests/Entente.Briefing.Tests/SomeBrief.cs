using Entente.Records;

namespace Entente.Briefing.Tests;

/// <summary>The golden set as a brief.</summary>
internal static class SomeBrief
{
    private static readonly Dictionary<string, string> Countries = new(StringComparer.Ordinal)
    {
        ["AFG"] = "Afghanistan", ["RUS"] = "Russia", ["PAK"] = "Pakistan", ["IRN"] = "Iran", ["CHN"] = "China", ["USA"] = "United States", ["QAT"] = "Qatar",
    };

    public static readonly BriefRun Run = new()
    {
        Coder = "entente 0.1.0",
        Lexicon = "2026.1 (sha256 0f1e2d3c)",
        Models = [("tagger", "en 1"), ("parser", "en 1")],
        Sentences = 38,
        Refusals = new Dictionary<string, int> { ["no recipient that bears a code"] = 7, ["subject bears no code on the day"] = 12 },
    };

    public static readonly Diagnostic[] Problems =
        [new("samples/<undated>.txt", 0, "DOC003", "no date: expected a 'Date:' line or a date in the file's name", "give --date YYYY-MM-DD")];

    public static BriefOptions Options => new() { NameOf = c => Countries.GetValueOrDefault(c), Run = Run, Problems = Problems };

    public static Brief Golden(BriefOptions? options = null)
    {
        (List<Document> documents, List<CodedEvent> events) = MarkedArticles.Read(GoldenFile.Read("articles.txt"));
        return BriefBuilder.Build(documents, events, options ?? Options);
    }

    public static string Html(Brief brief) => Written(brief, HtmlWriter.Write);

    public static string Markdown(Brief brief) => Written(brief, MarkdownWriter.Write);

    public static string Json(Brief brief) => Written(brief, JsonWriter.Write);

    private static string Written(Brief brief, Action<Brief, TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(brief, writer);
        return writer.ToString();
    }
}
