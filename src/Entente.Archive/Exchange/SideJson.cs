using System.Buffers;
using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Exchange;

/// <summary>One side of an imported event as JSON: <c>[{"name","code","sourceCode"}]</c>, unknown left out.</summary>
internal static class SideJson
{
    /// <summary>Kept for each thread: an import writes a million sides.</summary>
    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)? _writing;

    /// <summary>Writes a side.</summary>
    public static string Write(IReadOnlyList<ExchangeParty> side)
    {
        (ArrayBufferWriter<byte> bytes, Utf8JsonWriter json) = _writing ??= Begin();
        bytes.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        for (int i = 0; i < side.Count; i++)
        {
            ExchangeParty party = side[i];
            json.WriteStartObject();
            json.WriteOptional("name"u8, party.Name);
            json.WriteOptional("code"u8, party.Code?.Text);
            json.WriteOptional("sourceCode"u8, party.SourceCode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json) Begin()
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        return (bytes, new(bytes, JsonText.OneLine));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ExchangeParty[] Read(string text)
    {
        using JsonDocument parsed = JsonDocument.Parse(text);
        return
        [
            .. parsed.RootElement.EnumerateArray().Select(item => new ExchangeParty(EventJson.Text(item, "name"), EventJson.Text(item, "code") is { } code ? ActorCode.Parse(code) : null)
            {
                SourceCode = EventJson.Text(item, "sourceCode"),
            }),
        ];
    }
}
