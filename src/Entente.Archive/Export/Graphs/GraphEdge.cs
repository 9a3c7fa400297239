using Entente.Records;

namespace Entente.Archive.Export.Graphs;

/// <summary>A rung of a ladder with its 90 % interval.</summary>
/// <param name="Level">The rung; 0 for none.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record GraphLevel(int Level, int Low, int High);

/// <summary>All events between one ordered pair, as an edge.</summary>
/// <param name="Dyad">From whom, to whom.</param>
/// <param name="Events">How many.</param>
/// <param name="Cooperation">Of these, verbal and material cooperation.</param>
/// <param name="Conflict">Of these, verbal and material conflict.</param>
/// <param name="Score">Sum of PLOVER scores.</param>
/// <param name="First">First day of the first.</param>
/// <param name="Last">Last day of the last.</param>
/// <param name="Evidence">Ids of the events that weigh most, ten at most, apart by blanks.</param>
public sealed record GraphEdge(Dyad Dyad, int Events, int Cooperation, int Conflict, double Score, DateOnly First, DateOnly Last, string Evidence)
{
    private const int MostEvidence = 10;

    /// <summary>1 where scores sum to more than 0, -1 where to less, else 0.</summary>
    public int Sign => Math.Sign(Score);

    /// <summary>Runs of periods in which there were events, each from its first day to the last of its last period.</summary>
    public IReadOnlyList<(DateOnly Start, DateOnly End)> Spells { get; init; } = [];

    /// <summary>The rung on which the pair stands at the end on the ladder of engagement; null where nobody looked.</summary>
    public GraphLevel? Engagement { get; init; }

    /// <summary>The same on the ladder of hostility.</summary>
    public GraphLevel? Hostility { get; init; }

    /// <summary>The edges of events, in the order of their pairs.</summary>
    /// <param name="events">In any order.</param>
    /// <param name="kind">Length of the periods that spells are made of.</param>
    public static IReadOnlyList<GraphEdge> Of(IEnumerable<DyadicEvent> events, PeriodKind kind) =>
        [.. events.GroupBy(coded => coded.Dyad).OrderBy(group => group.Key).Select(group => Of(group.Key, [.. group], kind))];

    private static GraphEdge Of(Dyad dyad, IReadOnlyList<DyadicEvent> events, PeriodKind kind)
    {
        int cooperation = events.Count(coded => coded.Type.Quad() <= Quad.MaterialCooperation);
        IEnumerable<string> evidence = events.OrderByDescending(coded => Math.Abs(coded.Score)).ThenByDescending(coded => coded.When.Start).ThenBy(coded => coded.EventId, StringComparer.Ordinal)
            .Select(coded => coded.EventId).Distinct().Take(MostEvidence);
        double score = Math.Round(events.Sum(coded => (long)Math.Round(coded.Score * 10)) / 10.0, 1);
        return new(dyad, events.Count, cooperation, events.Count - cooperation, score, events.Min(coded => coded.When.Start), events.Max(coded => coded.When.End).AddDays(-1), string.Join(' ', evidence))
        {
            Spells = SpellsOf(events, kind),
        };
    }

    private static List<(DateOnly Start, DateOnly End)> SpellsOf(IReadOnlyList<DyadicEvent> events, PeriodKind kind)
    {
        var spells = new List<(DateOnly Start, DateOnly End)>();
        foreach (Period period in events.Select(coded => Period.Of(coded.When.Start, kind)).Distinct().Order())
        {
            if (spells.Count > 0 && spells[^1].End == period.Start.AddDays(-1))
            {
                spells[^1] = (spells[^1].Start, period.End.AddDays(-1));
            }
            else
            {
                spells.Add((period.Start, period.End.AddDays(-1)));
            }
        }

        return spells;
    }
}
