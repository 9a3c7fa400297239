using Entente.Coding.Learning;
using Entente.Language;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Coding.Tests.Specs;

/// <summary>The repository's lexicon and models, loaded once for all tests.</summary>
internal static class World
{
    private static readonly Lazy<LanguagePipeline> Pipeline = new(() => LanguagePipeline.Load(Path.Combine(Root!, "models")));
    private static readonly Lazy<WorldLexicon> Words = new(() => WorldLexicon.Load(Path.Combine(Root!, "lexicon")));
    private static readonly Lazy<EventCoder> Coder = new(() => new EventCoder(Words.Value));

    private static readonly Lazy<EventCoder> StandingCoder = new(() =>
    {
        using FileStream model = File.OpenRead(Path.Combine(Root!, "models", "standing.bin"));
        return new EventCoder(Words.Value, null, ChoiceModel.Load(model));
    });

    private static readonly Lazy<RecordCoder> Records = new(() => new RecordCoder(Words.Value));

    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    public static WorldLexicon Lexicon => Words.Value;

    public static EventCoder EventCoder => Coder.Value;

    public static AnalyzedText Analyze(string text) => Pipeline.Value.Analyze(text);

    /// <summary>Codes a text as printed on a day.</summary>
    public static IReadOnlyList<CodedEvent> Code(DateOnly day, string text, Tracing.Trace? trace = null) =>
        Coder.Value.Code(new Document("spec", day, text), Analyze(text), trace);

    /// <summary>Codes a text with the shipped model of status, source and claims.</summary>
    public static IReadOnlyList<CodedEvent> CodeWithStanding(DateOnly day, string text, Tracing.Trace? trace = null) =>
        StandingCoder.Value.Code(new Document("standing", day, text), Analyze(text), trace);

    /// <summary>All records but events of a text as printed on a day.</summary>
    public static CodedRecords CodeRecords(DateOnly day, string text) =>
        Records.Value.Code(new Document("spec", day, text), Analyze(text), RecordKinds.All);

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Entente.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new DirectoryNotFoundException("The tests run inside the repository: no Entente.slnx above " + AppContext.BaseDirectory);
    }
}
