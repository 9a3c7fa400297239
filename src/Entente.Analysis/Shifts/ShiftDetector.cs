using Entente.Analysis.Counting;
using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>Finds when the rate of events changed, looking back over a whole series.</summary>
/// <remarks>
/// Stretches are scored by <see cref="CountModel"/> with the size that <see cref="Dispersion"/> estimates; the bar that a cut must pass is
/// <see cref="NullCalibration"/>'s; cuts and the posteriors over their places are <see cref="Segmentation"/>'s. The result depends on nothing but the series
/// and the options. Rates that drift are outside the model, and so are rates that follow the seasons, unless <see cref="ShiftOptions.Seasonal"/> takes them out: they show as shifts.
/// </remarks>
public static class ShiftDetector
{
    /// <summary>Longest series that is taken: time and memory grow with the square.</summary>
    public const int MostPeriods = 1500;

    // Up to so many shifts together may be what lifts a series over the bar; once it is over, any number may be found.
    private const int MostTogether = 6;

    /// <summary>The shifts of one series.</summary>
    /// <exception cref="ArgumentException">The series is longer than <see cref="MostPeriods"/>, or its parts differ in length.</exception>
    public static SeriesShifts Find(CountSeries series, ShiftOptions? options = null)
    {
        options ??= new();
        if (series.Periods.Count > MostPeriods || series.Counts.Count != series.Periods.Count || series.Exposures.Count != series.Periods.Count)
        {
            throw new ArgumentException($"a series has at most {MostPeriods} periods, and as many counts and exposures as periods", nameof(series));
        }

        int[] seen = [.. Enumerable.Range(0, series.Periods.Count).Where(i => series.Exposures[i] > 0)];
        int[] counts = [.. seen.Select(i => series.Counts[i])];
        double mean = seen.Length == 0 ? 1 : seen.Average(i => series.Exposures[i]);
        double[] exposures = [.. seen.Select(i => series.Exposures[i] / mean)];
        exposures = options.Seasonal ? Seasons.Adjust([.. seen.Select(i => series.Periods[i])], counts, exposures) : exposures;
        int total = counts.Sum();
        double years = series.Periods.Count == 0 ? 0 : series.Years * seen.Length / series.Periods.Count;
        double expected = Math.Min(0.5, options.FalseAlarmsPerYear * years);
        if (total < 2 || seen.Length < 2 * options.ShortestStretch)
        {
            return new([], total, seen.Length, years, expected, 1);
        }

        var dispersion = new Dispersion(counts, exposures);
        var model = new CountModel(exposures, total, dispersion.Size);
        var segmentation = new Segmentation(model, counts, options.ShortestStretch);
        double reached = segmentation.Gains(Math.Min(MostTogether, (seen.Length / options.ShortestStretch) - 1)).Select((gain, k) => gain / (k + 1)).Max();
        double? penalty = reached <= 0 ? null : new NullCalibration(model, dispersion, exposures, total, options).Penalty(reached, expected);
        IReadOnlyList<Shift> shifts = penalty is { } bar ? Describe(series, seen, model, segmentation, segmentation.Best(bar), options) : [];
        return new(shifts, total, seen.Length, years, expected, dispersion.Ratio);
    }

    private static List<Shift> Describe(CountSeries series, int[] seen, CountModel model, Segmentation segmentation, List<int> cuts, ShiftOptions options)
    {
        double[][] places = segmentation.Places(cuts.Count);
        int[] borders = [0, .. cuts, seen.Length];
        double width = NormalWidth(options.Mass);
        var shifts = new List<Shift>();
        for (int i = 0; i < cuts.Count; i++)
        {
            int from = borders[i], at = borders[i + 1], to = borders[i + 2];
            (int earliest, int latest) = Shortest(places[i], options.Mass);
            (double logBefore, double spreadBefore) = model.LogRate(segmentation.Sums, from, at);
            (double logAfter, double spreadAfter) = model.LogRate(segmentation.Sums, at, to);
            double before = model.MeanRate(segmentation.Sums, from, at), after = model.MeanRate(segmentation.Sums, at, to);
            double spread = Math.Sqrt((spreadBefore * spreadBefore) + (spreadAfter * spreadAfter)), log = logAfter - logBefore;
            shifts.Add(new(
                series.Periods[seen[at]],
                series.Periods[seen[earliest]],
                series.Periods[seen[latest]],
                new(before, Math.Exp(logBefore - (width * spreadBefore)), Math.Exp(logBefore + (width * spreadBefore))),
                new(after, Math.Exp(logAfter - (width * spreadAfter)), Math.Exp(logAfter + (width * spreadAfter))),
                new(after / before, Math.Exp(log - (width * spread)), Math.Exp(log + (width * spread))),
                segmentation.Sums[at] - segmentation.Sums[from],
                segmentation.Sums[to] - segmentation.Sums[at],
                series.Periods[seen[from]],
                series.Periods[seen[to - 1]],
                LogBayesFactor(segmentation, from, to, options.ShortestStretch)));
        }

        return shifts;
    }

    private static double LogBayesFactor(Segmentation segmentation, int from, int to, int shortest)
    {
        double sum = double.NegativeInfinity;
        int places = 0;
        for (int at = from + shortest; at <= to - shortest; at++, places++)
        {
            sum = Gammas.LogSum(sum, segmentation[from, at] + segmentation[at, to]);
        }

        return (sum - Math.Log(places) - segmentation[from, to]) / Math.Log(10);
    }

    /// <summary>The shortest run of places that holds the mass; the earlier where two are equal.</summary>
    private static (int First, int Last) Shortest(double[] mass, double wanted)
    {
        (int First, int Last) best = (0, mass.Length - 1);
        double within = 0;
        for (int first = 0, end = 0; first < mass.Length; within -= mass[first], first++)
        {
            while (end < mass.Length && within < wanted - 1e-9)
            {
                within += mass[end++];
            }

            if (within < wanted - 1e-9)
            {
                break;
            }

            if (end - 1 - first < best.Last - best.First)
            {
                best = (first, end - 1);
            }
        }

        return best;
    }

    /// <summary>How many standard deviations on each side hold the mass under a normal (bisection over its distribution function).</summary>
    internal static double NormalWidth(double mass)
    {
        double low = 0, high = 10;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = ErrorFunction(middle / Math.Sqrt(2)) < mass ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Abramowitz and Stegun 7.1.6: a series that converges everywhere.</summary>
    private static double ErrorFunction(double x)
    {
        double term = x, sum = x;
        for (int n = 1; n < 300; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }
}
