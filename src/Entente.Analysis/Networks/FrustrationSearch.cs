namespace Entente.Analysis.Networks;

/// <summary>Searches the best division of one block into two camps.</summary>
internal sealed class FrustrationSearch
{
    private const int Starts = 40;
    private readonly int[] _nodes;
    private readonly Dictionary<int, int> _place;
    private readonly (int To, int Sign)[][] _near;
    private readonly int[] _disjoint;
    private readonly int[][] _cost;
    private readonly int[] _camp;
    private int[] _best;
    private long _left;

    /// <param name="edges">The block's edges; not empty.</param>
    /// <param name="budget">Most steps.</param>
    public FrustrationSearch(SignedEdge[] edges, long budget)
    {
        _nodes = Ordered(edges);
        _place = _nodes.Select((node, at) => (node, at)).ToDictionary(p => p.node, p => p.at);
        var near = new List<(int, int)>[_nodes.Length];
        for (int i = 0; i < near.Length; i++)
        {
            near[i] = [];
        }

        foreach (SignedEdge edge in edges)
        {
            near[_place[edge.From]].Add((_place[edge.To], edge.Sign));
            near[_place[edge.To]].Add((_place[edge.From], edge.Sign));
        }

        _near = [.. near.Select(row => row.Order().ToArray())];
        _disjoint = FrustratedTriangles();
        _cost = [new int[_nodes.Length], new int[_nodes.Length]];
        _camp = new int[_nodes.Length];
        _best = new int[_nodes.Length];
        _left = budget;
    }

    /// <summary>No division has fewer ties against it.</summary>
    public int Lower { get; private set; }

    /// <summary>The best division found has so many.</summary>
    public int Upper { get; private set; }

    /// <summary>Whether the best division puts an edge's ends into one camp.</summary>
    public bool AreTogether(SignedEdge edge) => _best[_place[edge.From]] == _best[_place[edge.To]];

    /// <summary>Searches.</summary>
    public void Run()
    {
        Upper = int.MaxValue;
        var random = new Random(1959);
        for (int start = 0; start < Starts && Upper > 0; start++)
        {
            Descend(start == 0 ? Tree() : [.. _nodes.Select(_ => random.Next(2))]);
        }

        Lower = Upper == 0 ? 0 : Math.Max(1, _disjoint[0]);
        if (Lower < Upper && Place(0, 0, 0))
        {
            Lower = Upper;
        }
    }

    /// <summary>The node with most edges first, then always the one with most edges to those before, the lowest number among equals.</summary>
    private static int[] Ordered(SignedEdge[] edges)
    {
        var near = edges.SelectMany(e => new[] { (e.From, e.To), (e.To, e.From) }).ToLookup(p => p.Item1, p => p.Item2);
        var left = new SortedDictionary<int, int>(near.ToDictionary(row => row.Key, _ => 0));
        var order = new List<int>(left.Count);
        while (left.Count > 0)
        {
            int next = left.MaxBy(p => ((long)p.Value << 32) + near[p.Key].Count()).Key;
            left.Remove(next);
            order.Add(next);
            foreach (int to in near[next])
            {
                if (left.TryGetValue(to, out int seen))
                {
                    left[to] = seen + 1;
                }
            }
        }

        return [.. order];
    }

    /// <summary>For each place, how many triangles with an odd number of hostile ties and no edge in common lie at or after it.</summary>
    private int[] FrustratedTriangles()
    {
        int[] disjoint = new int[_nodes.Length + 1];
        var used = new HashSet<(int, int)>();
        for (int at = _nodes.Length - 1; at >= 0; at--)
        {
            disjoint[at] = disjoint[at + 1];
            (int To, int Sign)[] later = [.. _near[at].Where(arc => arc.To > at)];
            foreach ((int one, int signOne) in later)
            {
                foreach ((int other, int signOther) in later)
                {
                    int third = other > one ? Array.Find(_near[one], arc => arc.To == other).Sign : 0;
                    if (third * signOne * signOther < 0 && !used.Contains((at, one)) && !used.Contains((at, other)) && !used.Contains((one, other)))
                    {
                        used.UnionWith([(at, one), (at, other), (one, other)]);
                        disjoint[at]++;
                    }
                }
            }
        }

        return disjoint;
    }

    /// <summary>Camps such that every edge to the first neighbour before it is satisfied.</summary>
    private int[] Tree()
    {
        int[] camps = new int[_nodes.Length];
        for (int at = 1; at < camps.Length; at++)
        {
            (int to, int sign) = _near[at][0];
            camps[at] = to < at && sign < 0 ? 1 - camps[to] : camps[Math.Min(to, at)];
        }

        return camps;
    }

    /// <summary>Moves single nodes to the other camp as long as that helps, and keeps the result where it is the best.</summary>
    private void Descend(int[] camps)
    {
        for (bool moving = true; moving;)
        {
            moving = false;
            for (int at = 0; at < camps.Length; at++)
            {
                int against = _near[at].Count(arc => IsAgainst(camps, at, arc));
                if (2 * against > _near[at].Length)
                {
                    camps[at] = 1 - camps[at];
                    moving = true;
                }
            }
        }

        int total = Enumerable.Range(0, camps.Length).Sum(at => _near[at].Count(arc => IsAgainst(camps, at, arc))) / 2;
        if (total < Upper)
        {
            Upper = total;
            _best = camps;
        }
    }

    private static bool IsAgainst(int[] camps, int at, (int To, int Sign) arc) => (camps[at] == camps[arc.To]) != (arc.Sign > 0);

    /// <summary>Places node after node; false where the steps ran out.</summary>
    /// <param name="at">The place to fill.</param>
    /// <param name="paid">Ties against the division among nodes placed.</param>
    /// <param name="owed">Sum, over nodes not placed, of what their cheaper camp costs.</param>
    private bool Place(int at, int paid, int owed)
    {
        if (paid + owed + _disjoint[at] >= Upper)
        {
            return true;
        }

        if (at == _nodes.Length)
        {
            Upper = paid;
            _best = [.. _camp];
            return true;
        }

        if (--_left < 0)
        {
            return false;
        }

        int cheaper = _cost[1][at] < _cost[0][at] ? 1 : 0;
        int without = owed - _cost[cheaper][at];
        for (int choice = 0; choice < (at == 0 ? 1 : 2); choice++)
        {
            int camp = choice == 0 ? cheaper : 1 - cheaper;
            _camp[at] = camp;
            int more = Charge(at, camp, 1);
            bool done = Place(at + 1, paid + _cost[camp][at], without + more);
            Charge(at, camp, -1);
            if (!done)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Puts what a placed node costs its later neighbours on their accounts; returns by how much their cheaper camps rise.</summary>
    private int Charge(int at, int camp, int by)
    {
        int rise = 0;
        foreach ((int to, int sign) in _near[at])
        {
            if (to > at)
            {
                int before = Math.Min(_cost[0][to], _cost[1][to]);
                _cost[sign > 0 ? 1 - camp : camp][to] += by;
                rise += Math.Min(_cost[0][to], _cost[1][to]) - before;
            }
        }

        return rise;
    }
}
