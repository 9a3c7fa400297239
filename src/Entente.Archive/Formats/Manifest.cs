using System.Text.Json;

namespace Entente.Archive.Formats;

/// <summary>A file that a run read or stood on.</summary>
/// <param name="Name">As the user named it, or the part's own name: <c>parser</c>.</param>
/// <param name="Version">The part's own version; null where it has none.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal; null for standard input that nobody kept.</param>
public sealed record ManifestPart(string Name, string? Version, string? Sha256);

/// <summary>What holds for a whole run, written once beside its output.</summary>
public sealed record Manifest
{
    /// <summary>What coded: <c>entente 0.1.0</c>.</summary>
    public required string Coder { get; init; }

    /// <summary>The lexicon.</summary>
    public required ManifestPart Lexicon { get; init; }

    /// <summary>The trained models, in the order the pipeline asks them.</summary>
    public required IReadOnlyList<ManifestPart> Models { get; init; }

    /// <summary>What was read.</summary>
    public required IReadOnlyList<ManifestPart> Inputs { get; init; }

    /// <summary>Options that bear on the records, by name; how many threads does not.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Options { get; init; }

    /// <summary>What was read, written, refused, by name.</summary>
    public required IReadOnlyList<KeyValuePair<string, long>> Counts { get; init; }

    /// <summary>Whether all of the input was read; false after an interrupt.</summary>
    public required bool Complete { get; init; }

    /// <summary>The file beside an output: <c>events.jsonl</c> has <c>events.jsonl.manifest.json</c>.</summary>
    public static string PathFor(string output) => output + ".manifest.json";

    /// <summary>Writes it as JSON for people, with a line end.</summary>
    public void Write(Stream output)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.Indented))
        {
            json.WriteStartObject();
            json.WriteString("coder"u8, Coder);
            WritePart(json, "lexicon"u8, Lexicon);
            WriteParts(json, "models"u8, Models);
            WriteParts(json, "inputs"u8, Inputs);
            json.WriteString("quads"u8, "PLOVER, draft manual of 2021: SANCTION is material conflict, CONCEDE verbal cooperation"u8);
            json.WriteString("score"u8, "PLOVER's intensity of category and mode, -10 to +10"u8);
            json.WriteString("goldstein"u8, "Goldstein's scale of the CAMEO code, -10 to +10"u8);
            json.WriteStartObject("options"u8);
            foreach ((string name, string value) in Options)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteStartObject("counts"u8);
            foreach ((string name, long value) in Counts)
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
            json.WriteBoolean("complete"u8, Complete);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteParts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<ManifestPart> parts)
    {
        json.WriteStartArray(name);
        foreach (ManifestPart part in parts)
        {
            WriteMembers(json, part);
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, ReadOnlySpan<byte> name, ManifestPart part)
    {
        json.WritePropertyName(name);
        WriteMembers(json, part);
    }

    private static void WriteMembers(Utf8JsonWriter json, ManifestPart part)
    {
        json.WriteStartObject();
        json.WriteString("name"u8, part.Name);
        json.WriteOptional("version"u8, part.Version);
        json.WriteOptional("sha256"u8, part.Sha256);
        json.WriteEndObject();
    }
}
