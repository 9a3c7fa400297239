namespace Entente.Analysis.Networks;

/// <summary>Triangles of a signed graph, by their signs.</summary>
/// <param name="AllFriendly">Three friends.</param>
/// <param name="TwoFriendly">Two friendly ties and a hostile one: my friends are each other's enemies. Unbalanced.</param>
/// <param name="OneFriendly">One friendly tie and two hostile ones: two friends with a common enemy.</param>
/// <param name="AllHostile">Three enemies. Unbalanced in Cartwright and Harary's sense, though not in Davis's weaker one.</param>
public sealed record Triads(int AllFriendly, int TwoFriendly, int OneFriendly, int AllHostile)
{
    /// <summary>All triangles.</summary>
    public int Total => AllFriendly + TwoFriendly + OneFriendly + AllHostile;

    /// <summary>Triangles whose signs multiply to plus.</summary>
    public int Balanced => AllFriendly + OneFriendly;

    /// <summary>Share of balanced triangles; null without triangles.</summary>
    public double? BalancedShare => Total == 0 ? null : (double)Balanced / Total;

    /// <summary>Counts triangles.</summary>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="edges">Each pair once, in either direction, its sign +1 or -1.</param>
    public static Triads Count(int nodes, IReadOnlyList<SignedEdge> edges) => Count(Matrix(nodes, edges));

    /// <summary>
    /// How often signs dealt out anew to the same edges give a share of balanced triangles at least as high: below 0.05,
    /// the ties are more balanced than as many hostile ones in other places would be.
    /// </summary>
    /// <returns>(1 + how often) / (1 + draws); null without triangles.</returns>
    public static double? ChanceOfAsBalanced(int nodes, IReadOnlyList<SignedEdge> edges, int draws = 999)
    {
        Triads observed = Count(nodes, edges);
        if (observed.Total == 0)
        {
            return null;
        }

        var random = new Random(20090401);
        int[] signs = [.. edges.Select(edge => edge.Sign)];
        int asBalanced = 0;
        for (int draw = 0; draw < draws; draw++)
        {
            random.Shuffle(signs);
            SignedEdge[] dealt = [.. edges.Select((edge, at) => edge with { Sign = signs[at] })];
            asBalanced += Count(nodes, dealt).Balanced >= observed.Balanced ? 1 : 0;
        }

        return (1.0 + asBalanced) / (1 + draws);
    }

    private static Triads Count(sbyte[,] signs)
    {
        int nodes = signs.GetLength(0);
        int[] byHostile = new int[4];
        for (int i = 0; i < nodes; i++)
        {
            for (int j = i + 1; j < nodes; j++)
            {
                for (int k = signs[i, j] == 0 ? nodes : j + 1; k < nodes; k++)
                {
                    if (signs[i, k] != 0 && signs[j, k] != 0)
                    {
                        byHostile[(3 - signs[i, j] - signs[i, k] - signs[j, k]) / 2]++;
                    }
                }
            }
        }

        return new(byHostile[0], byHostile[1], byHostile[2], byHostile[3]);
    }

    private static sbyte[,] Matrix(int nodes, IReadOnlyList<SignedEdge> edges)
    {
        sbyte[,] signs = new sbyte[nodes, nodes];
        foreach (SignedEdge edge in edges)
        {
            signs[edge.From, edge.To] = signs[edge.To, edge.From] = (sbyte)Math.Sign(edge.Sign);
        }

        return signs;
    }
}

/// <summary>An edge of a signed graph.</summary>
/// <param name="From">One node.</param>
/// <param name="To">The other.</param>
/// <param name="Sign">+1 friendly, -1 hostile.</param>
public readonly record struct SignedEdge(int From, int To, int Sign);
