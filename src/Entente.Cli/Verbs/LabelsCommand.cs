using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Cli.Tables;
using Entente.Labelling;
using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente dyads --by-label</c>: counts of pairs by the categories of a user's own.</summary>
internal sealed class LabelsCommand(Services services, Ontology ontology)
{
    /// <returns>0.</returns>
    /// <param name="whole">Where events come from.</param>
    /// <param name="asked">Which of them.</param>
    /// <param name="kind">Length of the periods where a row is wanted for each; null for one over all.</param>
    /// <param name="undirected">Whether both directions are added up.</param>
    /// <param name="limit">At most so many pairs.</param>
    /// <param name="form">How rows are printed.</param>
    public int Run(WholeEvents whole, Selection asked, PeriodKind? kind, bool undirected, int limit, TableForm form)
    {
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        IEnumerable<ExchangeEvent> events = whole.Of(asked, ontology).Select(coded =>
        {
            sources.Add(coded.Source);
            return coded;
        });
        IReadOnlyList<LabelCount> counts = LabelCount.Of(events, [.. ontology.Categories.Select(category => category.Label)], kind, undirected);
        SelectionOptions.RequireOne(asked, sources);
        HashSet<Dyad> shown = [.. counts.Select(row => row.Pair).Distinct().Take(limit)];
        string[] head = [undirected ? "first" : "actor", undirected ? "second" : "recipient", .. kind is null ? (string[])[] : ["period"]];
        var table = new Table([.. head, "label", "events", "score", "firstDay", "lastDay"]);
        foreach (LabelCount row in counts.Where(row => shown.Contains(row.Pair)))
        {
            table.Add([row.Pair.Actor, row.Pair.Recipient, .. kind is null ? (object?[])[] : [row.Period?.ToString()], row.Label, row.Events, row.Score, row.First, row.Last]);
        }

        table.Write(services, form);
        return 0;
    }
}
