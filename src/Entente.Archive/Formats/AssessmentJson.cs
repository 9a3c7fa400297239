using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The assessment record as a line of JSON; <c>likelihood</c> and <c>author</c> are null where the author does not hedge, and is the article's.</summary>
public static class AssessmentJson
{
    /// <summary>Writes one record, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="record">The record.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="offsets">The map of the document's text where offsets are to be code points; null for UTF-16 code units.</param>
    public static void Write(Utf8JsonWriter json, Assessment record, RecordStamp stamp, CodepointMap? offsets = null)
    {
        RecordReading.Open(json, "assessment", record.Id, record.DocId, record.Sentence);
        EventJson.WriteQuote(json, "claim"u8, record.Claim, offsets);
        EventJson.WriteEntities(json, "about"u8, record.About, offsets);
        RecordReading.WriteOptionalQuote(json, "hedge"u8, record.Hedge, offsets);
        if (record is { LikelihoodFrom: { } from, LikelihoodTo: { } to })
        {
            json.WriteStartArray("likelihood"u8);
            json.WriteNumberValue(Math.Round((decimal)from, 3));
            json.WriteNumberValue(Math.Round((decimal)to, 3));
            json.WriteEndArray();
        }
        else
        {
            json.WriteNull("likelihood"u8);
        }

        if (record.Author is { } author)
        {
            EventJson.WriteQuote(json, "author"u8, author, offsets);
        }
        else
        {
            json.WriteNull("author"u8);
        }

        RecordReading.Close(json, record.Confidence, record.Evidence, stamp, offsets);
    }

    /// <summary>Reads one record back.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static Assessment Read(ReadOnlySpan<byte> line, out RecordStamp stamp) => RecordReading.Read(line, "assessment", out stamp, Of);

    private static Assessment Of(JsonElement root, RecordHead head)
    {
        (double? from, double? to) = root.TryGetProperty("likelihood", out JsonElement range) && range.ValueKind == JsonValueKind.Array
            ? range.GetArrayLength() == 2 ? (range[0].GetDouble(), range[1].GetDouble()) : throw new FormatException("\"likelihood\" is no pair of numbers")
            : ((double?)null, (double?)null);
        return new Assessment
        {
            Id = head.Id, DocId = head.DocId, Sentence = head.Sentence, Confidence = head.Confidence, Evidence = head.Evidence,
            Claim = EventJson.OptionalQuote(root, "claim") ?? throw EventJson.Lacks("claim"),
            About = EventJson.Entities(root, "about"),
            Hedge = EventJson.OptionalQuote(root, "hedge"),
            LikelihoodFrom = from,
            LikelihoodTo = to,
            Author = EventJson.OptionalQuote(root, "author"),
        };
    }
}
