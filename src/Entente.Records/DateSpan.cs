using System.Globalization;

namespace Entente.Records;

/// <summary>A run of whole days, <c>[Start, End)</c>, proleptic Gregorian; never empty.</summary>
public readonly record struct DateSpan
{
    /// <param name="start">First day.</param>
    /// <param name="end">The day after the last; later than <paramref name="start"/>.</param>
    public DateSpan(DateOnly start, DateOnly end)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, start);
        Start = start;
        End = end;
    }

    /// <summary>First day.</summary>
    public DateOnly Start { get; }

    /// <summary>The day after the last.</summary>
    public DateOnly End { get; }

    /// <summary>The span of one day.</summary>
    public static DateSpan OfDay(DateOnly day) => new(day, day.AddDays(1));

    /// <summary>Whether <paramref name="day"/> lies within.</summary>
    public bool Contains(DateOnly day) => Start <= day && day < End;

    /// <summary>The ISO 8601 interval, its end excluded: <c>2020-06-01/2020-07-01</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}/{End:yyyy-MM-dd}");
}

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Nothing in the text dates it; the day of publication stands in.</summary>
    Publication,

    /// <summary>To the day.</summary>
    Day,

    /// <summary>To the week, or a stated run of days.</summary>
    Week,

    /// <summary>To the month.</summary>
    Month,

    /// <summary>To the quarter, half-year or season.</summary>
    Season,

    /// <summary>To the year.</summary>
    Year,

    /// <summary>To several years.</summary>
    Decade,
}
