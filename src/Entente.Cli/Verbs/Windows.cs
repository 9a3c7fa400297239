using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>Windows of time on the command line, and how much was written in them.</summary>
internal static class Windows
{
    /// <summary>An option that takes <c>FROM..TO</c>, both days, months or years, both included.</summary>
    public static Option<DateSpan?> Option(string name, string what) => new(name)
    {
        HelpName = "FROM..TO",
        Description = what,
        CustomParser = result => Parse(result, name),
    };

    /// <summary>Documents of a selection's window; null where nothing is known of them.</summary>
    public static int? Documents(IEventStore store, Selection selection) =>
        store.Coverage(selection, PeriodKind.Day).Sum(day => day.Documents) is > 0 and int documents ? documents : null;

    /// <summary>A window in words: <c>2024-01-01 to 2024-12-31</c>, the last day included.</summary>
    public static string Words(DateOnly? from, DateOnly? until) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(from is { } first ? first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "the first")} to {(until is { } past ? past.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "the last")}");

    /// <summary>So many days later, or earlier, within the calendar; null where there is no day.</summary>
    public static DateOnly? Shift(DateOnly? day, int by) => day is { } at ? DateOnly.FromDayNumber(Math.Clamp(at.DayNumber + by, 0, DateOnly.MaxValue.DayNumber)) : null;

    private static DateSpan? Parse(ArgumentResult result, string name)
    {
        string value = result.Tokens[^1].Value;
        string[] ends = value.Split("..");
        if (ends.Length == 2 && PeriodOf(ends[0]) is { } first && PeriodOf(ends[1]) is { } last && first.Start < last.End)
        {
            return new(first.Start, last.End);
        }

        result.AddError($"{name} takes two days, months or years such as 2020-01..2021-07, not '{value}'");
        return null;
    }

    private static Period? PeriodOf(string text)
    {
        foreach ((string format, PeriodKind kind) in ((string, PeriodKind)[])[("yyyy-MM-dd", PeriodKind.Day), ("yyyy-MM", PeriodKind.Month), ("yyyy", PeriodKind.Year)])
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return Period.Of(day, kind);
            }
        }

        return null;
    }
}
