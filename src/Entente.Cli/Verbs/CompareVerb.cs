using System.CommandLine;
using System.Globalization;
using Entente.Analysis.Comparison;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente compare LEFT RIGHT [--region PRESET] ...</c></summary>
internal static class CompareVerb
{
    private const string PublisherMark = "publisher:";

    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions();
        Argument<string> left = Side("left", "LEFT");
        Argument<string> right = Side("right", "RIGHT");
        Option<int> most = Shared.Whole("--most", "so many rows of what only one has (default: 50)", 50, 0);
        Option<string?> show = Sections.Show("agreement", "pairs", "one-sided");
        var verb = new Verb("compare", "two sources on the same pairs and periods: how far they agree, and what only one has")
        {
            Details = "A source is a coder (entente, gdelt, icews ...) or an outlet (publisher:NAME). Compared are the periods that both cover, and every pair that either has.",
            Examples = ["entente compare entente gdelt --archive region.db --region central-asia --period month", "entente compare publisher:TASS publisher:Dawn --pair RUS AFG --csv"],
        };
        verb.Add(left);
        verb.Add(right);
        selection.AddTo(verb);
        verb.Add(most);
        verb.Add(show);
        verb.SetAction(result =>
        {
            using IEventStore store = selection.Open(result, services);
            return new CompareCommand(services, store, selection.Of(result, services), selection.PeriodOf(result))
                .Run(result.GetValue(left)!, result.GetValue(right)!, result.GetValue(most), selection.FormOf(result), result.GetValue(show));
        });
        return verb;
    }

    /// <summary>The name of an outlet; null where a coder is named.</summary>
    public static string? PublisherOf(string side) => side.StartsWith(PublisherMark, StringComparison.Ordinal) ? side[PublisherMark.Length..] : null;

    private static Argument<string> Side(string name, string help) => new(name) { HelpName = help, Description = $"a source: entente, gdelt, icews ..., or {PublisherMark}NAME" };
}

/// <summary>Compares two sources.</summary>
internal sealed class CompareCommand(Services services, IEventStore store, Selection selection, PeriodKind grain)
{
    /// <returns>0; 1 where the sources have no period in common.</returns>
    public int Run(string left, string right, int most, TableForm form, string? show)
    {
        if (left == right)
        {
            throw new UsageException($"'{left}' is compared with itself: name two sources");
        }

        DyadCount[] one = [.. CountsOf(left)], other = [.. CountsOf(right)];
        Period[] here = CoverOf(left, one), there = CoverOf(right, other);
        SourceComparison found = SourceComparison.Of(one, other, grain, null, here, there);
        if (found.From is null)
        {
            services.Errors.Write($"'{left}' and '{right}' have no {grain.ToString().ToLowerInvariant()} in common: {SpanOf(left, here)}, {SpanOf(right, there)} of what was asked for\n");
        }

        var sections = new Sections();
        string title = found.From is { } from && found.To is { } to ? string.Create(CultureInfo.InvariantCulture, $"{left} and {right}, {from} to {to}, {found.Dyads} pairs") : $"{left} and {right}";
        sections.Add("agreement", title, Agreement([found.Total, .. found.Quads, .. found.Types]));
        sections.Add("pairs", "By pair", Agreement(found.ByDyad));
        sections.Add("one-sided", string.Create(CultureInfo.InvariantCulture, $"What only one has: {found.OneSided.Count}, the largest first"), OneSided(found, left, right, most));
        sections.Write(services, form, show);
        return found.From is null ? 1 : 0;
    }

    /// <summary>The periods in which a coder's source was read; those with events of an outlet.</summary>
    private Period[] CoverOf(string side, DyadCount[] counts)
    {
        Period[] read = CompareVerb.PublisherOf(side) is null ? [.. store.Coverage(selection with { Sources = [side] }, grain).Where(c => c.Documents > 0).Select(c => c.Period)] : [];
        return read.Length > 0 ? read : [.. counts.Select(count => count.Period).Distinct()];
    }

    private static string SpanOf(string side, Period[] covers) => covers.Length == 0 ? $"'{side}' has nothing" : $"'{side}' has {covers.Min()} to {covers.Max()}";

    private IEnumerable<DyadCount> CountsOf(string side)
    {
        if (CompareVerb.PublisherOf(side) is not { } publisher)
        {
            return store.Sources.Contains(side)
                ? store.Counts(selection with { Sources = [side] }, grain)
                : throw new UsageException(store.Sources.Count == 0 ? $"there is no source '{side}': there are no records at all" : $"there is no source '{side}'; there are {string.Join(", ", store.Sources)}");
        }

        return store.Events(selection with { EachPrinting = true }).Where(row => row.Publisher == publisher)
            .Select(row => (Row: row, Period: Period.Of(row.When, grain))).Where(item => item.Period is not null)
            .Select(item => new DyadCount(item.Row.Dyad, item.Period!.Value, item.Row.Type, 1, item.Row.Score, item.Row.Goldstein ?? 0, item.Row.Goldstein is null ? 0 : 1, item.Row.Dead ?? 0));
    }

    private static Table Agreement(IReadOnlyList<SourceAgreement> rows)
    {
        var table = new Table("what", "left", "right", "cells", "both", "onlyLeft", "onlyRight", "overlap", "kappa", "correlation", "low", "high", "rankCorrelation");
        foreach (SourceAgreement row in rows)
        {
            table.Add(
                row.Name, row.Left, row.Right, row.Cells, row.Both, row.OnlyLeft, row.OnlyRight, row.Overlap, row.Kappa, row.Correlation, row.CorrelationLow, row.CorrelationHigh,
                row.RankCorrelation);
        }

        return table;
    }

    private static Table OneSided(SourceComparison found, string left, string right, int most)
    {
        var table = new Table("actor", "recipient", "period", "event", "count", "only", "otherCount");
        foreach (OneSided row in found.OneSided.Take(most))
        {
            table.Add(row.Dyad.Actor, row.Dyad.Recipient, row.Period.ToString(), row.Type.Code(), row.Count, row.IsLeft ? left : right, row.OtherCount);
        }

        return table;
    }
}
