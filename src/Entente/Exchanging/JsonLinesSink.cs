using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Export.Plover;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Writes records as JSON Lines: events as PLOVER JSON, documents as <c>code</c> reads them, agreements as <c>code</c> writes them, transfers and mentions as records of those names.</summary>
/// <param name="output">Receives UTF-8; the caller owns and disposes it.</param>
public sealed class JsonLinesSink(Stream output) : IImportSink
{
    private static readonly RecordStamp Dcad = new("dcad", "");

    private readonly PloverJsonLines _events = new(output);
    private readonly Utf8JsonWriter _json = new(output, JsonText.OneLine);

    /// <inheritdoc/>
    public void Add(ExchangeEvent coded) => _events.Write(coded);

    /// <inheritdoc/>
    public void Add(ExchangeMention mention) => Line(() => MentionRecordJson.Write(_json, mention));

    /// <inheritdoc/>
    public void Add(Document document) => Line(() => DocumentJson.Write(_json, document));

    /// <inheritdoc/>
    public void Add(Transfer transfer) => Line(() => TransferJson.Write(_json, transfer));

    /// <inheritdoc/>
    public void Add(Agreement agreement) => Line(() => AgreementJson.Write(_json, agreement, Dcad));

    /// <inheritdoc/>
    public void Finish() => output.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _events.Dispose();
    }

    private void Line(Action write)
    {
        write();
        _json.Flush();
        _json.Reset();
        output.WriteByte((byte)'\n');
    }
}
