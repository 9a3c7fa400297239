using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Entente.Records;

namespace Entente.Reading.JsonLines;

/// <summary>Reads texts out of JSON Lines: <c>{"id","date","text"}</c>, and <c>source</c> and <c>target</c> spans for <c>relate</c>.</summary>
/// <remarks>
/// Lazy: one line is in memory. A line that cannot be used is reported, with its number, and passed over; members that
/// nobody asked for are ignored. Of ids that were seen, eight bytes each are kept, to find the second bearer of one.
/// </remarks>
/// <param name="file">The file as the user named it, for the reports.</param>
/// <param name="report">Receives each line that was passed over.</param>
public sealed class TextRecordReader(string file, Action<Diagnostic> report)
{
    private readonly HashSet<ulong> _ids = [];

    /// <summary>Whether <c>start</c> and <c>end</c> count code points rather than UTF-16 code units.</summary>
    public bool CodepointOffsets { get; init; }

    /// <summary>Whether each line must have <c>source</c> and <c>target</c>.</summary>
    public bool NeedsParties { get; init; }

    /// <summary>Whether each line must have a <c>date</c>; else a line without one is given out with none.</summary>
    public bool NeedsDate { get; init; }

    /// <summary>Bytes read so far, for a progress bar.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Lines passed over so far.</summary>
    public long Refused { get; private set; }

    /// <summary>The records of a stream, in order.</summary>
    /// <param name="input">UTF-8; the caller owns and disposes it.</param>
    public IEnumerable<TextRecord> Read(Stream input)
    {
        using var lines = new LineReader(input);
        while (Next(lines, out TextRecord? record))
        {
            BytesRead = lines.BytesRead;
            if (record is not null)
            {
                yield return record;
            }
        }
    }

    private bool Next(LineReader lines, out TextRecord? record)
    {
        record = null;
        if (!lines.TryRead(out ReadOnlySpan<byte> line, out bool tooLong))
        {
            return false;
        }

        if (tooLong)
        {
            Refuse(lines.Number, "DOC009", string.Create(CultureInfo.InvariantCulture, $"the line is longer than {LineReader.DefaultLimit / 1024 / 1024} MiB"), "one article a line; split collections into their articles");
        }
        else if (!line.TrimStart(" \t"u8).IsEmpty)
        {
            record = Parse(line, lines.Number);
        }

        return true;
    }

    private TextRecord? Parse(ReadOnlySpan<byte> line, long number)
    {
        if (!Utf8.IsValid(line))
        {
            return Refuse(number, "DOC008", "the line is not valid UTF-8", "convert the file, for example with: iconv -f WINDOWS-1252 -t UTF-8");
        }

        Members found;
        try
        {
            found = ReadMembers(line);
        }
        catch (JsonException problem)
        {
            string where = string.Create(CultureInfo.InvariantCulture, $"byte {problem.BytePositionInLine + 1 ?? 1}");
            return Refuse(number, "DOC001", $"the line is not JSON: it breaks at {where}", "one JSON object a line, such as {\"id\":\"a1\",\"date\":\"2026-05-27\",\"text\":\"...\"}");
        }
        catch (InvalidOperationException)
        {
            return Refuse(number, "DOC001", "the line has an escape such as \\ud800 that is half a character", "write the character itself, as UTF-8");
        }

        return found.Problem is { } reason ? Refuse(number, reason.Code, reason.Message, reason.Help) : Check(found, number);
    }

    private TextRecord? Check(Members found, long number)
    {
        if (string.IsNullOrWhiteSpace(found.Id))
        {
            return Refuse(number, "DOC003", "there is no \"id\"", "give every line an \"id\" of its own: a string");
        }

        if (string.IsNullOrWhiteSpace(found.Text))
        {
            return Refuse(number, "DOC007", $"'{found.Id}' has no \"text\"", null);
        }

        DateOnly? date = null;
        if (found.Date is not null)
        {
            if (!DateOnly.TryParseExact(found.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return Refuse(number, "DOC006", $"the \"date\" of '{found.Id}' is '{Shorten(found.Date)}', which is no day", "write it YYYY-MM-DD, such as 2026-05-27");
            }

            if (!Document.Days.Contains(day))
            {
                return Refuse(number, "DOC006", $"the \"date\" of '{found.Id}' is '{found.Date}', when nothing was published", "years from 1000 to 2999 are taken; correct it");
            }

            date = day;
        }
        else if (NeedsDate)
        {
            return Refuse(number, "DOC005", $"'{found.Id}' has no \"date\"", "add the day it was published, or give one for all with --date YYYY-MM-DD: who somebody is depends on the day");
        }

        if (NeedsParties && (found.Source is null || found.Target is null))
        {
            return Refuse(number, "REL001", $"'{found.Id}' has no \"{(found.Source is null ? "source" : "target")}\"", "an object or a list of objects with \"start\" and \"end\"; an empty list where the text does not name that party");
        }

        var map = new CodepointMap(CodepointOffsets ? found.Text : "");
        List<TextSpan>? source = Spans(found.Source, map, found.Text.Length), target = Spans(found.Target, map, found.Text.Length);
        if (NeedsParties && (source is null || target is null))
        {
            return Refuse(number, "REL002", $"a span of '{found.Id}' does not lie within its text", "\"start\" and \"end\" count UTF-16 code units of \"text\" from 0, the end excluded (--offsets codepoint: code points)");
        }

        if (!_ids.Add(Hash(found.Id)))
        {
            return Refuse(number, "DOC004", $"the id '{Shorten(found.Id)}' stood on a line before", "ids name one text each; events are named after them");
        }

        return new(found.Id, found.Text, date)
        {
            Title = found.Title,
            Publisher = found.Publisher,
            Author = found.Author,
            Url = found.Url,
            Language = found.Language,
            Source = source,
            Target = target,
        };
    }

    private TextRecord? Refuse(long number, string code, string message, string? help)
    {
        Refused++;
        report(new(file, number, code, message, help));
        return null;
    }

    private static Members ReadMembers(ReadOnlySpan<byte> line)
    {
        var found = new Members();
        var json = new Utf8JsonReader(line);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            found.Problem = ("DOC002", "the line is JSON, but no object", "one object a line, such as {\"id\":\"a1\",\"date\":\"2026-05-27\",\"text\":\"...\"}");
            json.Skip();
        }
        else
        {
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                if (json.ValueTextEquals("id"u8))
                {
                    found.Id = StringOrNumber(ref json, ref found);
                }
                else if (json.ValueTextEquals("text"u8))
                {
                    found.Text = String(ref json, "text", ref found);
                }
                else if (json.ValueTextEquals("date"u8))
                {
                    found.Date = String(ref json, "date", ref found);
                }
                else if (json.ValueTextEquals("title"u8))
                {
                    found.Title = String(ref json, "title", ref found);
                }
                else if (json.ValueTextEquals("publisher"u8))
                {
                    found.Publisher = String(ref json, "publisher", ref found);
                }
                else if (json.ValueTextEquals("author"u8))
                {
                    found.Author = String(ref json, "author", ref found);
                }
                else if (json.ValueTextEquals("url"u8))
                {
                    found.Url = String(ref json, "url", ref found);
                }
                else if (json.ValueTextEquals("language"u8))
                {
                    found.Language = String(ref json, "language", ref found);
                }
                else if (json.ValueTextEquals("source"u8))
                {
                    found.Source = Parties(ref json);
                }
                else if (json.ValueTextEquals("target"u8))
                {
                    found.Target = Parties(ref json);
                }
                else
                {
                    json.Skip();
                }
            }
        }

        // Whatever follows the object makes the line no JSON.
        while (json.Read())
        {
        }

        return found;
    }

    private static string? String(ref Utf8JsonReader json, string name, ref Members found)
    {
        json.Read();
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString();
            case JsonTokenType.Null:
                return null;
            default:
                found.Problem ??= ("DOC010", $"\"{name}\" is no string", $"put the {name} in quotes");
                json.Skip();
                return null;
        }
    }

    private static string? StringOrNumber(ref Utf8JsonReader json, ref Members found)
    {
        Utf8JsonReader ahead = json;
        ahead.Read();
        if (ahead.TokenType != JsonTokenType.Number)
        {
            return String(ref json, "id", ref found);
        }

        json = ahead;
        return System.Text.Encoding.ASCII.GetString(json.ValueSpan);
    }

    /// <summary>A span object or a list of them; a span that is none becomes (-1, -1) and is refused later, with the text at hand.</summary>
    private static List<(int Start, int End)>? Parties(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var spans = new List<(int Start, int End)>();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            spans.Add(Span(ref json));
            return spans;
        }

        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            spans.Add(Span(ref json));
        }

        return spans;
    }

    private static (int Start, int End) Span(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return (-1, -1);
        }

        int start = -1, end = -1;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isStart = json.ValueTextEquals("start"u8), isEnd = json.ValueTextEquals("end"u8);
            json.Read();
            int value = -1;
            bool whole = (isStart || isEnd) && json.TokenType == JsonTokenType.Number && json.TryGetInt32(out value);
            (start, end) = (isStart ? (whole ? value : -1) : start, isEnd ? (whole ? value : -1) : end);
            json.Skip();
        }

        return (start, end);
    }

    private static List<TextSpan>? Spans(List<(int Start, int End)>? found, CodepointMap map, int length)
    {
        if (found is null)
        {
            return null;
        }

        var spans = new List<TextSpan>(found.Count);
        foreach ((int start, int end) in found)
        {
            if (start < 0 || end <= start || end > length || map.ToUtf16(end) > length)
            {
                return null;
            }

            spans.Add(new(map.ToUtf16(start), map.ToUtf16(end)));
        }

        return spans;
    }

    private static string Shorten(string value) => value.Length <= 60 ? value : string.Concat(value.AsSpan(0, 57), "...");

    /// <summary>64 bits of an id: of ten million ids, the chance that two share them is one in 300,000.</summary>
    private static ulong Hash(string id)
    {
        ulong hash = 0x9E3779B97F4A7C15;
        foreach (char c in id)
        {
            ulong low = Math.BigMul(hash ^ c, 0xD6E8FEB86659FD93, out ulong high);
            hash = low ^ high ^ ((ulong)id.Length << 32);
        }

        return hash;
    }

    private struct Members
    {
        public string? Id;
        public string? Text;
        public string? Date;
        public string? Title;
        public string? Publisher;
        public string? Author;
        public string? Url;
        public string? Language;
        public List<(int Start, int End)>? Source;
        public List<(int Start, int End)>? Target;
        public (string Code, string Message, string Help)? Problem;
    }
}
