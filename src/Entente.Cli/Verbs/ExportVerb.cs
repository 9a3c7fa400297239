using System.CommandLine;
using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Export;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Exchanging;
using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente export FORMAT [selection] [-o FILE]</c></summary>
internal static class ExportVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> format = new("format") { HelpName = "FORMAT", Description = "what to write: " + string.Join(", ", ExportFormat.All.Select(known => known.Name)) };
        Option<string?> output = Shared.Output("the data");
        Option<bool> all = new("--all-statuses") { Description = "also what is future, hypothetical, negated, historical, or merely claimed" };
        var selection = new SelectionOptions("month", form: false);
        var ontology = new OntologyOption();
        var verb = new Verb("export", "events, panels and graphs for other programs")
        {
            Details = "Formats:\n" + string.Concat(ExportFormat.All.Select(known => $"  {known.Name,-16} {known.What}\n"))
                + "Beside csv and panel in a file FILE stands FILE.codebook.md, which says what each column means. --period is the step of panels and of the spells in graphs. docs/exchange.md says what each format keeps.",
            Examples = ["entente export panel --archive region.db --region central-asia --from 2018 --to 2024 -o panel.csv", "entente export graphml --events events.jsonl > graph.graphml"],
        };
        format.AcceptOnlyFromAmong([.. ExportFormat.All.Select(known => known.Name)]);
        verb.Add(format);
        verb.Add(output);
        selection.AddTo(verb);
        verb.Add(all);
        ontology.AddTo(verb);
        verb.SetAction(result =>
        {
            Selection asked = selection.Of(result, services);
            asked = result.GetValue(all) ? asked with { Statuses = Enum.GetValues<EventStatus>(), WithClaimed = true } : asked;
            return new ExportCommand(services).Run(
                ExportFormat.All.First(known => known.Name == result.GetValue(format)),
                selection.FilesOf(result),
                selection.ArchiveOf(result),
                ontology.Of(result, services, OntologyOption.LexiconOf(services)),
                () => selection.Open(result, services),
                asked,
                selection.PeriodOf(result),
                result.GetValue(output));
        });
        return verb;
    }
}

/// <summary>Writes what other programs read.</summary>
internal sealed class ExportCommand(Services services)
{
    /// <returns>0; the command ends with 1 where records of the files were bad, and the others were written all the same.</returns>
    public int Run(ExportFormat format, string[] files, string archive, Ontology? ontology, Func<IEventStore> store, Selection selection, PeriodKind kind, string? output)
    {
        IEnumerable<ExchangeEvent> events = new WholeEvents(services, files, archive).Of(selection, ontology);
        ExportFormat written = ontology is null ? format : format.WithLabels;
        using Stream to = services.Open(output, [.. files, archive]);
        ExportOutcome outcome = written.Write(() => events, store, selection, kind, to);
        to.Flush();
        if (output is not (null or "-") && written.Codebook is { } codebook)
        {
            File.WriteAllText(Codebook.PathFor(output), codebook, new UTF8Encoding(false));
        }

        services.Errors.Write($"{Progress.Number(outcome.Written)} rows");
        services.Errors.Write(outcome.LeftOut > 0 ? $"; {Progress.Number(outcome.LeftOut)} events left out: {outcome.Why}\n" : "\n");
        return 0;
    }
}
