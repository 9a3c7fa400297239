namespace Entente.Analysis.Networks;

/// <summary>How far a signed graph is from two camps, friends within and enemies across.</summary>
/// <param name="Lower">At least so many ties go against any division into two camps.</param>
/// <param name="Upper">The division <paramref name="Camps"/> has so many; equal to <paramref name="Lower"/> where the index is exact.</param>
/// <param name="Camps">The camp of each node, 0 or 1; the first node of each connected component is in camp 0.</param>
/// <param name="Edges">Number of ties.</param>
public sealed record Frustration(int Lower, int Upper, IReadOnlyList<int> Camps, int Edges)
{
    /// <summary>Steps of the search in each block before it settles for bounds.</summary>
    public const long DefaultBudget = 4_000_000;

    /// <summary>Whether the index is known, not only bounded.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>1 - 2 Upper / Edges: 1 for two clean camps; null without ties.</summary>
    public double? Normalised => Edges == 0 ? null : 1 - (2.0 * Upper / Edges);

    /// <summary>Finds the frustration index (line index of balance, Harary 1959).</summary>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="edges">Each pair once, its sign +1 or -1.</param>
    /// <param name="budget">Steps of the search in each block: where they do not suffice, the result is bounds.</param>
    /// <remarks>
    /// The graph is cut into blocks (parts without cut vertex), whose indices add up. In each, branch and bound starts from
    /// the best of local searches; the bound counts, for each node not yet placed, its cheaper camp, and edge-disjoint
    /// frustrated triangles among those.
    /// </remarks>
    public static Frustration Of(int nodes, IReadOnlyList<SignedEdge> edges, long budget = DefaultBudget)
    {
        int lower = 0, upper = 0;
        int[] switched = new int[edges.Count];
        foreach (int[] block in Blocks.Of(nodes, edges))
        {
            var search = new FrustrationSearch([.. block.Select(at => edges[at])], budget);
            search.Run();
            lower += search.Lower;
            upper += search.Upper;
            for (int i = 0; i < block.Length; i++)
            {
                switched[block[i]] = search.AreTogether(edges[block[i]]) ? 0 : 1;
            }
        }

        return new(lower, upper, CampsOf(nodes, edges, switched), edges.Count);
    }

    /// <summary>Joins the blocks' divisions: an edge either keeps or changes the camp, and around each cycle the changes are even.</summary>
    private static int[] CampsOf(int nodes, IReadOnlyList<SignedEdge> edges, int[] switched)
    {
        var near = new List<(int To, int Switch)>[nodes];
        for (int i = 0; i < nodes; i++)
        {
            near[i] = [];
        }

        for (int i = 0; i < edges.Count; i++)
        {
            near[edges[i].From].Add((edges[i].To, switched[i]));
            near[edges[i].To].Add((edges[i].From, switched[i]));
        }

        int[] camps = new int[nodes];
        Array.Fill(camps, -1);
        var open = new Stack<int>();
        for (int start = 0; start < nodes; start++)
        {
            if (camps[start] < 0)
            {
                camps[start] = 0;
                open.Push(start);
            }

            while (open.TryPop(out int node))
            {
                foreach ((int to, int change) in near[node])
                {
                    if (camps[to] < 0)
                    {
                        camps[to] = camps[node] ^ change;
                        open.Push(to);
                    }
                }
            }
        }

        return camps;
    }
}
