using Entente.Analysis.Shifts;
using Entente.Records;

namespace Entente.Analysis.Tests.Shifts;

/// <summary>What comes back every year, and what happens to it with and without the option that takes it out.</summary>
public sealed class SeasonTests
{
    private const int Series = 20;

    /// <summary>Six times as much in three months of each of six years; the search is not told. At 0.01 a year, 1.2 shifts in 20 series are allowed.</summary>
    [Fact]
    public void A_yearly_pattern_in_weeks_shows_as_two_shifts_a_year_unless_it_is_taken_out()
    {
        CountSeries[] series = [.. Draw(PeriodKind.Week, 312, [], [1])];

        Assert.InRange(series.Sum(one => Shifts(one, seasonal: false).Count), 8 * Series, 14 * Series);
        Assert.InRange(series.Sum(one => Shifts(one, seasonal: true).Count), 0, 5);
    }

    /// <summary>In months it looks like bursts, and hides shifts.</summary>
    [Fact]
    public void A_shift_beneath_a_yearly_pattern_is_found_where_the_pattern_is_taken_out()
    {
        CountSeries[] series = [.. Draw(PeriodKind.Month, 120, [60], [2, 6])];

        int plain = series.Count(one => Shifts(one, seasonal: false).Any(IsNear)), without = series.Count(one => Shifts(one, seasonal: true).Any(IsNear));

        Assert.InRange(without, 0.85 * Series, Series);
        Assert.InRange(plain, 0, without - 4);

        static bool IsNear(Shift shift) => Math.Abs(((shift.At.Start.Year - 2020) * 12) + shift.At.Start.Month - 1) <= 5;
    }

    [Fact]
    public void Below_three_years_and_for_quarters_nothing_is_adjusted()
    {
        Period[] months = [.. Period.Range(Period.Of(new DateOnly(2020, 1, 1), PeriodKind.Month), Period.Of(new DateOnly(2022, 11, 1), PeriodKind.Month))];
        Period[] quarters = [.. Period.Range(Period.Of(new DateOnly(2015, 1, 1), PeriodKind.Quarter), Period.Of(new DateOnly(2022, 12, 1), PeriodKind.Quarter))];
        foreach (Period[] periods in (Period[][])[months, quarters])
        {
            double[] exposures = [.. periods.Select((_, i) => 1.0 + i)];
            Assert.Equal(exposures, Seasons.Adjust(periods, [.. periods.Select(p => p.Start.Month == 1 ? 9 : 0)], exposures));
        }
    }

    [Fact]
    public void Exposure_as_a_whole_stays_what_it_was_and_heavy_months_get_more_of_it()
    {
        Period[] months = [.. Period.Range(Period.Of(new DateOnly(2018, 1, 1), PeriodKind.Month), Period.Of(new DateOnly(2022, 12, 1), PeriodKind.Month))];

        double[] adjusted = Seasons.Adjust(months, [.. months.Select(p => p.Start.Month == 9 ? 12 : 2)], [.. months.Select(_ => 1.0)]);

        Assert.Equal(60, adjusted.Sum(), 9);
        // (60 + 2) / (17/6 * 5 + 2) against (10 + 2) / (17/6 * 5 + 2).
        Assert.Equal(62.0 / 12, adjusted[8] / adjusted[0], 9);
    }

    private static IReadOnlyList<Shift> Shifts(CountSeries series, bool seasonal) => ShiftDetector.Find(series, ShiftScan.DefaultsOf(series.Periods[0].Kind) with { Seasonal = seasonal }).Shifts;

    private static IEnumerable<CountSeries> Draw(PeriodKind kind, int length, int[] cuts, double[] rates)
    {
        IReadOnlyList<Period> periods = CountSeries.Of(Period.Of(new DateOnly(2015, 1, 1), kind), new int[length]).Periods;
        double[] autumn = [.. periods.Select(period => period.Start.Month is >= 8 and <= 10 ? 6.0 : 1.0)];
        for (ulong seed = 1; seed <= Series; seed++)
        {
            yield return new SimulatedSeries { Exposures = autumn, Kind = kind, Cuts = cuts, Rates = rates }.Draw(seed * 7919) with { Exposures = [.. autumn.Select(_ => 1.0)] };
        }
    }
}
