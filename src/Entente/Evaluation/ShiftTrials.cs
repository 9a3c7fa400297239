using Entente.Analysis.Shifts;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>How the search for shifts does on series whose shifts are known.</summary>
/// <param name="threads">How many threads work; the figures are the same, whatever the number.</param>
/// <param name="stop">Ends a run early.</param>
internal sealed class ShiftTrials(int threads, CancellationToken stop)
{
    private const int Months = 120;
    private const int Margin = 5;
    private const double Rate = 0.01;
    private const double OnlineRate = 0.05;

    /// <summary>One simulated series: what was there, found, met within the margin; how late an alarm came.</summary>
    private sealed record Trial(int Real, int Found, int Met, int Covered, double Error);

    /// <summary>The table.</summary>
    public EvaluationResult Result(int quiet = 400, int shifting = 160) => new(
        "shifts",
        $"Simulated series of {Months} months, negative binomial (D: variance over mean), drawn by seed; asked for 0.01 false shifts a year. Without a shift: shifts found per series-year. "
        + $"With known shifts: precision, recall and F1 at a margin of {Margin} months, how many true dates lie in the stated 90 % interval of a shift that was met, and how far off the dates are (months). Online: asked for 0.05 false alarms a year; delay to the first alarm "
        + "(months, 36 where none came). "
        + $"Public series, at 0.001 false shifts a year: {Known("coal-mining disasters 1851 to 1962, which fell around 1890 (Jarrett 1979)", PublicSeries.CoalDisasters())}; "
        + $"{Known("the Nile 1871 to 1970, which fell after 1898", PublicSeries.Nile())}.",
        [.. Quiet(quiet), .. Seasonal(quiet), .. Shifting(shifting), .. Online(shifting / 4)]);

    private IEnumerable<ResultLine> Quiet(int series)
    {
        double[] even = [.. Enumerable.Repeat(1.0, Months)], tripled = [.. Enumerable.Range(0, Months).Select(i => i < Months / 2 ? 1.0 : 3.0)];
        (string Name, double Mean, double Dispersion, double[] Exposures)[] worlds =
        [
            ("0.3 a month, Poisson", 0.3, 1, even), ("1 a month, Poisson", 1, 1, even), ("1 a month, D 2", 1, 2, even), ("1 a month, D 5", 1, 5, even),
            ("4 a month, D 2", 4, 2, even), ("20 a month, D 5", 20, 5, even), ("1 a month, Poisson, coverage tripled", 1, 1, tripled), ("4 a month, D 2, coverage tripled", 4, 2, tripled),
        ];
        foreach ((string name, double mean, double dispersion, double[] exposures) in worlds)
        {
            Trial[] trials = Draw(new SimulatedSeries { Exposures = exposures, Rates = [mean], Dispersion = dispersion }, series);
            yield return new("no shift, " + name, series, [new("false shifts a year", Bootstrap.Of(trials, sample => sample.Sum(t => t.Found) / (sample.Count * Months / 12.0)))]);
        }
    }

    /// <summary>Every September six times as much as in other months, as exercises have it: drawn as exposure, which the search is not told.</summary>
    private IEnumerable<ResultLine> Seasonal(int series)
    {
        double[] autumn = [.. Enumerable.Range(0, Months).Select(i => i % 12 == 8 ? 6.0 : 1.0)];
        foreach ((string name, double mean, double dispersion) in ((string, double, double)[])[("1 a month, Poisson", 1, 1), ("4 a month, D 2", 4, 2)])
        {
            foreach (bool seasonal in (bool[])[false, true])
            {
                Trial[] trials = Draw(new SimulatedSeries { Exposures = autumn, Rates = [mean], Dispersion = dispersion }, series, isTold: false, seasonal);
                yield return new(
                    $"no shift, every September sixfold, {name}{(seasonal ? ", --seasonal" : "")}", series, [new("false shifts a year", Bootstrap.Of(trials, sample => sample.Sum(t => t.Found) / (sample.Count * Months / 12.0)))]);
            }

            Trial[] even = Draw(new SimulatedSeries { Exposures = [.. Enumerable.Repeat(1.0, Months)], Rates = [mean], Dispersion = dispersion }, series, isTold: true, seasonal: true);
            yield return new($"no shift, {name}, --seasonal", series, [new("false shifts a year", Bootstrap.Of(even, sample => sample.Sum(t => t.Found) / (sample.Count * Months / 12.0)))]);
        }
    }

    private IEnumerable<ResultLine> Shifting(int series)
    {
        double[] even = [.. Enumerable.Repeat(1.0, Months)];
        (string Name, SimulatedSeries World)[] worlds =
        [
            ("one, 1 to 2, Poisson", new() { Exposures = even, Cuts = [60], Rates = [1, 2] }),
            ("one, 1 to 3, Poisson", new() { Exposures = even, Cuts = [60], Rates = [1, 3] }),
            ("one, 4 to 1, Poisson", new() { Exposures = even, Cuts = [80], Rates = [4, 1] }),
            ("one, 2 to 6, D 2", new() { Exposures = even, Cuts = [60], Rates = [2, 6], Dispersion = 2 }),
            ("three, 2 8 1 5, D 2", new() { Exposures = even, Cuts = [30, 60, 90], Rates = [2, 8, 1, 5], Dispersion = 2 }),
        ];
        foreach ((string name, SimulatedSeries world) in worlds)
        {
            Trial[] trials = Draw(world, series);
            yield return new("shifts, " + name, series,
            [
                new("precision", Bootstrap.Of(trials, s => s.Sum(t => t.Met) / Math.Max(1.0, s.Sum(t => t.Found)))),
                new("recall", Bootstrap.Of(trials, s => s.Sum(t => t.Met) / (double)s.Sum(t => t.Real))),
                new("F1", Bootstrap.Of(trials, s => 2.0 * s.Sum(t => t.Met) / (s.Sum(t => t.Found) + s.Sum(t => t.Real)))),
                new("in interval", Bootstrap.Of(trials, s => s.Sum(t => t.Covered) / Math.Max(1.0, s.Sum(t => t.Met)))),
                new("months off", Bootstrap.Of(trials, s => s.Sum(t => t.Error) / Math.Max(1.0, s.Sum(t => t.Met)))),
            ]);
        }
    }

    private IEnumerable<ResultLine> Online(int series)
    {
        (string Name, double Before, double After, double Size)[] worlds =
            [("1 to 3, Poisson", 1, 3, double.PositiveInfinity), ("2 to 6, D 2", 2, 6, 2), ("4 to 1, Poisson", 4, 1, double.PositiveInfinity)];
        foreach ((string name, double before, double after, double size) in worlds)
        {
            double threshold = OnlineAlarm.ThresholdFor(before, size, OnlineRate / 12, 1);
            (int False, int Delay)[] trials = [.. Enumerable.Range(0, series).AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(stop).Select(i => Watch(new(before, size, threshold), before, after, size, (ulong)i))];
            yield return new("online, " + name, series,
            [
                new("false shifts a year", Bootstrap.Of(trials, s => s.Sum(t => t.False) / (s.Count * 5.0))),
                new("delay", Bootstrap.Of(trials, s => s.Average(t => t.Delay))),
            ]);
        }
    }

    /// <summary>Five quiet years, then up to three of the new rate.</summary>
    private static (int False, int Delay) Watch(OnlineAlarm alarm, double before, double after, double size, ulong seed)
    {
        const int quiet = 60, most = 36;
        CountSeries series = new SimulatedSeries
        {
            Exposures = [.. Enumerable.Repeat(1.0, quiet + most)],
            Cuts = [quiet],
            Rates = [before, after],
            Dispersion = double.IsPositiveInfinity(size) ? 1 : 1 + (before / size),
        }.Draw(seed + 77_000);
        int early = 0;
        for (int i = 0; i < quiet; i++)
        {
            early += alarm.Observe(series.Counts[i], 1) ? 1 : 0;
        }

        for (int delay = 1; delay <= most; delay++)
        {
            if (alarm.Observe(series.Counts[quiet + delay - 1], 1))
            {
                return (early, delay);
            }
        }

        return (early, most);
    }

    /// <param name="world">What is drawn.</param>
    /// <param name="series">How many.</param>
    /// <param name="isTold">Whether the search knows the exposures; otherwise it takes all periods as read alike.</param>
    /// <param name="seasonal">Whether it takes out a yearly pattern.</param>
    private Trial[] Draw(SimulatedSeries world, int series, bool isTold = true, bool seasonal = false) =>
    [
        .. Enumerable.Range(0, series).AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(stop).Select(i => Judge(world, (ulong)(i + 1) * 1_000_003, isTold, seasonal)),
    ];

    private static Trial Judge(SimulatedSeries world, ulong seed, bool isTold, bool seasonal)
    {
        CountSeries series = world.Draw(seed);
        series = isTold ? series : series with { Exposures = [.. series.Exposures.Select(_ => 1.0)] };
        IReadOnlyList<Shift> shifts = ShiftDetector.Find(series, new() { FalseAlarmsPerYear = Rate, Seasonal = seasonal }).Shifts;
        var left = shifts.ToList();
        int met = 0, covered = 0;
        double error = 0;
        foreach (int cut in world.Cuts)
        {
            Period truth = series.Periods[cut];
            Shift? nearest = left.Where(s => Off(s.At, truth) <= Margin).MinBy(s => Off(s.At, truth));
            if (nearest is not null)
            {
                left.Remove(nearest);
                met++;
                error += Off(nearest.At, truth);
                covered += nearest.Earliest <= truth && truth <= nearest.Latest ? 1 : 0;
            }
        }

        return new(world.Cuts.Count, shifts.Count, met, covered, error);
    }

    private static int Off(Period a, Period b) => Math.Abs(((a.Start.Year - b.Start.Year) * 12) + a.Start.Month - b.Start.Month);

    private static string Known(string name, CountSeries series) =>
        $"{name}: {string.Join(", ", ShiftDetector.Find(series, new() { FalseAlarmsPerYear = 0.001 }).Shifts.Select(s => FormattableString.Invariant($"{s.At} ({s.Earliest} to {s.Latest}), rate times {s.Ratio.Mean:0.00}")))}";
}
