using System.CommandLine;
using System.Globalization;
using System.Text;
using Entente.Archive.Formats;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Briefing;
using Entente.Briefing.Sections;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Coding;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Ontologies;
using Entente.Reading;
using Entente.Records;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary><c>entente brief INPUT... [-o FILE]</c></summary>
internal static class BriefVerb
{
    public static Verb Create(Services services)
    {
        Argument<string[]> inputs = new("input") { HelpName = "INPUT", Description = "articles: text (.txt), pages (.html), JSON Lines (.jsonl), feeds (.rss, .atom), crawls (.warc), also .gz and .zip; folders of them; - is standard input", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> archive = new("--archive") { HelpName = "FILE", Description = "in place of articles, an archive: the brief tells what it holds, as it was coded and reviewed" };
        Option<string?> output = new("--output", "-o") { HelpName = "FILE", Description = "where the brief goes (default: brief.html, brief.md or brief.json in the folder you are in); - is standard output" };
        Option<string> format = new("--format") { HelpName = "html|md|json", Description = "what is written (default: by the name of FILE, else html)" };
        Option<DateOnly?> date = Shared.Date("the day of articles that bear none: neither in their head or page, nor in their file name");
        Option<string?> title = new("--title") { HelpName = "TEXT", Description = "the headline (default: made from the principal relation and the period)" };
        Option<bool> noText = new("--no-text") { Description = "leave the articles' words out, for collections that must not be passed on" };
        Option<bool> countClaimed = new("--count-claimed") { Description = "count acts that only an interested party asserts, as if reported" };
        Option<string[]> transfers = DependenceVerb.Transfers("a table of transfers, for the shares of suppliers in the section on dependence");
        Option<int> threads = Shared.Threads();
        var selection = new SelectionOptions(period: null, form: false) { OfTwo = true };
        var ontology = new OntologyOption();
        var verb = new Verb("brief", "read articles, code them, write the brief: what happened, who with whom, what changed")
        {
            Details = "An article says when it was published in its head ('Date: YYYY-MM-DD'), in its page's metadata or in its file name; else give --date, or it is refused.",
            Examples = ["entente brief samples/moscow-kabul", "entente brief article.html --date 2026-05-28 -o brief.md", "entente brief samples/moscow-kabul --pair RUS AFG --from 2021-09", "entente brief --archive region.db --pair RUS AFG --from 2025"],
        };
        foreach (Option option in (Option[])[archive, output, format, date, title, noText, countClaimed, transfers, threads])
        {
            verb.Add(option);
        }

        selection.AddPartiesTo(verb);
        ontology.AddTo(verb);
        verb.Add(inputs);
        verb.Validators.Add(result =>
        {
            bool articles = result.GetResult(inputs) is { Tokens.Count: > 0 };
            if (articles == result.GetResult(archive) is not null)
            {
                result.AddError(articles
                    ? "articles and --archive are both given: a brief is made of one of them; 'entente add' puts articles into an archive"
                    : "no input is named: give articles, or folders of them, or --archive FILE");
            }
        });
        verb.SetAction(result =>
        {
            var engine = new EntenteEngine(services.Home);
            return new BriefCommand(services, engine).Run(result.GetValue(inputs) ?? [], new()
            {
                Archive = result.GetValue(archive),
                Output = result.GetValue(output),
                Format = result.GetValue(format),
                Date = result.GetValue(date),
                Title = result.GetValue(title),
                WithText = !result.GetValue(noText),
                CountClaimed = result.GetValue(countClaimed),
                Threads = result.GetValue(threads),
                Selection = selection.Of(result, services),
                Transfers = result.GetValue(transfers) ?? [],
                Ontology = ontology.Of(result, services, new(() => engine.Lexicon)),
            });
        });
        return verb;
    }
}

/// <summary>What the user asked of a brief.</summary>
internal sealed record BriefSettings
{
    public string? Archive { get; init; }

    public string? Output { get; init; }

    public string? Format { get; init; }

    public DateOnly? Date { get; init; }

    public string? Title { get; init; }

    public bool WithText { get; init; } = true;

    public bool CountClaimed { get; init; }

    public int Threads { get; init; } = 1;

    public Selection Selection { get; init; } = new();

    public IReadOnlyList<string> Transfers { get; init; } = [];

    public Ontology? Ontology { get; init; }
}

/// <summary>Writes a brief.</summary>
internal sealed class BriefCommand(Services services, EntenteEngine engine)
{
    /// <returns>0 = done; 1 = some articles were bad, and the brief rests on the others; 130 = interrupted.</returns>
    public int Run(IReadOnlyList<string> inputs, BriefSettings settings)
    {
        string format = FormatOf(settings);
        string path = settings.Output is null or "-" ? settings.Output ?? "brief." + format : Services.Writable(settings.Output);
        var problems = new List<Diagnostic>();
        void Report(Diagnostic problem)
        {
            problems.Add(problem);
            services.Report(problem);
        }

        IReadOnlyList<Transfer> transfers = DependenceCommand.Read(services, settings.Transfers, Report, out _);
        Material? material;
        try
        {
            material = settings.Archive is { } archive ? OfArchive(archive, settings.Selection) : OfArticles(inputs, settings, Report);
        }
        catch (OperationCanceledException)
        {
            return Interrupt.ExitCode;
        }

        if (material is null)
        {
            services.Errors.Write("entente: no article could be read, so there is no brief\n");
            return 1;
        }

        BriefRecords all = settings.Ontology is { } own ? material.Records with { Events = [.. material.Records.Events.Select(own.Label)] } : material.Records;
        var told = material.Documents.ToDictionary(document => document.Id, document => document.Date, StringComparer.Ordinal);
        BriefRecords records = BriefSelection.Of(all, settings.Selection, told);
        Brief brief = BriefBuilder.Build(material.Documents, records, new()
        {
            Title = settings.Title,
            Pair = settings.Selection.Pair,
            Window = settings.Selection is { From: null, Until: null } ? null : new(settings.Selection.From, settings.Selection.Until),
            History = BriefSelection.HistoryOf(all, settings.Selection, told),
            Borders = [.. engine.Lexicon.Borders.All.Select(border => Relation.Of(border.A, border.B))],
            Transfers = settings.Transfers.Count > 0 ? transfers : material.Transfers,
            NameOf = code => engine.Lexicon.States.TryGet(code, out State? state) ? state.Name : null,
            SentencesOf = material.SentencesOf,
            Problems = problems,
            WithText = settings.WithText,
            CountClaimed = settings.CountClaimed,
            Labels = [.. (settings.Ontology?.Categories ?? []).Select(category => (category.Label, category.Description))],
            Run = material.Run,
        });
        using (Stream output = services.Open(path, inputs.Where(File.Exists).ToArray()))
        using (var text = new StreamWriter(output, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            Write(brief, format, text);
        }

        if (records.Events.Count == 0 && all.Events.Count > 0)
        {
            services.Errors.Write($"no event is of the parties and days asked for; the articles tell {Counted(all.Events.Count, "event")}, from {Day(all.Events.Min(e => e.EventDate.Start))} to {Day(all.Events.Max(e => e.EventDate.End).AddDays(-1))}, of {Parties(all.Events)}\n");
        }

        services.Errors.Write($"{Counted(material.Documents.Count, "article")}, {Counted(records.Events.Count, "event")}");
        services.Errors.Write(path == "-" ? "\n" : $": the brief is in {path}\n");
        return problems.Count > 0 ? 1 : 0;
    }

    /// <summary>What a brief rests on.</summary>
    private sealed record Material(IReadOnlyList<Document> Documents, BriefRecords Records, Func<Document, IReadOnlyList<TextSpan>> SentencesOf, BriefRun Run, IReadOnlyList<Transfer> Transfers);

    /// <summary>Reads and codes articles; null where none could be read.</summary>
    private Material? OfArticles(IReadOnlyList<string> inputs, BriefSettings settings, Action<Diagnostic> report)
    {
        var source = new ArticleSource(report) { Date = settings.Date };
        IReadOnlyList<CodedDocument> coded = Progress.Show(
            services, "reading and coding", null, () => 0, () => ArticleCoder.Code(engine, source.Read(inputs, services.Input), RecordKinds.All, settings.Threads, services.Stop));
        if (coded.Count == 0)
        {
            return null;
        }

        var sentences = coded.ToDictionary(document => document.Document.Id, document => document.Sentences, StringComparer.Ordinal);
        return new(
            [.. coded.Select(document => document.Document)],
            new()
            {
                Events = [.. coded.SelectMany(document => document.Records.Events)],
                Agreements = [.. coded.SelectMany(document => document.Records.Agreements)],
                Ties = [.. coded.SelectMany(document => document.Records.Ties)],
                Bargains = [.. coded.SelectMany(document => document.Records.Bargains)],
                Assessments = [.. coded.SelectMany(document => document.Records.Assessments)],
            },
            document => sentences[document.Id],
            new()
            {
                Coder = EntenteEngine.Coder,
                Lexicon = engine.Lexicon.Version,
                Models = [.. Installation.Models(services.Home).Select(model => (model.Name, model.Sha256![..12]))],
                Sentences = sentences.Values.Sum(list => list.Count),
            },
            []);
    }

    /// <summary>Reads an archive; null where it holds no articles.</summary>
    private Material? OfArchive(string path, Selection selection)
    {
        ArchiveMaterial held = Progress.Show(services, "reading the archive", null, () => 0, () => ArchiveMaterial.Of(path, selection));
        return held.Documents.Count == 0 ? null : new(held.Documents, held.Records, document => ArchiveMaterial.SentencesOf(document.Text), RunOf(held), held.Transfers);
    }

    /// <summary>What coded an archive's articles: one coding where they share it, else all that took part.</summary>
    private static BriefRun RunOf(ArchiveMaterial held) => new()
    {
        Coder = string.Join(", ", held.Codings.Select(coding => coding.Coder).Distinct(StringComparer.Ordinal)),
        Lexicon = string.Join(", ", held.Codings.Select(coding => coding.Lexicon).Distinct(StringComparer.Ordinal)),
        Models =
        [
            .. held.Codings.SelectMany(coding => coding.Models.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.Ordinal)
                .Select(model => model.Split(':', 2)).Select(parts => (parts[0], parts.Length > 1 ? parts[1] : "")),
        ],
        Sentences = held.Sentences,
    };

    private static string Counted(int number, string one) => $"{Progress.Number(number)} {one}{(number == 1 ? "" : "s")}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The parties that most events name, ten at most.</summary>
    private static string Parties(IEnumerable<CodedEvent> events) => string.Join(", ", events.SelectMany(e => DyadExpansion.Parties([.. e.Actor, .. e.Recipient]))
        .GroupBy(party => party, StringComparer.Ordinal).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Take(10).Select(group => group.Key));

    private static void Write(Brief brief, string format, TextWriter text)
    {
        switch (format)
        {
            case "html":
                HtmlWriter.Write(brief, text);
                break;
            case "md":
                MarkdownWriter.Write(brief, text);
                break;
            default:
                JsonWriter.Write(brief, text);
                break;
        }
    }

    private static string FormatOf(BriefSettings settings)
    {
        string? format = settings.Format ?? Path.GetExtension(settings.Output)?.TrimStart('.') switch
        {
            "md" or "markdown" => "md",
            "json" => "json",
            _ => "html",
        };
        return format is "html" or "md" or "json" ? format : throw new UsageException($"--format takes html, md or json, not '{format}'");
    }
}
