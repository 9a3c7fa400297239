using Entente.Analysis.Shifts;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>An alarm, as the counts came in.</summary>
/// <param name="At">The period after which it is raised.</param>
/// <param name="Count">Its count.</param>
/// <param name="Shift">The last shift of those found in the whole series that is not after it; null where there is none.</param>
/// <param name="Delay">Periods from that shift to the alarm, 0 where it is raised in the shift's first period; null without one.</param>
public sealed record CountAlarm(Period At, int Count, Period? Shift, int? Delay);

/// <summary>What is found in a series of counts: looking back over the whole, and as the counts come in.</summary>
/// <param name="Shifts">Looking back.</param>
/// <param name="Alarms">As they come in, after the baseline.</param>
/// <param name="Baseline">The last period from which the level and spread of quiet were taken, before the first alarm could be raised.</param>
/// <param name="Mean">Level of the baseline: events per period.</param>
/// <param name="Dispersion">Its variance over mean.</param>
/// <param name="Threshold">What the posterior of a change must reach for an alarm.</param>
public sealed record CountFindings(SeriesShifts Shifts, IReadOnlyList<CountAlarm> Alarms, Period Baseline, double Mean, double Dispersion, double Threshold)
{
    /// <summary>Looks at a series.</summary>
    /// <param name="series">The series.</param>
    /// <param name="options">How shifts are looked for; the false alarms that it allows a year hold online too.</param>
    /// <param name="baseline">How many years from the start on tell what is quiet; at least 12 periods, at most the half of the series.</param>
    public static CountFindings Of(CountSeries series, ShiftOptions options, double baseline = 2)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(options);
        SeriesShifts shifts = ShiftDetector.Find(series, options);
        int length = series.Periods.Count, quiet = Math.Clamp((int)Math.Round(baseline * length / Math.Max(series.Years, 1e-9)), Math.Min(12, length), Math.Max(12, length / 2));
        quiet = Math.Min(quiet, length);
        SeriesShifts before = ShiftDetector.Find(new([.. series.Periods.Take(quiet)], [.. series.Counts.Take(quiet)], [.. series.Exposures.Take(quiet)]), options);
        double mean = Math.Max(before.Events, 0.5) / Math.Max(1, before.Observed), size = before.Dispersion <= 1 ? double.PositiveInfinity : mean / (before.Dispersion - 1);
        double perPeriod = options.FalseAlarmsPerYear * series.Years / Math.Max(1, length);
        double threshold = OnlineAlarm.ThresholdFor(mean, size, perPeriod, options.Seed);
        var alarm = new OnlineAlarm(mean, size, threshold);
        var alarms = new List<CountAlarm>();
        for (int i = 0; i < length; i++)
        {
            if (series.Exposures[i] > 0 && alarm.Observe(series.Counts[i], series.Exposures[i]) && i >= quiet)
            {
                int shift = shifts.Shifts.Select(s => IndexOf(series, s.At)).Where(at => at <= i).DefaultIfEmpty(-1).Max();
                alarms.Add(new(series.Periods[i], series.Counts[i], shift < 0 ? null : series.Periods[shift], shift < 0 ? null : i - shift));
            }
        }

        return new(shifts, alarms, series.Periods[quiet - 1], mean, before.Dispersion, threshold);
    }

    private static int IndexOf(CountSeries series, Period period)
    {
        int i = 0;
        while (series.Periods[i] != period)
        {
            i++;
        }

        return i;
    }
}
