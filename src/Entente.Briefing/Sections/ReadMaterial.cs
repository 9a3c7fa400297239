using Entente.Analysis.Dyads;
using Entente.Analysis.Stories;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>What the analytical sections of a brief are made of.</summary>
/// <param name="Documents">All that was read, each once.</param>
/// <param name="Records">All that was coded.</param>
/// <param name="Counted">The events that count; records of one act in reprints once.</param>
/// <param name="Table">Their counts.</param>
/// <param name="Names">Words for parties.</param>
/// <param name="Line">Quotes and anchors.</param>
/// <param name="Stories">The documents by text, the first printing first.</param>
/// <param name="History">What decides where a pair stands: also what was coded before the window; its events are those that count.</param>
/// <param name="Window">The days that the brief tells of; null for all.</param>
internal sealed record ReadMaterial(
    IReadOnlyList<Document> Documents, BriefRecords Records, IReadOnlyList<CodedEvent> Counted, DyadTable Table, Names Names, RecordLine Line,
    IReadOnlyList<Story> Stories, BriefRecords History, BriefWindow? Window)
{
    private readonly Dictionary<string, CodedEvent> _events = Counted.Concat(History.Events).DistinctBy(coded => coded.Id).ToDictionary(coded => coded.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _documents = Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, string> _reports = Stories.SelectMany(story => story.Documents.Select(document => (document.Id, First: story.Documents[0].Id)))
        .DistinctBy(pair => pair.Id, StringComparer.Ordinal).ToDictionary(pair => pair.Id, pair => pair.First, StringComparer.Ordinal);

    /// <summary>The counted events by pair. Those that are counted although they are claimed do not bear the mark here.</summary>
    public IReadOnlyList<DyadicEvent> Rows { get; } = RowsOf(Counted);

    /// <summary>The same, with those from before the window.</summary>
    public IReadOnlyList<DyadicEvent> AllRows { get; } = RowsOf(History.Events);

    /// <summary>The counted event of an id; null for none.</summary>
    public CodedEvent? Event(string id) => _events.GetValueOrDefault(id);

    /// <summary>The day a document was published; null where it was not given.</summary>
    public DateOnly? Told(string docId) => _documents.GetValueOrDefault(docId)?.Date;

    /// <summary>The report that a document prints: the first document with its text.</summary>
    public string ReportOf(string docId) => _reports.GetValueOrDefault(docId, docId);

    /// <summary>The weightiest counted events of some rows, by score, then day and id.</summary>
    public IReadOnlyList<CodedEvent> Weightiest(IEnumerable<DyadicEvent> rows, int most) =>
    [
        .. rows.OrderByDescending(row => Math.Abs(row.Score)).ThenBy(row => row.When.Start).ThenBy(row => row.EventId, StringComparer.Ordinal)
            .Select(row => row.EventId).Distinct(StringComparer.Ordinal).Take(most).Select(id => _events[id]),
    ];

    private static DyadicEvent[] RowsOf(IReadOnlyList<CodedEvent> events) =>
        [.. events.SelectMany(coded => DyadicEvents.Of(coded, "entente", null)).Where(row => !row.Dyad.IsDomestic).Select(row => row with { Claimed = false })];

    /// <summary>What is marked in quoted sentences of events.</summary>
    public static SectionKey Key { get; } = new("who acts", "the act", "towards whom");
}
