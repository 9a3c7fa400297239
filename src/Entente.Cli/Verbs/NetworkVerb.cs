using System.CommandLine;
using System.Globalization;
using System.Text;
using Entente.Analysis.Networks;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Briefing.Charts;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente network [--region PRESET] [--before FROM..TO] ...</c></summary>
internal static class NetworkVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions(period: null) { OfTwo = true };
        Option<DateSpan?> before = Windows.Option("--before", "an earlier window to compare with");
        Option<int> least = Shared.Whole("--min-events", "pairs with fewer events have no tie (default: 1)", 1, 1);
        Option<int> evidence = Shared.Whole("--evidence", "add to each tie the ids of so many events, those with the largest scores (default: 0)", 0, 0);
        Option<string?> svg = new("--svg") { HelpName = "FILE", Description = "draw the network, with the earlier window beside it where one is given" };
        Option<string?> show = Sections.Show("ties", "parties", "roles", "communities", "balance", "changes", "periods");
        Option<string?> period = SelectionOptions.Steps("also the ties of each period");
        var verb = new Verb("network", "who is close to whom: signed ties, centrality, communities, balance, roles, and what changed")
        {
            Details = "A tie weighs the PLOVER scores of what passed both ways, cooperation less conflict, per 1,000 documents of the window; docs/analysis.md has every formula and definition. 'entente events --pair A B --from DAY --to DAY' shows what is behind a tie.",
            Examples = ["entente network --region central-asia --from 2026", "entente network --actors RUS,AFG,PAK,IND --from 2026 --before 2024..2025 --svg network.svg"],
        };
        selection.AddTo(verb);
        verb.Add(before);
        verb.Add(least);
        verb.Add(evidence);
        verb.Add(svg);
        verb.Add(period);
        verb.Add(show);
        verb.SetAction(result =>
        {
            using IEventStore store = selection.Open(result, services);
            Selection after = selection.OfOneSource(result, services, store);
            return new NetworkCommand(services, store, after, result.GetValue(least), result.GetValue(evidence))
                .Run(result.GetValue(before), SelectionOptions.StepsOf(result.GetValue(period), result.GetValue(show)), result.GetValue(svg), selection.FormOf(result), result.GetValue(show));
        });
        return verb;
    }
}

/// <summary>Measures one window's network, or two.</summary>
internal sealed class NetworkCommand(Services services, IEventStore store, Selection after, int least, int evidence)
{
    /// <returns>0.</returns>
    public int Run(DateSpan? earlier, PeriodKind? period, string? svg, TableForm form, string? show)
    {
        if (show == "changes" && earlier is null)
        {
            throw new UsageException("--show changes takes an earlier window: --before FROM..TO");
        }

        var options = new NetworkOptions { LeastEvents = least, Parties = [.. after.Actors.Where(actor => actor.Length == 3 && after.Actors.Count > 1)], Borders = Borders() };
        NetworkReport now = Measure(after, options);
        NetworkReport? was = earlier is { } window ? Measure(after with { From = window.Start, Until = window.End }, options) : null;
        var sections = new Sections();
        sections.Add("ties", Invariant($"Ties, {Windows.Words(after.From, after.Until)}, {Unit(now.Network)}"), Ties(now));
        sections.Add("parties", "Parties", Parties(now));
        sections.Add("roles", "Roles", Roles(now));
        sections.Add("communities", Invariant($"Communities, modularity {now.Communities.Modularity:0.000}"), Communities(now));
        sections.Add("balance", "Structural balance", Balance(was, now));
        if (was is not null)
        {
            sections.Add("changes", Invariant($"Changes since {Windows.Words(earlier!.Value.Start, earlier.Value.End)}, {Unit(was.Network)}"), Changes(NetworkComparison.Of(was, now)));
        }

        if (period is { } length)
        {
            sections.Add("periods", "Ties by period", Periods(length, options));
        }

        sections.Write(services, form, show);
        if (svg is not null)
        {
            using Stream file = services.Open(svg);
            using var writer = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
            string caption = Windows.Words(after.From, after.Until);
            NetworkChart.Write(writer, "network", now, caption, was, earlier is { } e ? Windows.Words(e.Start, e.End) : null);
        }

        return 0;
    }

    private static string Unit(SignedNetwork network) =>
        network.Documents is { } documents ? Invariant($"scores per 1,000 of {documents} documents") : "sums of scores: how much was written is not known";

    private HashSet<Relation> Borders()
    {
        using var engine = new EntenteEngine(services.Home);
        return [.. engine.Lexicon.Borders.All.Select(border => Relation.Of(border.A, border.B))];
    }

    private NetworkReport Measure(Selection selection, NetworkOptions options) => NetworkReport.Of(
        SignedNetwork.Of(store.Counts(selection, PeriodKind.Year), Windows.Documents(store, selection), store.Ties(selection).Select(tie => tie.Record), options), options);

    private Table Ties(NetworkReport report)
    {
        string[] columns = ["first", "second", "weight", "low", "high", "sign", "settled", "cooperation", "conflict", "forth", "back", "reprints"];
        var table = new Table(evidence > 0 ? [.. columns, "events"] : columns);
        ILookup<Relation, string> strongest = Strongest();
        Dictionary<Relation, int> reprints = store.Counts(after, PeriodKind.Year).GroupBy(count => count.Dyad.Relation).ToDictionary(pair => pair.Key, pair => pair.Sum(count => count.Reprints));
        foreach (NetworkTie tie in report.Network.Ties.OrderByDescending(tie => Math.Abs(tie.Weight)).ThenBy(tie => tie.Relation))
        {
            object?[] cells = [tie.Relation.First, tie.Relation.Second, tie.Weight, tie.Low, tie.High, tie.Sign, tie.IsSettled, tie.Cooperation, tie.Conflict, tie.Forth, tie.Back, reprints.GetValueOrDefault(tie.Relation)];
            table.Add(evidence > 0 ? [.. cells, strongest[tie.Relation].ToArray()] : cells);
        }

        return table;
    }

    /// <summary>The events with the largest scores of each pair, then the earliest; empty where none are asked for.</summary>
    private ILookup<Relation, string> Strongest() =>
        (evidence > 0 ? store.Events(after) : [])
            .Where(row => !row.Dyad.IsDomestic).GroupBy(row => row.Dyad.Relation)
            .SelectMany(pair => pair.DistinctBy(row => row.EventId).OrderByDescending(row => Math.Abs(row.Score)).ThenBy(row => row.When.Start).ThenBy(row => row.EventId, StringComparer.Ordinal)
                .Take(evidence).Select(row => (Pair: pair.Key, Id: row.EventId)))
            .ToLookup(item => item.Pair, item => item.Id);

    /// <summary>The ties of each period, per 1,000 documents of the period; an event whose date is coarser than the periods is in none.</summary>
    private Table Periods(PeriodKind length, NetworkOptions options)
    {
        var table = new Table("period", "first", "second", "weight", "low", "high", "sign", "settled", "cooperation", "conflict", "forth", "back");
        Dictionary<Period, int> documents = store.Coverage(after, length).ToDictionary(cover => cover.Period, cover => cover.Documents);
        foreach (IGrouping<Period, DyadCount> period in store.Counts(after, length).GroupBy(count => count.Period).OrderBy(group => group.Key))
        {
            SignedNetwork network = SignedNetwork.Of(period, documents.TryGetValue(period.Key, out int read) ? read : null, [], options);
            foreach (NetworkTie tie in network.Ties.OrderByDescending(tie => Math.Abs(tie.Weight)).ThenBy(tie => tie.Relation))
            {
                table.Add(period.Key.ToString(), tie.Relation.First, tie.Relation.Second, tie.Weight, tie.Low, tie.High, tie.Sign, tie.IsSettled, tie.Cooperation, tie.Conflict, tie.Forth, tie.Back);
            }
        }

        return table;
    }

    private static Table Parties(NetworkReport report)
    {
        var table = new Table("party", "partners", "friends", "opponents", "cooperation", "conflict", "betweenness", "betweennessShare", "closeness", "eigenvector", "constraint", "effectiveSize", "community", "participation");
        foreach (NetworkNode node in report.Nodes)
        {
            table.Add(
                node.Party, node.Partners, node.Friends, node.Opponents, node.Cooperation, node.Conflict, node.Betweenness, node.BetweennessShare,
                node.Closeness, node.Eigenvector, node.Constraint, node.EffectiveSize, node.Community + 1, node.Participation);
        }

        return table;
    }

    private static Table Roles(NetworkReport report)
    {
        var table = new Table("party", "role", "towards", "why");
        foreach (PartyRole role in report.Roles)
        {
            table.Add(role.Party, role.Kind.Code(), role.Towards, role.Why);
        }

        return table;
    }

    private static Table Communities(NetworkReport report)
    {
        var table = new Table("community", "members");
        foreach (IGrouping<int, NetworkNode> community in report.Nodes.GroupBy(node => node.Community))
        {
            table.Add(community.Key + 1, community.Select(node => node.Party).ToArray());
        }

        return table;
    }

    private static Table Balance(NetworkReport? before, NetworkReport after)
    {
        var table = new Table("window", "ties", "triangles", "balanced", "balancedShare", "chance", "settledTriangles", "settledShare", "frustration", "frustrationAtLeast", "normalised", "firstCamp", "secondCamp");
        foreach ((string window, NetworkReport? report) in new[] { ("before", before), ("after", after) })
        {
            if (report is { Balance: { } balance })
            {
                string[] Camp(int camp) => [.. report.Network.Parties.Where((party, at) => balance.Frustration.Camps[at] == camp && report.Nodes[at].Partners > 0)];
                table.Add(
                    before is null ? "window" : window, report.Network.Ties.Count, balance.Triads.Total, balance.Triads.Balanced, balance.Triads.BalancedShare, balance.Chance,
                    balance.Settled.Total, balance.Settled.BalancedShare, balance.Frustration.Upper, balance.Frustration.Lower, balance.Frustration.Normalised, Camp(0), Camp(1));
            }
        }

        return table;
    }

    private static Table Changes(NetworkComparison comparison)
    {
        var table = new Table("what", "change", "settled", "before", "after", "difference", "standardError");
        foreach (TieChange change in comparison.Ties)
        {
            table.Add(change.Relation.ToString(), change.Turn.Text(), change.IsSettled, change.Before?.Weight, change.After?.Weight, change.Difference, change.StandardError);
        }

        foreach (NodeChange node in comparison.Nodes)
        {
            foreach ((string change, PartyRole role) in node.Gained.Select(role => ("gained", role)).Concat(node.Lost.Select(role => ("lost", role))))
            {
                table.Add(node.Party, $"{change}: {role.Text}", null, null, null, null, null);
            }
        }

        table.Add("communities", "adjusted Rand index", null, null, comparison.Alike, null, null);
        return table;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
