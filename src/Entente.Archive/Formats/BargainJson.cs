using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The bargain record as a line of JSON; what is unknown is left out.</summary>
public static class BargainJson
{
    /// <summary>Writes one record, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="record">The record.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="offsets">The map of the document's text where offsets are to be code points; null for UTF-16 code units.</param>
    public static void Write(Utf8JsonWriter json, Bargain record, RecordStamp stamp, CodepointMap? offsets = null)
    {
        RecordReading.Open(json, "bargain", record.Id, record.DocId, record.Sentence);
        WriteSides(json, "gives"u8, record.Gives, offsets);
        WriteSides(json, "gets"u8, record.Gets, offsets);
        new RecordStanding(record.Status, record.Claimed, record.Attribution).Write(json, offsets);
        RecordReading.Close(json, record.Confidence, record.Evidence, stamp, offsets);
    }

    /// <summary>Reads one record back.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static Bargain Read(ReadOnlySpan<byte> line, out RecordStamp stamp) => RecordReading.Read(line, "bargain", out stamp, Of);

    private static Bargain Of(JsonElement root, RecordHead head)
    {
        var standing = RecordStanding.Of(root);
        return new Bargain
        {
            Id = head.Id, DocId = head.DocId, Sentence = head.Sentence, Confidence = head.Confidence, Evidence = head.Evidence,
            Gives = ReadSides(root, "gives"),
            Gets = ReadSides(root, "gets"),
            Status = standing.Status, Claimed = standing.Claimed, Attribution = standing.Attribution,
        };
    }

    private static void WriteSides(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<BargainSide> sides, CodepointMap? offsets)
    {
        json.WriteStartArray(name);
        foreach (BargainSide side in sides)
        {
            json.WriteStartObject();
            if (side.Party is { } party)
            {
                json.WritePropertyName("party"u8);
                EventJson.WriteEntity(json, party, offsets);
            }

            EventJson.WriteQuote(json, "theme"u8, side.Theme, offsets);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static List<BargainSide> ReadSides(JsonElement root, string name)
    {
        var sides = new List<BargainSide>();
        if (root.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in list.EnumerateArray())
            {
                Entity? party = item.TryGetProperty("party", out JsonElement named) && named.ValueKind == JsonValueKind.Object ? EventJson.ReadEntity(named, "party") : null;
                sides.Add(new(party, EventJson.OptionalQuote(item, "theme") ?? throw EventJson.Lacks(name + ".theme")));
            }
        }

        return sides;
    }
}
