using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Exchange;

/// <summary>One side of an imported event as JSON: <c>[{"name","code","sourceCode"}]</c>, unknown left out.</summary>
internal static class SideJson
{
    /// <summary>Writes a side.</summary>
    public static string Write(IReadOnlyList<ExchangeParty> side)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonText.OneLine))
        {
            json.WriteStartArray();
            foreach (ExchangeParty party in side)
            {
                json.WriteStartObject();
                json.WriteOptional("name"u8, party.Name);
                json.WriteOptional("code"u8, party.Code?.Text);
                json.WriteOptional("sourceCode"u8, party.SourceCode);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(output.ToArray());
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
