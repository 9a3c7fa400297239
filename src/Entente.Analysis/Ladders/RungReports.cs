namespace Entente.Analysis.Ladders;

/// <summary>The records that count for one rung, by day.</summary>
internal sealed class RungReports
{
    private readonly LadderEvidence[] _evidence;
    private readonly DateOnly[] _ends;

    /// <param name="rung">The rung.</param>
    /// <param name="criteria">Its ladder: records of higher rungs count as well.</param>
    /// <param name="all">The pair's records, by day.</param>
    public RungReports(LadderRung rung, LadderCriteria criteria, LadderEvidence[] all)
    {
        Rung = rung;
        _evidence = [.. all.Where(e => criteria.LevelOf(e) >= rung.Level)];
        _ends = [.. all.Where(e => rung.Ends.Any(criterion => criterion.Holds(e))).Select(e => e.Day)];
    }

    /// <summary>The rung.</summary>
    public LadderRung Rung { get; }

    /// <summary>Reports within the months up to a day.</summary>
    public int Count(DateOnly day, LadderThreshold within)
    {
        LadderEvidence[] found = Within(day, within);
        return found.Length < 2 ? found.Length : found.Select(e => e.Report).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Records within the months up to a day, oldest first.</summary>
    public LadderEvidence[] Within(DateOnly day, LadderThreshold within)
    {
        DateOnly after = day.DayNumber > within.Months * 31 ? day.AddMonths(-within.Months) : DateOnly.MinValue;
        foreach (DateOnly end in _ends)
        {
            after = end <= day && end > after ? end : after;
        }

        return _evidence[First(after)..First(day)];
    }

    /// <summary>All records up to a day, oldest first.</summary>
    public LadderEvidence[] Until(DateOnly day) => _evidence[..First(day)];

    /// <summary>Index of the first record later than a day.</summary>
    private int First(DateOnly day)
    {
        int low = 0, high = _evidence.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _evidence[middle].Day <= day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
