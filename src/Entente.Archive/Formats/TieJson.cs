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
        new RecordStanding(record.Status, record.Claimed, record.Attribution).Write(json, offsets);
        json.WriteOptional("rule"u8, record.Rule);
        RecordReading.Close(json, record.Confidence, record.Evidence, stamp, offsets);
    }

    /// <summary>Reads one record back.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static Tie Read(ReadOnlySpan<byte> line, out RecordStamp stamp) => RecordReading.Read(line, "tie", out stamp, Of);

    private static Tie Of(JsonElement root, RecordHead head)
    {
        string kind = EventJson.Need(EventJson.Text(root, "tie"), "tie");
        var standing = RecordStanding.Of(root);
        return new Tie
        {
            Id = head.Id, DocId = head.DocId, Sentence = head.Sentence, Confidence = head.Confidence, Evidence = head.Evidence,
            Kind = TieTerms.TryParse(kind, out TieKind known) ? known : throw new FormatException($"\"tie\" is '{kind}', none that Entente knows"),
            Holder = EventJson.Entities(root, "holder"),
            Other = EventJson.Entities(root, "other"),
            Theme = EventJson.OptionalQuote(root, "theme") is { } theme ? new(theme, EventJson.Text(root.GetProperty("theme"), "kind")) : null,
            Where = EventJson.OptionalQuote(root, "where"),
            Status = standing.Status, Claimed = standing.Claimed, Attribution = standing.Attribution,
            Rule = EventJson.Text(root, "rule"),
        };
    }
}
