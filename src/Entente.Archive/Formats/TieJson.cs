using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The tie record as a line of JSON; what is unknown is left out.</summary>
public static class TieJson
{
    /// <summary>Writes one record, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="record">The record.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="offsets">The map of the document's text where offsets are to be code points; null for UTF-16 code units.</param>
    public static void Write(Utf8JsonWriter json, Tie record, RecordStamp stamp, CodepointMap? offsets = null)
    {
        RecordReading.Open(json, "tie", record.Id, record.DocId, record.Sentence);
        json.WriteString("tie"u8, record.Kind.Code());
        EventJson.WriteEntities(json, "holder"u8, record.Holder, offsets);
        EventJson.WriteEntities(json, "other"u8, record.Other, offsets);
        if (record.Theme is { } theme)
        {
            json.WriteStartObject("theme"u8);
            json.WriteSpan(theme.Quote, offsets);
            json.WriteOptional("kind"u8, theme.Kind);
            json.WriteEndObject();
        }

        RecordReading.WriteOptionalQuote(json, "where"u8, record.Where, offsets);
        json.WriteString("status"u8, record.Status.Code());
        json.WriteBoolean("claimed"u8, record.Claimed);
        RecordReading.WriteOptionalQuote(json, "attribution"u8, record.Attribution, offsets);
        json.WriteOptional("rule"u8, record.Rule);
        RecordReading.Close(json, record.Confidence, record.Evidence, stamp, offsets);
    }

    /// <summary>Reads one record back.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static Tie Read(ReadOnlySpan<byte> line, out RecordStamp stamp)
    {
        using JsonDocument parsed = RecordReading.Parse(line, "tie");
        JsonElement root = parsed.RootElement;
        stamp = RecordReading.Stamp(root);
        string kind = EventJson.Need(EventJson.Text(root, "tie"), "tie");
        return new()
        {
            Id = EventJson.Need(EventJson.Text(root, "id"), "id"),
            DocId = EventJson.Need(EventJson.Text(root, "docId"), "docId"),
            Sentence = EventJson.Whole(root, "sentence") ?? throw EventJson.Lacks("sentence"),
            Kind = TieTerms.TryParse(kind, out TieKind known) ? known : throw new FormatException($"\"tie\" is '{kind}', none that Entente knows"),
            Holder = EventJson.Entities(root, "holder"),
            Other = EventJson.Entities(root, "other"),
            Theme = EventJson.OptionalQuote(root, "theme") is { } theme ? new(theme, EventJson.Text(root.GetProperty("theme"), "kind")) : null,
            Where = EventJson.OptionalQuote(root, "where"),
            Status = RecordReading.Status(root),
            Claimed = RecordReading.IsTrue(root, "claimed"),
            Attribution = EventJson.OptionalQuote(root, "attribution"),
            Rule = EventJson.Text(root, "rule"),
            Confidence = EventJson.Measure(root, "confidence") ?? throw EventJson.Lacks("confidence"),
            Evidence = EventJson.OptionalQuote(root, "evidence") ?? throw EventJson.Lacks("evidence"),
        };
    }
}
