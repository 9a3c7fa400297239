using Entente.Records;

namespace Entente.Analysis.Networks;

/// <summary>What becomes a network.</summary>
public sealed record NetworkOptions
{
    /// <summary>Pairs with fewer events have no tie; at least 1.</summary>
    public int LeastEvents { get; init; } = 1;

    /// <summary>Parties that are nodes even without a tie, such as the members of a region.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>Resolution of the communities; greater than 0.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Steps of the search for the frustration index in each block.</summary>
    public long Budget { get; init; } = Frustration.DefaultBudget;

    /// <summary>What makes a role.</summary>
    public RoleCriteria Roles { get; init; } = new();

    /// <summary>Pairs that share a border, which buffers have to; null where borders are not asked for.</summary>
    public IReadOnlySet<Relation>? Borders { get; init; }
}

/// <summary>Parties and the signed, weighted ties between them in one window.</summary>
/// <remarks>
/// The weight of a tie: the sum of the PLOVER scores of what passed both ways, cooperation less conflict, per 1,000
/// documents of the window where their number is known. An event done together counts in each direction, and its variance
/// accordingly. Events within one country make no tie.
/// </remarks>
public sealed class SignedNetwork
{
    private readonly Dictionary<string, int> _numbers;

    private SignedNetwork(IReadOnlyList<string> parties, IReadOnlyList<NetworkTie> ties, int? documents)
    {
        Parties = parties;
        Ties = ties;
        Documents = documents;
        _numbers = parties.Select((party, at) => (party, at)).ToDictionary(p => p.party, p => p.at, StringComparer.Ordinal);
    }

    /// <summary>The nodes, code unit by code unit.</summary>
    public IReadOnlyList<string> Parties { get; }

    /// <summary>The ties, in order of their pairs.</summary>
    public IReadOnlyList<NetworkTie> Ties { get; }

    /// <summary>Documents of the window, which weights are divided by; null where unknown, and weights are plain sums.</summary>
    public int? Documents { get; }

    /// <summary>What sums of scores are multiplied by: 1,000 by the number of documents, or 1.</summary>
    public double Scale => 1000.0 / (Documents ?? 1000);

    /// <summary>The number of a party; -1 where it is no node.</summary>
    public int NumberOf(string party) => _numbers.GetValueOrDefault(party, -1);

    /// <summary>The network of a window's counts.</summary>
    /// <param name="counts">In any order and of any periods: all are added up.</param>
    /// <param name="documents">Documents of the window; null or 0 where unknown.</param>
    /// <param name="standing">Standing ties told in the window, for who supports whom; null for none.</param>
    /// <param name="options">The defaults when null.</param>
    public static SignedNetwork Of(IEnumerable<DyadCount> counts, int? documents = null, IEnumerable<Tie>? standing = null, NetworkOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.LeastEvents, 1, nameof(options));
        var gathered = new SortedDictionary<Relation, TieGathering>();
        foreach (DyadCount count in counts.Where(c => !c.Dyad.IsDomestic))
        {
            Gather(gathered, count.Dyad.Relation).Add(count);
        }

        foreach ((string giver, string taker) in (standing ?? []).SelectMany(StandingSupport.Of))
        {
            Gather(gathered, Relation.Of(giver, taker)).AddSupport(giver);
        }

        int? known = documents is > 0 ? documents : null;
        double scale = 1000.0 / (known ?? 1000);
        NetworkTie[] ties = [.. gathered.Where(p => p.Value.Events >= options.LeastEvents).Select(p => p.Value.Tie(p.Key, scale))];
        string[] parties =
        [
            .. ties.SelectMany(tie => new[] { tie.Relation.First, tie.Relation.Second }).Concat(options.Parties)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        return new(parties, ties, known);
    }

    /// <summary>The network of single events: those reported or imported, and not merely claimed.</summary>
    /// <param name="events">The window's, in any order.</param>
    /// <param name="documents">Documents of the window; null or 0 where unknown.</param>
    /// <param name="standing">Standing ties told in the window; null for none.</param>
    /// <param name="options">The defaults when null.</param>
    public static SignedNetwork Of(IEnumerable<DyadicEvent> events, int? documents = null, IEnumerable<Tie>? standing = null, NetworkOptions? options = null) =>
        Of(
            events.Where(e => !e.Claimed && (e.Status is EventStatus.Reported or EventStatus.Unknown))
                .Select(e => new DyadCount(e.Dyad, Period.Of(e.When.Start, PeriodKind.Day), e.Type, 1, e.Score, e.Goldstein ?? 0, e.Goldstein is null ? 0 : 1, e.Dead ?? 0)),
            documents,
            standing,
            options);

    /// <summary>What was given in friendship, whatever else passed: the graph that centrality is measured on.</summary>
    public WeightedGraph Contacts() => Graph(tie => tie.Cooperation);

    /// <summary>Ties in which cooperation outweighs conflict, by how much.</summary>
    public WeightedGraph Friendly() => Graph(tie => tie.Weight);

    /// <summary>Ties in which conflict outweighs cooperation, by how much.</summary>
    public WeightedGraph Hostile() => Graph(tie => -tie.Weight);

    /// <summary>The signs of the ties; those that come to 0 have none.</summary>
    /// <param name="settled">Whether only ties count whose sign is beyond doubt.</param>
    public IReadOnlyList<SignedEdge> Signs(bool settled = false) =>
    [
        .. Ties.Where(tie => tie.Sign != 0 && (!settled || tie.IsSettled))
            .Select(tie => new SignedEdge(NumberOf(tie.Relation.First), NumberOf(tie.Relation.Second), tie.Sign)),
    ];

    private static TieGathering Gather(SortedDictionary<Relation, TieGathering> gathered, Relation relation)
    {
        if (!gathered.TryGetValue(relation, out TieGathering? tie))
        {
            gathered[relation] = tie = new(relation);
        }

        return tie;
    }

    private WeightedGraph Graph(Func<NetworkTie, double> weight) =>
        new(Parties.Count, Ties.Where(tie => weight(tie) > 0).Select(tie => (NumberOf(tie.Relation.First), NumberOf(tie.Relation.Second), weight(tie))));
}
