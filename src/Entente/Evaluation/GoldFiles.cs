using System.IO.Compression;
using System.Text.Json;
using Entente.Coding.Relations;
using Entente.Language.Conllu;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>A gold relation with what it may be scored and trained by.</summary>
/// <param name="Item">The question.</param>
/// <param name="Fold">Its fold, 0 to 4; a sentence and its near twins have one fold in all files.</param>
/// <param name="Event">PLV's class; null where only the quad or the side is known.</param>
/// <param name="Quad">The quad; null where only the side is known.</param>
/// <param name="Binary">cooperation or conflict.</param>
public sealed record GoldRelation(RelationItem Item, int Fold, string? Event, string? Quad, string? Binary)
{
    /// <summary>As an example to learn from: the less is known, the less it weighs.</summary>
    public RelationExample ToExample()
    {
        int[] accept = Event is not null
            ? [RelationClasses.IndexOf(Event)]
            : [.. Enumerable.Range(0, RelationClasses.Count).Where(index => Quad is not null ? RelationClasses.Quad(index).Code() == Quad : RelationClasses.Quad(index).Code().EndsWith(Binary!, StringComparison.Ordinal))];
        return new(Item, accept, Event is not null ? 1f : Quad is not null ? 0.5f : 0.3f);
    }
}

/// <summary>A gold text with its entities.</summary>
public sealed record GoldEntities(string Id, string Text, IReadOnlyList<TypedSpan> Entities);

/// <summary>Reads gold files: JSON Lines, plain or gzip, and CoNLL-U.</summary>
public static class GoldFiles
{
    /// <summary>Relations: <c>source</c>, <c>target</c>, <c>gold</c> with event, quad or binary.</summary>
    public static IReadOnlyList<GoldRelation> Relations(string path) => Read(path, line =>
    {
        JsonElement gold = line.GetProperty("gold");
        var item = new RelationItem(line.GetProperty("id").GetString()!, line.GetProperty("text").GetString()!, Spans(line, "source"), Spans(line, "target"));
        return new GoldRelation(item, line.GetProperty("fold").GetInt32(), Text(gold, "event"), Text(gold, "quad"), Text(gold, "binary"));
    });

    /// <summary>Documents with their events.</summary>
    public static IReadOnlyList<(GoldDocument Gold, Document Document)> Events(string path) => Read(path, line =>
    {
        JsonElement gold = line.GetProperty("gold");
        string id = line.GetProperty("id").GetString()!, text = line.GetProperty("text").GetString()!;
        GoldEvent[] events =
        [
            .. gold.GetProperty("events").EnumerateArray().Select(e => new GoldEvent(
                e.TryGetProperty("accept", out JsonElement accept) ? [.. accept.EnumerateArray().Select(name => name.GetString()!)] : [],
                Text(e, "quad"),
                Spans(e, "actor"),
                Spans(e, "recipient"),
                e.TryGetProperty("reciprocal", out JsonElement reciprocal) && reciprocal.ValueKind == JsonValueKind.True,
                Text(e, "event") is not null)),
        ];
        bool hasClass = gold.TryGetProperty("class", out JsonElement @class);
        bool known = hasClass && @class.ValueKind == JsonValueKind.Number;
        var document = new Document(id, DateOnly.ParseExact(line.GetProperty("date").GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), text);
        return (new GoldDocument(id, text, events, line.GetProperty("fold").GetInt32(), hasClass && !known, known && @class.GetInt32() == 0), document);
    });

    /// <summary>Texts with their entities.</summary>
    public static IReadOnlyList<GoldEntities> Entities(string path) => Read(path, line => new GoldEntities(
        line.GetProperty("id").GetString()!,
        line.GetProperty("text").GetString()!,
        [
            .. line.GetProperty("gold").GetProperty("entities").EnumerateArray()
                .Select(e => new TypedSpan(new(e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32()), e.GetProperty("type").GetString()!)),
        ]));

    /// <summary>The sentences of a treebank file.</summary>
    public static IReadOnlyList<ConlluSentence> Sentences(string path)
    {
        using TextReader reader = Open(path);
        return [.. ConlluReader.Read(reader, path)];
    }

    /// <summary>Opens a text file, unpacked where its name ends in <c>.gz</c>.</summary>
    public static TextReader Open(string path)
    {
        Stream file = File.OpenRead(path);
        return new StreamReader(path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file, System.Text.Encoding.UTF8);
    }

    private static List<T> Read<T>(string path, Func<JsonElement, T> parse)
    {
        var items = new List<T>();
        using TextReader reader = Open(path);
        for (int number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument parsed = JsonDocument.Parse(line);
                items.Add(parse(parsed.RootElement));
            }
            catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
            {
                throw new InvalidDataException(FormattableString.Invariant($"{path}:{number}: GLD001: the line is no gold record of this kind: {problem.Message}"), problem);
            }
        }

        return items;
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static TextSpan[] Spans(JsonElement from, string name)
    {
        if (!from.TryGetProperty(name, out JsonElement value))
        {
            return [];
        }

        IEnumerable<JsonElement> spans = value.ValueKind switch
        {
            JsonValueKind.Array => value.EnumerateArray(),
            JsonValueKind.Object => [value],
            _ => [],
        };
        return [.. spans.Select(span => new TextSpan(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32())).Where(span => span.Length > 0)];
    }
}
