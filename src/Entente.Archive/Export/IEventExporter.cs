using Entente.Archive.Exchange;

namespace Entente.Archive.Export;

/// <summary>Writes events in one format.</summary>
public interface IEventExporter
{
    /// <summary>What its columns mean, as Markdown; null where the format explains itself.</summary>
    string? Codebook { get; }

    /// <summary>Writes all events, in the order given.</summary>
    /// <param name="events">Read once.</param>
    /// <param name="output">Receives UTF-8; the caller owns and disposes it.</param>
    /// <returns>What was written, and what the format has no room for.</returns>
    ExportOutcome Write(IEnumerable<ExchangeEvent> events, Stream output);
}
