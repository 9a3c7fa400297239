using Entente.Analysis.Shifts;
using Entente.Evaluation;

namespace Entente.Tests.Evaluation;

public class PublicSeriesTests
{
    [Fact]
    public void The_series_are_the_published_ones_to_the_number()
    {
        CountSeries coal = PublicSeries.CoalDisasters(), nile = PublicSeries.Nile();

        Assert.Equal((112, 191), (coal.Counts.Count, coal.Counts.Sum()));
        Assert.Equal([4, 5, 4, 1, 0, 4, 3, 4, 0, 6], coal.Counts.Take(10));
        Assert.Equal(1, coal.Counts[^1]);
        Assert.Equal((100, 919.35), (nile.Counts.Count, nile.Counts.Average()));
        // strucchange (R): residual sum of squares 2835157 without a break, 1597457 with one after observation 28.
        Assert.Equal(2835157, Squares(nile.Counts), 0);
        Assert.Equal(1597457, Squares([.. nile.Counts.Take(28)]) + Squares([.. nile.Counts.Skip(28)]), 0);
    }

    [Fact]
    public void The_disasters_become_rarer_around_1890()
    {
        Shift first = ShiftDetector.Find(PublicSeries.CoalDisasters(), new() { FalseAlarmsPerYear = 0.001 }).Shifts[0];

        Assert.InRange(first.At.Start.Year, 1887, 1893);
        Assert.False(first.IsRise);
        Assert.InRange(first.Ratio.Mean, 0.25, 0.45);
    }

    [Fact]
    public void The_Nile_falls_after_1898()
    {
        Shift only = Assert.Single(ShiftDetector.Find(PublicSeries.Nile(), new() { FalseAlarmsPerYear = 0.001 }).Shifts);

        Assert.Equal(1899, only.At.Start.Year);
        Assert.InRange(only.Latest.Start.Year - only.Earliest.Start.Year, 0, 7);
    }

    private static double Squares(IReadOnlyList<int> values) => values.Sum(v => Math.Pow(v - values.Average(), 2));
}
