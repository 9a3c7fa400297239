using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Records;

namespace Entente.Archive.Import.Plover;

/// <summary>Reads PLOVER's exchange form: an event a line as JSON. What <see cref="Export.Plover.PloverJsonExporter"/> writes comes back the same.</summary>
/// <remarks>
/// Both blocks for parties are read: the manual's (<c>code, sector, entity_text</c>) and NGEC's (<c>country_name, sector_code, entity_name</c>), and the older names <c>source</c> and
/// <c>target</c> where they are lists or objects. Categories of older drafts are read as <see cref="PloverTerms"/> says. A record of several categories is several events of one id with
/// <c>#2</c>, <c>#3</c> behind it. <c>has_event: false</c> is passed over.
/// </remarks>
public sealed class PloverJsonReader : IImportReader<ExchangeEvent>
{
    /// <inheritdoc/>
    public IEnumerable<ExchangeEvent> Read(Stream input, ImportLog log)
    {
        using var rows = new RowReader(input, '\t');
        while (rows.Read() is var state && state != RowState.End)
        {
            log.Rows++;
            if (!TryParse(rows, state, log, out JsonDocument? parsed))
            {
                if (log.Refused)
                {
                    yield break;
                }

                continue;
            }

            using (parsed)
            {
                if (parsed.RootElement.TryGetProperty("has_event", out JsonElement has) && has.ValueKind == JsonValueKind.False)
                {
                    continue;
                }

                if (!TryEvents(parsed.RootElement, rows.Line, log, out List<ExchangeEvent>? events))
                {
                    if (log.Refused)
                    {
                        yield break;
                    }

                    continue;
                }

                log.Kept++;
                foreach (ExchangeEvent read in events)
                {
                    yield return read;
                }
            }
        }

        if (!rows.Any)
        {
            log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
        }
    }

    /// <summary>The events of one record; null where it was refused.</summary>
    /// <param name="record">One JSON value.</param>
    /// <param name="line">The line it stands in.</param>
    /// <param name="log">Receives complaints.</param>
    public static IReadOnlyList<ExchangeEvent>? Events(JsonElement record, long line, ImportLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (record.ValueKind == JsonValueKind.Object)
        {
            return TryEvents(record, line, log, out List<ExchangeEvent>? events) ? events : null;
        }

        log.Refuse(line, "IMP011", "the line is JSON, but no object", "one JSON object a line");
        return null;
    }

    private static bool TryParse(RowReader rows, RowState state, ImportLog log, [NotNullWhen(true)] out JsonDocument? parsed)
    {
        parsed = null;
        if (state == RowState.Broken)
        {
            return log.Refuse(rows.Line, "IMP010", "the line is longer than 4 MiB", "one JSON object a line") && false;
        }

        try
        {
            var reader = new Utf8JsonReader(rows.Row);
            parsed = JsonDocument.ParseValue(ref reader);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            return log.Refuse(rows.Line, "IMP011", "the line is no JSON", "one JSON object a line, in UTF-8") && false;
        }

        if (parsed.RootElement.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        parsed.Dispose();
        parsed = null;
        return log.Refuse(rows.Line, "IMP011", "the line is JSON, but no object", "one JSON object a line") && false;
    }

    private static bool TryEvents(JsonElement root, long line, ImportLog log, [NotNullWhen(true)] out List<ExchangeEvent>? events)
    {
        events = null;
        if (PloverFields.Text(root, "id") is not { Length: > 0 } id)
        {
            return log.Refuse(line, "IMP009", "the record has no \"id\"", "every record needs one of its own") && false;
        }

        string when = PloverFields.Text(root, "date") ?? "";
        if (!PloverFields.TryDay(when, out DateOnly start) || !PloverFields.TryDay(PloverFields.Text(root, "enddate") ?? when, out DateOnly last) || last < start)
        {
            return log.Refuse(line, "IMP006", $"\"date\" or \"enddate\" is no day, or the end is before the start ('{when}')", "write days as strings, YYYY-MM-DD") && false;
        }

        var types = new List<(PloverType? Type, string? Mode)>();
        foreach (string name in PloverFields.List(root, "event"))
        {
            if (!PloverTerms.TryCategory(name, out PloverType type, out string? mode))
            {
                return log.Refuse(line, "IMP013", $"\"event\" is '{name}', none of PLOVER's categories", "docs/exchange.md says how older names are read") && false;
            }

            types.Add((type, mode));
        }

        string? code = PloverFields.Text(root, "cameo");
        if (types.Count == 0 && code is null)
        {
            return log.Refuse(line, "IMP013", "the record has no \"event\"", "a list of PLOVER's categories") && false;
        }

        ExchangeEvent common;
        try
        {
            common = Common(root, id, new(start, last.AddDays(1)), line, log);
        }
        catch (FormatException problem)
        {
            return log.Refuse(line, "IMP008", problem.Message) && false;
        }

        events = [.. types.DefaultIfEmpty((null, null)).Select((type, at) => With(common, root, type.Type, type.Mode, at, log))];
        return true;
    }

    private static ExchangeEvent With(ExchangeEvent common, JsonElement root, PloverType? type, string? implied, int at, ImportLog log)
    {
        var modes = new List<string>();
        foreach (string name in PloverFields.List(root, "mode"))
        {
            if (type is { } category && PloverTerms.Mode(category, name) is { } mode)
            {
                modes.Add(mode);
            }
            else
            {
                log.Note("mode that PLOVER lacks", name, common.Line);
            }
        }

        if (modes.Count == 0 && implied is not null)
        {
            modes.Add(implied);
        }

        return common with { Id = at == 0 ? common.Id : string.Create(CultureInfo.InvariantCulture, $"{common.Id}#{at + 1}"), Type = type, Modes = modes };
    }

    private static ExchangeEvent Common(JsonElement root, string id, DateSpan when, long line, ImportLog log)
    {
        JsonElement cite = PloverFields.Object(root, "cite_info"), info = PloverFields.Object(root, "text_info");
        int precision = Array.IndexOf(Export.Plover.PloverJsonExporter.Precisions, PloverFields.Text(root, "date_precision") ?? "day");
        return new()
        {
            Source = PloverFields.Text(root, "source") ?? "plover",
            Id = id,
            Date = PloverFields.Text(root, "published") is { } published && PloverFields.TryDay(published, out DateOnly day) ? day : when.Start,
            When = when,
            Precision = precision >= 0 ? (DatePrecision)precision : DatePrecision.Day,
            Contexts = PloverFields.Contexts(root, line, log),
            Cameo = PloverFields.Text(root, "cameo"),
            Goldstein = PloverFields.Number(root, "goldstein"),
            Label = PloverFields.Text(root, "label"),
            Status = PloverFields.Text(root, "status") is { } status && EventStatuses.TryParse(status, out EventStatus known) ? known : EventStatus.Unknown,
            Claimed = root.TryGetProperty("claimed", out JsonElement claimed) && claimed.ValueKind == JsonValueKind.True,
            Confidence = PloverFields.Number(root, "confidence"),
            Actors = PloverParties.Read(root, "actor", "source", line, log),
            Recipients = PloverParties.Read(root, "recipient", "target", line, log),
            Place = PloverFields.Place(root),
            Size = PloverFields.Size(root),
            Story = PloverFields.Text(root, "story") ?? PloverFields.Text(root, "story_id"),
            Sentence = PloverFields.Whole(info, "sequence"),
            Publisher = PloverFields.Text(cite, "publication"),
            Url = PloverFields.Text(cite, "url"),
            Text = PloverFields.Text(root, "text"),
            Mentions = PloverFields.Whole(root, "mentions"),
            Line = line,
        };
    }
}
