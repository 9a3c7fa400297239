using System.Globalization;
using System.Text.Json;
using Entente.Archive.Exchange;

namespace Entente.Archive.Formats;

/// <summary>A mention of an imported event as a line of JSON.</summary>
public static class MentionRecordJson
{
    /// <summary>Writes one record, without a line end; what is unknown is left out.</summary>
    public static void Write(Utf8JsonWriter json, ExchangeMention mention)
    {
        json.WriteStartObject();
        json.WriteString("record"u8, "mention"u8);
        json.WriteString("source"u8, mention.Source);
        json.WriteString("event"u8, mention.EventId);
        json.WriteString("eventTime"u8, Time(mention.EventTime));
        json.WriteString("time"u8, Time(mention.Time));
        json.WriteString("identifier"u8, mention.Identifier);
        json.WriteOptional("publisher"u8, mention.Publisher);
        WriteCount(json, "sentence"u8, mention.Sentence);
        json.WriteMeasure("confidence"u8, mention.Confidence);
        WriteCount(json, "length"u8, mention.DocumentLength);
        if (mention.Tone is { } tone)
        {
            json.WriteMeasure("tone"u8, tone);
        }

        json.WriteEndObject();
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void WriteCount(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } count)
        {
            json.WriteNumber(name, count);
        }
    }
}
