namespace Entente.Analysis.Networks;

/// <summary>All shortest paths from one node, an edge being as long as the inverse of its weight.</summary>
/// <remarks>Lengths within one part in 10^10 are equal: 1/3 + 1/6 is 1/2, whatever the rounding.</remarks>
internal sealed class ShortestPaths
{
    private const double Tolerance = 1e-10;

    private ShortestPaths(int nodes)
    {
        Distances = new double[nodes];
        Counts = new double[nodes];
        Before = new List<int>[nodes];
        Order = new List<int>(nodes);
        Array.Fill(Distances, double.PositiveInfinity);
        for (int i = 0; i < nodes; i++)
        {
            Before[i] = [];
        }
    }

    /// <summary>Length of the shortest path to each node; infinite where there is none.</summary>
    public double[] Distances { get; }

    /// <summary>How many shortest paths lead to each node.</summary>
    public double[] Counts { get; }

    /// <summary>The last nodes before each on its shortest paths.</summary>
    public List<int>[] Before { get; }

    /// <summary>The nodes that can be reached, nearest first.</summary>
    public List<int> Order { get; }

    /// <summary>Dijkstra's algorithm with counts (Brandes 2001).</summary>
    public static ShortestPaths From(WeightedGraph graph, int source)
    {
        var paths = new ShortestPaths(graph.Count);
        var open = new PriorityQueue<int, (double Distance, int Node)>();
        bool[] settled = new bool[graph.Count];
        paths.Distances[source] = 0;
        paths.Counts[source] = 1;
        open.Enqueue(source, (0, source));
        while (open.TryDequeue(out int node, out _))
        {
            if (settled[node])
            {
                continue;
            }

            settled[node] = true;
            paths.Order.Add(node);
            foreach (Arc arc in graph[node])
            {
                if (!settled[arc.To] && paths.Reach(node, arc))
                {
                    open.Enqueue(arc.To, (paths.Distances[arc.To], arc.To));
                }
            }
        }

        return paths;
    }

    /// <summary>Notes a way to a node; true where it is shorter than those known.</summary>
    private bool Reach(int node, Arc arc)
    {
        double length = Distances[node] + (1 / arc.Weight), known = Distances[arc.To];
        double margin = Tolerance * length;
        if (length < known - margin)
        {
            Distances[arc.To] = length;
            Counts[arc.To] = Counts[node];
            Before[arc.To].Clear();
            Before[arc.To].Add(node);
            return true;
        }

        if (length <= known + margin)
        {
            Counts[arc.To] += Counts[node];
            Before[arc.To].Add(node);
        }

        return false;
    }
}
