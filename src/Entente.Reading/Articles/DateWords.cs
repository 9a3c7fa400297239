using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Records;

namespace Entente.Reading.Articles;

/// <summary>Days as pages, heads of files and file names write them.</summary>
public static partial class DateWords
{
    private static readonly string[] Exact =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy",
        "ddd, d MMM yyyy", "dddd, d MMMM yyyy", "dddd, MMMM d, yyyy", "ddd, MMM d, yyyy", "dddd d MMMM yyyy",
    ];

    /// <summary>Reads a day: ISO 8601 (its time of day is dropped, and with it the time zone: the day is the one written), RFC 1123, or with the month in English words.</summary>
    /// <remarks>Days written in digits only count from the year down: what 03/04/2020 means nobody can know.</remarks>
    /// <returns>False where it is no day, or none of <see cref="Document.Days"/>.</returns>
    public static bool TryRead(string text, out DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(text);
        string value = text.Trim();
        Match time = TimeOfDay().Match(value);
        if (time.Success && time.Index > 0)
        {
            value = value[..time.Index].TrimEnd(' ', ',', 'T');
        }

        return DateOnly.TryParseExact(value, Exact, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out day) && Document.Days.Contains(day);
    }

    /// <summary>The one day of the form YYYY-MM-DD in a file's name.</summary>
    /// <returns>False where there is none, or several that differ.</returns>
    public static bool TryReadFileName(string name, out DateOnly day)
    {
        day = default;
        bool found = false;
        foreach (Match match in DayInName().Matches(name))
        {
            if (DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read) && Document.Days.Contains(read))
            {
                if (found && read != day)
                {
                    return false;
                }

                (day, found) = (read, true);
            }
        }

        return found;
    }

    [GeneratedRegex(@"(?<=\d)T\d\d:?\d\d|[ ,]+\d{1,2}:\d\d")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")]
    private static partial Regex DayInName();
}
