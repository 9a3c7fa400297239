using System.Globalization;
using Entente.Analysis.Shifts;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>A series of counts out of a file of text: a column of counts, or a column that names the period and then the counts; more columns are passed over.</summary>
/// <remarks>
/// Columns stand apart by commas, semicolons, tabs or spaces; a first line whose count is no number is a header. The first column of several names the period: a day (2026-05-27), a
/// week (2026-W22), a month (2026-05; 202605 is the week or the month, whichever is asked for), a year (2026), or a running number. Days, weeks, months and years that are missing are not observed, and so is the period of a line that is bad.
/// </remarks>
public static class CountFile
{
    private static readonly char[] Separators = [',', ';', '\t', ' '];

    /// <summary>Reads a series.</summary>
    /// <param name="input">UTF-8 text; the caller disposes it.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="kind">Length of the periods where the file does not name them, or by running numbers alone.</param>
    /// <param name="first">The day in whose period such a series begins.</param>
    /// <param name="report">Receives each line that is bad.</param>
    /// <returns>Null where no line bears a count.</returns>
    public static CountSeries? Read(TextReader input, string file, PeriodKind kind, DateOnly first, Action<Diagnostic> report)
    {
        var read = new SortedDictionary<Period, int>();
        Period next = Period.Of(first, kind);
        bool named = false;
        long number = 0;
        for (string? line = input.ReadLine(); line is not null; line = input.ReadLine())
        {
            number++;
            string[] cells = line.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = cells[i].Trim('"');
            }

            if (cells.Length == 0)
            {
                continue;
            }

            string count = cells.Length > 1 ? cells[1] : cells[0];
            Period? label = cells.Length > 1 ? PeriodOf(cells[0], kind) : null;
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int value))
            {
                if (number > 1 || label is not null || double.TryParse(count, CultureInfo.InvariantCulture, out _))
                {
                    report(new(file, number, "CNT001", $"'{count}' is no count", "a whole number from 0 to 2147483647"));
                    next = read.Count > 0 && !named ? next.Next ?? next : next;
                }

                continue;
            }

            if (read.Count == 0 && label is { } start)
            {
                (named, next) = (true, start);
            }

            if (named && (label is not { } at || at.Kind != next.Kind || at < next))
            {
                report(new(file, number, "CNT002", $"'{cells[0]}' does not come after the period before it", "a period a line, in order, all of one length: 2026-05-27, 2026-W22, 2026-05 or 2026"));
                continue;
            }

            next = named ? label!.Value : next;
            read.Add(next, value);
            if (next.Next is not { } after)
            {
                break;
            }

            next = after;
        }

        return read.Count == 0 ? null : Fill(read);
    }

    /// <summary>The series from the first to the last period; one that is missing is not observed.</summary>
    private static CountSeries Fill(SortedDictionary<Period, int> read)
    {
        Period[] periods = [.. Period.Range(read.Keys.First(), read.Keys.Last())];
        return new(periods, [.. periods.Select(period => read.GetValueOrDefault(period))], [.. periods.Select(period => read.ContainsKey(period) ? 1.0 : 0.0)]);
    }

    /// <summary>The period that a label names; null for a running number or a word.</summary>
    private static Period? PeriodOf(string label, PeriodKind kind)
    {
        if (label.Length == 6 && kind is PeriodKind.Week or PeriodKind.Month && label.All(char.IsAsciiDigit))
        {
            label = $"{label[..4]}-{(kind == PeriodKind.Week ? "W" : "")}{label[4..]}";
        }

        if (label.Length == 8 && label[4..6] is "-W" && int.TryParse(label[..4], NumberStyles.None, CultureInfo.InvariantCulture, out int year)
            && int.TryParse(label[6..], NumberStyles.None, CultureInfo.InvariantCulture, out int week) && year >= 1000 && week >= 1 && week <= ISOWeek.GetWeeksInYear(year))
        {
            return Period.Of(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), PeriodKind.Week);
        }

        foreach ((string format, PeriodKind length) in ((string, PeriodKind)[])[("yyyy-MM-dd", PeriodKind.Day), ("yyyy-MM", PeriodKind.Month), ("yyyy", PeriodKind.Year)])
        {
            if (DateOnly.TryParseExact(label, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day.Year >= 1000 ? Period.Of(day, length) : null;
            }
        }

        return null;
    }
}
