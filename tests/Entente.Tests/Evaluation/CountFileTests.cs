using Entente.Analysis.Shifts;
using Entente.Evaluation;
using Entente.Records;

namespace Entente.Tests.Evaluation;

public sealed class CountFileTests
{
    private readonly List<Diagnostic> _problems = [];

    [Theory]
    [InlineData("3\n0\n5\n")]
    [InlineData("cases\n3\n0\n5\n")]
    [InlineData("week observed state\n1 3 0\n2 0 0\n3 5 1\n")]
    [InlineData("\"week\",\"cases\"\r\n1990-W01,3\r\n1990-W02,0\r\n\r\n1990-W03,5\r\n")]
    [InlineData("1990-W01;3\n1990-W02;0\n1990-W03;5")]
    [InlineData("week    observed state\n199001\t3\t  0\n199002\t0\t  0\n199003\t5\t  0\n")]
    [InlineData("n\tcases\n1\t3\n2\t0\n3\t5\n")]
    public void A_column_of_counts_is_read_whatever_stands_beside_it(string text)
    {
        CountSeries series = Read(text)!;

        Assert.Equal([3, 0, 5], series.Counts);
        Assert.Equal(["1990-W01", "1990-W02", "1990-W03"], series.Periods.Select(period => period.ToString()));
        Assert.Equal([1, 1, 1], series.Exposures);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_month_that_is_missing_and_a_line_that_is_bad_are_not_observed()
    {
        CountSeries series = Read("month,cases\n2020-01,4\n2020-03,-1\n2020-04,2\n2020-04,9\n2020-05,x\n2020-06,1.5\n2020-07,7\n")!;

        Assert.Equal([4, 0, 0, 2, 0, 0, 7], series.Counts);
        Assert.Equal([1, 0, 0, 1, 0, 0, 1], series.Exposures);
        Assert.Equal([(3, "CNT001"), (5, "CNT002"), (6, "CNT001"), (7, "CNT001")], _problems.Select(problem => ((int)problem.Line, problem.Code)));
    }

    [Fact]
    public void A_bad_line_of_a_bare_column_keeps_its_place()
    {
        CountSeries series = Read("1\n2\nthree\n4\n")!;

        Assert.Equal([1, 2, 0, 4], series.Counts);
        Assert.Equal([1, 1, 0, 1], series.Exposures);
        Assert.Equal(3, Assert.Single(_problems).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("no counts here\nnone at all\n")]
    public void A_file_without_counts_is_none(string text) => Assert.Null(Read(text));

    [Fact]
    public void A_rise_is_found_looking_back_and_told_within_weeks_of_its_coming()
    {
        int[] quiet = [3, 2, 4, 3, 1, 5, 3, 2, 2, 4, 3, 3];
        string text = string.Join('\n', Enumerable.Range(0, 160).Select(i => i < 130 ? quiet[i % 12] : 4 * quiet[i % 12]));

        CountFindings found = CountFindings.Of(Read(text)!, new() { FalseAlarmsPerYear = 0.05 });

        Shift shift = Assert.Single(found.Shifts.Shifts);
        Assert.Equal(found.Shifts.Shifts[0].At, Period.Of(new DateOnly(1990, 1, 1).AddDays(7 * 130), PeriodKind.Week));
        Assert.InRange(shift.Ratio.Mean, 3, 5);
        CountAlarm alarm = found.Alarms[0];
        Assert.Equal(shift.At, alarm.Shift);
        Assert.InRange(alarm.Delay!.Value, 0, 6);
    }

    private CountSeries? Read(string text) => CountFile.Read(new StringReader(text), "counts.txt", PeriodKind.Week, new(1990, 1, 1), _problems.Add);
}
