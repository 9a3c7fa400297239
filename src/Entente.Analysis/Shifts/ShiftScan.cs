using Entente.Analysis.Dyads;
using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>One series that was looked at, and what it shows.</summary>
/// <param name="Pair">The ordered pair; without direction, its first party by code before the second.</param>
/// <param name="IsDirected">Whether only what the first did to the second is counted.</param>
/// <param name="Quad">What is counted.</param>
/// <param name="Found">Its shifts.</param>
public sealed record WatchedSeries(Dyad Pair, bool IsDirected, Quad Quad, SeriesShifts Found);

/// <summary>Which series are looked at.</summary>
public sealed record ShiftScanOptions
{
    /// <summary>Each direction by itself, instead of both together.</summary>
    public bool Directed { get; init; }

    /// <summary>How shifts are looked for; the defaults of <see cref="ShiftScan.DefaultsOf"/> when null.</summary>
    public ShiftOptions? Shifts { get; init; }

    /// <summary>How many threads work; the result is the same, whatever the number.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Looks for shifts in each quad of each pair of different parties.</summary>
/// <remarks>
/// Each series runs over the same periods, from the first to the last with any coverage, zeros filled. Where there is no coverage at all, every period from the first event to
/// the last counts alike, and nothing tells more events from more writing.
/// </remarks>
public static class ShiftScan
{
    /// <summary>The defaults for a length of periods: stretches of at least a week of days, three weeks, two months, quarters or years.</summary>
    public static ShiftOptions DefaultsOf(PeriodKind kind) => new()
    {
        ShortestStretch = kind switch
        {
            PeriodKind.Day => 7,
            PeriodKind.Week => 3,
            _ => 2,
        },
    };

    /// <summary>The periods that are looked at, and how much was read in each (1 each where there is no coverage).</summary>
    public static (IReadOnlyList<Period> Periods, IReadOnlyList<double> Exposures) Window(IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage)
    {
        Period[] bounds = coverage.Count > 0 ? [.. coverage.Select(c => c.Period)] : [.. counts.Select(c => c.Period)];
        if (bounds.Length == 0)
        {
            return ([], []);
        }

        Period[] periods = [.. Period.Range(bounds.Min(), bounds.Max())];
        Dictionary<Period, int> documents = coverage.GroupBy(c => c.Period).ToDictionary(g => g.Key, g => g.Sum(c => c.Documents));
        return (periods, [.. periods.Select(p => coverage.Count == 0 ? 1.0 : documents.GetValueOrDefault(p))]);
    }

    /// <summary>Every series with at least two events, by pair and quad.</summary>
    /// <param name="counts">In any order, of one kind of period.</param>
    /// <param name="coverage">Documents per period, of the same kind.</param>
    /// <param name="options">Which; the defaults when null.</param>
    /// <exception cref="ArgumentException">There are more than <see cref="ShiftDetector.MostPeriods"/> periods.</exception>
    public static IReadOnlyList<WatchedSeries> Of(IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage, ShiftScanOptions? options = null)
    {
        options ??= new();
        (IReadOnlyList<Period> periods, IReadOnlyList<double> exposures) = Window(counts, coverage);
        if (periods.Count > ShiftDetector.MostPeriods)
        {
            throw new ArgumentException($"{periods.Count} periods are more than the {ShiftDetector.MostPeriods} that can be searched at once", nameof(counts));
        }

        if (periods.Count == 0)
        {
            return [];
        }

        ShiftOptions search = options.Shifts ?? DefaultsOf(periods[0].Kind);
        return
        [
            .. DyadSeries.Of(counts, options.Directed).Where(s => !s.Pair.IsDomestic).OrderBy(s => s.Pair)
                .SelectMany(s => Enum.GetValues<Quad>().Select(quad => (Series: s, Quad: quad)))
                .Where(item => item.Series.Total[item.Quad] > 1)
                .AsParallel().AsOrdered().WithDegreeOfParallelism(options.Threads)
                .Select(item => new WatchedSeries(
                    item.Series.Pair, options.Directed, item.Quad,
                    ShiftDetector.Find(new(periods, item.Series.Count(periods, tally => tally[item.Quad]), exposures), search))),
        ];
    }
}
