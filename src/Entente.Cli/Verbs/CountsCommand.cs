using System.Globalization;
using System.Text;
using Entente.Analysis.Shifts;
using Entente.Cli.Tables;
using Entente.Evaluation;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>How a series of counts is looked at.</summary>
internal sealed record CountsSettings
{
    public PeriodKind Kind { get; init; }

    public DateOnly First { get; init; }

    public ShiftOptions Options { get; init; } = new();

    public TableForm Form { get; init; }
}

/// <summary>Says what shifts a series of counts shows, looking back and as the counts came in.</summary>
internal sealed class CountsCommand(Services services)
{
    /// <returns>0; 1 where lines were bad, and the rest was looked at.</returns>
    public int Run(IReadOnlyList<string> parts, string file, CountsSettings settings)
    {
        if (parts is not ["shifts"])
        {
            throw new UsageException("--counts goes with 'shifts' alone: entente evaluate shifts --counts FILE");
        }

        if (settings.Options.FalseAlarmsPerYear is not (> 0 and <= 10))
        {
            throw new UsageException("--false-alarms takes a number above 0 and up to 10");
        }

        CountSeries? series = Read(file, settings);
        if (series is null)
        {
            services.Errors.Write($"entente: there is no count in {file}: a period a line is wanted, the count, or a period and the count\n");
            return 1;
        }

        if (series.Periods.Count > ShiftDetector.MostPeriods)
        {
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"the series has {series.Periods.Count} periods; at most {ShiftDetector.MostPeriods} are taken: give longer periods"));
        }

        CountFindings found = CountFindings.Of(series, settings.Options);
        var sections = new Sections();
        SeriesShifts back = found.Shifts;
        sections.Add("shifts", string.Create(
            CultureInfo.InvariantCulture,
            $"Looking back: {back.Shifts.Count} shifts in {back.Events} events of {back.Observed} periods ({series.Periods[0]} to {series.Periods[^1]}), variance over mean {back.Dispersion:0.00}; {back.ExpectedFalse:0.00} false ones to expect"), Shifts(back));
        sections.Add("alarms", string.Create(
            CultureInfo.InvariantCulture,
            $"As the counts came in: {found.Alarms.Count} alarms after {found.Baseline}, up to which {found.Mean:0.00} a period were counted, variance over mean {found.Dispersion:0.00}; threshold {found.Threshold}"), Alarms(found));
        sections.Write(services, settings.Form, null);
        return 0;
    }

    private CountSeries? Read(string file, CountsSettings settings)
    {
        using Stream input = services.OpenInput(file);
        using var text = new StreamReader(input, Encoding.UTF8);
        return CountFile.Read(text, file, settings.Kind, settings.First, problem =>
        {
            services.Faults.Any = true;
            services.Report(problem);
        });
    }

    private static Table Shifts(SeriesShifts found)
    {
        var table = new Table("at", "earliest", "latest", "before", "after", "ratio", "low", "high", "strength");
        foreach (Shift shift in found.Shifts)
        {
            table.Add(shift.At.ToString(), shift.Earliest.ToString(), shift.Latest.ToString(), shift.Before.Mean, shift.After.Mean, shift.Ratio.Mean, shift.Ratio.Low, shift.Ratio.High, shift.LogBayesFactor);
        }

        return table;
    }

    private static Table Alarms(CountFindings found)
    {
        var table = new Table("at", "count", "shift", "delay");
        foreach (CountAlarm alarm in found.Alarms)
        {
            table.Add(alarm.At.ToString(), alarm.Count, alarm.Shift?.ToString(), alarm.Delay);
        }

        return table;
    }
}
