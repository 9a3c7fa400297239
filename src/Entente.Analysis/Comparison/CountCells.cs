using Entente.Records;

namespace Entente.Analysis.Comparison;

/// <summary>One source's counts by pair, period and category.</summary>
internal sealed class CountCells
{
    private readonly Dictionary<(Dyad, Period), int[]> _cells = [];

    public CountCells(IEnumerable<DyadCount> counts)
    {
        foreach (DyadCount count in counts)
        {
            if (!_cells.TryGetValue((count.Dyad, count.Period), out int[]? cell))
            {
                _cells[(count.Dyad, count.Period)] = cell = new int[PloverTypes.Count];
            }

            cell[(int)count.Type] += count.Count;
            First = First is { } first && first <= count.Period ? first : count.Period;
            Last = Last is { } last && last >= count.Period ? last : count.Period;
        }
    }

    public Period? First { get; }

    public Period? Last { get; }

    public IEnumerable<Dyad> Dyads => _cells.Keys.Select(key => key.Item1).Distinct();

    public void Keep(Period[] periods)
    {
        HashSet<Period> kept = [.. periods];
        foreach ((Dyad, Period Period) key in _cells.Keys.Where(key => !kept.Contains(key.Item2)).ToArray())
        {
            _cells.Remove(key);
        }
    }

    public int Count(Dyad dyad, Period period, Func<PloverType, bool> type)
    {
        int sum = 0;
        if (_cells.TryGetValue((dyad, period), out int[]? cell))
        {
            for (int i = 0; i < cell.Length; i++)
            {
                sum += type((PloverType)i) ? cell[i] : 0;
            }
        }

        return sum;
    }

    /// <summary>Everything, by pair, period and category.</summary>
    public IEnumerable<(Dyad Dyad, Period Period, PloverType Type, int Count)> All() =>
        _cells.SelectMany(cell => cell.Value.Select((count, type) => (cell.Key.Item1, cell.Key.Item2, (PloverType)type, count)).Where(item => item.count > 0));
}
