namespace Entente.Analysis.Networks;

/// <summary>What is measured of one party.</summary>
/// <param name="Party">Who.</param>
/// <param name="Partners">Parties it has a tie with.</param>
/// <param name="Friends">Ties in which cooperation outweighs.</param>
/// <param name="Opponents">Ties in which conflict outweighs.</param>
/// <param name="Cooperation">Sum of the ties' cooperation.</param>
/// <param name="Conflict">Sum of the ties' conflict.</param>
/// <param name="Betweenness">Shortest paths of others through it, in pairs; on what passed in cooperation.</param>
/// <param name="BetweennessShare">The same in shares of all pairs of others, 0 to 1; 0 with fewer than three parties.</param>
/// <param name="Closeness">See <see cref="Centrality.Closeness"/>.</param>
/// <param name="Eigenvector">See <see cref="Centrality.Eigenvector"/>.</param>
/// <param name="Constraint">See <see cref="StructuralHoles.Constraint"/>; null without cooperation.</param>
/// <param name="EffectiveSize">See <see cref="StructuralHoles.EffectiveSize"/>; null without cooperation.</param>
/// <param name="Community">The number of its community.</param>
/// <param name="Participation">1 less the sum of the squared shares of its cooperation by community: 0 where all stays within one; null without cooperation.</param>
public sealed record NetworkNode(
    string Party,
    int Partners,
    int Friends,
    int Opponents,
    double Cooperation,
    double Conflict,
    double Betweenness,
    double BetweennessShare,
    double Closeness,
    double Eigenvector,
    double? Constraint,
    double? EffectiveSize,
    int Community,
    double? Participation);

/// <summary>How balanced the ties are.</summary>
/// <param name="Triads">Triangles by sign.</param>
/// <param name="Settled">The same over ties whose sign is beyond doubt.</param>
/// <param name="Chance">See <see cref="Triads.ChanceOfAsBalanced"/>; null without triangles.</param>
/// <param name="Frustration">The frustration index with its division into two camps.</param>
public sealed record BalanceReport(Triads Triads, Triads Settled, double? Chance, Frustration Frustration);

/// <summary>All that is measured of a network.</summary>
/// <param name="Network">The parties and ties.</param>
/// <param name="Nodes">In the network's order of parties.</param>
/// <param name="Communities">Communities over the signed weights.</param>
/// <param name="Balance">Structural balance.</param>
/// <param name="Roles">By party, kind and the others they are about.</param>
public sealed record NetworkReport(
    SignedNetwork Network, IReadOnlyList<NetworkNode> Nodes, Partition Communities, BalanceReport Balance, IReadOnlyList<PartyRole> Roles)
{
    /// <summary>Measures a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">The defaults when null.</param>
    public static NetworkReport Of(SignedNetwork network, NetworkOptions? options = null)
    {
        options ??= new();
        Partition communities = Networks.Communities.Find(network.Friendly(), network.Hostile(), options.Resolution);
        IReadOnlyList<NetworkNode> nodes = Measure(network, communities);
        IReadOnlyList<SignedEdge> signs = network.Signs();
        int count = network.Parties.Count;
        var balance = new BalanceReport(
            Triads.Count(count, signs), Triads.Count(count, network.Signs(settled: true)), Triads.ChanceOfAsBalanced(count, signs), Frustration.Of(count, signs, options.Budget));
        return new(network, nodes, communities, balance, new RoleFinder(network, nodes, options).Find());
    }

    private static NetworkNode[] Measure(SignedNetwork network, Partition communities)
    {
        WeightedGraph contacts = network.Contacts();
        double[] betweenness = Centrality.Betweenness(contacts), closeness = Centrality.Closeness(contacts), eigenvector = Centrality.Eigenvector(contacts);
        double?[] constraint = StructuralHoles.Constraint(contacts), size = StructuralHoles.EffectiveSize(contacts);
        double pairs = (network.Parties.Count - 1.0) * (network.Parties.Count - 2.0) / 2;
        ILookup<string, NetworkTie> ties = network.Ties
            .SelectMany(tie => new[] { (Party: tie.Relation.First, Tie: tie), (Party: tie.Relation.Second, Tie: tie) })
            .ToLookup(p => p.Party, p => p.Tie, StringComparer.Ordinal);
        return
        [
            .. network.Parties.Select((party, at) => new NetworkNode(
                party,
                ties[party].Count(),
                ties[party].Count(tie => tie.Sign > 0),
                ties[party].Count(tie => tie.Sign < 0),
                ties[party].Sum(tie => tie.Cooperation),
                ties[party].Sum(tie => tie.Conflict),
                betweenness[at],
                pairs > 0 ? betweenness[at] / pairs : 0,
                closeness[at],
                eigenvector[at],
                constraint[at],
                size[at],
                communities.Of[at],
                Participation(contacts, at, communities.Of))),
        ];
    }

    private static double? Participation(WeightedGraph contacts, int node, IReadOnlyList<int> communities)
    {
        if (contacts[node].Length == 0)
        {
            return null;
        }

        double[] shares = new double[communities.Max() + 1];
        foreach (Arc arc in contacts[node])
        {
            shares[communities[arc.To]] += arc.Weight / contacts.Strengths[node];
        }

        return 1 - shares.Sum(share => share * share);
    }
}
