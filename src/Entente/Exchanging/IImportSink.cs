using Entente.Archive.Exchange;
using Entente.Archive.Import;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Where imported records go.</summary>
public interface IImportSink : IDisposable
{
    /// <summary>Is told which file what comes next is of; the log says at which line.</summary>
    void Open(ImportLog log)
    {
    }

    /// <summary>Takes an event.</summary>
    void Add(ExchangeEvent coded);

    /// <summary>Takes a mention of an event.</summary>
    void Add(ExchangeMention mention);

    /// <summary>Takes a document to be coded.</summary>
    void Add(Document document);

    /// <summary>Takes a transfer.</summary>
    void Add(Transfer transfer);

    /// <summary>Takes an agreement.</summary>
    void Add(Agreement agreement);

    /// <summary>Makes lasting what was taken.</summary>
    void Finish();
}

/// <summary>Keeps nothing.</summary>
public sealed class NoSink : IImportSink
{
    /// <inheritdoc/>
    public void Add(ExchangeEvent coded)
    {
    }

    /// <inheritdoc/>
    public void Add(ExchangeMention mention)
    {
    }

    /// <inheritdoc/>
    public void Add(Document document)
    {
    }

    /// <inheritdoc/>
    public void Add(Transfer transfer)
    {
    }

    /// <inheritdoc/>
    public void Add(Agreement agreement)
    {
    }

    /// <inheritdoc/>
    public void Finish()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
