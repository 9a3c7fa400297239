using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Entente.Archive;
using Entente.Archive.Exchange;
using Entente.Archive.Import;
using Entente.Archive.Writing;
using Entente.Archives;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Keeps imported records in an archive. What is there already changes nothing; killed at any moment, it holds whole batches, and the same import once more adds the rest.</summary>
public sealed class ArchiveSink : IImportSink
{
    // Few rows wait at a time: those that do are copied by the collector.
    private const int MostDocuments = 1024, BatchSize = 256, MostBatches = 4, WaitMilliseconds = 200;

    private readonly string _format;
    private readonly TimeProvider _clock;
    private readonly Func<AddRun> _coder;
    private readonly CancellationToken _stop;
    private readonly ArchiveFile _archive;
    private readonly List<Document> _documents = [];
    private readonly BlockingCollection<Batch> _batches = new(MostBatches);
    private Batch _batch = new("", new(BatchSize));
    private ImportLog? _log;
    private Task? _writing;
    private volatile ArchiveException? _failure;
    private ArchiveWriter? _writer;
    private string? _source;

    /// <param name="path">The archive; made where it is not there.</param>
    /// <param name="format">The name of the format.</param>
    /// <param name="clock">Tells when a document came in.</param>
    /// <param name="coder">Codes documents and adds them to the archive; asked for where there are any.</param>
    /// <param name="stop">Ends the coding of documents.</param>
    /// <exception cref="ArchiveException">The archive cannot be opened.</exception>
    public ArchiveSink(string path, string format, TimeProvider clock, Func<AddRun> coder, CancellationToken stop)
    {
        (_format, _clock, _coder, _stop) = (format, clock, coder, stop);
        _archive = ArchiveFile.OpenOrCreate(path);
    }

    /// <summary>Records that are new.</summary>
    public long Added { get; private set; }

    /// <summary>Records that were there already.</summary>
    public long Known { get; private set; }

    /// <summary>Records that were there with other values, which those of the file replace.</summary>
    public long Revised { get; private set; }

    /// <inheritdoc/>
    public void Open(ImportLog log)
    {
        if (_batch.Rows.Count > 0)
        {
            Send();
        }

        _log = log;
        _batch = new(log.Name, _batch.Rows);
    }

    /// <inheritdoc/>
    public void Add(ExchangeEvent coded) => Take(coded);

    /// <inheritdoc/>
    public void Add(ExchangeMention mention) => Take(mention);

    /// <inheritdoc/>
    public void Add(Transfer transfer) => Take(transfer);

    /// <inheritdoc/>
    public void Add(Agreement agreement) => Take(agreement);

    /// <inheritdoc/>
    public void Add(Document document)
    {
        _documents.Add(document);
        if (_documents.Count == MostDocuments)
        {
            Code();
        }
    }

    /// <inheritdoc/>
    public void Finish()
    {
        if (_batch.Rows.Count > 0)
        {
            Send();
        }

        _batches.CompleteAdding();
        _writing?.GetAwaiter().GetResult();
        Throw();
        _writer?.Commit();
        Code();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _batches.CompleteAdding();
        if (_writing is not null)
        {
            Task.WaitAny(_writing);
        }

        _batches.Dispose();
        _writer?.Dispose();
        _archive.Dispose();
    }

    private void Take(object row)
    {
        _batch.Rows.Add((row, _log?.Line ?? 0));
        if (_batch.Rows.Count == BatchSize)
        {
            Send();
        }
    }

    /// <summary>Hands a batch to the thread that writes, so that rows are read while others are written.</summary>
    private void Send()
    {
        Throw();
        _writing ??= Task.Run(Write);
        while (!_batches.TryAdd(_batch, WaitMilliseconds))
        {
            // A writer that ended by a fault of the program's takes nothing more.
            if (_writing.IsCompleted)
            {
                _writing.GetAwaiter().GetResult();
            }
        }

        _batch = new(_batch.File, new(BatchSize));
    }

    /// <summary>Writes what is handed over; after a failure it takes the rest and leaves it.</summary>
    private void Write()
    {
        foreach (Batch batch in _batches.GetConsumingEnumerable())
        {
            try
            {
                foreach ((object row, long line) in _failure is null ? batch.Rows : [])
                {
                    Count(Write(row, new(batch.File, line)));
                }
            }
            catch (ArchiveException failure)
            {
                _failure = failure;
            }
        }
    }

    private RowOutcome Write(object row, RowOrigin origin) => row switch
    {
        ExchangeEvent coded => WriterOf(coded.Source).Import(coded) ? RowOutcome.Added : RowOutcome.Known,
        ExchangeMention mention => WriterOf(mention.Source).Import(mention, origin),
        Transfer transfer => WriterOf(transfer.Source).Import(transfer, origin),
        Agreement agreement => WriterOf(_format).Import(agreement, origin),
        _ => throw new UnreachableException(),
    };

    private void Throw()
    {
        if (_failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private ArchiveWriter WriterOf(string source)
    {
        if (_writer is not null && string.Equals(source, _source, StringComparison.Ordinal))
        {
            return _writer;
        }

        _writer?.Commit();
        _writer?.Dispose();
        _source = source;
        return _writer = new(_archive, new(source, _format), _clock);
    }

    private void Code()
    {
        if (_documents.Count > 0)
        {
            AddResult done = _coder().Run(_documents, _stop);
            (Added, Known) = (Added + done.Added, Known + done.Known);
            _documents.Clear();
        }
    }

    private void Count(RowOutcome outcome)
    {
        Added += outcome == RowOutcome.Added ? 1 : 0;
        Revised += outcome == RowOutcome.Revised ? 1 : 0;
        Known += outcome == RowOutcome.Known ? 1 : 0;
    }

    /// <summary>Rows of one file, each with its line.</summary>
    private sealed record Batch(string File, List<(object Row, long Line)> Rows);
}
