using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Analysis.Dyads;
using Entente.Briefing.Json;
using Entente.Briefing.Words;
using Entente.Records;
using static Entente.Briefing.Json.JsonParts;

namespace Entente.Briefing;

/// <summary>Writes a brief as one JSON object: the same content for programs, with codes beside the words.</summary>
/// <remarks>Indented by two blanks, lines end in LF, unknown is absent. Articles stand without their text.</remarks>
public static class JsonWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <paramref name="brief"/> and a line end; the caller owns <paramref name="output"/>.</summary>
    public static void Write(Brief brief, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(brief, json);
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        output.Write('\n');
    }

    private static void Write(Brief brief, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("record", "brief");
        json.WriteString("title", brief.Title);
        json.WriteString("summary", brief.Summary);
        Array(json, "findings", brief.Findings, f =>
        {
            json.WriteStartObject();
            json.WriteString("text", f.Text);
            json.WriteString("target", f.Target);
            json.WriteEndObject();
        });
        Array(json, "happened", brief.Happened, g => Group(json, g));
        Array(json, "apart", brief.Apart, g => Group(json, g));
        json.WriteNumber("unlistedEvents", brief.Unlisted);
        Array(json, "sections", brief.Sections, section => SectionJson.Write(json, section));
        Array(json, "standings", brief.Standings, s =>
        {
            json.WriteStartObject();
            json.WriteString("name", s.Name);
            json.WriteString("meaning", s.Meaning);
            json.WriteNumber("events", s.Count);
            json.WriteBoolean("counted", s.Counted);
            json.WriteEndObject();
        });
        Array(json, "dyads", brief.Dyads, d => DyadOf(json, d));
        json.WriteNumber("unlistedDyads", brief.UnlistedDyads);
        json.WriteNumber("eventsWithoutPair", brief.WithoutPair);
        Array(json, "relations", brief.Relations, r =>
        {
            json.WriteStartObject();
            Parties(json, r.Relation);
            json.WriteString("name", r.Name);
            Tally(json, r.Counted);
            json.WriteEndObject();
        });
        Array(json, "timelines", brief.Timelines, t => TimelineOf(json, t));
        if (brief.Changes is { } changes)
        {
            ChangesOf(json, changes);
        }

        CoverageOf(json, brief.Coverage);
        RunOf(json, brief);
        Array(json, "documents", brief.Articles, a => Article(json, a));
        json.WriteNumber("unlistedDocuments", brief.UnlistedArticles);
        json.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter json, EventGroup group)
    {
        json.WriteStartObject();
        json.WriteString("id", group.Id);
        json.WriteString("title", group.Title);
        json.WriteNumber("events", group.Count);
        Array(json, "months", group.Months, m =>
        {
            json.WriteStartObject();
            json.WriteString("title", m.Title);
            Array(json, "events", m.Events, e => Event(json, e));
            json.WriteNumber("unlisted", m.Unlisted);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter json, BriefEvent line)
    {
        CodedEvent record = line.Record;
        json.WriteStartObject();
        json.WriteString("id", record.Id);
        json.WriteString("docId", record.DocId);
        json.WriteString("when", line.When);
        json.WriteString("eventDate", record.EventDate.ToString());
        json.WriteString("text", line.Sentence);
        json.WriteString("event", record.Type.Code());
        Array(json, "mode", record.Mode, json.WriteStringValue);
        Array(json, "context", record.Context, json.WriteStringValue);
        Optional(json, "cameo", record.Cameo);
        json.WriteString("quad", record.Type.Quad().Code());
        json.WriteNumber("score", EventTally.ScoreOf(record));
        json.WriteString("status", record.Status.Code());
        json.WriteBoolean("claimed", record.Claimed);
        json.WriteNumber("confidence", record.Confidence);
        Array(json, "actor", DyadExpansion.Parties(record.Actor), json.WriteStringValue);
        Array(json, "recipient", DyadExpansion.Parties(record.Recipient), json.WriteStringValue);
        Array(json, "details", line.Details, json.WriteStringValue);
        EvidenceOf(json, line.Evidence, role => role == EvidenceRole.None ? null : role.ToString().ToLowerInvariant());
        json.WriteString("rule", record.Rule);
        json.WriteEndObject();
    }

    private static void DyadOf(Utf8JsonWriter json, DyadLine line)
    {
        json.WriteStartObject();
        json.WriteString("actor", line.Dyad.Actor);
        json.WriteString("recipient", line.Dyad.Recipient);
        json.WriteString("actorName", line.Actor);
        json.WriteString("recipientName", line.Recipient);
        Tally(json, line.Row.Counted);
        json.WriteStartObject("apart");
        foreach ((EventStatus status, int count) in line.Row.Apart.OrderBy(a => a.Key))
        {
            json.WriteNumber(status.Code(), count);
        }

        json.WriteNumber("claimed", line.Row.Claimed);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void TimelineOf(Utf8JsonWriter json, Timeline timeline)
    {
        json.WriteStartObject();
        Parties(json, timeline.Relation);
        json.WriteString("period", timeline.Kind.ToString().ToLowerInvariant());
        Array(json, "steps", timeline.Steps, s =>
        {
            json.WriteStartObject();
            json.WriteString("period", s.Period.ToString());
            json.WriteNumber("verbal-cooperation", s.VerbalCooperation);
            json.WriteNumber("material-cooperation", s.MaterialCooperation);
            json.WriteNumber("verbal-conflict", s.VerbalConflict);
            json.WriteNumber("material-conflict", s.MaterialConflict);
            json.WriteEndObject();
        });
        json.WriteNumber("unplaced", timeline.Unplaced);
        json.WriteNumber("earlier", timeline.Earlier);
        json.WriteEndObject();
    }

    private static void ChangesOf(Utf8JsonWriter json, ChangeTable changes)
    {
        json.WriteStartObject("changes");
        json.WriteString("window", changes.Window.ToString());
        json.WriteString("middle", Counted.Day(changes.Middle));
        json.WriteNumber("firstDocuments", changes.FirstDocuments);
        json.WriteNumber("secondDocuments", changes.SecondDocuments);
        Array(json, "relations", changes.Lines, c =>
        {
            json.WriteStartObject();
            Parties(json, c.Change.Relation);
            json.WriteStartObject("first");
            Tally(json, c.Change.First);
            Rate(json, c.Change.FirstRate);
            json.WriteEndObject();
            json.WriteStartObject("second");
            Tally(json, c.Change.Second);
            Rate(json, c.Change.SecondRate);
            json.WriteEndObject();
            if (c.Change.Strength is { } strength)
            {
                json.WriteNumber("differenceInStandardErrors", Math.Round(strength, 3));
            }

            json.WriteEndObject();
        });
        Array(json, "firsts", changes.Firsts, f =>
        {
            json.WriteStartObject();
            Parties(json, f.Relation);
            Array(json, "events", f.Events, e => json.WriteStringValue(e.Record.Id));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void CoverageOf(Utf8JsonWriter json, CoverageSection coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("documents", coverage.Documents);
        json.WriteNumber("documentsWithEvents", coverage.DocumentsWithEvents);
        json.WriteNumber("events", coverage.Events);
        Optional(json, "published", coverage.Published?.ToString());
        Array(json, "publishers", coverage.Publishers, p =>
        {
            json.WriteStartObject();
            json.WriteString("name", p.Name);
            json.WriteNumber("documents", p.Documents);
            json.WriteNumber("events", p.Events);
            json.WriteEndObject();
        });
        json.WriteNumber("unlistedPublishers", coverage.UnlistedPublishers);
        json.WriteNumber("items", coverage.Items);
        json.WriteNumber("singleSourced", coverage.SingleSourced);
        Array(json, "periods", coverage.Periods, p =>
        {
            json.WriteStartObject();
            json.WriteString("period", p.Period.ToString());
            json.WriteNumber("documents", p.Documents);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void RunOf(Utf8JsonWriter json, Brief brief)
    {
        if (brief.Run is { } run)
        {
            json.WriteStartObject("run");
            json.WriteString("coder", run.Coder);
            Optional(json, "lexicon", run.Lexicon);
            Array(json, "models", run.Models, m =>
            {
                json.WriteStartObject();
                json.WriteString("name", m.Name);
                json.WriteString("version", m.Version);
                json.WriteEndObject();
            });
            if (run.Sentences is { } sentences)
            {
                json.WriteNumber("sentences", sentences);
            }

            json.WriteStartObject("refusals");
            foreach ((string reason, int times) in MethodWords.Refusals(run))
            {
                json.WriteNumber(reason, times);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        Array(json, "problems", brief.Problems, p =>
        {
            json.WriteStartObject();
            json.WriteString("file", p.File);
            json.WriteNumber("line", p.Line);
            json.WriteString("code", p.Code);
            json.WriteString("message", p.Message);
            Optional(json, "help", p.Help);
            json.WriteEndObject();
        });
    }

    private static void Article(Utf8JsonWriter json, BriefArticle article)
    {
        json.WriteStartObject();
        json.WriteString("id", article.Document.Id);
        json.WriteString("date", Counted.Day(article.Document.Date));
        json.WriteString("title", article.Title);
        Optional(json, "publisher", article.Document.Publisher);
        Optional(json, "author", article.Document.Author);
        Optional(json, "url", article.Document.Url);
        json.WriteNumber("events", article.Events);
        json.WriteEndObject();
    }

    private static void Tally(Utf8JsonWriter json, EventTally tally)
    {
        json.WriteNumber("events", tally.Count);
        json.WriteNumber("scoreSum", tally.ScoreSum);
        if (tally.ScoreMean is { } mean)
        {
            json.WriteNumber("scoreMean", Math.Round(mean, 3));
        }

        json.WriteStartObject("quads");
        foreach (Quad quad in Enum.GetValues<Quad>())
        {
            json.WriteNumber(quad.Code(), tally[quad]);
        }

        json.WriteEndObject();
        json.WriteStartObject("categories");
        foreach (PloverType type in Enum.GetValues<PloverType>().Where(t => tally[t] > 0))
        {
            json.WriteNumber(type.Code(), tally[type]);
        }

        json.WriteEndObject();
    }

    private static void Rate(Utf8JsonWriter json, double? rate)
    {
        if (rate is { } known)
        {
            json.WriteNumber("scorePer100Documents", Math.Round(known, 3));
        }
    }

    private static void Parties(Utf8JsonWriter json, Relation relation)
    {
        json.WriteStartArray("parties");
        json.WriteStringValue(relation.First);
        json.WriteStringValue(relation.Second);
        json.WriteEndArray();
    }
}
