using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>What the readers of all kinds of records share.</summary>
internal static class RecordReading
{
    /// <summary>The object of a line, held to its kind.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record.</exception>
    public static JsonDocument Parse(ReadOnlySpan<byte> line, string kind)
    {
        var reader = new Utf8JsonReader(line);
        JsonDocument parsed = JsonDocument.ParseValue(ref reader);
        if (parsed.RootElement.ValueKind == JsonValueKind.Object && EventJson.Text(parsed.RootElement, "record") == kind)
        {
            return parsed;
        }

        parsed.Dispose();
        throw new FormatException($"the line is no {kind} record: \"record\" must be \"{kind}\"");
    }

    /// <summary>Reads a line of one kind.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="kind">The kind it must be of.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <param name="make">Makes the record of the object and what every record bears.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static T Read<T>(ReadOnlySpan<byte> line, string kind, out RecordStamp stamp, Func<JsonElement, RecordHead, T> make)
    {
        using JsonDocument parsed = Parse(line, kind);
        stamp = Stamp(parsed.RootElement);
        return make(parsed.RootElement, RecordHead.Of(parsed.RootElement));
    }

    /// <summary>What coded a record; empty strings where it does not say.</summary>
    public static RecordStamp Stamp(JsonElement root) => new(EventJson.Text(root, "coder") ?? "", EventJson.Text(root, "lexicon") ?? "");

    /// <summary>The status of a record.</summary>
    /// <exception cref="FormatException">There is none, or none that Entente knows.</exception>
    public static EventStatus Status(JsonElement root)
    {
        string text = EventJson.Need(EventJson.Text(root, "status"), "status");
        return EventStatuses.TryParse(text, out EventStatus status) ? status : throw new FormatException($"\"status\" is '{text}', none that Entente knows");
    }

    /// <summary>Whether a member is true.</summary>
    public static bool IsTrue(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    /// <summary>Writes what opens every record.</summary>
    public static void Open(Utf8JsonWriter json, string kind, string id, string docId, int sentence)
    {
        json.WriteStartObject();
        json.WriteString("record"u8, kind);
        json.WriteString("id"u8, id);
        json.WriteString("docId"u8, docId);
        json.WriteNumber("sentence"u8, sentence);
    }

    /// <summary>Writes what closes every record.</summary>
    public static void Close(Utf8JsonWriter json, double confidence, Quote evidence, RecordStamp stamp, CodepointMap? offsets)
    {
        json.WriteMeasure("confidence"u8, confidence);
        EventJson.WriteQuote(json, "evidence"u8, evidence, offsets);
        json.WriteString("coder"u8, stamp.Coder);
        json.WriteString("lexicon"u8, stamp.Lexicon);
        json.WriteEndObject();
    }

    /// <summary>Writes a quote where there is one.</summary>
    public static void WriteOptionalQuote(Utf8JsonWriter json, ReadOnlySpan<byte> name, Quote? quote, CodepointMap? offsets)
    {
        if (quote is not null)
        {
            EventJson.WriteQuote(json, name, quote, offsets);
        }
    }
}
