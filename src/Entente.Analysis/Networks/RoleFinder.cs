using System.Globalization;
using Entente.Records;

namespace Entente.Analysis.Networks;

/// <summary>Finds who has which role, by <see cref="RoleCriteria"/>.</summary>
internal sealed class RoleFinder(SignedNetwork network, IReadOnlyList<NetworkNode> nodes, NetworkOptions options)
{
    private readonly RoleCriteria _criteria = options.Roles;
    private readonly List<PartyRole> _roles = [];

    /// <summary>All roles, by party, kind and the others they are about.</summary>
    public IReadOnlyList<PartyRole> Find()
    {
        foreach (string party in network.Parties)
        {
            FindPatron(party);
        }

        NetworkTie[] rivalries = [.. network.Ties.Where(IsRivalry)];
        foreach (NetworkTie rivalry in rivalries)
        {
            string why = Invariant($"net weight {rivalry.Weight:0.##}, 95 % interval {rivalry.Low:0.##} to {rivalry.High:0.##}; hostility {rivalry.HostileForth:0.##} by {rivalry.Relation.First}, {rivalry.HostileBack:0.##} by {rivalry.Relation.Second}");
            Add(rivalry.Relation.First, RoleKind.Rival, why, rivalry.Relation.Second);
            Add(rivalry.Relation.Second, RoleKind.Rival, why, rivalry.Relation.First);
            FindBuffers(rivalry);
        }

        foreach (NetworkNode node in nodes)
        {
            FindBridge(node);
            if (node.Partners == 0)
            {
                Add(node.Party, RoleKind.Isolate, "no tie in the window");
            }
        }

        return [.. _roles.OrderBy(r => r.Party, StringComparer.Ordinal).ThenBy(r => r.Kind).ThenBy(r => string.Join(' ', r.Towards), StringComparer.Ordinal)];
    }

    private void FindPatron(string client)
    {
        NetworkTie[] ties = [.. network.Ties.Where(tie => tie.Relation.First == client || tie.Relation.Second == client)];
        double all = ties.Sum(tie => tie.AidBy(tie.Other(client)));
        foreach (NetworkTie tie in ties)
        {
            string patron = tie.Other(client);
            double given = tie.AidBy(patron), back = tie.AidBy(client);
            double acts = given / network.Scale / PloverType.Aid.Score();
            if (acts >= _criteria.LeastSupport - 1e-9 && given >= _criteria.SupportShare * all && given >= _criteria.SupportRatio * back)
            {
                string why = Invariant($"{patron} gives {acts:0.#} acts of aid or standing ties of support, {100 * given / all:0} % of what {client} gets; {100 * back / given:0} % comes back");
                Add(client, RoleKind.Client, why, patron);
                Add(patron, RoleKind.Patron, why, client);
            }
        }
    }

    private bool IsRivalry(NetworkTie tie) =>
        tie.High < 0 && Math.Min(tie.HostileForth, tie.HostileBack) >= _criteria.RivalReciprocity * (tie.HostileForth + tie.HostileBack);

    private void FindBuffers(NetworkTie rivalry)
    {
        (string one, string other) = (rivalry.Relation.First, rivalry.Relation.Second);
        double weaker = Math.Min(Activity(one), Activity(other));
        foreach (string party in network.Parties.Where(p => p != one && p != other))
        {
            if (TieOf(party, one) is { High: >= 0 } first && TieOf(party, other) is { High: >= 0 } second && Activity(party) < weaker && LiesBetween(party, one, other))
            {
                Add(party, RoleKind.Buffer, Invariant($"net weight {first.Weight:0.##} with {one} and {second.Weight:0.##} with {other}, who are rivals; less active than both"), one, other);
            }
        }
    }

    private void FindBridge(NetworkNode node)
    {
        if (node.Participation >= _criteria.BridgeParticipation && node.BetweennessShare >= _criteria.BridgeBetweenness)
        {
            Add(node.Party, RoleKind.Bridge, Invariant($"participation {node.Participation:0.##}, on {100 * node.BetweennessShare:0} % of the other pairs' shortest ways"));
        }
    }

    private bool LiesBetween(string party, string one, string other) =>
        options.Borders is not { } borders || (borders.Contains(Relation.Of(party, one)) && borders.Contains(Relation.Of(party, other)));

    private NetworkTie? TieOf(string one, string other) => network.Ties.FirstOrDefault(tie => tie.Relation == Relation.Of(one, other));

    private double Activity(string party) => nodes[network.NumberOf(party)] is { } node ? node.Cooperation + node.Conflict : 0;

    private void Add(string party, RoleKind kind, string why, params string[] towards) => _roles.Add(new(party, kind, towards, why));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
