using Entente.Analysis.Dyads;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing;

/// <summary>Sorts events into headed groups and months, and keeps the lists to a readable length.</summary>
/// <remarks>
/// Where there are more events than may be listed, each month of each group keeps its events of highest confidence, the
/// same number for every month; that number is the largest that fits. Where even one a month is too many, the months of
/// the first groups are kept.
/// </remarks>
internal sealed class EventListing(Names names, DyadTable table, DyadOptions counting)
{
    /// <summary>Relations that have a group of their own; the others share one.</summary>
    private const int MostRelations = 14;

    /// <summary>Fewest events for which an actor without a second party has a group of its own.</summary>
    private const int FewestAlone = 4;

    private sealed record Heading(int Section, int Rank, string Id, string Title);

    private sealed record Month(Heading Heading, DateOnly First, string Title, CodedEvent[] Events)
    {
        public List<CodedEvent> Listed { get; set; } = [];
    }

    /// <summary>The groups of counted events and those of the others, the events listed, and how many are not.</summary>
    public (IReadOnlyList<EventGroup> Happened, IReadOnlyList<EventGroup> Apart, IReadOnlyList<CodedEvent> Listed, int Unlisted) Of(
        IReadOnlyList<CodedEvent> events, int most, Func<CodedEvent, BriefEvent> words)
    {
        var alone = events.Where(e => DyadTable.Counts(e, counting) && DyadExpansion.Of(e).Count == 0).SelectMany(e => DyadExpansion.Parties(e.Actor).Take(1))
            .GroupBy(p => p, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var ranks = new Dictionary<Relation, int>();
        foreach (Relation relation in table.Principal)
        {
            ranks.Add(relation, ranks.Count);
        }

        Month[] months =
        [
            .. events.GroupBy(e => (Heading: HeadingOf(e, ranks, alone), Month: new DateOnly(e.EventDate.Start.Year, e.EventDate.Start.Month, 1), Title: MonthOf(e.EventDate)))
                .Select(g => new Month(g.Key.Heading, g.Key.Month, g.Key.Title, [.. InOrder(g)]))
                .OrderBy(m => m.Heading.Section).ThenBy(m => m.Heading.Rank).ThenBy(m => m.Heading.Title, StringComparer.Ordinal)
                .ThenBy(m => m.First).ThenBy(m => m.Title, StringComparer.Ordinal),
        ];
        Choose(months, most);
        CodedEvent[] listed = [.. months.SelectMany(m => m.Listed)];
        return (Groups(months, 0, words), Groups(months, 1, words), listed, events.Count - listed.Length);
    }

    private static void Choose(Month[] months, int most)
    {
        int each = months.Length == 0 ? 0 : months.Max(m => m.Events.Length);
        while (each > 1 && months.Sum(m => (long)Math.Min(each, m.Events.Length)) > most)
        {
            each--;
        }

        int left = most;
        foreach (Month month in months)
        {
            int take = Math.Min(Math.Min(each, month.Events.Length), left);
            month.Listed = [.. InOrder(month.Events.OrderByDescending(e => e.Confidence).Take(take))];
            left -= take;
        }
    }

    private static List<EventGroup> Groups(Month[] months, int section, Func<CodedEvent, BriefEvent> words) =>
    [
        .. months.Where(m => m.Heading.Section == section).GroupBy(m => m.Heading).Select(g => new EventGroup(
            g.Key.Id, g.Key.Title, g.Sum(m => m.Events.Length),
            [.. g.Select(m => new MonthGroup(m.Title, [.. m.Listed.Select(words)], m.Events.Length - m.Listed.Count))])),
    ];

    private static IOrderedEnumerable<CodedEvent> InOrder(IEnumerable<CodedEvent> events) =>
        events.OrderBy(e => e.EventDate.Start).ThenBy(e => e.Date).ThenBy(e => e.DocId, StringComparer.Ordinal)
            .ThenBy(e => e.Trigger.Span.Start).ThenBy(e => e.Id, StringComparer.Ordinal);

    private Heading HeadingOf(CodedEvent coded, Dictionary<Relation, int> ranks, Dictionary<string, int> alone)
    {
        if (!DyadTable.Counts(coded, counting))
        {
            Standing standing = Standing.Of(coded);
            return new(1, standing.Rank, standing.Anchor, standing.Name);
        }

        Relation? best = null;
        foreach (Relation relation in DyadExpansion.RelationsOf(coded))
        {
            best = best is { } other && Rank(other) <= Rank(relation) ? best : relation;
        }

        if (best is { } found)
        {
            return found.IsDomestic ? new(0, int.MaxValue - 3, "r-" + IdOf(found), Counted.Capital(names.Relation(found)))
                : Rank(found) < MostRelations ? new(0, Rank(found), "r-" + IdOf(found), Counted.Capital(names.Relation(found)))
                : new(0, int.MaxValue - 4, "r-others", "Other relations");
        }

        return DyadExpansion.Parties(coded.Actor) is not [string actor, ..] ? new(0, int.MaxValue, "r-none", "Parties not identified by country")
            : alone.GetValueOrDefault(actor) < FewestAlone ? new(0, int.MaxValue - 1, "r-alone", "Other parties, second party not identified")
            : new(0, int.MaxValue - 2, "r-" + IdOf(actor), Counted.Capital(names.Party(actor)) + ", second party not identified");

        int Rank(Relation relation) => ranks.GetValueOrDefault(relation, int.MaxValue - 4);
    }

    // The day a date starts on names its month only if the date lies within that month or is no longer than a week.
    private static string MonthOf(DateSpan date)
    {
        DateOnly last = date.End.AddDays(-1);
        bool known = (date.Start.Year, date.Start.Month) == (last.Year, last.Month) || date.End.DayNumber - date.Start.DayNumber <= 7;
        return known ? Counted.Month(date.Start) : Counted.When(date, DatePrecision.Year) + ", month not told";
    }

    private static string IdOf(string party) => party.Replace(' ', '.').ToLowerInvariant();

    /// <summary>The id of a relation's group, without its prefix.</summary>
    public static string IdOf(Relation relation) => $"{relation.First}-{relation.Second}".Replace(' ', '.').ToLowerInvariant();
}
