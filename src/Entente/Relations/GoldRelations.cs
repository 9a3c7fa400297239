using System.Text.Json;
using Entente.Coding.Relations;
using Entente.Records;

namespace Entente.Relations;

/// <summary>A gold relation of a training or development file.</summary>
/// <param name="Example">Text, parties and what counts as right.</param>
/// <param name="Fold">0 to 4; what is trained for a fold sees nothing of it.</param>
/// <param name="Label">PLV's label; null where the file only knows the quad or the side.</param>
public sealed record GoldRelation(RelationExample Example, int Fold, string? Label);

/// <summary>Reads gold relations: PLV (label known), CAMEO pairs (quad known), AW (only cooperation or conflict known).</summary>
public static class GoldRelations
{
    /// <summary>How much an item counts whose quad alone is known.</summary>
    private const float QuadWeight = 0.5f;

    /// <summary>How much an item counts of which only cooperation or conflict is known.</summary>
    private const float SideWeight = 0.25f;

    /// <summary>Reads a file of JSON Lines.</summary>
    /// <exception cref="InvalidDataException">A line is no gold relation: file, line and what is missing.</exception>
    public static IEnumerable<GoldRelation> Read(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            GoldRelation relation;
            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                relation = Parse(json.RootElement);
            }
            catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new InvalidDataException($"{path}:{number}: no gold relation ({problem.Message}); expected id, fold, text, source, target and gold.", problem);
            }

            yield return relation;
        }
    }

    private static GoldRelation Parse(JsonElement line)
    {
        var item = new RelationItem(
            line.GetProperty("id").GetString()!, line.GetProperty("text").GetString()!, Spans(line.GetProperty("source")), Spans(line.GetProperty("target")));
        JsonElement gold = line.GetProperty("gold");
        int fold = line.GetProperty("fold").GetInt32();
        if (gold.TryGetProperty("event", out JsonElement label))
        {
            int right = RelationClasses.IndexOf(label.GetString()!);
            return right >= 0
                ? new(new(item, [right], 1f), fold, RelationClasses.Name(right))
                : throw new FormatException($"'{label}' is none of PLV's classes");
        }

        if (gold.TryGetProperty("quad", out JsonElement quad))
        {
            return new(new(item, [.. Where(q => q == quad.GetString())], QuadWeight), fold, null);
        }

        string side = gold.GetProperty("binary").GetString()!;
        return new(new(item, [.. Where(q => q.EndsWith(side, StringComparison.Ordinal))], SideWeight), fold, null);
    }

    private static IEnumerable<int> Where(Func<string, bool> quad) =>
        Enumerable.Range(0, RelationClasses.Count).Where(c => quad(RelationClasses.Quad(c).Code()));

    private static List<TextSpan> Spans(JsonElement list)
    {
        var spans = new List<TextSpan>();
        foreach (JsonElement span in list.EnumerateArray())
        {
            spans.Add(new(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()));
        }

        return spans;
    }
}
