namespace Entente.Analysis.Networks;

/// <summary>Burt's measures of brokerage (1992): how far a node's contacts are also each other's.</summary>
public static class StructuralHoles
{
    /// <summary>
    /// Constraint: over the neighbours j of i, the sum of (p_ij + sum over q of p_iq p_qj) squared, p_ij being the share of
    /// i's weight that goes to j. Low for who stands between groups that have no ties of their own.
    /// </summary>
    /// <returns>Null for a node without edges.</returns>
    public static double?[] Constraint(WeightedGraph graph)
    {
        double?[] constraint = new double?[graph.Count];
        for (int node = 0; node < graph.Count; node++)
        {
            if (graph[node].Length == 0)
            {
                continue;
            }

            double[] invested = new double[graph.Count];
            foreach (Arc near in graph[node])
            {
                double share = near.Weight / graph.Strengths[node];
                invested[near.To] += share;
                foreach (Arc far in graph[near.To])
                {
                    invested[far.To] += share * far.Weight / graph.Strengths[near.To];
                }
            }

            double sum = 0;
            foreach (Arc near in graph[node])
            {
                sum += invested[near.To] * invested[near.To];
            }

            constraint[node] = sum;
        }

        return constraint;
    }

    /// <summary>
    /// Effective size: neighbours less what is redundant among them: the sum over j of 1 - sum over q of p_iq m_jq, with
    /// m_jq the weight of j and q in shares of j's largest.
    /// </summary>
    /// <returns>Null for a node without edges.</returns>
    public static double?[] EffectiveSize(WeightedGraph graph)
    {
        double?[] size = new double?[graph.Count];
        for (int node = 0; node < graph.Count; node++)
        {
            ReadOnlySpan<Arc> arcs = graph[node];
            if (arcs.Length == 0)
            {
                continue;
            }

            double sum = 0;
            foreach (Arc near in arcs)
            {
                double largest = 0, redundant = 0;
                foreach (Arc far in graph[near.To])
                {
                    largest = Math.Max(largest, far.Weight);
                }

                foreach (Arc other in arcs)
                {
                    redundant += other.Weight / graph.Strengths[node] * graph.Weight(near.To, other.To) / largest;
                }

                sum += 1 - redundant;
            }

            size[node] = sum;
        }

        return size;
    }
}
