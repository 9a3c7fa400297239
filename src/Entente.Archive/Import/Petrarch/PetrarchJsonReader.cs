using System.Text.Json;
using Entente.Archive.Import.Delimited;
using Entente.Records;

namespace Entente.Archive.Import.Petrarch;

/// <summary>Reads the stories that PETRARCH's pipeline keeps: JSON objects with <c>_id, title, content, date, source, url, language</c>, one a line or all in one array.</summary>
/// <remarks>Parses that come with them are not read: Entente makes its own. A story without a date is refused.</remarks>
public sealed class PetrarchJsonReader : IImportReader<Document>
{
    /// <inheritdoc/>
    public IEnumerable<Document> Read(Stream input, ImportLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var lines = new RowReader(input, '\t');
        var objects = new JsonObjects(lines);
        foreach ((ReadOnlyMemory<byte> json, long line) in objects.Read())
        {
            log.Rows++;
            if (Story(json, line, log) is { } story)
            {
                log.Kept++;
                yield return story;
            }
            else if (log.Refused)
            {
                yield break;
            }
        }

        if (objects.IsCutShort)
        {
            log.Rows++;
            log.Refuse(objects.Start, "IMP011", "the object does not end", "fetch the file again");
        }

        if (!lines.Any)
        {
            log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
        }
    }

    private static Document? Story(ReadOnlyMemory<byte> json, long line, ImportLog log)
    {
        try
        {
            using var parsed = JsonDocument.Parse(json);
            JsonElement root = parsed.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                log.Refuse(line, "IMP011", "the line is JSON, but no object", "one JSON object a line, or an array of objects");
                return null;
            }

            return Story(root, line, log);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            log.Refuse(line, "IMP011", "the line is no JSON", "one JSON object a line, or an array of objects, in UTF-8");
            return null;
        }
    }

    private static Document? Story(JsonElement root, long line, ImportLog log)
    {
        string? id = Text(root, "_id") ?? Text(root, "id"), text = Text(root, "content");
        if (id is null || string.IsNullOrWhiteSpace(text))
        {
            log.Refuse(line, "IMP009", id is null ? "the story has no \"_id\"" : "the story has no \"content\"");
            return null;
        }

        string date = Text(root, "date") ?? "";
        if (!PetrarchSentence.TryDay(date, out DateOnly day))
        {
            log.Refuse(line, "IMP006", $"\"date\" is '{date}'; expected a day, YYMMDD or YYYYMMDD", "who somebody is depends on the day: it cannot be left out");
            return null;
        }

        return new(id, day, text) { Title = Text(root, "title"), Publisher = Text(root, "source"), Url = Text(root, "url"), Language = Text(root, "language") };
    }

    /// <summary>A string or number; for ids also <c>{"$oid": "…"}</c>.</summary>
    private static string? Text(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Object => Text(value, "$oid"),
            _ => null,
        };
    }
}
