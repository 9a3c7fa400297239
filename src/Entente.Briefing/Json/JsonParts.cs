using System.Text.Json;

namespace Entente.Briefing.Json;

/// <summary>What all parts of a brief's JSON share.</summary>
internal static class JsonParts
{
    public static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }

    /// <summary>A quoted sentence under <c>evidence</c>; nothing where there is none.</summary>
    public static void EvidenceOf(Utf8JsonWriter json, Evidence? evidence, Func<EvidenceRole, string?> nameOf)
    {
        if (evidence is null)
        {
            return;
        }

        json.WriteStartObject("evidence");
        json.WriteNumber("start", evidence.Start);
        Array(json, "segments", evidence.Segments, segment =>
        {
            json.WriteStartObject();
            json.WriteString("text", segment.Text);
            Optional(json, "role", nameOf(segment.Role));
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
