using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>Counts by period, with how much was read in each.</summary>
/// <param name="Periods">In order, without gaps.</param>
/// <param name="Counts">Events of each period; as many as periods.</param>
/// <param name="Exposures">
/// Documents of each period: what the counts are rated by. A period with 0 is not observed: it is neither evidence of
/// quiet nor of change, and its count is left out.
/// </param>
public sealed record CountSeries(IReadOnlyList<Period> Periods, IReadOnlyList<int> Counts, IReadOnlyList<double> Exposures)
{
    /// <summary>Length of all periods together, in years of 365.25 days.</summary>
    public double Years => Periods.Count == 0 ? 0 : (Periods[^1].End.DayNumber - Periods[0].Start.DayNumber) / 365.25;

    /// <summary>All events in observed periods.</summary>
    public int Total => Counts.Where((_, i) => Exposures[i] > 0).Sum();

    /// <summary>A series where every period was read alike.</summary>
    public static CountSeries Of(Period first, IReadOnlyList<int> counts)
    {
        var periods = new List<Period>(counts.Count);
        for (Period? at = first; at is { } period && periods.Count < counts.Count; at = period.Next)
        {
            periods.Add(period);
        }

        return new(periods, counts, [.. Enumerable.Repeat(1.0, counts.Count)]);
    }
}
