using System.CommandLine;
using System.Text.Json;
using Entente.Archive;
using Entente.Archive.Formats;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Tables;
using Entente.Labelling;
using Entente.Lexicon.Ontologies;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary><c>entente events [--pair A B] [--text WORDS] ...</c></summary>
internal static class EventsVerb
{
    public static Verb Create(Services services)
    {
        var selection = new SelectionOptions(period: null);
        Option<string?> text = new("--text") { HelpName = "WORDS", Description = "only of articles that hold these words (SQLite's FTS5 syntax: \"two words\", near OR far, NOT, fleet*)" };
        Option<string[]> types = new("--type") { HelpName = "CATEGORY", Description = "only of a PLOVER category: AGREE, ASSAULT ...; may be repeated", AllowMultipleArgumentsPerToken = false };
        Option<bool> all = new("--all-statuses") { Description = "also what is future, hypothetical, negated, historical, or merely claimed" };
        Option<bool> mentions = new("--mentions") { Description = "also the records of reprints and repetitions: each with the act's id (act), by which the first of them counts" };
        Option<int> limit = Shared.Whole("--limit", "at most so many (default: all)", int.MaxValue, 1);
        Option<string[]> labels = new("--label") { HelpName = "LABEL", Description = "only of a category of your own, of --ontology or a pack; may be repeated", AllowMultipleArgumentsPerToken = false };
        var ontology = new OntologyOption();
        var verb = new Verb("events", "who did what to whom, out of an archive: by day, with the words")
        {
            Details = "An act that reprints of one text tell, or one text twice, is one row; printings says in how many articles its text stands, --mentions lists each record. --json prints a record a line, as 'code' writes them; imported events, which have no words behind them, as records of the kind \"import\". mentions, reports and outlets count what the archive holds of a source's mentions ('entente import gdelt-mentions'); without any, mentions is what the source itself counts. 'explain EVENT-ID --archive FILE' shows one with its sentence and how it came about.",
            Examples = ["entente events --archive region.db --pair RUS AFG --from 2026", "entente events --text sanctions --csv", "entente events --ontology samples/ontology.yaml --label mediation"],
        };
        selection.AddTo(verb);
        verb.Add(text);
        verb.Add(types);
        verb.Add(all);
        verb.Add(mentions);
        verb.Add(limit);
        verb.Add(labels);
        ontology.AddTo(verb);
        verb.SetAction(result =>
        {
            if (selection.FilesOf(result).Length > 0)
            {
                throw new UsageException("'events' lists what an archive holds: 'entente add' puts articles into one, 'entente import plover FILE' records; files of records (--events) are read by the other verbs");
            }

            Selection asked = selection.Of(result, services) with { Types = [.. (result.GetValue(types) ?? []).Select(TypeOf)] };
            asked = result.GetValue(all) ? asked with { Statuses = Enum.GetValues<EventStatus>(), WithClaimed = true } : asked;
            Ontology? own = ontology.Of(result, services, OntologyOption.LexiconOf(services));
            string[] wanted = result.GetValue(labels) ?? [];
            if (wanted.FirstOrDefault(label => own?.Categories.Any(category => category.Label == label) != true) is { } unknown)
            {
                throw new UsageException(own is null ? "--label needs categories of your own: give --ontology FILE" : $"there is no category '{unknown}'; there are {string.Join(", ", own.Categories.Select(category => category.Label))}");
            }

            return new EventsCommand(services, own).Run(selection.ArchiveOf(result), asked, result.GetValue(text), result.GetValue(mentions), wanted, result.GetValue(limit), selection.FormOf(result));
        });
        return verb;
    }

    private static PloverType TypeOf(string name) =>
        PloverTypes.TryParse(name.ToUpperInvariant(), out PloverType type) ? type : throw new UsageException($"--type takes one of PLOVER's categories, not '{name}'");
}

/// <summary>Lists events.</summary>
/// <param name="services">What it works with.</param>
/// <param name="ontology">Gives events their labels; null where none are asked for.</param>
internal sealed class EventsCommand(Services services, Ontology? ontology)
{
    private static readonly string[] CsvColumns =
        ["id", "source", "date", "until", "event", "mode", "cameo", "actor", "recipient", "status", "claimed", "place", "docId", "publisher", "url", "sentence", "mentions", "reports", "outlets", "act", "printings"];

    /// <returns>0.</returns>
    public int Run(string path, Selection selection, string? text, bool mentions, string[] labels, int limit, TableForm form)
    {
        using ArchiveFile archive = StoryArchive.Open(path);
        using var finder = new EventFinder(archive);
        IEnumerable<StoredEvent> found = finder.Find(selection, text, mentions).Select(Labelled).Where(stored => labels.Length == 0 || LabelsOf(stored).Any(labels.Contains)).Take(limit);
        if (form == TableForm.Table)
        {
            PrintTable(found);
            return 0;
        }

        // Out as they come: an archive may hold more than memory does.
        using Stream output = services.Open(null);
        if (form == TableForm.Csv)
        {
            Table.WriteCsv(output, ontology is null ? CsvColumns : [.. CsvColumns, "labels"], found.Select(CsvRow));
        }
        else
        {
            foreach (StoredEvent stored in found)
            {
                Write(output, stored);
            }
        }

        output.Flush();
        return 0;
    }

    /// <summary>The event with its labels, where there are any to give.</summary>
    private StoredEvent Labelled(StoredEvent stored) => ontology is null ? stored : stored with
    {
        Coded = stored.Coded is { } coded ? ontology.Label(coded) : null,
        Imported = stored.Imported is { } imported ? ontology.Label(imported) : null,
    };

    private static IReadOnlyList<string> LabelsOf(StoredEvent stored) => stored.Coded?.Labels ?? stored.Imported?.Labels ?? [];

    private object?[] CsvRow(StoredEvent stored) =>
    [
        stored.Id, stored.Source, stored.When.Start, stored.When.End.AddDays(-1), stored.Type?.Code(), stored.Modes, stored.Cameo, Side(stored, actor: true), Side(stored, actor: false),
        stored.Status.Code(), stored.Claimed, stored.Place, stored.DocId, stored.Publisher, stored.Url, stored.SentenceText,
        MentionsOf(stored), stored.Mentions?.Reports, stored.Mentions?.Outlets, stored.Act, PrintingsOf(stored),
        .. ontology is null ? Array.Empty<object?>() : [LabelsOf(stored)],
    ];

    private void PrintTable(IEnumerable<StoredEvent> found)
    {
        StoredEvent[] events = [.. found];
        bool mentions = events.Any(stored => MentionsOf(stored) is not null), printings = events.Any(stored => stored.IsMention || stored.Reprints > 0);
        var table = new Table(["date", "event", "actor", "recipient", "words", "publisher", "id", .. mentions ? (string[])["mentions"] : [], .. printings ? (string[])["printings", "act"] : [], .. ontology is null ? (string[])[] : ["labels"]]);
        foreach (StoredEvent stored in events)
        {
            table.Add([
                stored.When.Start, stored.Type?.Code(), Side(stored, actor: true), Side(stored, actor: false), Words(stored), stored.Publisher ?? stored.Source, stored.Id,
                .. mentions ? (object?[])[MentionsOf(stored)] : [], .. printings ? (object?[])[PrintingsOf(stored), stored.Act] : [], .. ontology is null ? (object?[])[] : [LabelsOf(stored)],
            ]);
        }

        table.Write(services, TableForm.Table);
    }

    /// <summary>How many articles tell the act in the same text; null for imports, and for a record for which another stands.</summary>
    private static int? PrintingsOf(StoredEvent stored) => stored.Coded is null || stored.IsMention ? null : stored.Reprints + 1;

    /// <summary>Mentions that the archive holds; where it holds none, those that the source counts.</summary>
    private static int? MentionsOf(StoredEvent stored) => stored.Mentions?.Mentions ?? stored.Imported?.Mentions;

    private static string Side(StoredEvent stored, bool actor) => stored.Coded is { } coded
        ? string.Join(';', (actor ? coded.Actor : coded.Recipient).Select(entity => entity.Code?.Text ?? entity.Quote.Text))
        : string.Join(';', (actor ? stored.Imported!.Actors : stored.Imported!.Recipients).Select(party => party.Code?.Text ?? party.Name ?? party.SourceCode));

    /// <summary>The sentence on one line, cut where it is long.</summary>
    private static string? Words(StoredEvent stored)
    {
        string? words = stored.SentenceText is { } sentence ? string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : stored.Url;
        return words is { Length: > 100 } ? words[..97] + "..." : words;
    }

    private static void Write(Stream output, StoredEvent stored)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.OneLine))
        {
            if (stored.Coded is { } coded)
            {
                EventJson.Write(json, coded, stored.Stamp, null, new(stored.Act, PrintingsOf(stored)));
            }
            else
            {
                WriteImport(json, stored);
            }
        }

        output.Write("\n"u8);
    }

    private static void WriteImport(Utf8JsonWriter json, StoredEvent stored)
    {
        json.WriteStartObject();
        json.WriteString("record"u8, "import"u8);
        json.WriteString("id"u8, stored.Id);
        json.WriteString("source"u8, stored.Source);
        json.WriteString("eventDate"u8, stored.When.ToString());
        json.WriteString("event"u8, stored.Type?.Code());
        json.WriteString("cameo"u8, stored.Cameo);
        json.WriteStartArray("dyads"u8);
        foreach (Dyad dyad in stored.Dyads)
        {
            json.WriteStartArray();
            json.WriteStringValue(dyad.Actor);
            json.WriteStringValue(dyad.Recipient);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteString("status"u8, stored.Status.Code());
        json.WriteString("docId"u8, stored.DocId);
        json.WriteString("url"u8, stored.Url);
        WriteMentions(json, stored);
        if (stored.Imported?.Labels is { } labels)
        {
            json.WriteStartArray("labels"u8);
            foreach (string label in labels)
            {
                json.WriteStringValue(label);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>How many mentions the source counts, and what the archive holds of them.</summary>
    private static void WriteMentions(Utf8JsonWriter json, StoredEvent stored)
    {
        if (stored.Imported?.Mentions is { } counted)
        {
            json.WriteNumber("mentionsCounted"u8, counted);
        }

        if (stored.Mentions is { } held)
        {
            json.WriteNumber("mentions"u8, held.Mentions);
            json.WriteNumber("reports"u8, held.Reports);
            json.WriteNumber("outlets"u8, held.Outlets);
            json.WriteString("firstMention"u8, held.First);
            json.WriteString("lastMention"u8, held.Last);
        }
    }
}
