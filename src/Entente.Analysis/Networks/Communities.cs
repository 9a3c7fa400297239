namespace Entente.Analysis.Networks;

/// <summary>A graph's nodes sorted into communities.</summary>
/// <param name="Of">The community of each node, counted from 0 in order of the communities' first nodes.</param>
/// <param name="Modularity">How much more weight lies within them than chance would put there; at most 1.</param>
public sealed record Partition(IReadOnlyList<int> Of, double Modularity)
{
    /// <summary>How many communities.</summary>
    public int Count => Of.Count == 0 ? 0 : Of.Max() + 1;
}

/// <summary>Communities of signed graphs: much friendly and little hostile weight within, the reverse between.</summary>
/// <remarks>
/// Modularity for signed weights (Gómez, Jensen and Arenas 2009): over pairs of one community, the sum of
/// [(w+ - r k+ k+ / 2W+) - (w- - r k- k- / 2W-)] / (2W+ + 2W-), k being a node's and W the graph's weight of either sign
/// and r the resolution. Without hostile ties it is Newman's. It is raised by Louvain's method (Blondel et al. 2008) from
/// several fixed orders of the nodes, and the best result is kept, the first among equals. A community that its friendly
/// ties do not connect is cut into those parts that they do.
/// </remarks>
/// <seealso href="https://doi.org/10.1103/PhysRevE.80.016114">Analysis of community structure in networks of correlated data.</seealso>
public static class Communities
{
    private const int Orders = 16;
    private const double Least = 1e-12;

    /// <summary>Finds communities.</summary>
    /// <param name="friendly">Weights of friendly ties.</param>
    /// <param name="hostile">Weights of hostile ties among the same nodes; null for none.</param>
    /// <param name="resolution">Above 1 finds smaller communities, below 1 larger ones; greater than 0.</param>
    public static Partition Find(WeightedGraph friendly, WeightedGraph? hostile = null, double resolution = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(resolution);
        double[,] gains = Gains(friendly, hostile, resolution);
        Partition? best = null;
        for (int run = 0; run < Orders; run++)
        {
            int[] order = [.. Enumerable.Range(0, friendly.Count)];
            if (run > 0)
            {
                new Random(run).Shuffle(order);
            }

            int[] found = Numbered(Connected(new Louvain(gains, friendly, order).Run(), friendly));
            double modularity = Sum(gains, found);
            if (best is null || modularity > best.Modularity + Least)
            {
                best = new(found, modularity);
            }
        }

        return best!;
    }

    /// <summary>Modularity of a given sorting; <see cref="Communities"/> has the formula.</summary>
    public static double Modularity(IReadOnlyList<int> communities, WeightedGraph friendly, WeightedGraph? hostile = null, double resolution = 1) =>
        Sum(Gains(friendly, hostile, resolution), [.. communities]);

    /// <summary>What each pair adds to the modularity where it lies within a community.</summary>
    private static double[,] Gains(WeightedGraph friendly, WeightedGraph? hostile, double resolution)
    {
        double[,] gains = new double[friendly.Count, friendly.Count];
        double all = 2 * (friendly.TotalWeight + (hostile?.TotalWeight ?? 0));
        if (all > 0)
        {
            Add(gains, friendly, resolution, 1 / all);
            Add(gains, hostile, resolution, -1 / all);
        }

        return gains;
    }

    private static void Add(double[,] gains, WeightedGraph? graph, double resolution, double factor)
    {
        if (graph is not { TotalWeight: > 0 })
        {
            return;
        }

        for (int i = 0; i < graph.Count; i++)
        {
            for (int j = 0; j < graph.Count; j++)
            {
                gains[i, j] -= factor * resolution * graph.Strengths[i] * graph.Strengths[j] / (2 * graph.TotalWeight);
            }

            foreach (Arc arc in graph[i])
            {
                gains[i, arc.To] += factor * arc.Weight;
            }
        }
    }

    private static double Sum(double[,] gains, int[] communities)
    {
        double sum = 0;
        for (int i = 0; i < communities.Length; i++)
        {
            for (int j = 0; j < communities.Length; j++)
            {
                sum += communities[i] == communities[j] ? gains[i, j] : 0;
            }
        }

        return sum;
    }

    /// <summary>Each community cut into the parts that friendly ties connect.</summary>
    private static int[] Connected(int[] communities, WeightedGraph friendly)
    {
        var within = new List<(int, int, double)>();
        for (int i = 0; i < friendly.Count; i++)
        {
            foreach (Arc arc in friendly[i])
            {
                if (arc.To > i && communities[arc.To] == communities[i])
                {
                    within.Add((i, arc.To, arc.Weight));
                }
            }
        }

        return new WeightedGraph(friendly.Count, within).Components();
    }

    /// <summary>The same sorting, numbered in order of the communities' first nodes.</summary>
    private static int[] Numbered(int[] communities)
    {
        var numbers = new Dictionary<int, int>();
        return [.. communities.Select(c => numbers.TryGetValue(c, out int known) ? known : numbers[c] = numbers.Count)];
    }
}
