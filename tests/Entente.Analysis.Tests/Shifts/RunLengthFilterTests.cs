using Entente.Analysis.Counting;
using Entente.Analysis.Shifts;

namespace Entente.Analysis.Tests.Shifts;

public sealed class RunLengthFilterTests
{
    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(2.5)]
    public void The_run_lengths_are_those_of_summing_over_every_way_to_cut_the_series(double size)
    {
        int[] counts = [1, 0, 2, 7, 6, 8];
        const double hazard = 0.1;
        var filter = new RunLengthFilter(2, size, 1 / hazard);
        foreach (int count in counts)
        {
            filter.Observe(count, 1);
        }

        double[] byLength = new double[counts.Length + 1];
        for (int bits = 0; bits < 1 << (counts.Length - 1); bits++)
        {
            int[] borders = [0, .. Enumerable.Range(1, counts.Length - 1).Where(i => ((bits >> (i - 1)) & 1) == 1), counts.Length];
            double log = ((borders.Length - 2) * Math.Log(hazard)) + ((counts.Length - borders.Length + 1) * Math.Log(1 - hazard));
            log += borders.Zip(borders.Skip(1), (from, to) => LogLikelihood(counts[from..to], size)).Sum();
            byLength[borders[^1] - borders[^2]] += Math.Exp(log);
        }

        Assert.All(filter.RunLengths, run => Assert.Equal(byLength[run.Length] / byLength.Sum(), run.Probability, 3));
        Assert.Equal(1, filter.RunLengths.Sum(run => run.Probability), 3);
        Assert.Equal(double.IsPositiveInfinity(size) ? 3 : 4, filter.RunLengths.MaxBy(run => run.Probability).Length);
    }

    [Fact]
    public void A_period_without_exposure_changes_nothing_and_the_start_is_no_change()
    {
        var filter = new RunLengthFilter(1);
        filter.Observe(1, 1);

        Assert.Equal(0, filter.ChangedWithin(6));
        (int, double)[] before = [.. filter.RunLengths];
        filter.Observe(9, 0);

        Assert.Equal(before, filter.RunLengths);
    }

    [Fact]
    public void An_alarm_follows_a_fourfold_rise_soon_and_comes_as_rarely_as_asked_without_one()
    {
        var alarm = new OnlineAlarm(2, 4, OnlineAlarm.ThresholdFor(2, 4, falseAlarmsPerPeriod: 0.005, seed: 1));
        var chance = new SeededChance(99);
        int quiet = 0;
        for (int i = 0; i < 3000; i++)
        {
            quiet += alarm.Observe(chance.NegativeBinomial(2, 4), 1) ? 1 : 0;
        }

        var delays = new List<int>();
        for (int trial = 0; trial < 40; trial++)
        {
            var watch = new RunLengthFilter(2, 4);
            for (int i = 0; i < 40; i++)
            {
                watch.Observe(chance.NegativeBinomial(2, 4), 1);
            }

            int delay = 0;
            while (delay < 40 && watch.ChangedWithin(OnlineAlarm.Window) < alarm.Threshold)
            {
                watch.Observe(chance.NegativeBinomial(8, 16), 1);
                delay++;
            }

            delays.Add(delay);
        }

        Assert.InRange(quiet, 1, 3000 * 0.005 * 2);
        Assert.InRange(delays.Average(), 1, 7);
    }

    private static double LogLikelihood(int[] counts, double size)
    {
        // Prior mean 2, shape 1/2, as the filter documents; the binomial coefficients are the same for every way of cutting.
        double sum = counts.Sum(), n = counts.Length;
        if (double.IsPositiveInfinity(size))
        {
            return (0.5 * Math.Log(0.25)) - Gammas.Log(0.5) + Gammas.Log(0.5 + sum) - ((0.5 + sum) * Math.Log(0.25 + n));
        }

        double alpha = 1 + (size * 0.25);
        return Gammas.Log(alpha + (size * n)) + Gammas.Log(0.5 + sum) - Gammas.Log(alpha + 0.5 + (size * n) + sum) - Gammas.Log(alpha) - Gammas.Log(0.5) + Gammas.Log(alpha + 0.5);
    }
}
