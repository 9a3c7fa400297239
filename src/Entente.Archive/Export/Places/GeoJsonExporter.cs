using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Export.Places;

/// <summary>Events as GeoJSON (RFC 7946): one feature an event.</summary>
/// <remarks>A point stands only where a place more exact than a country is known; else the geometry is null. <c>resolution</c> says how exact: 5 below a city, 4 city, 3 district, 2 province, 1 country.</remarks>
public sealed class GeoJsonExporter : IEventExporter
{
    /// <inheritdoc/>
    public string? Codebook => null;

    /// <inheritdoc/>
    public ExportOutcome Write(IEnumerable<ExchangeEvent> events, Stream output)
    {
        long written = 0;
        using var json = new Utf8JsonWriter(output, JsonText.OneLine);
        json.WriteStartObject();
        json.WriteString("type"u8, "FeatureCollection"u8);
        json.WriteStartArray("features"u8);
        foreach (ExchangeEvent coded in events)
        {
            WriteFeature(json, coded);
            written++;
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
        return new(written);
    }

    private static void WriteFeature(Utf8JsonWriter json, ExchangeEvent coded)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, $"{coded.Source}:{coded.Id}");
        WriteGeometry(json, coded.Place);
        json.WriteStartObject("properties"u8);
        json.WriteString("source"u8, coded.Source);
        json.WriteString("id"u8, coded.Id);
        json.WriteDay("date"u8, coded.When.Start);
        json.WriteDay("last_date"u8, coded.When.End.AddDays(-1));
        json.WriteOptional("event"u8, coded.Type?.Code());
        json.WriteOptional("mode"u8, coded.Modes.Count > 0 ? string.Join(';', coded.Modes) : null);
        json.WriteOptional("cameo"u8, coded.Cameo);
        json.WriteOptional("quad"u8, coded.Type?.Quad().Code());
        json.WriteString("status"u8, coded.Status.Code());
        json.WriteBoolean("claimed"u8, coded.Claimed);
        json.WriteString("actor"u8, Codes(coded.Actors));
        json.WriteString("recipient"u8, Codes(coded.Recipients));
        json.WriteOptional("place"u8, coded.Place?.Name);
        json.WriteOptional("country"u8, coded.Place?.Country);
        json.WriteOptional("admin1"u8, coded.Place?.Admin1);
        if (coded.Place is { } place)
        {
            json.WriteNumber("resolution"u8, place.Resolution);
        }

        if (coded.Size?.Dead is { } dead)
        {
            json.WriteNumber("dead"u8, dead);
        }

        json.WriteOptional("url"u8, coded.Url);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteGeometry(Utf8JsonWriter json, ExchangePlace? place)
    {
        if (place is not { Resolution: > 1, Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteNull("geometry"u8);
            return;
        }

        json.WriteStartObject("geometry"u8);
        json.WriteString("type"u8, "Point"u8);
        json.WriteStartArray("coordinates"u8);
        json.WriteNumberValue(Math.Round(longitude, 5));
        json.WriteNumberValue(Math.Round(latitude, 5));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Codes(IReadOnlyList<ExchangeParty> parties) => string.Join(';', parties.Select(party => party.Code?.Text ?? party.Name));
}
