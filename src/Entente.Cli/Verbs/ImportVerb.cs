using System.CommandLine;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Exchanging;
using Entente.Lexicon;

namespace Entente.Cli.Verbs;

/// <summary><c>entente import FORMAT FILE… [--archive FILE | -o FILE | --check]</c></summary>
internal static class ImportVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> format = new("format") { HelpName = "FORMAT", Description = "what the files are: " + string.Join(", ", ImportFormat.All.Select(known => known.Name)) };
        Argument<string[]> files = new("files") { HelpName = "FILE", Description = "files of that format, also as .gz or .zip; - is standard input", Arity = ArgumentArity.OneOrMore };
        Option<string> archive = SelectionOptions.Archive();
        Option<string?> output = new("--output", "-o") { HelpName = "FILE", Description = "in place of an archive, JSON Lines: events as PLOVER JSON, documents as 'code' reads them, others as records; - is standard output" };
        Option<bool> check = new("--check") { Description = "read and check only, and say what was found" };
        var verb = new Verb("import", "data of other systems: events, transfers, agreements, documents; row by row checked")
        {
            Details = "Formats:\n" + string.Concat(ImportFormat.All.Select(known => $"  {known.Name,-16} {known.What}\n"))
                + "Bad rows are listed with their line, what was expected and what to do; the good ones are kept. Rows are read as a stream, in constant memory. Importing twice changes nothing. docs/exchange.md says what maps to what, and what is lost.",
            Examples = ["entente import gdelt 20180601.export.CSV.zip --archive region.db", "entente import icews events.2018.tab --check", "entente import sipri sipri-deliveries.csv --archive region.db", "entente import ucdp GEDEvent_v24_1.csv -o events.jsonl"],
        };
        format.AcceptOnlyFromAmong([.. ImportFormat.All.Select(known => known.Name)]);
        verb.Add(format);
        verb.Add(files);
        verb.Add(archive);
        verb.Add(output);
        verb.Add(check);
        verb.SetAction(result => new ImportCommand(services, TimeProvider.System).Run(
            ImportFormat.All.First(known => known.Name == result.GetValue(format)), result.GetValue(files)!, result.GetValue(archive)!, result.GetValue(output), result.GetValue(check)));
        return verb;
    }
}

/// <summary>Reads other systems' records.</summary>
internal sealed class ImportCommand(Services services, TimeProvider clock)
{
    private const int NotesShown = 20;

    /// <returns>0 = done; 1 = some rows were bad, and the good ones were kept all the same; 130 = interrupted.</returns>
    public int Run(ImportFormat format, string[] files, string archive, string? output, bool check)
    {
        var engine = new Lazy<EntenteEngine>(() => new(services.Home));
        var names = new LexiconPartyNames(new Lazy<WorldLexicon>(() => engine.Value.Lexicon));
        var run = new ImportRun(format, names, services.Report);
        if (!check && output is null)
        {
            return RunIntoArchive(run, format, files, archive, engine);
        }

        using Stream to = check ? Stream.Null : services.Open(output, files);
        using IImportSink sink = check ? new NoSink() : new JsonLinesSink(to);
        ImportOutcome outcome = run.Run(files, services.OpenInput, sink, services.Stop);
        Tell(outcome, "");
        return ExitCode(outcome);
    }

    private int RunIntoArchive(ImportRun run, ImportFormat format, string[] files, string path, Lazy<EntenteEngine> engine)
    {
        using var sink = new ArchiveSink(path, format.Name, clock, () => new(engine.Value, path, Environment.ProcessorCount, clock, services.Report), services.Stop);
        long? size = files.All(File.Exists) ? files.Sum(file => new FileInfo(file).Length) : null;
        ImportOutcome outcome = Progress.Show(services, "importing", size, () => run.BytesRead, () => run.Run(files, services.OpenInput, sink, services.Stop));
        Tell(outcome, $"{path}: {Progress.Number(sink.Added)} added{Some(sink.Revised, "revised")}{Some(sink.Known, "were there")}; ");
        return ExitCode(outcome);
    }

    private static string Some(long count, string what) => count > 0 ? $", {Progress.Number(count)} {what}" : "";

    private static int ExitCode(ImportOutcome outcome) => !outcome.Complete ? Interrupt.ExitCode : outcome.HasProblems ? 1 : 0;

    private void Tell(ImportOutcome outcome, string kept)
    {
        foreach ((string kind, string value, string file, long line, long count) in outcome.Notes.OrderByDescending(note => note.Count).Take(NotesShown))
        {
            services.Errors.Write($"{file}:{line}: left out: {kind} '{value}' ({Progress.Number(count)} times)\n");
        }

        if (outcome.Notes.Count > NotesShown)
        {
            services.Errors.Write($"and {Progress.Number(outcome.Notes.Count - NotesShown)} more such values\n");
        }

        services.Errors.Write($"{kept}{Progress.Number(outcome.Rows)} rows, {Progress.Number(outcome.Kept)} good");
        services.Errors.Write(outcome.Bad > 0 ? $"; {Progress.Number(outcome.Bad)} rows were bad\n" : "\n");
    }
}
