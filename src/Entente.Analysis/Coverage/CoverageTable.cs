using Entente.Analysis.Dyads;
using Entente.Records;

namespace Entente.Analysis.Coverage;

/// <summary>What one outlet gave.</summary>
/// <param name="Name">As the documents write it; null where they do not say.</param>
/// <param name="Documents">Documents of the outlet.</param>
/// <param name="Events">Events coded in them, of any status.</param>
public sealed record PublisherShare(string? Name, int Documents, int Events);

/// <summary>One happening as far as the records tell it apart: the same parties, category and date.</summary>
/// <param name="Actors">Countries and bodies that act, in order.</param>
/// <param name="Recipients">Countries and bodies acted upon, in order; empty where nobody is named.</param>
/// <param name="Type">The category.</param>
/// <param name="Date">When it took place.</param>
/// <param name="EventIds">The events that tell it, in order of date, document and sentence.</param>
/// <param name="Publishers">Outlets that tell it; a document without a publisher counts as an outlet of its own.</param>
public sealed record ReportedItem(
    IReadOnlyList<string> Actors,
    IReadOnlyList<string> Recipients,
    PloverType Type,
    DateSpan Date,
    IReadOnlyList<string> EventIds,
    int Publishers);

/// <summary>How much was read, from whom, and about whom.</summary>
/// <remarks>The denominators of everything else: a change in what was written looks like a change in what was done.</remarks>
public sealed class CoverageTable
{
    private CoverageTable()
    {
    }

    /// <summary>Number of documents.</summary>
    public int Documents { get; private init; }

    /// <summary>Documents in which at least one event was coded.</summary>
    public int DocumentsWithEvents { get; private init; }

    /// <summary>Days of publication, first to last; null without documents.</summary>
    public DateSpan? Published { get; private init; }

    /// <summary>Outlets: most documents first, then by name; the unnamed last among equals.</summary>
    public required IReadOnlyList<PublisherShare> Publishers { get; init; }

    /// <summary>Documents by period of publication, without gaps, in order.</summary>
    public required IReadOnlyList<(Period Period, int Documents)> ByPeriod { get; init; }

    /// <summary>
    /// For each country or body, in how many documents of each period an event names it, as actor or recipient and in any
    /// status. Documents that mention it without an event are not seen here.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<Period, int>> Parties { get; init; }

    /// <summary>Reported events put together by parties, category and date; in order of date, parties and category.</summary>
    public required IReadOnlyList<ReportedItem> Items { get; init; }

    /// <summary>Measures what was read.</summary>
    /// <param name="documents">In any order; ids unique.</param>
    /// <param name="events">Events of these documents; those of other documents count for nobody's coverage.</param>
    /// <param name="kind">Length of the periods.</param>
    public static CoverageTable Of(IReadOnlyList<Document> documents, IReadOnlyList<CodedEvent> events, PeriodKind kind)
    {
        var byId = new Dictionary<string, Document>(StringComparer.Ordinal);
        foreach (Document document in documents)
        {
            byId.TryAdd(document.Id, document);
        }

        CodedEvent[] known = [.. events.Where(e => byId.ContainsKey(e.DocId))];
        return new()
        {
            Documents = documents.Count,
            DocumentsWithEvents = known.Select(e => e.DocId).Distinct(StringComparer.Ordinal).Count(),
            Published = Span(documents),
            Publishers = PublishersOf(documents, known, byId),
            ByPeriod = PeriodsOf(documents, kind),
            Parties = PartiesOf(known, byId, kind),
            Items = ItemsOf(known, byId),
        };
    }

    private static DateSpan? Span(IReadOnlyList<Document> documents)
    {
        if (documents.Count == 0)
        {
            return null;
        }

        DateOnly last = documents.Max(d => d.Date);
        return last == DateOnly.MaxValue ? null : new DateSpan(documents.Min(d => d.Date), last.AddDays(1));
    }

    private static PublisherShare[] PublishersOf(IReadOnlyList<Document> documents, CodedEvent[] events, Dictionary<string, Document> byId)
    {
        var eventsOf = events.GroupBy(e => byId[e.DocId].Publisher ?? "", StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return
        [
            .. documents.GroupBy(d => d.Publisher ?? "", StringComparer.Ordinal)
                .Select(g => new PublisherShare(g.Key.Length == 0 ? null : g.Key, g.Count(), eventsOf.GetValueOrDefault(g.Key)))
                .OrderByDescending(p => p.Documents).ThenBy(p => p.Name is null).ThenBy(p => p.Name, StringComparer.Ordinal),
        ];
    }

    private static (Period Period, int Documents)[] PeriodsOf(IReadOnlyList<Document> documents, PeriodKind kind)
    {
        if (documents.Count == 0)
        {
            return [];
        }

        var counts = documents.GroupBy(d => Period.Of(d.Date, kind)).ToDictionary(g => g.Key, g => g.Count());
        return [.. Period.Range(counts.Keys.Min(), counts.Keys.Max()).Select(p => (p, counts.GetValueOrDefault(p)))];
    }

    private static SortedDictionary<string, IReadOnlyDictionary<Period, int>> PartiesOf(
        CodedEvent[] events, Dictionary<string, Document> byId, PeriodKind kind)
    {
        var named = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (CodedEvent coded in events)
        {
            foreach (string party in DyadExpansion.Parties([.. coded.Actor, .. coded.Recipient]))
            {
                if (!named.TryGetValue(party, out HashSet<string>? ids))
                {
                    named.Add(party, ids = new(StringComparer.Ordinal));
                }

                ids.Add(coded.DocId);
            }
        }

        var parties = new SortedDictionary<string, IReadOnlyDictionary<Period, int>>(StringComparer.Ordinal);
        foreach ((string party, HashSet<string> ids) in named)
        {
            var perPeriod = new SortedDictionary<Period, int>();
            foreach (string id in ids)
            {
                Period period = Period.Of(byId[id].Date, kind);
                perPeriod[period] = perPeriod.GetValueOrDefault(period) + 1;
            }

            parties.Add(party, perPeriod);
        }

        return parties;
    }

    private static ReportedItem[] ItemsOf(CodedEvent[] events, Dictionary<string, Document> byId)
    {
        var items = events.Where(e => e.Status == EventStatus.Reported).GroupBy(Key, StringComparer.Ordinal).Select(g =>
        {
            CodedEvent[] told = [.. g.OrderBy(e => e.Date).ThenBy(e => e.DocId, StringComparer.Ordinal).ThenBy(e => e.Sentence).ThenBy(e => e.Id, StringComparer.Ordinal)];
            int publishers = told.Select(e => byId[e.DocId]).Select(d => d.Publisher is { Length: > 0 } name ? "p" + name : "d" + d.Id)
                .Distinct(StringComparer.Ordinal).Count();
            return (g.Key, Item: new ReportedItem(
                Sorted(told[0].Actor), Sorted(told[0].Recipient), told[0].Type, told[0].EventDate, [.. told.Select(e => e.Id)], publishers));
        });
        return [.. items.OrderBy(i => i.Item.Date.Start).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => i.Item)];
    }

    private static List<string> Sorted(IReadOnlyList<Entity> entities)
    {
        List<string> parties = DyadExpansion.Parties(entities);
        parties.Sort(StringComparer.Ordinal);
        return parties;
    }

    // A party without a country keeps its own words in the key, so that two unknown groups never become one.
    private static string Key(CodedEvent coded) =>
        $"{coded.EventDate}|{Words(coded.Actor)}|{Words(coded.Recipient)}|{coded.Type.Code()}";

    private static string Words(IReadOnlyList<Entity> entities) =>
        string.Join(',', entities.Select(e => DyadExpansion.PartyOf(e.Code) ?? $"'{e.Name ?? e.Quote.Text}'").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
