using System.Globalization;
using Entente.Records;

namespace Entente.Briefing.Words;

/// <summary>Numbers, dates and lists in words.</summary>
internal static class Counted
{
    /// <summary>12,345</summary>
    public static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>+4.2, −3.0, 0.0; a true minus sign.</summary>
    public static string Score(double score)
    {
        double rounded = Math.Round(score, 1, MidpointRounding.AwayFromZero);
        string digits = Math.Abs(rounded).ToString("#,0.0", CultureInfo.InvariantCulture);
        return rounded > 0 ? "+" + digits : rounded < 0 ? "−" + digits : digits;
    }

    /// <summary>"–" where there is no score.</summary>
    public static string ScoreOrNone(double? score) => score is { } known ? Score(known) : "–";

    /// <summary>"1 event", "2 events".</summary>
    public static string Of(long number, string one, string? many = null) =>
        $"{Number(number)} {(number == 1 ? one : many ?? one + "s")}";

    /// <summary>"was" or "were".</summary>
    public static string Were(long number) => number == 1 ? "was" : "were";

    /// <summary>2024-05-27</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"May 2024"</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"2024-05-27", or "2024-05-27 to 2024-06-02", its last day included.</summary>
    public static string Span(DateSpan span)
    {
        DateOnly last = span.End.AddDays(-1);
        return last == span.Start ? Day(span.Start) : $"{Day(span.Start)} to {Day(last)}";
    }

    /// <summary>When an event took place, as exactly as it is known.</summary>
    public static string When(DateSpan date, DatePrecision precision)
    {
        DateOnly last = date.End.AddDays(-1);
        return precision switch
        {
            DatePrecision.Publication => "as of " + Day(date.Start),
            DatePrecision.Month => Month(date.Start) == Month(last) ? Month(date.Start) : $"{Month(date.Start)} to {Month(last)}",
            DatePrecision.Season => $"{Month(date.Start)} to {Month(last)}",
            DatePrecision.Year or DatePrecision.Decade => date.Start.Year == last.Year
                ? Year(date.Start)
                : $"{Year(date.Start)} to {Year(last)}",
            _ => Span(date),
        };
    }

    /// <summary>"A", "A and B", "A, B and C".</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    /// <summary>With a capital first letter.</summary>
    public static string Capital(string words) =>
        words.Length > 0 && char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    /// <summary>At most <paramref name="length"/> units, cut at a blank where one is near, never through a surrogate pair.</summary>
    public static string Short(string words, int length)
    {
        if (words.Length <= length)
        {
            return words;
        }

        int cut = words.LastIndexOf(' ', length - 1);
        cut = cut > length * 2 / 3 ? cut : length - 1;
        return words[..(char.IsHighSurrogate(words[cut - 1]) ? cut - 1 : cut)] + "…";
    }

    private static string Year(DateOnly day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);
}
