using Entente.Records;

namespace Entente.Analysis.Networks;

/// <summary>What became of a tie.</summary>
public enum TieTurn : byte
{
    /// <summary>There was none before.</summary>
    New,

    /// <summary>There is none after.</summary>
    Gone,

    /// <summary>Conflict outweighed before, cooperation does after.</summary>
    TurnedFriendly,

    /// <summary>The reverse.</summary>
    TurnedHostile,

    /// <summary>More cooperation, or less conflict, than before.</summary>
    Warmer,

    /// <summary>Less cooperation, or more conflict, than before.</summary>
    Cooler,

    /// <summary>The same weight.</summary>
    Same,
}

/// <summary>Names of the turns.</summary>
public static class TieTurns
{
    private static readonly string[] Names = ["new", "gone", "turned friendly", "turned hostile", "warmer", "cooler", "same"];

    /// <summary>As tables write it: <c>turned friendly</c>.</summary>
    public static string Text(this TieTurn turn) => Names[(int)turn];
}

/// <summary>How a tie differs between two windows.</summary>
/// <param name="Relation">The pair.</param>
/// <param name="Before">The tie before; null where there was none.</param>
/// <param name="After">The tie after; null where there is none.</param>
public sealed record TieChange(Relation Relation, NetworkTie? Before, NetworkTie? After)
{
    /// <summary>Weight after less weight before, a missing tie weighing 0.</summary>
    public double Difference => (After?.Weight ?? 0) - (Before?.Weight ?? 0);

    /// <summary>Of the difference, the windows being independent.</summary>
    public double StandardError => Math.Sqrt(Square(After?.StandardError ?? 0) + Square(Before?.StandardError ?? 0));

    /// <summary>Whether the 95 % interval of the difference leaves out 0.</summary>
    public bool IsSettled => Math.Abs(Difference) > 1.959964 * StandardError;

    /// <summary>What became of it.</summary>
    public TieTurn Turn => (Before, After) switch
    {
        (null, _) => TieTurn.New,
        (_, null) => TieTurn.Gone,
        ({ Sign: < 0 }, { Sign: > 0 }) => TieTurn.TurnedFriendly,
        ({ Sign: > 0 }, { Sign: < 0 }) => TieTurn.TurnedHostile,
        _ => Difference > 0 ? TieTurn.Warmer : Difference < 0 ? TieTurn.Cooler : TieTurn.Same,
    };

    private static double Square(double value) => value * value;
}

/// <summary>How a party's place differs between two windows.</summary>
/// <param name="Party">Who.</param>
/// <param name="Before">Its measures before; null where it was no node.</param>
/// <param name="After">Its measures after; null where it is none.</param>
/// <param name="Gained">Roles it has only after.</param>
/// <param name="Lost">Roles it had only before.</param>
public sealed record NodeChange(string Party, NetworkNode? Before, NetworkNode? After, IReadOnlyList<PartyRole> Gained, IReadOnlyList<PartyRole> Lost);

/// <summary>How two windows' networks differ.</summary>
/// <param name="Ties">Every tie of either: those whose difference is beyond doubt first, then by its size, then in order of the pairs.</param>
/// <param name="Nodes">Every party of either, in order.</param>
/// <param name="Alike">
/// Adjusted Rand index of the communities over the parties of both: 1 the same, around 0 no more alike than by chance;
/// null with fewer than two such parties, or where both sort them trivially.
/// </param>
public sealed record NetworkComparison(IReadOnlyList<TieChange> Ties, IReadOnlyList<NodeChange> Nodes, double? Alike)
{
    /// <summary>Compares two windows, measured with the same options.</summary>
    public static NetworkComparison Of(NetworkReport before, NetworkReport after)
    {
        Dictionary<Relation, NetworkTie> was = before.Network.Ties.ToDictionary(tie => tie.Relation), isNow = after.Network.Ties.ToDictionary(tie => tie.Relation);
        TieChange[] ties =
        [
            .. was.Keys.Union(isNow.Keys).Select(pair => new TieChange(pair, was.GetValueOrDefault(pair), isNow.GetValueOrDefault(pair)))
                .OrderByDescending(c => c.IsSettled).ThenByDescending(c => Math.Abs(c.Difference)).ThenBy(c => c.Relation),
        ];
        NodeChange[] nodes =
        [
            .. before.Network.Parties.Union(after.Network.Parties).Order(StringComparer.Ordinal).Select(party => new NodeChange(
                party, NodeOf(before, party), NodeOf(after, party), Only(after, before, party), Only(before, after, party))),
        ];
        (int, int)[] both = [.. nodes.Where(n => n is { Before: not null, After: not null }).Select(n => (n.Before!.Community, n.After!.Community))];
        return new(ties, nodes, AdjustedRand(both));
    }

    private static NetworkNode? NodeOf(NetworkReport report, string party) => report.Network.NumberOf(party) is >= 0 and int at ? report.Nodes[at] : null;

    private static PartyRole[] Only(NetworkReport here, NetworkReport there, string party)
    {
        HashSet<string> known = [.. there.Roles.Where(role => role.Party == party).Select(role => role.Text)];
        return [.. here.Roles.Where(role => role.Party == party && !known.Contains(role.Text))];
    }

    /// <summary>Hubert and Arabie 1985.</summary>
    private static double? AdjustedRand((int, int)[] both)
    {
        double together = both.GroupBy(p => p).Sum(g => Pairs(g.Count()));
        double first = both.GroupBy(p => p.Item1).Sum(g => Pairs(g.Count())), second = both.GroupBy(p => p.Item2).Sum(g => Pairs(g.Count()));
        double expected = both.Length < 2 ? 0 : first * second / Pairs(both.Length), most = (first + second) / 2;
        return both.Length < 2 || most == expected ? null : (together - expected) / (most - expected);
    }

    private static double Pairs(int of) => of * (of - 1.0) / 2;
}
