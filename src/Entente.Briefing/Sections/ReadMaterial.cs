using Entente.Analysis.Dyads;
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
internal sealed record ReadMaterial(IReadOnlyList<Document> Documents, BriefRecords Records, IReadOnlyList<CodedEvent> Counted, DyadTable Table, Names Names, RecordLine Line)
{
    private readonly Dictionary<string, CodedEvent> _events = Counted.DistinctBy(coded => coded.Id).ToDictionary(coded => coded.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Document> _documents = Documents.ToDictionary(document => document.Id, StringComparer.Ordinal);

    /// <summary>The counted events by pair. Those that are counted although they are claimed do not bear the mark here.</summary>
    public IReadOnlyList<DyadicEvent> Rows { get; } =
        [.. Counted.SelectMany(coded => DyadicEvents.Of(coded, "entente", null)).Where(row => !row.Dyad.IsDomestic).Select(row => row with { Claimed = false })];

    /// <summary>The counted event of an id; null for none.</summary>
    public CodedEvent? Event(string id) => _events.GetValueOrDefault(id);

    /// <summary>The day a document was published; null where it was not given.</summary>
    public DateOnly? Told(string docId) => _documents.GetValueOrDefault(docId)?.Date;

    /// <summary>The weightiest counted events of some rows, by score, then day and id.</summary>
    public IReadOnlyList<CodedEvent> Weightiest(IEnumerable<DyadicEvent> rows, int most) =>
    [
        .. rows.OrderByDescending(row => Math.Abs(row.Score)).ThenBy(row => row.When.Start).ThenBy(row => row.EventId, StringComparer.Ordinal)
            .Select(row => row.EventId).Distinct(StringComparer.Ordinal).Take(most).Select(id => _events[id]),
    ];

    /// <summary>What is marked in quoted sentences of events.</summary>
    public static SectionKey Key { get; } = new("who acts", "the act", "towards whom");
}
