using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using Entente.Archive.Formats;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Coding;
using Entente.Reading;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente code [IN] [-o FILE]</c></summary>
internal static class CodeVerb
{
    public static Verb Create(Services services)
    {
        Argument<string> input = Shared.Input("JSON Lines, a document a line: {\"id\",\"date\":\"YYYY-MM-DD\",\"text\"}; or an article (.txt, .html), a feed (.rss, .atom), a crawl (.warc), any of them as .gz or .zip, or a folder of them");
        Option<string?> output = Shared.Output("the events, a JSON record a line,");
        Option<DateOnly?> date = Shared.Date("the day of documents that bear none; without it they are refused, for who somebody is depends on the day");
        Option<string> offsets = Shared.Offsets();
        Option<int> threads = Shared.Threads();
        Option<RecordKinds> records = Shared.Records();
        var ontology = new OntologyOption();
        var verb = new Verb("code", "documents to events: who did what to whom, a JSON record a line")
        {
            Details = "A stream in constant memory, in the order of the input. Beside an output file FILE it writes FILE.manifest.json: coder, lexicon and models with their hashes, input, options, counts. After Ctrl-C the file holds whole records. An article says when it was published in its head ('Date: YYYY-MM-DD'), in its page's metadata or in its file name; else give --date.",
            Examples = ["entente code articles.jsonl -o events.jsonl", "entente code samples/moscow-kabul -o events.jsonl", "zcat archive.jsonl.gz | entente code - --offsets codepoint > events.jsonl", "entente code articles.jsonl --records events,agreements,ties,assessments -o records.jsonl", "entente code articles.jsonl --ontology samples/ontology.yaml -o events.jsonl"],
        };
        verb.Add(input);
        verb.Add(output);
        verb.Add(date);
        verb.Add(offsets);
        verb.Add(records);
        ontology.AddTo(verb);
        verb.Add(threads);
        verb.SetAction(result =>
        {
            var engine = new EntenteEngine(services.Home);
            return new CodeCommand(services, engine).Run(result.GetValue(input)!, result.GetValue(output), new()
            {
                Threads = result.GetValue(threads),
                CodepointOffsets = result.GetValue(offsets) == "codepoint",
                Date = result.GetValue(date),
                Records = result.GetValue(records),
                Ontology = ontology.Of(result, services, new(() => engine.Lexicon)),
            });
        });
        return verb;
    }
}

/// <summary>Codes a stream of documents, or articles of any format.</summary>
internal sealed class CodeCommand(Services services, EntenteEngine engine)
{
    /// <returns>0 = done; 1 = some documents were bad, and the good ones were done all the same; 130 = interrupted.</returns>
    public int Run(string input, string? output, CodeOptions options)
    {
        bool toFile = output is not (null or "-");
        if (ArticleSource.IsOfArticles(input))
        {
            return OfArticles(input, toFile ? output : null, options);
        }

        using Stream from = services.OpenInput(input);
        using var hashed = toFile ? new HashingStream(from) : null;
        return Code(input, toFile ? output : null, options, new()
        {
            Length = input != "-" && from.CanSeek ? from.Length : null,
            Unit = "lines",
            Read = (run, to) => run.Run(hashed ?? from, input, to, services.Stop),
            Hash = () => hashed!.Hash(),
        });
    }

    private int OfArticles(string input, string? output, CodeOptions options)
    {
        if (output is not null && Directory.Exists(input) && Path.GetFullPath(output).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input)) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new UsageException($"'{output}' lies in '{input}', the folder that is read, and would be an article the next time; name a file elsewhere");
        }

        long refused = 0;
        var source = new ArticleSource(problem =>
        {
            Interlocked.Increment(ref refused);
            services.Report(problem);
        }) { Date = options.Date };
        return Code(input, output, options, new()
        {
            Unit = "articles",
            Read = (run, to) => run.Run(source.Read([input], services.Input), to, services.Stop) with { Refused = Interlocked.Read(ref refused) },
            Hash = () => HashOf(input),
        });
    }

    /// <param name="input">As the user named it.</param>
    /// <param name="output">A file; null is standard output.</param>
    /// <param name="options">How.</param>
    /// <param name="from">What reads the input.</param>
    private int Code(string input, string? output, CodeOptions options, CodeInput from)
    {
        using Stream to = services.Open(output, input);
        var run = new CodeRun(engine, options, services.Report);
        RunOutcome outcome = output is null
            ? from.Read(run, to)
            : Progress.Show(services, "coding", from.Length, () => run.BytesRead, () => from.Read(run, to));
        to.Flush();
        if (output is not null)
        {
            WriteManifest(output, input, outcome.Complete ? from.Hash() : null, engine, options, outcome, run.Sentences);
        }

        services.Errors.Write($"{Progress.Number(outcome.Read)} documents, {Progress.Number(run.Sentences)} sentences, {Progress.Number(outcome.Written)} {(options.Records == RecordKinds.Events ? "events" : "records")}");
        services.Errors.Write(outcome.Refused > 0 ? $"; {Progress.Number(outcome.Refused)} {from.Unit} were bad\n" : "\n");
        return !outcome.Complete ? Interrupt.ExitCode : outcome.Refused > 0 ? 1 : 0;
    }

    /// <summary>SHA-256 of a file; of a folder, that of the lines <c>sha256sum</c> writes for the files read, in the order in which they are read.</summary>
    private static string HashOf(string path) => !Directory.Exists(path)
        ? Installation.HashOf(path)
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(ArticleSource.FilesOf(path).Select(file => $"{Installation.HashOf(Path.Join(path, file))}  {file}\n")))));

    private static void WriteManifest(string output, string input, string? hash, EntenteEngine engine, CodeOptions options, RunOutcome outcome, long sentences)
    {
        var manifest = new Manifest
        {
            Coder = EntenteEngine.Coder,
            Lexicon = new("lexicon", engine.Lexicon.Version, Installation.HashOf(Path.Combine(engine.Home, Installation.LexiconFile))),
            Models = Installation.Models(engine.Home),
            Inputs = [new(input == "-" ? "-" : Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(input))), null, hash)],
            Options =
            [
                new("records", Shared.NamesOf(options.Records)),
                new("offsets", options.CodepointOffsets ? "codepoint" : "utf16"),
                .. options.Ontology is { } ontology ? [new KeyValuePair<string, string>("ontology", string.Join(' ', ontology.Files.Select(file => $"{file.Name}:{file.Sha256[..12]}")))] : Array.Empty<KeyValuePair<string, string>>(),
                .. options.Date is { } date ? [new KeyValuePair<string, string>("date", date.ToString("O", System.Globalization.CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string>>(),
            ],
            Counts = [new("documents", outcome.Read), new("sentences", sentences), new(options.Records == RecordKinds.Events ? "events" : "records", outcome.Written), new("refused", outcome.Refused)],
            Complete = outcome.Complete,
        };
        using FileStream file = File.Create(Manifest.PathFor(output));
        manifest.Write(file);
    }
}
