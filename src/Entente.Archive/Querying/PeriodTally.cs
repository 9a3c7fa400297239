using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Counts of one dyad by period and category, from counts by day.</summary>
internal sealed class PeriodTally(PeriodKind kind)
{
    private readonly SortedDictionary<(Period Period, PloverType Type), Sums> _sums = new(Comparer<(Period Period, PloverType Type)>.Create(Compare));
    private int _lastDay = -1;
    private Period _lastPeriod;

    /// <summary>Adds the counts of a day.</summary>
    /// <param name="day">First day of the events.</param>
    /// <param name="span">0 = dated within a week; else how many days.</param>
    /// <param name="type">Their category.</param>
    /// <param name="count">How many.</param>
    /// <param name="score">Sum of scores, in tenths.</param>
    /// <param name="goldstein">Sum of Goldstein scores, in tenths.</param>
    /// <param name="goldsteinCount">How many bear one.</param>
    /// <param name="dead">Sum of the killed.</param>
    public void Add(int day, int span, PloverType type, int count, long score, long goldstein, int goldsteinCount, int dead)
    {
        if (PeriodOf(day, span) is not { } period)
        {
            return;
        }

        if (!_sums.TryGetValue((period, type), out Sums? sums))
        {
            sums = new();
            _sums.Add((period, type), sums);
        }

        sums.Count += count;
        sums.Score += score;
        sums.Goldstein += goldstein;
        sums.GoldsteinCount += goldsteinCount;
        sums.Dead += dead;
    }

    /// <summary>Gives the counts out in order, as those of a dyad, and starts anew.</summary>
    public void MoveTo(Dyad dyad, List<DyadCount> counts)
    {
        foreach (((Period period, PloverType type), Sums sums) in _sums)
        {
            counts.Add(new(dyad, period, type, sums.Count, sums.Score / 10.0, sums.Goldstein / 10.0, sums.GoldsteinCount, sums.Dead));
        }

        _sums.Clear();
        _lastDay = -1;
    }

    private Period? PeriodOf(int day, int span)
    {
        var start = DateOnly.FromDayNumber(day);
        if (span > 0)
        {
            return Period.Of(new DateSpan(start, start.AddDays(span)), kind);
        }

        if (day != _lastDay)
        {
            (_lastDay, _lastPeriod) = (day, Period.Of(start, kind));
        }

        return _lastPeriod;
    }

    private static int Compare((Period Period, PloverType Type) left, (Period Period, PloverType Type) right)
    {
        int byPeriod = left.Period.CompareTo(right.Period);
        return byPeriod != 0 ? byPeriod : left.Type.CompareTo(right.Type);
    }

    private sealed class Sums
    {
        public int Count { get; set; }

        public long Score { get; set; }

        public long Goldstein { get; set; }

        public int GoldsteinCount { get; set; }

        public int Dead { get; set; }
    }
}
