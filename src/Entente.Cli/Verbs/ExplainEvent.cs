using System.Globalization;
using System.Text;
using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Coding.Tracing;
using Entente.Language;
using Entente.Records;
using Entente.Running;

namespace Entente.Cli.Verbs;

/// <summary>Explains an event of an archive: the record, its sentence with the words marked, and how it comes about.</summary>
internal sealed class ExplainEvent(Services services)
{
    /// <returns>0 = explained; 1 = there is no such event.</returns>
    public int Run(string path, string id)
    {
        using ArchiveFile archive = StoryArchive.Open(path);
        using var finder = new EventFinder(archive);
        using var documents = new DocumentReader(archive);
        IReadOnlyList<StoredEvent> found = finder.Get(id);
        if (found.Count == 0)
        {
            services.Errors.Write($"entente: there is no event '{id}' in {path}\n");
            return 1;
        }

        using Stream output = services.Open(null);
        foreach (StoredEvent stored in found)
        {
            var text = new StringBuilder();
            Head(text, stored);
            if (stored.Coded is { } coded && stored.DocId is { } docId && documents.Get(docId) is { } document)
            {
                Sentence(text, stored, coded);
                Trace(text, stored, coded, document);
            }

            output.Write(Encoding.UTF8.GetBytes(text.Append('\n').ToString()));
        }

        output.Flush();
        return 0;
    }

    private static void Head(StringBuilder text, StoredEvent stored)
    {
        Line(text, "event", $"{stored.Id}  {stored.Type?.Code() ?? "no category"}{Joined("  ", stored.Modes)}{(stored.Cameo is null ? "" : "  CAMEO " + stored.Cameo)}");
        Line(text, "date", stored.When.ToString());
        Line(text, "actor", stored.Coded is { } coded ? Side(coded.Actor) : string.Join("; ", stored.Imported!.Actors.Select(party => $"{party.Name} {party.Code?.Text}".Trim())));
        Line(text, "recipient", stored.Coded is { } other ? Side(other.Recipient) : string.Join("; ", stored.Imported!.Recipients.Select(party => $"{party.Name} {party.Code?.Text}".Trim())));
        Line(text, "status", stored.Status.Code() + (stored.Claimed ? ", claimed by an interested party" : "") + (stored.Counts ? "" : "; does not count: of an older coding, revised or rejected"));
        Line(text, "coded by", $"{stored.Stamp.Coder}{(stored.Stamp.Lexicon.Length > 0 ? ", lexicon " + stored.Stamp.Lexicon : "")} ({stored.Source})");
        Line(text, "mentions", Mentions(stored));
        Line(text, "printed", Printed(stored));
        Line(text, "document", string.Join("; ", new[] { stored.DocId, stored.Title, stored.Publisher, stored.Url }.Where(part => !string.IsNullOrEmpty(part))));
    }

    private static string Printed(StoredEvent stored) => stored.IsMention ? $"a further record of the act {stored.Act}, and counts with it"
        : stored.Reprints > 0 ? string.Create(CultureInfo.InvariantCulture, $"in {stored.Reprints + 1} articles that print one text, counted once") : "";

    private static string Mentions(StoredEvent stored)
    {
        string counted = stored.Imported?.Mentions is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} by {stored.Source}'s own count") : "";
        string held = stored.Mentions is { } kept
            ? string.Create(CultureInfo.InvariantCulture, $"{kept.Mentions} in the archive, of {kept.Reports} reports and {kept.Outlets} outlets, {kept.First:yyyy-MM-dd HH:mm} to {kept.Last:yyyy-MM-dd HH:mm}")
            : "";
        return string.Join("; ", new[] { counted, held }.Where(part => part.Length > 0));
    }

    /// <summary>The sentence; the actor in ‹›, the recipient in «», the words that tell the act in **.</summary>
    private static void Sentence(StringBuilder text, StoredEvent stored, CodedEvent coded)
    {
        if (stored.Sentence is not { } span || stored.SentenceText is not { } words)
        {
            return;
        }

        var marks = new List<(int At, bool Opens, string Mark)>();
        void Mark(TextSpan marked, string open, string close)
        {
            if (span.Contains(marked))
            {
                marks.Add((marked.Start - span.Start, true, open));
                marks.Add((marked.End - span.Start, false, close));
            }
        }

        Mark(coded.Trigger.Span, "**", "**");
        foreach (Entity entity in coded.Actor)
        {
            Mark(entity.Quote.Span, "‹", "›");
        }

        foreach (Entity entity in coded.Recipient)
        {
            Mark(entity.Quote.Span, "«", "»");
        }

        var marked = new StringBuilder(words);
        foreach ((int at, bool _, string mark) in marks.OrderByDescending(mark => mark.At).ThenByDescending(mark => mark.Opens))
        {
            marked.Insert(at, mark);
        }

        Line(text, "sentence", string.Create(CultureInfo.InvariantCulture, $"{coded.Sentence} [{span.Start}, {span.End})"));
        text.Append("  ").Append(string.Join(' ', marked.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Append("\n  ‹actor›  «recipient»  **act**\n");
    }

    private void Trace(StringBuilder text, StoredEvent stored, CodedEvent coded, Document document)
    {
        var engine = new EntenteEngine(services.Home);
        using var scratch = new AnalysisScratch();
        Explanation explanation = Explanation.Of(engine, document, scratch);
        Line(text, "rule", coded.Rule);
        if (stored.Stamp != engine.Stamp)
        {
            Line(text, "note", $"coded with {stored.Stamp.Coder}, lexicon {stored.Stamp.Lexicon}; what follows is how {engine.Stamp.Coder}, lexicon {engine.Stamp.Lexicon} reads the sentence today");
        }

        text.Append('\n').Append(explanation.Trace.OfSentence(coded.Sentence));
    }

    private static string Side(IReadOnlyList<Entity> side) => string.Join("; ", side.Select(entity => $"{entity.Quote.Text}{(entity.Name is { } name && name != entity.Quote.Text ? $" ({name})" : "")}: {entity.Code?.Text ?? "no code"}{(entity.Role is null ? "" : ", " + entity.Role)}"));

    private static string Joined(string before, IReadOnlyList<string> words) => words.Count == 0 ? "" : before + string.Join(',', words);

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append(name.PadRight(11)).Append(value).Append('\n');
        }
    }
}
