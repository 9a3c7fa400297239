using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Archive.Import;
using Entente.Archive.Import.Plover;
using Entente.Archive.Writing;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Events out of JSON Lines: records as <c>code</c> writes them, and PLOVER JSON.</summary>
public static class ExchangeFiles
{
    /// <summary>The events of a file, in its order; records of other kinds are passed over.</summary>
    /// <param name="input">UTF-8; the caller owns and disposes it.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="report">Receives each line that is no record.</param>
    public static IEnumerable<ExchangeEvent> Read(Stream input, string file, Action<Diagnostic> report)
    {
        using var lines = new LineReader(input);
        var log = new ImportLog(file, report);
        while (TryNext(lines, log, out IReadOnlyList<ExchangeEvent> events))
        {
            foreach (ExchangeEvent read in events)
            {
                yield return read;
            }
        }
    }

    private static bool TryNext(LineReader lines, ImportLog log, out IReadOnlyList<ExchangeEvent> events)
    {
        events = [];
        if (!lines.TryRead(out ReadOnlySpan<byte> line, out bool tooLong))
        {
            return false;
        }

        if (tooLong)
        {
            log.Refuse(lines.Number, "IMP010", "the line is too long to be a record");
        }
        else if (!line.Trim(" \t"u8).IsEmpty)
        {
            events = Of(line, lines.Number, log);
        }

        return true;
    }

    private static IReadOnlyList<ExchangeEvent> Of(ReadOnlySpan<byte> line, long number, ImportLog log)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line.ToArray());
            JsonElement root = parsed.RootElement;
            string? record = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("record", out JsonElement kind) ? kind.ToString() : null;
            return record switch
            {
                "event" => [ExchangeEvents.Of(EventJson.Read(line, out _), CodingVersion.Own)],
                null => PloverJsonReader.Events(root, number, log) ?? [],
                _ => [],
            };
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            log.Refuse(number, "RCD001", problem is JsonException ? "the line is not JSON" : problem.Message, "a record a line, as 'entente code' writes them, or PLOVER JSON");
            return [];
        }
    }
}
