using System.CommandLine;
using Entente.Archive.Exchange;
using Entente.Archive.Export.Plover;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Exchanging;

namespace Entente.Cli.Verbs;

/// <summary><c>entente import FORMAT FILE… [-o FILE]</c></summary>
internal static class ImportVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> format = new("format") { HelpName = "FORMAT", Description = "what the files are: " + string.Join(", ", ImportFormat.All.Select(known => known.Name)) };
        Argument<string[]> files = new("files") { HelpName = "FILE", Description = "files of that format, also as .gz or .zip; - is standard input", Arity = ArgumentArity.OneOrMore };
        Option<string?> output = Shared.Output("the records, JSON Lines (events as PLOVER JSON),");
        Option<bool> check = new("--check") { Description = "read and check only, and say what was found" };
        var verb = new Verb("import", "event data that others coded, row by row checked")
        {
            Details = "Formats:\n" + string.Concat(ImportFormat.All.Select(known => $"  {known.Name,-16} {known.What}\n"))
                + "Bad rows are listed with their line, what was expected and what to do; the good ones are kept. Rows are read as a stream, in constant memory. docs/exchange.md says what maps to what, and what is lost.",
            Examples = ["entente import gdelt 20180601.export.CSV.zip -o events.jsonl", "entente import icews events.2018.tab --check"],
        };
        format.AcceptOnlyFromAmong([.. ImportFormat.All.Select(known => known.Name)]);
        verb.Add(format);
        verb.Add(files);
        verb.Add(output);
        verb.Add(check);
        verb.SetAction(result => new ImportCommand(services).Run(
            ImportFormat.All.First(known => known.Name == result.GetValue(format)), result.GetValue(files)!, result.GetValue(output), result.GetValue(check)));
        return verb;
    }
}

/// <summary>Reads other systems' records.</summary>
internal sealed class ImportCommand(Services services)
{
    private const int NotesShown = 20;

    /// <returns>0 = done; 1 = some rows were bad, and the good ones were kept all the same; 130 = interrupted.</returns>
    public int Run(ImportFormat format, string[] files, string? output, bool check)
    {
        var run = new ImportRun(format, services.Report);
        ImportOutcome outcome;
        if (check)
        {
            outcome = run.Run(files, services.OpenInput, _ => { }, services.Stop);
        }
        else
        {
            using Stream to = services.Open(output, files);
            using var writer = new PloverJsonLines(to);
            outcome = run.Run(files, services.OpenInput, writer.Write, services.Stop);
        }

        Tell(outcome);
        return !outcome.Complete ? Interrupt.ExitCode : outcome.HasProblems ? 1 : 0;
    }

    private void Tell(ImportOutcome outcome)
    {
        foreach ((string kind, string value, string file, long line, long count) in outcome.Notes.OrderByDescending(note => note.Count).Take(NotesShown))
        {
            services.Errors.Write($"{file}:{line}: left out: {kind}: '{value}' ({Progress.Number(count)} times)\n");
        }

        if (outcome.Notes.Count > NotesShown)
        {
            services.Errors.Write($"and {outcome.Notes.Count - NotesShown} more such values\n");
        }

        services.Errors.Write($"{Progress.Number(outcome.Rows)} rows, {Progress.Number(outcome.Kept)} kept");
        services.Errors.Write(outcome.Uncategorised > 0 ? $" ({Progress.Number(outcome.Uncategorised)} of them statements without a PLOVER category)" : "");
        services.Errors.Write(outcome.Bad > 0 ? $"; {Progress.Number(outcome.Bad)} rows were bad\n" : "\n");
    }
}
