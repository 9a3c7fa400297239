using System.Globalization;

namespace Entente.Records;

/// <summary>How long a step of a series is.</summary>
public enum PeriodKind
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>Monday to Sunday (ISO 8601).</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>January to March, and so on.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>A day, an ISO week, or a calendar month, quarter or year.</summary>
/// <remarks>Ordered by its first day.</remarks>
public readonly record struct Period : IComparable<Period>
{
    private Period(PeriodKind kind, DateOnly start)
    {
        Kind = kind;
        Start = start;
    }

    /// <summary>How long it is.</summary>
    public PeriodKind Kind { get; }

    /// <summary>Its first day.</summary>
    public DateOnly Start { get; }

    /// <summary>The day after its last; the last day there is for the period that would end after it.</summary>
    public DateOnly End => Next?.Start ?? DateOnly.MaxValue;

    /// <summary>The period after this one; null after the last that a date can lie in.</summary>
    public Period? Next
    {
        get
        {
            int next = Kind switch
            {
                PeriodKind.Day => Start.DayNumber + 1,
                PeriodKind.Week => Start.DayNumber + 7,
                PeriodKind.Month => AfterMonths(1),
                PeriodKind.Quarter => AfterMonths(3),
                _ => AfterMonths(12),
            };
            return next <= DateOnly.MaxValue.DayNumber ? new Period(Kind, DateOnly.FromDayNumber(next)) : null;
        }
    }

    /// <summary>The period that <paramref name="day"/> lies in.</summary>
    public static Period Of(DateOnly day, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => new(kind, day),
        PeriodKind.Week => new(kind, day.AddDays(-Math.Min(((int)day.DayOfWeek + 6) % 7, day.DayNumber))),
        PeriodKind.Month => new(kind, new(day.Year, day.Month, 1)),
        PeriodKind.Quarter => new(kind, new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1)),
        _ => new(kind, new(day.Year, 1, 1)),
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

    /// <summary><c>2024-05-17</c>, <c>2024-W20</c>, <c>2024-05</c>, <c>2024-Q2</c> or <c>2024</c>.</summary>
    public override string ToString() => Kind switch
    {
        PeriodKind.Day => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        PeriodKind.Week => string.Create(
            CultureInfo.InvariantCulture,
            $"{ISOWeek.GetYear(Start.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(Start.ToDateTime(default)):00}"),
        PeriodKind.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-Q{((Start.Month - 1) / 3) + 1}"),
        _ => Start.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>The day number of the first day of the month so many months on; past the calendar where there is none.</summary>
    private int AfterMonths(int months) =>
        Start.Year == DateOnly.MaxValue.Year && Start.Month + months > 12 ? int.MaxValue : Start.AddMonths(months).DayNumber;

    /// <summary>By first day.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>By first day.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>By first day.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>By first day.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;
}
