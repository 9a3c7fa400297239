using System.CommandLine;
using Entente.Analysis.Counting;
using Entente.Analysis.Dyads;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente dyads [--pair A B] [--by-period] [--undirected] ...</c></summary>
internal static class DyadsVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions();
        Option<bool> undirected = new("--undirected") { Description = "both directions of a pair added up; an act done together, such as a meeting, counts once each way" };
        Option<bool> series = new("--series") { Description = "a row for each period with an event, in place of one for the whole window" };
        Option<int> limit = Shared.Whole("--limit", "at most so many pairs, those with most events first (default: all)", int.MaxValue, 1);
        Option<bool> byLabel = new("--by-label") { Description = "counts by the categories of your own, of --ontology or a pack, in place of PLOVER's; an event of several counts in each, one of none in a row without label" };
        var ontology = new OntologyOption();
        var verb = new Verb("dyads", "who did how much of what to whom: counts by category and quad, scores, coverage")
        {
            Details = "documents: what was read in the period or window. per100 is events per 100 documents, low and high its 90 % interval were events to come at random. score is the mean of PLOVER's scores, goldstein that of the events that bear one. reprints: how many further articles of an archive tell these events in the same texts. docs/analysis.md has the formulas.",
            Examples = ["entente dyads --archive region.db --region central-asia --from 2025", "entente dyads --pair RUS AFG --series --period quarter --csv", "entente dyads --by-label --ontology samples/ontology.yaml"],
        };
        selection.AddTo(verb);
        verb.Add(undirected);
        verb.Add(series);
        verb.Add(limit);
        verb.Add(byLabel);
        ontology.AddTo(verb);
        verb.SetAction(result =>
        {
            if (result.GetValue(byLabel))
            {
                Ontology own = ontology.Of(result, services, OntologyOption.LexiconOf(services)) ?? throw new UsageException("--by-label needs categories of your own: give --ontology FILE");
                var whole = new WholeEvents(services, selection.FilesOf(result), selection.ArchiveOf(result));
                return new LabelsCommand(services, own).Run(whole, selection.Of(result, services), result.GetValue(series) ? selection.PeriodOf(result) : null, result.GetValue(undirected), result.GetValue(limit), selection.FormOf(result));
            }

            using IEventStore store = selection.Open(result, services);
            Selection asked = selection.OfOneSource(result, services, store);
            return new DyadsCommand(services).Run(store, asked, selection.PeriodOf(result), result.GetValue(undirected), result.GetValue(series), result.GetValue(limit), selection.FormOf(result));
        });
        return verb;
    }
}

/// <summary>Counts dyads.</summary>
internal sealed class DyadsCommand(Services services)
{
    private static readonly Quad[] Quads = Enum.GetValues<Quad>();
    private static readonly PloverType[] Types = Enum.GetValues<PloverType>();

    /// <returns>0.</returns>
    public int Run(IEventStore store, Selection asked, PeriodKind kind, bool undirected, bool series, int limit, TableForm form)
    {
        IReadOnlyList<(Period Period, int Documents)> coverage = store.Coverage(asked, kind);
        Dictionary<Period, int> documents = coverage.GroupBy(c => c.Period).ToDictionary(g => g.Key, g => g.Sum(c => c.Documents));
        int all = documents.Values.Sum();
        bool brief = form == TableForm.Table;
        Table table = brief
            ? new([.. Head(series), "events", .. Quads.Select(Short), "score", "goldstein", "documents", "per100", "low", "high", "categories", "reprints"])
            : new([.. Head(series), "events", .. Quads.Select(Camel), .. Types.Select(t => t.Code()), "score", "scoreSum", "goldstein", "goldsteinEvents", "dead", "documents", "per100", "low", "high", "reprints"]);
        foreach (DyadSeries pair in DyadSeries.Of(store.Counts(asked, kind), !undirected).Take(limit))
        {
            if (!series)
            {
                table.Add([pair.Pair.Actor, pair.Pair.Recipient, .. Cells(pair.Total, all, brief)]);
                continue;
            }

            foreach ((Period period, EventTally tally) in pair.Periods)
            {
                table.Add([pair.Pair.Actor, pair.Pair.Recipient, period.ToString(), .. Cells(tally, documents.GetValueOrDefault(period), brief)]);
            }
        }

        table.Write(services, form);
        return 0;

        string[] Head(bool withPeriod) => [undirected ? "first" : "actor", undirected ? "second" : "recipient", .. withPeriod ? (string[])["period"] : []];
    }

    private static object?[] Cells(EventTally tally, int documents, bool brief)
    {
        RateEstimate? rate = DyadSeries.Rate(tally, documents);
        object?[] scores = brief ? [tally.ScoreMean, tally.GoldsteinMean] : [tally.ScoreMean, tally.ScoreSum, tally.GoldsteinMean, tally.GoldsteinCount, tally.Dead];
        object?[] types = brief ? [] : [.. Types.Select(t => (object?)tally[t])];
        object?[] categories = brief ? [Types.Where(t => tally[t] > 0).OrderByDescending(t => tally[t]).ThenBy(t => t).Select(t => $"{t.Code()} {tally[t]}").Aggregate("", (a, b) => a.Length == 0 ? b : a + ", " + b)] : [];
        return [tally.Count, .. Quads.Select(q => (object?)tally[q]), .. types, .. scores, documents, rate is null ? null : 100.0 * tally.Count / documents, rate?.Low, rate?.High, .. categories, tally.Reprints];
    }

    private static string Short(Quad quad) => quad switch
    {
        Quad.VerbalCooperation => "verbal+",
        Quad.MaterialCooperation => "material+",
        Quad.VerbalConflict => "verbal-",
        _ => "material-",
    };

    private static string Camel(Quad quad) => char.ToLowerInvariant(quad.ToString()[0]) + quad.ToString()[1..];
}
