using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Counts of one dyad by period and category, from counts by day that come in order of days.</summary>
/// <remarks>Only the period at hand is kept: days in order lie in periods in order.</remarks>
/// <param name="kind">Length of the periods.</param>
/// <param name="counts">Receives the counts, by period, then category.</param>
internal sealed class PeriodTally(PeriodKind kind, List<DyadCount> counts)
{
    private readonly Sums[] _sums = new Sums[(int)Enum.GetValues<PloverType>().Max() + 1];
    private Period _period;
    private int _lastDay = -1;
    private Period _lastPeriod;

    /// <summary>Adds the counts of a day, not before the last one.</summary>
    /// <param name="dyad">Whose counts; <see cref="End"/> ends them.</param>
    /// <param name="day">First day of the events.</param>
    /// <param name="span">0 = dated within a week; else how many days.</param>
    /// <param name="type">Their category.</param>
    /// <param name="row">Counts; scores in tenths.</param>
    public void Add(Dyad dyad, int day, int span, PloverType type, in Sums row)
    {
        if (PeriodOf(day, span) is not { } period)
        {
            return;
        }

        if (period != _period)
        {
            End(dyad);
            _period = period;
        }

        ref Sums sums = ref _sums[(int)type];
        sums = new(sums.Count + row.Count, sums.Score + row.Score, sums.Goldstein + row.Goldstein, sums.GoldsteinCount + row.GoldsteinCount, sums.Dead + row.Dead, sums.Reprints + row.Reprints);
    }

    /// <summary>Gives out what is at hand as counts of a dyad.</summary>
    public void End(Dyad dyad)
    {
        for (int type = 0; type < _sums.Length; type++)
        {
            ref Sums sums = ref _sums[type];
            if (sums.Count > 0)
            {
                counts.Add(new(dyad, _period, (PloverType)type, sums.Count, sums.Score / 10.0, sums.Goldstein / 10.0, sums.GoldsteinCount, sums.Dead) { Reprints = sums.Reprints });
                sums = default;
            }
        }
    }

    private Period? PeriodOf(int day, int span)
    {
        if (span > 0)
        {
            var start = DateOnly.FromDayNumber(day);
            return Period.Of(new DateSpan(start, start.AddDays(span)), kind);
        }

        if (day != _lastDay)
        {
            (_lastDay, _lastPeriod) = (day, Period.Of(DateOnly.FromDayNumber(day), kind));
        }

        return _lastPeriod;
    }

    /// <summary>What a row of a table of counts says.</summary>
    /// <param name="Count">How many events.</param>
    /// <param name="Score">Sum of their scores, in tenths.</param>
    /// <param name="Goldstein">Sum of their Goldstein scores, in tenths.</param>
    /// <param name="GoldsteinCount">How many bear one.</param>
    /// <param name="Dead">Sum of the killed.</param>
    /// <param name="Reprints">How often they were reprinted.</param>
    internal readonly record struct Sums(int Count, long Score, long Goldstein, int GoldsteinCount, int Dead, int Reprints);
}
