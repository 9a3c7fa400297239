using Entente.Records;

namespace Entente.Analysis.Concerns;

/// <summary>Which states share borders.</summary>
public sealed class BorderMap
{
    private readonly SortedDictionary<string, SortedSet<string>> _neighbours = new(StringComparer.Ordinal);

    /// <param name="borders">Pairs of states, each in either order, once or more.</param>
    public BorderMap(IEnumerable<Relation> borders)
    {
        foreach (Relation border in borders.Where(b => !b.IsDomestic))
        {
            Of(border.First).Add(border.Second);
            Of(border.Second).Add(border.First);
        }
    }

    /// <summary>The neighbours of a state, in order; empty for one without borders over land.</summary>
    public IReadOnlyCollection<string> Neighbours(string state) => _neighbours.TryGetValue(state, out SortedSet<string>? found) ? found : [];

    /// <summary>The fewest borders to cross between two states; 0 for one and the same; null where there is no way over land.</summary>
    public int? Steps(string from, string to)
    {
        var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [from] = 0 };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out string? state))
        {
            if (state == to)
            {
                return distances[state];
            }

            foreach (string next in Neighbours(state).Where(next => distances.TryAdd(next, distances[state] + 1)))
            {
                open.Enqueue(next);
            }
        }

        return null;
    }

    /// <summary>The shortest way over land, both ends included; of several the first in order of codes; null where there is none.</summary>
    public IReadOnlyList<string>? Way(string from, string to)
    {
        if (Steps(from, to) is not { } steps)
        {
            return null;
        }

        var way = new List<string> { from };
        for (int left = steps - 1; left >= 0; left--)
        {
            way.Add(Neighbours(way[^1]).First(next => Steps(next, to) == left));
        }

        return way;
    }

    private SortedSet<string> Of(string state)
    {
        if (!_neighbours.TryGetValue(state, out SortedSet<string>? found))
        {
            _neighbours[state] = found = new(StringComparer.Ordinal);
        }

        return found;
    }
}
