using System.Globalization;
using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Plover;

/// <summary>Reads the members of a PLOVER record. A member that is there but not as it has to be throws <see cref="FormatException"/> with what was expected.</summary>
internal static class PloverFields
{
    /// <summary>A string; null where there is none.</summary>
    public static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number; null where there is none.</summary>
    public static double? Number(JsonElement from, string name)
    {
        if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"\"{name}\" is '{value}'; expected a number");
    }

    /// <summary>A whole number, or the digits of one in quotes; null where there is none.</summary>
    public static int? Whole(JsonElement from, string name)
    {
        if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int whole)
            ? whole
            : throw new FormatException($"\"{name}\" is '{value}'; expected a whole number");
    }

    /// <summary>A list of strings, or one string for a list of one.</summary>
    public static IReadOnlyList<string> List(JsonElement from, string name)
    {
        if (!from.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Array => [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)],
            JsonValueKind.String => [value.GetString()!],
            _ => [],
        };
    }

    /// <summary>An object; one without members where there is none.</summary>
    public static JsonElement Object(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value : default;

    /// <summary>A day as <c>YYYY-MM-DD</c>.</summary>
    public static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The contexts; what PLOVER lacks is noted and left out.</summary>
    public static List<string> Contexts(JsonElement root, long line, ImportLog log)
    {
        var contexts = new List<string>();
        foreach (string name in List(root, "context"))
        {
            if (PloverTerms.Context(name) is { } context)
            {
                contexts.Add(context);
            }
            else
            {
                log.Note("context that PLOVER lacks", name, line);
            }
        }

        return contexts;
    }

    /// <summary>The place; null where there is none.</summary>
    public static ExchangePlace? Place(JsonElement root)
    {
        JsonElement place = Object(root, "event_loc");
        if (place.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        double? latitude = Number(place, "lat"), longitude = Number(place, "lon");
        if (latitude is null != longitude is null || Math.Abs(latitude ?? 0) > 90 || Math.Abs(longitude ?? 0) > 180)
        {
            throw new FormatException("\"event_loc\" has \"lat\" and \"lon\" that are no degrees, or one without the other");
        }

        string? country = Text(place, "country_code") ?? (Text(place, "country") is { } name ? CountryTable.Default.FromName(name) : null);
        string? called = Text(place, "resolved_place") ?? Text(place, "extracted_place") ?? Text(place, "city");
        int resolution = Whole(place, "resolution") ?? (Text(place, "city") is not null ? 4 : Text(place, "district") is not null ? 3 : Text(place, "province") is not null ? 2 : 1);
        return resolution is >= 1 and <= 5
            ? ExchangePlace.At(called, country, resolution, Text(place, "province"), latitude, longitude, Whole(place, "geonameid"))
            : throw new FormatException("\"event_loc.resolution\" is not from 1 to 5");
    }

    /// <summary>Victims; null where none are counted.</summary>
    public static EventSize? Size(JsonElement root)
    {
        JsonElement size = Object(root, "size");
        return size.ValueKind == JsonValueKind.Object ? new(Whole(size, "dead"), Whole(size, "injured"), Whole(size, "arrested")) : null;
    }
}
