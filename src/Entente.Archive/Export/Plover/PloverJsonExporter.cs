using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Export.Plover;

/// <summary>PLOVER's exchange form: an event a line as JSON, with the field names of the manual (draft of 2021).</summary>
/// <remarks>
/// <c>date</c> is the day the event took place, <c>enddate</c> its last where there are several. Fields of our own, which the manual allows: <c>source</c>, <c>published</c>
/// (where it differs), <c>date_precision</c>, <c>cameo</c>, <c>goldstein</c>, <c>label</c>, <c>status</c>, <c>claimed</c>, <c>confidence</c>, <c>story</c>, <c>mentions</c>, and <c>source_code</c> of a party.
/// <c>quad_code</c> holds SANCTION to be material conflict. An event without a category has an empty list.
/// </remarks>
public sealed class PloverJsonExporter : IEventExporter
{
    internal static readonly string[] Precisions = ["publication", "day", "week", "month", "season", "year", "decade"];

    /// <inheritdoc/>
    public string? Codebook => null;

    /// <inheritdoc/>
    public ExportOutcome Write(IEnumerable<ExchangeEvent> events, Stream output)
    {
        using var lines = new PloverJsonLines(output);
        foreach (ExchangeEvent coded in events)
        {
            lines.Write(coded);
        }

        return new(lines.Written);
    }

    internal static void WriteEvent(Utf8JsonWriter json, ExchangeEvent coded)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, coded.Id);
        json.WriteDay("date"u8, coded.When.Start);
        if (coded.When.End > coded.When.Start.AddDays(1))
        {
            json.WriteDay("enddate"u8, coded.When.End.AddDays(-1));
        }

        WriteParties(json, "actor"u8, coded.Actors);
        if (coded.Recipients.Count > 0)
        {
            WriteParties(json, "recipient"u8, coded.Recipients);
        }

        json.WriteList("event"u8, coded.Type is { } type ? [type.Code()] : []);
        WriteSome(json, "mode"u8, coded.Modes);
        WriteSome(json, "context"u8, coded.Contexts);
        if (coded.Type is { } category)
        {
            json.WriteNumber("quad_code"u8, (int)category.Quad() + 1);
            json.WriteMeasure("event_scale"u8, category.Score(coded.Modes));
        }

        WritePlace(json, coded.Place);
        WriteSize(json, coded.Size);
        json.WriteOptional("text"u8, coded.Text);
        if (coded.Sentence is { } sentence)
        {
            json.WriteStartObject("text_info"u8);
            json.WriteNumber("sequence"u8, sentence);
            json.WriteEndObject();
        }

        if (coded.Url is not null || coded.Publisher is not null)
        {
            json.WriteStartObject("cite_info"u8);
            json.WriteOptional("url"u8, coded.Url);
            json.WriteOptional("publication"u8, coded.Publisher);
            json.WriteEndObject();
        }

        WriteOwn(json, coded);
        json.WriteEndObject();
    }

    private static void WriteOwn(Utf8JsonWriter json, ExchangeEvent coded)
    {
        json.WriteString("source"u8, coded.Source);
        if (coded.Date != coded.When.Start)
        {
            json.WriteDay("published"u8, coded.Date);
        }

        json.WriteString("date_precision"u8, Precisions[(int)coded.Precision]);
        json.WriteOptional("cameo"u8, coded.Cameo);
        if (coded.Goldstein is { } goldstein)
        {
            json.WriteMeasure("goldstein"u8, goldstein);
        }

        json.WriteOptional("label"u8, coded.Label);
        json.WriteString("status"u8, coded.Status.Code());
        if (coded.Claimed)
        {
            json.WriteBoolean("claimed"u8, true);
        }

        if (coded.Confidence is { } confidence)
        {
            json.WriteMeasure("confidence"u8, confidence);
        }

        json.WriteOptional("story"u8, coded.Story);
        WriteCount(json, "mentions"u8, coded.Mentions);
    }

    private static void WriteParties(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<ExchangeParty> parties)
    {
        json.WriteStartArray(name);
        foreach (ExchangeParty party in parties)
        {
            json.WriteStartObject();
            json.WriteOptional("code"u8, party.Code?.Country);
            if (party.Code?.Sectors is { Count: > 0 } sectors)
            {
                json.WriteString("sector"u8, string.Concat(sectors.Take(2)));
                WriteSome(json, "other_sectors"u8, [.. sectors.Skip(2)]);
            }

            json.WriteOptional("entity_text"u8, party.Name);
            json.WriteOptional("source_code"u8, party.SourceCode);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, ExchangePlace? place)
    {
        if (place is null)
        {
            return;
        }

        json.WriteStartObject("event_loc"u8);
        json.WriteOptional("resolved_place"u8, place.Name);
        WriteCount(json, "geonameid"u8, place.GeonameId);
        if (place is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteDegrees("lat"u8, latitude);
            json.WriteDegrees("lon"u8, longitude);
        }

        json.WriteOptional("province"u8, place.Admin1);
        json.WriteOptional("country_code"u8, place.Country);
        json.WriteNumber("resolution"u8, place.Resolution);
        json.WriteEndObject();
    }

    private static void WriteSize(Utf8JsonWriter json, EventSize? size)
    {
        if (size is null)
        {
            return;
        }

        json.WriteStartObject("size"u8);
        WriteCount(json, "dead"u8, size.Dead);
        WriteCount(json, "injured"u8, size.Injured);
        WriteCount(json, "arrested"u8, size.Arrested);
        json.WriteEndObject();
    }

    private static void WriteSome(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> values)
    {
        if (values.Count > 0)
        {
            json.WriteList(name, values);
        }
    }

    private static void WriteCount(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } count)
        {
            json.WriteNumber(name, count);
        }
    }
}
