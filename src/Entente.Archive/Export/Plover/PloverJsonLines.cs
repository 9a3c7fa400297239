using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;

namespace Entente.Archive.Export.Plover;

/// <summary>Writes PLOVER's exchange form event by event.</summary>
/// <param name="output">Receives UTF-8; the caller owns and disposes it.</param>
public sealed class PloverJsonLines(Stream output) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, JsonText.OneLine);

    /// <summary>Lines written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Writes one line.</summary>
    public void Write(ExchangeEvent coded)
    {
        PloverJsonExporter.WriteEvent(_json, coded);
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
        Written++;
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
