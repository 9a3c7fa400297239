using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The answer of <c>relate</c> as a line of JSON: <c>{"id","event","cameo","quad","confidence","scores"}</c>.</summary>
public static class RelationJson
{
    /// <summary>Writes one answer, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="id">The question's id.</param>
    /// <param name="label">The category as the label set spells it: PLOVER's name, or PLV's <c>YIELD</c>.</param>
    /// <param name="quad">The quad as the label set has it.</param>
    /// <param name="cameo">CAMEO code; null where none fits.</param>
    /// <param name="confidence">Probability that the answer is right, 0 to 1.</param>
    /// <param name="scores">Probability of each category, in the label set's order.</param>
    public static void Write(
        Utf8JsonWriter json, string id, string label, string quad, string? cameo, double confidence, IReadOnlyList<KeyValuePair<string, double>> scores)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("event"u8, label);
        json.WriteOptional("cameo"u8, cameo);
        json.WriteString("quad"u8, quad);
        json.WriteMeasure("confidence"u8, confidence);
        json.WriteStartObject("scores"u8);
        foreach ((string name, double score) in scores)
        {
            json.WriteMeasure(System.Text.Encoding.UTF8.GetBytes(name), score);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
