using System.Globalization;
using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The event record as a line of JSON.</summary>
/// <remarks>Members stand in one order always; what is unknown is left out. <see cref="Entity.Id"/> and <see cref="Entity.Reason"/> are not part of it.</remarks>
public static class EventJson
{
    private static readonly string[] Precisions = ["publication", "day", "week", "month", "season", "year", "decade"];

    /// <summary>Writes one record, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="coded">The record.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="offsets">The map of the document's text where offsets are to be code points; null for UTF-16 code units.</param>
    public static void Write(Utf8JsonWriter json, CodedEvent coded, RecordStamp stamp, CodepointMap? offsets = null) => Write(json, coded, stamp, offsets, null);

    /// <summary>Writes one record as an archive knows it, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="coded">The record.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="offsets">The map of the document's text where offsets are to be code points; null for UTF-16 code units.</param>
    /// <param name="standing">What an archive knows of it; null where it is in none.</param>
    public static void Write(Utf8JsonWriter json, CodedEvent coded, RecordStamp stamp, CodepointMap? offsets, ActStanding? standing)
    {
        json.WriteStartObject();
        json.WriteString("record"u8, "event"u8);
        json.WriteString("id"u8, coded.Id);
        json.WriteString("docId"u8, coded.DocId);
        json.WriteDay("date"u8, coded.Date);
        json.WriteNumber("sentence"u8, coded.Sentence);
        json.WriteString("event"u8, coded.Type.Code());
        json.WriteList("mode"u8, coded.Mode);
        json.WriteList("context"u8, coded.Context);
        json.WriteOptional("cameo"u8, coded.Cameo);
        json.WriteString("quad"u8, coded.Type.Quad().Code());
        json.WriteMeasure("score"u8, coded.Type.Score(coded.Mode));
        if (coded.Goldstein is { } goldstein)
        {
            json.WriteMeasure("goldstein"u8, goldstein);
        }

        json.WriteString("status"u8, coded.Status.Code());
        json.WriteBoolean("claimed"u8, coded.Claimed);
        json.WriteMeasure("confidence"u8, coded.Confidence);
        WriteEntities(json, "actor"u8, coded.Actor, offsets);
        WriteEntities(json, "recipient"u8, coded.Recipient, offsets);
        WriteQuote(json, "trigger"u8, coded.Trigger, offsets);
        if (coded.Location is { } location)
        {
            WriteLocation(json, location, offsets);
        }

        json.WriteString("eventDate"u8, coded.EventDate.ToString());
        json.WriteString("datePrecision"u8, Precisions[(int)coded.DatePrecision]);
        if (coded.Size is { } size)
        {
            json.WriteStartObject("size"u8);
            WriteCount(json, "dead"u8, size.Dead);
            WriteCount(json, "injured"u8, size.Injured);
            WriteCount(json, "arrested"u8, size.Arrested);
            json.WriteEndObject();
        }

        if (coded.Attribution is { } attribution)
        {
            WriteQuote(json, "attribution"u8, attribution, offsets);
        }

        json.WriteString("rule"u8, coded.Rule);
        if (coded.Labels is { } labels)
        {
            json.WriteList("labels"u8, labels);
        }

        json.WriteString("coder"u8, stamp.Coder);
        json.WriteString("lexicon"u8, stamp.Lexicon);
        if (standing is not null)
        {
            json.WriteString("act"u8, standing.Act);
            WriteCount(json, "printings"u8, standing.Printings);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads one record back.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no event record; the message names the member and what was expected.</exception>
    public static CodedEvent Read(ReadOnlySpan<byte> line, out RecordStamp stamp)
    {
        var reader = new Utf8JsonReader(line);
        using JsonDocument parsed = JsonDocument.ParseValue(ref reader);
        JsonElement root = parsed.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "record") != "event")
        {
            throw new FormatException("the line is no event record: \"record\" must be \"event\"");
        }

        string type = Need(Text(root, "event"), "event");
        string status = Need(Text(root, "status"), "status");
        string precision = Need(Text(root, "datePrecision"), "datePrecision");
        stamp = new(Text(root, "coder") ?? "", Text(root, "lexicon") ?? "");
        return new()
        {
            Id = Need(Text(root, "id"), "id"),
            DocId = Need(Text(root, "docId"), "docId"),
            Date = Day(Need(Text(root, "date"), "date"), "date"),
            Sentence = Whole(root, "sentence") ?? throw Lacks("sentence"),
            Type = PloverTypes.TryParse(type, out PloverType plover) ? plover : throw new FormatException($"\"event\" is '{type}', none of PLOVER's categories"),
            Mode = List(root, "mode"),
            Context = List(root, "context"),
            Cameo = Text(root, "cameo"),
            Goldstein = Measure(root, "goldstein"),
            Status = EventStatuses.TryParse(status, out EventStatus parsedStatus) ? parsedStatus : throw new FormatException($"\"status\" is '{status}', none that Entente knows"),
            Claimed = root.TryGetProperty("claimed", out JsonElement claimed) && claimed.ValueKind == JsonValueKind.True,
            Confidence = Measure(root, "confidence") ?? throw Lacks("confidence"),
            Actor = Entities(root, "actor"),
            Recipient = Entities(root, "recipient"),
            Trigger = OptionalQuote(root, "trigger") ?? throw Lacks("trigger"),
            Location = Location(root),
            EventDate = Interval(Need(Text(root, "eventDate"), "eventDate")),
            DatePrecision = Array.IndexOf(Precisions, precision) is >= 0 and int at ? (DatePrecision)at : throw new FormatException($"\"datePrecision\" is '{precision}'; expected one of {string.Join(", ", Precisions)}"),
            Size = root.TryGetProperty("size", out JsonElement size) && size.ValueKind == JsonValueKind.Object
                ? new(Whole(size, "dead"), Whole(size, "injured"), Whole(size, "arrested"))
                : null,
            Attribution = OptionalQuote(root, "attribution"),
            Rule = Need(Text(root, "rule"), "rule"),
            Labels = root.TryGetProperty("labels", out _) ? List(root, "labels") : null,
        };
    }

    internal static void WriteEntities(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<Entity> entities, CodepointMap? offsets)
    {
        json.WriteStartArray(name);
        foreach (Entity entity in entities)
        {
            WriteEntity(json, entity, offsets);
        }

        json.WriteEndArray();
    }

    internal static void WriteEntity(Utf8JsonWriter json, Entity entity, CodepointMap? offsets)
    {
        json.WriteStartObject();
        json.WriteSpan(entity.Quote, offsets);
        if (entity.Code is { } code)
        {
            json.WriteString("code"u8, code.Text);
            json.WriteOptional("country"u8, code.Country);
            json.WriteList("sector"u8, code.Sectors);
        }

        json.WriteOptional("name"u8, entity.Name);
        json.WriteOptional("role"u8, entity.Role);
        json.WriteEndObject();
    }

    internal static void WriteLocation(Utf8JsonWriter json, EventLocation location, CodepointMap? offsets)
    {
        json.WriteStartObject("location"u8);
        json.WriteSpan(location.Quote, offsets);
        json.WriteString("country"u8, location.Country);
        json.WriteOptional("admin1"u8, location.Admin1);
        if (location is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteDegrees("lat"u8, latitude);
            json.WriteDegrees("lon"u8, longitude);
        }

        WriteCount(json, "geonameid"u8, location.GeonameId);
        json.WriteNumber("resolution"u8, location.Resolution);
        json.WriteEndObject();
    }

    internal static void WriteQuote(Utf8JsonWriter json, ReadOnlySpan<byte> name, Quote quote, CodepointMap? offsets)
    {
        json.WriteStartObject(name);
        json.WriteSpan(quote, offsets);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } count)
        {
            json.WriteNumber(name, count);
        }
    }

    internal static FormatException Lacks(string name) => new($"the record has no \"{name}\"");

    internal static string Need(string? value, string name) => value ?? throw Lacks(name);

    internal static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal static double? Measure(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    internal static int? Whole(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int whole) ? whole : null;

    private static DateOnly Day(string text, string name) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : throw new FormatException($"\"{name}\" is '{text}'; expected a day, YYYY-MM-DD");

    internal static DateSpan Interval(string text)
    {
        string[] ends = text.Split('/');
        if (ends.Length != 2)
        {
            throw new FormatException($"\"eventDate\" is '{text}'; expected a half-open interval such as 2020-06-01/2020-07-01");
        }

        DateOnly start = Day(ends[0], "eventDate"), end = Day(ends[1], "eventDate");
        return end > start ? new(start, end) : throw new FormatException($"\"eventDate\" is '{text}', which ends before it starts");
    }

    internal static string[] List(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")]
            : [];

    internal static Quote? OptionalQuote(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? ReadQuote(value, name) : null;

    internal static Quote ReadQuote(JsonElement from, string name)
    {
        int start = Whole(from, "start") ?? throw Lacks(name + ".start"), end = Whole(from, "end") ?? throw Lacks(name + ".end");
        return start >= 0 && end >= start
            ? new(Need(Text(from, "text"), name + ".text"), new(start, end))
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"\"{name}\" runs from {start} to {end}"));
    }

    internal static Entity[] Entities(JsonElement from, string name)
    {
        if (!from.TryGetProperty(name, out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        var entities = new List<Entity>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            entities.Add(ReadEntity(item, name));
        }

        return [.. entities];
    }

    internal static Entity ReadEntity(JsonElement item, string name)
    {
        ActorCode? code = null;
        if (Text(item, "code") is { } text)
        {
            code = ActorCode.TryParse(text, out ActorCode parsed) ? parsed : throw new FormatException($"'{text}' is no actor code; expected a country or body and PLOVER sectors, such as 'RUS GOV'");
        }

        return new(ReadQuote(item, name), code) { Name = Text(item, "name"), Role = Text(item, "role") };
    }

    internal static EventLocation? Location(JsonElement from)
    {
        if (!from.TryGetProperty("location", out JsonElement place) || place.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return new(ReadQuote(place, "location"), Need(Text(place, "country"), "location.country"), Whole(place, "resolution") ?? throw Lacks("location.resolution"))
        {
            Admin1 = Text(place, "admin1"),
            Latitude = Measure(place, "lat"),
            Longitude = Measure(place, "lon"),
            GeonameId = Whole(place, "geonameid"),
        };
    }
}
