using Entente.Analysis.Counting;
using Entente.Analysis.Shifts;
using Entente.Records;

namespace Entente.Analysis.Tests.Shifts;

public sealed class ShiftDetectorTests
{
    private static readonly Period January = Period.Of(new DateOnly(2018, 1, 1), PeriodKind.Month);

    [Theory]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(1, 0)]
    [InlineData(5, 3.17805383034794561965)]
    [InlineData(100, 359.13420536957539878)]
    public void The_logarithm_of_the_gamma_function_agrees_with_its_tables(double x, double expected) =>
        Assert.Equal(expected, Gammas.Log(x), 1e-12 * Math.Max(1, expected));

    [Fact]
    public void Digamma_and_trigamma_of_one_are_Eulers_constant_and_the_sum_of_inverse_squares()
    {
        Assert.Equal(-0.57721566490153286, Gammas.Digamma(1), 10);
        Assert.Equal(Math.PI * Math.PI / 6, Gammas.Trigamma(1), 10);
    }

    [Fact]
    public void A_stretch_of_Poisson_counts_is_scored_as_worked_by_hand()
    {
        // Counts 0, 3: rate of the whole 1.5, so lambda ~ Gamma(1/2, 1/3). ln p = ln[(1/3)^(1/2) G(7/2) / (G(1/2) (7/3)^(7/2))]; G(7/2)/G(1/2) = 15/8.
        var model = new CountModel([1, 1], 3, double.PositiveInfinity);

        double log = model.LogLikelihood([0, 0, 3], 0, 2);

        Assert.Equal((0.5 * Math.Log(1.0 / 3)) + Math.Log(15.0 / 8) - (3.5 * Math.Log(7.0 / 3)), log, 10);
    }

    [Fact]
    public void An_overdispersed_stretch_is_scored_as_worked_by_hand_and_becomes_Poisson_as_the_size_grows()
    {
        // Size 2, counts 0, 2 at rate 1: p ~ Beta(1 + 2 * .5, .5) = Beta(2, 1/2); ln p = ln B(2 + 4, 5/2) - ln B(2, 1/2).
        var model = new CountModel([1, 1], 2, 2);
        int[] sums = [0, 0, 2];

        static double LogBeta(double a, double b) => Gammas.Log(a) + Gammas.Log(b) - Gammas.Log(a + b);

        Assert.Equal(LogBeta(6, 2.5) - LogBeta(2, 0.5), model.LogLikelihood(sums, 0, 2), 10);
        double cut(CountModel m) => m.LogLikelihood(sums, 0, 1) + m.LogLikelihood(sums, 1, 2) - m.LogLikelihood(sums, 0, 2);
        Assert.Equal(cut(new([1, 1], 2, double.PositiveInfinity)), cut(new([1, 1], 2, 1e7)), 5);
    }

    [Fact]
    public void The_exact_search_finds_what_trying_every_way_finds()
    {
        for (ulong seed = 1; seed <= 20; seed++)
        {
            CountSeries series = new SimulatedSeries { Exposures = [.. Enumerable.Repeat(1.0, 11)], Rates = [1, 6, 2], Cuts = [4, 8] }.Draw(seed);
            int[] counts = [.. series.Counts];
            var model = new CountModel([.. series.Exposures], counts.Sum(), double.PositiveInfinity);
            var search = new Segmentation(model, counts, 2);

            (double best, int[] cuts) = Enumerable.Range(0, 1 << 10)
                .Select(bits => Enumerable.Range(1, 10).Where(i => (bits >> (i - 1) & 1) == 1).ToArray())
                .Where(way => Borders(way).Zip(Borders(way).Skip(1), (a, b) => b - a).All(length => length >= 2))
                .Select(way => (Borders(way).Zip(Borders(way).Skip(1), (a, b) => search[a, b]).Sum() - (1.5 * way.Length), way))
                .MaxBy(way => way.Item1);

            Assert.Equal(cuts, search.Best(1.5));
            Assert.Equal(best, search[0, 11] + (cuts.Length == 0 ? 0 : search.Gains(cuts.Length)[^1] - (1.5 * cuts.Length)), 9);
        }

        static int[] Borders(int[] way) => [0, .. way, 11];
    }

    [Fact]
    public void The_posterior_over_the_place_of_one_cut_is_Bayes_rule_over_all_places()
    {
        int[] counts = [1, 0, 2, 7, 5, 6, 8];
        var model = new CountModel([1, 1, 1, 1, 1, 1, 1], counts.Sum(), double.PositiveInfinity);
        var search = new Segmentation(model, counts, 1);

        double[] place = search.Places(1)[0];

        double[] weights = [.. Enumerable.Range(1, 6).Select(at => Math.Exp(search[0, at] + search[at, 7]))];
        Assert.Equal(1, place.Sum(), 9);
        Assert.All(weights, (weight, i) => Assert.Equal(weight / weights.Sum(), place[i + 1], 9));
        Assert.Equal(3, Array.IndexOf(place, place.Max()));
    }

    [Fact]
    public void The_posteriors_over_several_cuts_each_sum_to_one_and_come_in_order()
    {
        int[] counts = [1, 0, 1, 9, 8, 9, 7, 0, 1, 0, 1, 1];
        var search = new Segmentation(new([.. Enumerable.Repeat(1.0, 12)], counts.Sum(), double.PositiveInfinity), counts, 2);

        double[][] places = search.Places(2);

        Assert.All(places, place => Assert.Equal(1, place.Sum(), 9));
        Assert.Equal([3, 7], places.Select(place => Array.IndexOf(place, place.Max())));
    }

    [Fact]
    public void A_clear_rise_is_dated_with_its_interval_its_rates_and_its_counts()
    {
        int[] counts = [.. Enumerable.Repeat(1, 30), .. Enumerable.Repeat(6, 30)];

        SeriesShifts found = ShiftDetector.Find(CountSeries.Of(January, counts));

        Shift shift = Assert.Single(found.Shifts);
        Assert.Equal("2020-07", shift.At.ToString());
        Assert.True(shift.Earliest <= shift.At && shift.At <= shift.Latest);
        Assert.True(shift.IsRise);
        Assert.InRange(shift.Before.Mean, 0.9, 1.3);
        Assert.InRange(shift.After.Mean, 5.5, 6.3);
        Assert.InRange(6, shift.Ratio.Low, shift.Ratio.High);
        Assert.Equal((30, 180), (shift.EventsBefore, shift.EventsAfter));
        Assert.Equal(("2018-01", "2022-12"), (shift.Since.ToString(), shift.Until.ToString()));
        Assert.True(shift.LogBayesFactor > 5);
    }

    [Fact]
    public void More_documents_are_no_shift_and_fewer_events_of_as_many_documents_are()
    {
        double[] documents = [.. Enumerable.Repeat(100.0, 30), .. Enumerable.Repeat(300.0, 30)];
        int[] rising = [.. Enumerable.Repeat(4, 30), .. Enumerable.Repeat(12, 30)];

        Assert.Empty(ShiftDetector.Find(CountSeries.Of(January, rising) with { Exposures = documents }).Shifts);
        Assert.Single(ShiftDetector.Find(CountSeries.Of(January, rising)).Shifts);
        Shift fall = Assert.Single(ShiftDetector.Find(CountSeries.Of(January, [.. Enumerable.Repeat(4, 60)]) with { Exposures = documents }).Shifts);
        Assert.False(fall.IsRise);
    }

    [Fact]
    public void A_period_without_documents_is_neither_quiet_nor_a_shift()
    {
        int[] counts = [.. Enumerable.Repeat(5, 20), .. Enumerable.Repeat(0, 12), .. Enumerable.Repeat(5, 20)];
        double[] gap = [.. Enumerable.Repeat(50.0, 20), .. Enumerable.Repeat(0.0, 12), .. Enumerable.Repeat(50.0, 20)];

        SeriesShifts with = ShiftDetector.Find(CountSeries.Of(January, counts) with { Exposures = gap });

        Assert.Empty(with.Shifts);
        Assert.Equal((200, 40), (with.Events, with.Observed));
        Assert.Equal(2, ShiftDetector.Find(CountSeries.Of(January, counts)).Shifts.Count);
    }

    [Fact]
    public void A_series_of_nothing_or_of_one_event_has_no_shift()
    {
        Assert.Empty(ShiftDetector.Find(CountSeries.Of(January, [])).Shifts);
        Assert.Empty(ShiftDetector.Find(CountSeries.Of(January, new int[60])).Shifts);
        Assert.Empty(ShiftDetector.Find(CountSeries.Of(January, [.. new int[59], 1])).Shifts);
    }

    [Fact]
    public void Parts_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => ShiftDetector.Find(new([January], [1, 2], [1])));
}
