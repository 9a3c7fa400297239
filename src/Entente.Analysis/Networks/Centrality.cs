namespace Entente.Analysis.Networks;

/// <summary>How central each node of a graph is.</summary>
/// <remarks>Where paths matter, an edge is as long as the inverse of its weight: a strong tie is a short way.</remarks>
public static class Centrality
{
    private const int MostRounds = 100_000;

    /// <summary>Shortest paths between other nodes that lead through each node, a pair's paths sharing one; each pair once.</summary>
    /// <remarks>Not normalised: a graph elsewhere changes nothing. Divide by (n-1)(n-2)/2 to normalise.</remarks>
    /// <seealso href="https://doi.org/10.1080/0022250X.2001.9990249">Brandes 2001.</seealso>
    public static double[] Betweenness(WeightedGraph graph)
    {
        double[] between = new double[graph.Count];
        for (int source = 0; source < graph.Count; source++)
        {
            var paths = ShortestPaths.From(graph, source);
            double[] dependency = new double[graph.Count];
            for (int i = paths.Order.Count - 1; i >= 0; i--)
            {
                int node = paths.Order[i];
                foreach (int before in paths.Before[node])
                {
                    dependency[before] += paths.Counts[before] / paths.Counts[node] * (1 + dependency[node]);
                }

                if (node != source)
                {
                    between[node] += dependency[node] / 2;
                }
            }
        }

        return between;
    }

    /// <summary>Inverse of the mean distance to the nodes that can be reached, times the share of nodes that can (Wasserman and Faust 1994).</summary>
    /// <returns>0 for a node without edges.</returns>
    public static double[] Closeness(WeightedGraph graph)
    {
        double[] closeness = new double[graph.Count];
        for (int source = 0; source < graph.Count; source++)
        {
            var paths = ShortestPaths.From(graph, source);
            double total = paths.Order.Sum(node => paths.Distances[node]);
            double others = paths.Order.Count - 1;
            closeness[source] = total > 0 ? others / total * (others / (graph.Count - 1)) : 0;
        }

        return closeness;
    }

    /// <summary>A node counts as much as its neighbours do (Bonacich 1972): the leading eigenvector of the weights, of Euclidean length 1.</summary>
    /// <returns>
    /// 0 outside the connected component with the largest eigenvalue, the one with the first node among equals; all 0 without edges.
    /// </returns>
    public static double[] Eigenvector(WeightedGraph graph)
    {
        int[] components = graph.Components();
        double[] best = new double[graph.Count];
        double largest = 0;
        for (int component = 0; component <= components.DefaultIfEmpty(-1).Max(); component++)
        {
            int[] members = [.. Enumerable.Range(0, graph.Count).Where(node => components[node] == component)];
            if (members.Length == 1)
            {
                continue;
            }

            double[] vector = Leading(graph, members, out double value);
            if (value > largest * (1 + 1e-9))
            {
                largest = value;
                best = vector;
            }
        }

        return best;
    }

    /// <summary>Power iteration over one component; a loop at each node keeps it from swinging on bipartite graphs.</summary>
    private static double[] Leading(WeightedGraph graph, int[] members, out double value)
    {
        double[] vector = new double[graph.Count];
        double loop = members.Max(node => graph.Strengths[node]) / 2;
        foreach (int node in members)
        {
            vector[node] = 1 / Math.Sqrt(members.Length);
        }

        value = 0;
        for (int round = 0; round < MostRounds; round++)
        {
            double[] next = new double[graph.Count];
            foreach (int node in members)
            {
                next[node] = loop * vector[node];
                foreach (Arc arc in graph[node])
                {
                    next[node] += arc.Weight * vector[arc.To];
                }
            }

            double length = Math.Sqrt(members.Sum(node => next[node] * next[node]));
            double moved = 0;
            foreach (int node in members)
            {
                next[node] /= length;
                moved = Math.Max(moved, Math.Abs(next[node] - vector[node]));
            }

            vector = next;
            value = length - loop;
            if (moved < 1e-13)
            {
                break;
            }
        }

        return vector;
    }
}
