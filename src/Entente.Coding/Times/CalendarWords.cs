using System.Collections.Frozen;

namespace Entente.Coding.Times;

/// <summary>Words of the calendar.</summary>
internal static class CalendarWords
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] ShortMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly FrozenSet<string> Units = FrozenSet.ToFrozenSet(
    [
        "day", "week", "month", "year", "decade", "hour", "minute", "night", "morning", "evening", "afternoon", "noon", "midnight", "weekend",
        "quarter", "spring", "summer", "autumn", "fall", "winter", "century", "today", "yesterday", "tomorrow", "tonight", "time", "moment", "end", "date", "deadline",
    ], StringComparer.Ordinal);

    /// <summary>Whether the lemma is a stretch or point of time.</summary>
    public static bool IsUnit(string lemma) => Units.Contains(lemma);

    /// <summary>Whether the word is a weekday or a month.</summary>
    public static bool IsDayOrMonth(ReadOnlySpan<char> word) => (word.Length > 0 && char.IsUpper(word[0])) && (Weekday(word) is not null || Month(word) > 0);

    /// <summary>1 to 12; 0 where the word is no month. <c>May</c> and <c>March</c> only with a capital; short forms with or without a full stop.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !char.IsUpper(word[0]))
        {
            return 0;
        }

        ReadOnlySpan<char> bare = word[^1] == '.' ? word[..^1] : word;
        for (int i = 0; i < Months.Length; i++)
        {
            if (bare.Equals(Months[i], StringComparison.OrdinalIgnoreCase) || bare.Equals(ShortMonths[i], StringComparison.OrdinalIgnoreCase)
                || (i == 8 && bare.Equals("sept", StringComparison.OrdinalIgnoreCase)))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>The day of the week; null where the word is none. Short forms ("Wed.", "Thurs.") count.</summary>
    public static DayOfWeek? Weekday(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !char.IsUpper(word[0]))
        {
            return null;
        }

        ReadOnlySpan<char> bare = word[^1] == '.' ? word[..^1] : word;
        for (int i = 0; i < Days.Length; i++)
        {
            bool whole = bare.Equals(Days[i], StringComparison.OrdinalIgnoreCase);
            bool cut = bare.Length is >= 3 and <= 5 && bare.Length < Days[i].Length && word[^1] == '.' && Days[i].AsSpan().StartsWith(bare, StringComparison.OrdinalIgnoreCase);
            bool plural = bare.Length == Days[i].Length + 1 && bare[^1] == 's' && bare[..^1].Equals(Days[i], StringComparison.OrdinalIgnoreCase);
            if (whole || cut || plural)
            {
                return (DayOfWeek)i;
            }
        }

        return null;
    }

    /// <summary>The number a word or digits tell, 0 to 9999; -1 for none. "a" and "an" are one.</summary>
    public static int Number(ReadOnlySpan<char> word)
    {
        if (word.Equals("a", StringComparison.OrdinalIgnoreCase) || word.Equals("an", StringComparison.OrdinalIgnoreCase))
        {
            return 1;
        }

        for (int i = 0; i < Numbers.Length; i++)
        {
            if (word.Equals(Numbers[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return Digits(word);
    }

    /// <summary>The number digits tell, 0 to 9999; -1 for none.</summary>
    public static int Digits(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 4)
        {
            return -1;
        }

        int value = 0;
        foreach (char c in word)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            value = (value * 10) + (c - '0');
        }

        return value;
    }

    /// <summary>A day of the month, "5", "5th", "21st"; 0 for none.</summary>
    public static int DayOfMonth(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> bare = word.Length > 2 && (word.EndsWith("th", StringComparison.Ordinal) || word.EndsWith("st", StringComparison.Ordinal)
            || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal)) ? word[..^2] : word;
        int day = bare.Length <= 2 ? Digits(bare) : -1;
        return day is >= 1 and <= 31 ? day : 0;
    }

    /// <summary>A year in digits, 1900 to 2099; 0 for none.</summary>
    public static int Year(ReadOnlySpan<char> word)
    {
        int year = word.Length == 4 ? Digits(word) : -1;
        return year is >= 1900 and <= 2099 ? year : 0;
    }
}
