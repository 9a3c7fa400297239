using Entente.Records;

namespace Entente.Analysis.Concerns;

/// <summary>Counts is-threatened-by ties, and follows them over borders.</summary>
public static class ConcernAnalysis
{
    private const int LongestPath = 5;

    /// <summary>Finds concerns and paths.</summary>
    /// <param name="ties">Of any kind, in any order; those of being threatened that are told as standing, now or before, count.</param>
    /// <param name="borders">Pairs of states that share a border.</param>
    /// <param name="grain">Length of the periods.</param>
    public static ConcernReport Of(IEnumerable<Sourced<Tie>> ties, IEnumerable<Relation> borders, PeriodKind grain = PeriodKind.Month)
    {
        var map = new BorderMap(borders);
        Sourced<Tie>[] threats =
        [
            .. ties.Where(t => t.Record.Kind == TieKind.IsThreatenedBy && t.Record.Status is EventStatus.Reported or EventStatus.Unknown or EventStatus.Historical)
                .OrderBy(t => t.Date).ThenBy(t => t.Record.Id, StringComparer.Ordinal),
        ];
        Concern[] concerns =
        [
            .. threats.SelectMany(Expand).GroupBy(p => (p.Holder, p.From, p.Tie.Record.Theme?.Kind))
                .Select(g => Concern(g.Key.Holder, g.Key.From, g.Key.Kind, [.. g.Select(p => p.Tie)], map, grain))
                .OrderByDescending(c => c.Ties).ThenBy(c => c.Holder, StringComparer.Ordinal).ThenBy(c => c.From, StringComparer.Ordinal).ThenBy(c => c.Kind, StringComparer.Ordinal),
        ];
        return new(concerns, Paths(concerns, map), threats.Count(t => DyadExpansion.Parties(t.Record.Holder).Count == 0));
    }

    /// <summary>Each holder with each source; a source that is the holder itself is none.</summary>
    private static IEnumerable<(string Holder, string? From, Sourced<Tie> Tie)> Expand(Sourced<Tie> tie)
    {
        List<string> sources = DyadExpansion.Parties(tie.Record.Other);
        foreach (string holder in DyadExpansion.Parties(tie.Record.Holder))
        {
            string?[] others = [.. sources.Where(s => s != holder)];
            foreach (string? from in others.Length == 0 ? [null] : others)
            {
                yield return (holder, from, tie);
            }
        }
    }

    private static Concern Concern(string holder, string? from, string? kind, Sourced<Tie>[] ties, BorderMap map, PeriodKind grain) => new(
        holder,
        from,
        kind,
        ties.Length,
        ties.Count(t => t.Record.Claimed),
        ties.Select(t => t.Record.DocId).Distinct(StringComparer.Ordinal).Count(),
        ties.Select(t => t.Publisher).Distinct(StringComparer.Ordinal).Count(),
        ties.Min(t => t.Date),
        ties.Max(t => t.Date),
        [.. ties.Where(t => t.Date is not null).GroupBy(t => Period.Of(t.Date!.Value, grain)).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))],
        [
            .. ties.Where(t => t.Record.Where is not null).GroupBy(t => t.Record.Where!.Text, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
        ],
        from is null ? null : map.Steps(StateOf(from), StateOf(holder)),
        [.. ties.Select(t => t.Record.Id)])
    {
        Printings = ties.Sum(t => t.Printings),
    };

    /// <summary>The state a party belongs to: that of an armed group is the one it comes from.</summary>
    private static string StateOf(string party) => party[..3];

    private static SpilloverPath[] Paths(Concern[] concerns, BorderMap map)
    {
        var found = new List<SpilloverPath>();
        foreach (IGrouping<string?, Concern> kind in concerns.Where(c => c.From is not null).GroupBy(c => c.Kind))
        {
            ILookup<(string From, string Holder), Concern> named = kind.ToLookup(c => (StateOf(c.From!), StateOf(c.Holder)));
            foreach (string source in named.Select(g => g.Key.From).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                Extend(kind.Key, [source], [], named, map, found);
            }
        }

        SpilloverPath[] whole = [.. found.Where(path => !found.Any(other => IsPartOf(path, other)))];
        return
        [
            .. whole.OrderByDescending(p => p.States.Count).ThenByDescending(p => p.Ties).ThenBy(p => p.Kind, StringComparer.Ordinal)
                .ThenBy(p => string.Join(' ', p.States), StringComparer.Ordinal),
        ];
    }

    private static void Extend(string? kind, List<string> states, List<string> ties, ILookup<(string From, string Holder), Concern> named, BorderMap map, List<SpilloverPath> found)
    {
        bool longer = false;
        foreach (string next in map.Neighbours(states[^1]).Where(s => !states.Contains(s)))
        {
            IEnumerable<Concern> support = states.Count > 1 ? named[(states[^1], next)].Concat(named[(states[0], next)]) : named[(states[0], next)];
            string[] ids = [.. support.SelectMany(c => c.TieIds)];
            if (ids.Length > 0 && states.Count < LongestPath)
            {
                longer = true;
                Extend(kind, [.. states, next], [.. ties, .. ids], named, map, found);
            }
        }

        if (!longer && states.Count > 1)
        {
            found.Add(new(kind, states, ties.Count, ties));
        }
    }

    /// <summary>Whether a path is the end of a longer one.</summary>
    private static bool IsPartOf(SpilloverPath path, SpilloverPath other) =>
        other.Kind == path.Kind && other.States.Count > path.States.Count && other.States.Skip(other.States.Count - path.States.Count).SequenceEqual(path.States);
}
