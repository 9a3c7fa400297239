using Entente.Analysis.Counting;
using Entente.Records;

namespace Entente.Analysis.Dyads;

/// <summary>One dyad, or one pair without direction, period by period.</summary>
/// <param name="Pair">The ordered pair; without direction, its first party by code before the second.</param>
/// <param name="IsDirected">Whether only what the first did to the second is counted.</param>
/// <param name="Total">All periods together.</param>
/// <param name="Periods">In order; only periods with an event.</param>
public sealed record DyadSeries(Dyad Pair, bool IsDirected, EventTally Total, IReadOnlyDictionary<Period, EventTally> Periods)
{
    /// <summary>Puts the counts of an archive together.</summary>
    /// <param name="counts">In any order, of one kind of period; each row once.</param>
    /// <param name="directed">
    /// False adds both directions up. An event that is done together, such as a meeting, has a row each way and so counts twice: the counts do not tell
    /// the rows of one event apart (<see cref="DyadTable"/>, over events, does).
    /// </param>
    /// <returns>Most events first, then by pair.</returns>
    public static IReadOnlyList<DyadSeries> Of(IEnumerable<DyadCount> counts, bool directed)
    {
        var gathered = new SortedDictionary<Dyad, (EventTally Total, SortedDictionary<Period, EventTally> Periods)>();
        foreach (DyadCount counted in counts)
        {
            Relation relation = counted.Dyad.Relation;
            Dyad pair = directed ? counted.Dyad : new(relation.First, relation.Second);
            if (!gathered.TryGetValue(pair, out (EventTally Total, SortedDictionary<Period, EventTally> Periods) row))
            {
                gathered.Add(pair, row = (new(), []));
            }

            if (!row.Periods.TryGetValue(counted.Period, out EventTally? tally))
            {
                row.Periods.Add(counted.Period, tally = new());
            }

            row.Total.Add(counted);
            tally.Add(counted);
        }

        return [.. gathered.Select(g => new DyadSeries(g.Key, directed, g.Value.Total, g.Value.Periods)).OrderByDescending(s => s.Total.Count).ThenBy(s => s.Pair)];
    }

    /// <summary>The events of some categories in each of <paramref name="periods"/>, nought where there is none.</summary>
    public int[] Count(IReadOnlyList<Period> periods, Func<EventTally, int> of) =>
        [.. periods.Select(p => Periods.TryGetValue(p, out EventTally? tally) ? of(tally) : 0)];

    /// <summary>Events per 100 documents; null without documents.</summary>
    public static RateEstimate? Rate(EventTally tally, int documents) => RateEstimate.Of(tally.Count, documents / 100.0);
}
