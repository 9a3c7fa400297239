using Entente.Analysis.Shifts;

namespace Entente.Analysis.Tests.Shifts;

/// <summary>The stated rate of false alarms is held, and known shifts are found: seeded simulations.</summary>
public sealed class FalseAlarmTests
{
    private const int Series = 80;

    /// <summary>Ten years of months, so 0.1 shifts a series: sparse and dense, as Poisson and in bursts, evenly read and read three times as much from the middle on.</summary>
    [Fact]
    public void Series_without_a_shift_show_the_stated_rate_of_them()
    {
        (double Mean, double Dispersion, bool CoverageTriples)[] worlds = [(0.3, 1, false), (1, 1, true), (1, 2, false), (4, 2, true), (4, 5, false), (20, 5, false)];

        int[] found = [.. worlds.Select(world => Found(world.Mean, world.Dispersion, world.CoverageTriples, 0.01))];

        const double expected = 0.01 * 10 * Series;
        Assert.All(found, count => Assert.InRange(count, 1, expected + (3.5 * Math.Sqrt(1.3 * expected))));
        Assert.InRange(found.Sum(), 0.5 * expected * worlds.Length, 1.4 * expected * worlds.Length);
    }

    [Fact]
    public void A_higher_rate_lets_more_through_in_proportion()
    {
        int few = Found(3, 1.5, false, 0.01), many = Found(3, 1.5, false, 0.05);

        Assert.InRange(few, 0, 0.1 * Series * 2);
        Assert.InRange(many, Math.Max(few + 1, 0.5 * Series * 0.35), 0.5 * Series * 1.6);
    }

    [Theory]
    [InlineData(1, 4, 1, 0.85)]
    [InlineData(4, 1, 1, 0.85)]
    [InlineData(3, 9, 2.5, 0.8)]
    public void A_shift_by_a_factor_of_three_or_four_is_found_and_dated(double before, double after, double dispersion, double least)
    {
        double[] even = [.. Enumerable.Repeat(1.0, 96)];
        int dated = 0;
        int found = Count(seed =>
        {
            SeriesShifts shifts = ShiftDetector.Find(new SimulatedSeries { Exposures = even, Cuts = [48], Rates = [before, after], Dispersion = dispersion }.Draw(seed));
            int near = shifts.Shifts.Count(s => Math.Abs(Months(s) - 48) <= 5);
            if (shifts.Shifts.Any(s => Month(s.Earliest) <= 48 && Month(s.Latest) >= 48))
            {
                Interlocked.Increment(ref dated);
            }

            return Math.Min(1, near);
        });

        Assert.InRange(found, least * Series, Series);
        Assert.InRange(dated, (least - 0.1) * Series, Series);

        static int Months(Shift shift) => Month(shift.At);
        static int Month(Records.Period period) => ((period.Start.Year - 2015) * 12) + period.Start.Month - 1;
    }

    private static int Found(double mean, double dispersion, bool coverageTriples, double rate)
    {
        double[] documents = [.. Enumerable.Range(0, 120).Select(i => coverageTriples && i >= 60 ? 3.0 : 1.0)];
        var world = new SimulatedSeries { Exposures = documents, Rates = [mean], Dispersion = dispersion };
        return Count(seed => ShiftDetector.Find(world.Draw(seed), new() { FalseAlarmsPerYear = rate }).Shifts.Count);
    }

    private static int Count(Func<ulong, int> find)
    {
        int sum = 0;
        Parallel.For(0, Series, i => Interlocked.Add(ref sum, find((ulong)((i * 104729) + 1))));
        return sum;
    }
}
