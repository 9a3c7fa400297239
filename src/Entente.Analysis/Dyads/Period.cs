using System.Globalization;
using Entente.Records;

namespace Entente.Analysis.Dyads;

/// <summary>How long a step of a series is.</summary>
public enum PeriodKind
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>January to March, and so on.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>A calendar month, quarter or year.</summary>
/// <remarks>Ordered by its first day.</remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(PeriodKind kind, int year, int number)
    {
        Kind = kind;
        Year = year;
        Number = number;
    }

    /// <summary>How long it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The calendar year.</summary>
    public int Year { get; }

    /// <summary>The month 1 to 12 or the quarter 1 to 4; 1 for a year.</summary>
    public int Number { get; }

    /// <summary>Its first day.</summary>
    public DateOnly Start => Kind switch
    {
        PeriodKind.Month => new(Year, Number, 1),
        PeriodKind.Quarter => new(Year, (Number * 3) - 2, 1),
        _ => new(Year, 1, 1),
    };

    /// <summary>The period after this one; null after the last that a date can lie in.</summary>
    public Period? Next
    {
        get
        {
            int perYear = PerYear(Kind);
            return Number < perYear
                ? new Period(Kind, Year, Number + 1)
                : Year < DateOnly.MaxValue.Year ? new Period(Kind, Year + 1, 1) : null;
        }
    }

    /// <summary>The period that <paramref name="day"/> lies in.</summary>
    public static Period Of(DateOnly day, PeriodKind kind) => kind switch
    {
        PeriodKind.Month => new(kind, day.Year, day.Month),
        PeriodKind.Quarter => new(kind, day.Year, ((day.Month - 1) / 3) + 1),
        _ => new(kind, day.Year, 1),
    };

    /// <summary>
    /// The period an event is counted in: that of its first day, if the event's date lies within one period or spans at
    /// most a week; otherwise null, because the date is coarser than the series.
    /// </summary>
    public static Period? Of(DateSpan date, PeriodKind kind)
    {
        Period first = Of(date.Start, kind);
        bool within = first == Of(date.End.AddDays(-1), kind);
        return within || date.End.DayNumber - date.Start.DayNumber <= 7 ? first : null;
    }

    /// <summary>Every period from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    public static IEnumerable<Period> Range(Period first, Period last)
    {
        for (Period? at = first; at is { } period && period.CompareTo(last) <= 0; at = period.Next)
        {
            yield return period;
        }
    }

    /// <inheritdoc/>
    public int CompareTo(Period other) => Start.CompareTo(other.Start);

    /// <summary><c>2024-05</c>, <c>2024-Q2</c> or <c>2024</c>.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Number:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}"),
        _ => Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    private static int PerYear(PeriodKind kind) => kind switch
    {
        PeriodKind.Month => 12,
        PeriodKind.Quarter => 4,
        _ => 1,
    };

    /// <summary>By first day.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>By first day.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>By first day.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>By first day.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}
