using System.Globalization;
using Entente.Coding.Clauses;
using Entente.Records;

namespace Entente.Coding.Times;

/// <summary>Finds the time expressions of a sentence and works out the days they mean.</summary>
/// <remarks>
/// A weekday is the latest one not after the day of publication, "next Monday" the first one after it; a month or a day without a year
/// is the latest that is not after publication, or the next one behind words that look ahead.
/// </remarks>
internal sealed class TimeReader(Tree tree, DateOnly published)
{
    /// <summary>Adds the expressions among words <paramref name="first"/> to <paramref name="end"/>, in text order.</summary>
    public void Read(int first, int end, List<TimeExpression> into)
    {
        for (int at = first; at < end;)
        {
            if (TryRead(at, first, end, out TimeExpression found))
            {
                into.Add(found.First > first && tree.Is(found.First - 1, "since") ? SinceThen(found) : found);
                at = found.End;
            }
            else
            {
                at++;
            }
        }
    }

    private bool TryRead(int at, int first, int end, out TimeExpression found)
    {
        ReadOnlySpan<char> word = tree.Word(at);
        found = default;
        if (word.Length == 0)
        {
            return false;
        }

        return char.IsAsciiDigit(word[0]) ? TryDigits(at, first, end, out found) : TryWord(at, first, end, out found);
    }

    private bool TryDigits(int at, int first, int end, out TimeExpression found)
    {
        found = default;
        if (DateOnly.TryParseExact(tree.Word(at), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly iso) && Document.Days.Contains(iso))
        {
            found = Of(at, at + 1, DateSpan.OfDay(iso), DatePrecision.Day);
            return true;
        }

        // "5 May 2021", "5th of May"
        int day = CalendarWords.DayOfMonth(tree.Word(at));
        int month = at + 1 < end && tree.Is(at + 1, "of") ? at + 2 : at + 1;
        if (day > 0 && month < end && CalendarWords.Month(tree.Word(month)) > 0)
        {
            return TryDay(at, month + 1, end, day, CalendarWords.Month(tree.Word(month)), LooksAhead(at, first), out found);
        }

        if (TryAgo(at, end, out found))
        {
            return true;
        }

        int year = CalendarWords.Year(tree.Word(at));
        if (year > 0 && at > first && IsYearOpener(at - 1))
        {
            found = Of(at, at + 1, Years(year, 1), DatePrecision.Year);
            return true;
        }

        // "the 1990s"
        if (tree.Word(at).Length == 5 && tree.Word(at)[^1] == 's' && CalendarWords.Year(tree.Word(at)[..4]) is > 0 and int decade && decade % 10 == 0)
        {
            found = Of(at, at + 1, Years(decade, 10), DatePrecision.Decade);
            return true;
        }

        return false;
    }

    private bool TryWord(int at, int first, int end, out TimeExpression found)
    {
        found = default;
        ReadOnlySpan<char> word = tree.Word(at);
        if (char.IsUpper(word[0]))
        {
            if (CalendarWords.Weekday(word) is { } weekday)
            {
                bool next = at > first && tree.Is(at - 1, "next");
                bool last = at > first && tree.Is(at - 1, "last");
                bool coming = next || (at > first && tree.Is(at - 1, "coming")) || LooksAhead(at, first);
                found = Of(at, at + 1, DateSpan.OfDay(coming ? After(weekday) : Before(weekday, strictly: last)), DatePrecision.Day, coming);
                return true;
            }

            int month = CalendarWords.Month(word);
            if (month > 0 && (word is not "May" and not "March" || IsDateContext(at, first, end)))
            {
                return TryMonth(at, first, end, month, out found);
            }
        }

        switch (char.ToLowerInvariant(word[0]))
        {
            case 't' when tree.Is(at, "today") || tree.Is(at, "tonight"):
                found = Of(at, at + 1, DateSpan.OfDay(published), DatePrecision.Day);
                return true;
            case 't' when tree.Is(at, "tomorrow"):
                found = Of(at, at + 1, DateSpan.OfDay(published.AddDays(1)), DatePrecision.Day, ahead: true);
                return true;
            case 'y' when tree.Is(at, "yesterday"):
                found = Of(at, at + 1, DateSpan.OfDay(published.AddDays(-1)), DatePrecision.Day);
                return true;
            case 'l' or 't' or 'n' or 'p' or 'c' when TryShifted(at, end, out found):
                return true;
            case 'e' or 'l' when tree.Is(at, "earlier") || tree.Is(at, "later"):
                if (at + 2 < end && TryShifted(at + 1, end, out found))
                {
                    found = Narrowed(found with { First = at }, early: tree.Is(at, "earlier"));
                    return true;
                }

                return false;
            case 's' or 'a' when at + 1 < end && tree.Is(at, "spring") || tree.Is(at, "summer") || tree.Is(at, "autumn"):
                return TrySeason(at, end, out found);
            case 'w' when tree.Is(at, "winter"):
                return TrySeason(at, end, out found);
            default:
                return TryAgo(at, end, out found);
        }
    }

    /// <summary>"May 5, 2021", "May 2021", "in May", "mid-May".</summary>
    private bool TryMonth(int at, int first, int end, int month, out TimeExpression found)
    {
        bool ahead = LooksAhead(at, first) || (at > first && tree.Is(at - 1, "next"));
        int day = at + 1 < end ? CalendarWords.DayOfMonth(tree.Word(at + 1)) : 0;
        if (day > 0)
        {
            return TryDay(at, at + 2, end, day, month, ahead, out found);
        }

        int afterComma = at + 1 < end && tree.Word(at + 1) is "," ? at + 2 : at + 1;
        int year = afterComma < end ? CalendarWords.Year(tree.Word(afterComma)) : 0;
        int last = year > 0 ? afterComma + 1 : at + 1;
        if (year == 0)
        {
            year = LatestYear(month, 1, ahead);
        }

        if (year == published.Year && at > first && tree.Is(at - 1, "last") && month == published.Month)
        {
            year--;
        }

        DateOnly start = new(year, month, 1);
        found = Of(at, last, new(start, start.AddMonths(1)), DatePrecision.Month, ahead && start > published);
        return true;
    }

    private bool TryDay(int at, int next, int end, int day, int month, bool ahead, out TimeExpression found)
    {
        found = default;
        int afterComma = next < end && tree.Word(next) is "," ? next + 1 : next;
        int year = afterComma < end ? CalendarWords.Year(tree.Word(afterComma)) : 0;
        int last = year > 0 ? afterComma + 1 : next;
        if (year == 0)
        {
            year = LatestYear(month, day, ahead);
        }

        if (day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        DateOnly start = new(year, month, day);
        found = Of(at, last, DateSpan.OfDay(start), DatePrecision.Day, start > published);
        return true;
    }

    /// <summary>"last week", "this month", "next year", "the past two weeks".</summary>
    private bool TryShifted(int at, int end, out TimeExpression found)
    {
        found = default;
        if (at + 1 >= end)
        {
            return false;
        }

        int shift;
        if (tree.Is(at, "last") || tree.Is(at, "previous") || tree.Is(at, "past"))
        {
            shift = -1;
        }
        else if (tree.Is(at, "this") || tree.Is(at, "current"))
        {
            shift = 0;
        }
        else if (tree.Is(at, "next") || tree.Is(at, "coming"))
        {
            shift = 1;
        }
        else
        {
            return false;
        }

        int number = CalendarWords.Number(tree.Word(at + 1));
        if (number > 0 && number < 100 && at + 2 < end && shift != 0)
        {
            return TryRun(at, at + 3, tree.Lemma(at + 2), shift * number, out found);
        }

        string unit = tree.Lemma(at + 1);
        (DateSpan span, DatePrecision precision)? meant = unit switch
        {
            "week" => (Weeks(shift), DatePrecision.Week),
            "weekend" => (Weekend(shift), DatePrecision.Week),
            "month" => (Month(shift), DatePrecision.Month),
            "quarter" => (Quarter(shift), DatePrecision.Season),
            "year" => (Years(published.Year + shift, 1), DatePrecision.Year),
            "decade" => (Years((published.Year / 10 * 10) + (shift * 10), 10), DatePrecision.Decade),
            "night" or "evening" => (DateSpan.OfDay(published.AddDays(shift)), DatePrecision.Day),
            "morning" or "afternoon" when shift == 0 => (DateSpan.OfDay(published), DatePrecision.Day),
            "spring" => (Season(3, shift), DatePrecision.Season),
            "summer" => (Season(6, shift), DatePrecision.Season),
            "autumn" or "fall" => (Season(9, shift), DatePrecision.Season),
            "winter" => (Season(12, shift), DatePrecision.Season),
            _ => null,
        };
        if (meant is not { } known)
        {
            return false;
        }

        found = Of(at, at + 2, known.span, known.precision, shift > 0);
        if (at > 0 && known.precision is DatePrecision.Month or DatePrecision.Year && (tree.Is(at - 1, "early") || tree.Is(at - 1, "late")))
        {
            found = PartOf(found with { First = at - 1 }, early: tree.Is(at - 1, "early"));
        }

        return true;
    }

    /// <summary>"two days ago", "three weeks earlier", "a month ago".</summary>
    private bool TryAgo(int at, int end, out TimeExpression found)
    {
        found = default;
        if (at + 2 >= end || !(tree.Is(at + 2, "ago")))
        {
            return false;
        }

        int number = CalendarWords.Number(tree.Word(at));
        if (number <= 0 || number > 999)
        {
            return false;
        }

        switch (tree.Lemma(at + 1))
        {
            case "day":
                found = Of(at, at + 3, DateSpan.OfDay(published.AddDays(-number)), DatePrecision.Day);
                return true;
            case "week":
                found = Of(at, at + 3, Weeks(-number), DatePrecision.Week);
                return true;
            case "month":
                found = Of(at, at + 3, Month(-number), DatePrecision.Month);
                return true;
            case "year":
                found = Of(at, at + 3, Years(published.Year - number, 1), DatePrecision.Year);
                return true;
            case "decade" when number <= 99:
                found = Of(at, at + 3, Years((published.Year / 10 * 10) - (10 * number), 10), DatePrecision.Decade);
                return true;
            case "hour" or "minute":
                found = Of(at, at + 3, DateSpan.OfDay(published), DatePrecision.Day);
                return true;
            default:
                return false;
        }
    }

    private bool TryRun(int at, int last, string unit, int count, out TimeExpression found)
    {
        found = default;
        int days = unit switch { "day" => 1, "week" => 7, "month" => 30, "year" => 365, _ => 0 };
        if (days == 0)
        {
            return false;
        }

        DateOnly other = unit switch
        {
            "month" => published.AddMonths(count),
            "year" => published.AddYears(count),
            _ => published.AddDays(days * count),
        };
        DateSpan span = count < 0 ? new(other, published.AddDays(1)) : new(published, other.AddDays(1));
        int length = span.End.DayNumber - span.Start.DayNumber;
        DatePrecision precision = length <= 15 ? DatePrecision.Week : length <= 45 ? DatePrecision.Month : length <= 190 ? DatePrecision.Season : length <= 370 ? DatePrecision.Year : DatePrecision.Decade;
        found = Of(at, last, span, precision, count > 0);
        return true;
    }

    /// <summary>"spring 2014", "in the summer of 2014".</summary>
    private bool TrySeason(int at, int end, out TimeExpression found)
    {
        found = default;
        int next = at + 1 < end && tree.Is(at + 1, "of") ? at + 2 : at + 1;
        int year = next < end ? CalendarWords.Year(tree.Word(next)) : 0;
        if (year == 0)
        {
            return false;
        }

        int month = tree.Is(at, "spring") ? 3 : tree.Is(at, "summer") ? 6 : tree.Is(at, "winter") ? 12 : 9;
        DateOnly start = new(year, month, 1);
        found = Of(at, next + 1, new(start, start.AddMonths(3)), DatePrecision.Season, start > published);
        return true;
    }

    /// <summary>"since June": from its first day to the day of publication.</summary>
    private TimeExpression SinceThen(TimeExpression found) =>
        found.Span.Start <= published ? found with { Span = new(found.Span.Start, published.AddDays(1)) } : found;

    private static TimeExpression Of(int first, int end, DateSpan span, DatePrecision precision, bool ahead = false) => new(first, end, span, precision, ahead);

    /// <summary>"earlier this month" ends with the day of publication; "later this month" begins the day after it.</summary>
    private TimeExpression Narrowed(TimeExpression found, bool early)
    {
        DateOnly tomorrow = published.AddDays(1);
        if (early && found.Span.Start < tomorrow && found.Span.End > tomorrow)
        {
            return found with { Span = new(found.Span.Start, tomorrow) };
        }

        return !early && found.Span.Start < tomorrow && found.Span.End > tomorrow
            ? found with { Span = new(tomorrow, found.Span.End), IsFuture = true }
            : found;
    }

    /// <summary>The first or last third.</summary>
    private static TimeExpression PartOf(TimeExpression found, bool early)
    {
        bool year = found.Precision == DatePrecision.Year;
        DateOnly start = found.Span.Start, end = found.Span.End;
        DateSpan part = early ? new(start, year ? start.AddMonths(4) : start.AddDays(10)) : new(year ? end.AddMonths(-4) : end.AddDays(-10), end);
        return found with { Span = part, Precision = year ? DatePrecision.Season : DatePrecision.Week };
    }

    /// <summary>Whether the words just before look ahead: "will … on Monday", "until", "by".</summary>
    private bool LooksAhead(int at, int first)
    {
        if (at > first && (tree.Is(at - 1, "until") || tree.Is(at - 1, "by") || tree.Is(at - 1, "till")))
        {
            return true;
        }

        for (int head = at, steps = 0; head >= 0 && steps < 6; head = tree.Head(head), steps++)
        {
            if (tree.Pos(head) is Language.Tags.Upos.Verb)
            {
                return Status.Modality.IsToCome(tree, head);
            }
        }

        return false;
    }

    private bool IsYearOpener(int token) =>
        tree.Is(token, "in") || tree.Is(token, "since") || tree.Is(token, "during") || tree.Is(token, "by") || tree.Is(token, "until") || tree.Is(token, "from")
        || tree.Is(token, "of") || tree.Is(token, "early") || tree.Is(token, "late") || tree.Is(token, "mid") || tree.Is(token, "before") || tree.Is(token, "after")
        || tree.Is(token, "to") || tree.Is(token, "and") || tree.Is(token, "between") || tree.Word(token) is "(" or "-" or "–" || tree.Is(token, "early-") || tree.Is(token, "mid-") || tree.Is(token, "late-");

    /// <summary>"May" and "March" are months where a preposition, a number or a time word stands beside them.</summary>
    private bool IsDateContext(int at, int first, int end)
    {
        if (at + 1 < end && char.IsAsciiDigit(tree.Word(at + 1)[0]))
        {
            return true;
        }

        return at > first && (tree.Is(at - 1, "in") || tree.Is(at - 1, "last") || tree.Is(at - 1, "since") || tree.Is(at - 1, "next") || tree.Is(at - 1, "this") || tree.Is(at - 1, "early")
            || tree.Is(at - 1, "late") || tree.Is(at - 1, "until") || tree.Is(at - 1, "by") || tree.Is(at - 1, "from") || tree.Is(at - 1, "of") || tree.Is(at - 1, "during") || tree.Is(at - 1, "and")
            || char.IsAsciiDigit(tree.Word(at - 1)[0]) || tree.Word(at - 1) is "-");
    }

    private int LatestYear(int month, int day, bool ahead)
    {
        bool passed = month < published.Month || (month == published.Month && day <= published.Day);
        if (ahead)
        {
            return passed && !(month == published.Month && day == published.Day) ? published.Year + 1 : published.Year;
        }

        return passed ? published.Year : published.Year - 1;
    }

    private DateOnly Before(DayOfWeek day, bool strictly)
    {
        int back = ((int)published.DayOfWeek - (int)day + 7) % 7;
        return published.AddDays(-(back == 0 && strictly ? 7 : back));
    }

    private DateOnly After(DayOfWeek day)
    {
        int ahead = ((int)day - (int)published.DayOfWeek + 7) % 7;
        return published.AddDays(ahead == 0 ? 7 : ahead);
    }

    /// <summary>A week of Monday to Sunday.</summary>
    private DateSpan Weeks(int shift)
    {
        DateOnly monday = published.AddDays(-(((int)published.DayOfWeek + 6) % 7)).AddDays(7 * shift);
        return new(monday, monday.AddDays(7));
    }

    /// <summary>Saturday and Sunday; "last weekend" is the latest whole one before publication.</summary>
    private DateSpan Weekend(int shift)
    {
        DateOnly saturday = Weeks(shift).Start.AddDays(5);
        return new(saturday, saturday.AddDays(2));
    }

    private DateSpan Month(int shift)
    {
        DateOnly start = new DateOnly(published.Year, published.Month, 1).AddMonths(shift);
        return new(start, start.AddMonths(1));
    }

    private DateSpan Quarter(int shift)
    {
        DateOnly start = new DateOnly(published.Year, ((published.Month - 1) / 3 * 3) + 1, 1).AddMonths(3 * shift);
        return new(start, start.AddMonths(3));
    }

    /// <summary>The season that begins with <paramref name="month"/>; "this" is that of the running year, "last" the latest that has ended.</summary>
    private DateSpan Season(int month, int shift)
    {
        DateOnly start = new(published.Year, month, 1);
        if (shift < 0)
        {
            while (start.AddMonths(3) > published)
            {
                start = start.AddYears(-1);
            }
        }
        else if (shift > 0 && start <= published)
        {
            start = start.AddYears(1);
        }

        return new(start, start.AddMonths(3));
    }

    private static DateSpan Years(int year, int count)
    {
        DateOnly start = new(year, 1, 1);
        return new(start, start.AddYears(count));
    }
}
