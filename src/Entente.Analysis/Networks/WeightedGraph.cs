namespace Entente.Analysis.Networks;

/// <summary>One end of an edge, as its other end sees it.</summary>
/// <param name="To">The neighbour.</param>
/// <param name="Weight">Strength of the edge; greater than 0.</param>
public readonly record struct Arc(int To, double Weight);

/// <summary>An undirected graph with weights greater than 0, its nodes numbered from 0.</summary>
/// <remarks>Neighbours stand in order of their number, so that nothing computed from it depends on the order of the edges given.</remarks>
public sealed class WeightedGraph
{
    private readonly Arc[][] _arcs;

    /// <param name="nodes">How many nodes.</param>
    /// <param name="edges">Each edge in either direction; edges of one pair are added up.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not a number greater than 0, or a node lies outside.</exception>
    /// <exception cref="ArgumentException">An edge joins a node to itself.</exception>
    public WeightedGraph(int nodes, IEnumerable<(int From, int To, double Weight)> edges)
    {
        var rows = new SortedDictionary<int, double>[nodes];
        for (int i = 0; i < nodes; i++)
        {
            rows[i] = [];
        }

        foreach ((int from, int to, double weight) in edges)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Math.Max(from, to), nodes, nameof(edges));
            if (weight <= 0 || !double.IsFinite(weight))
            {
                throw new ArgumentOutOfRangeException(nameof(edges), weight, "a weight is a number greater than 0");
            }

            if (from == to)
            {
                throw new ArgumentException($"node {from} cannot be joined to itself", nameof(edges));
            }

            rows[from][to] = rows[from].GetValueOrDefault(to) + weight;
            rows[to][from] = rows[to].GetValueOrDefault(from) + weight;
        }

        _arcs = [.. rows.Select(row => row.Select(arc => new Arc(arc.Key, arc.Value)).ToArray())];
        Strengths = [.. _arcs.Select(row => row.Sum(arc => arc.Weight))];
        TotalWeight = Strengths.Sum() / 2;
    }

    /// <summary>Number of nodes.</summary>
    public int Count => _arcs.Length;

    /// <summary>Sum of the weights of each node's edges.</summary>
    public IReadOnlyList<double> Strengths { get; }

    /// <summary>Sum of all weights, each edge once.</summary>
    public double TotalWeight { get; }

    /// <summary>The edges of a node, by number of the neighbour.</summary>
    public ReadOnlySpan<Arc> this[int node] => _arcs[node];

    /// <summary>The weight between two nodes; 0 without an edge.</summary>
    public double Weight(int from, int to)
    {
        foreach (Arc arc in _arcs[from])
        {
            if (arc.To == to)
            {
                return arc.Weight;
            }
        }

        return 0;
    }

    /// <summary>The number of the connected component of each node, counted from 0 in order of the components' first nodes.</summary>
    public int[] Components()
    {
        int[] component = new int[Count];
        Array.Fill(component, -1);
        int number = 0;
        var open = new Stack<int>();
        for (int start = 0; start < Count; start++)
        {
            if (component[start] >= 0)
            {
                continue;
            }

            component[start] = number;
            open.Push(start);
            while (open.TryPop(out int node))
            {
                foreach (Arc arc in _arcs[node])
                {
                    if (component[arc.To] < 0)
                    {
                        component[arc.To] = number;
                        open.Push(arc.To);
                    }
                }
            }

            number++;
        }

        return component;
    }
}
