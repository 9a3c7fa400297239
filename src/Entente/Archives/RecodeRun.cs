using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archive.Stories;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archives;

/// <summary>Codes anew what another coder, lexicon or model coded last. The old records stay under their coding; review decisions hold.</summary>
/// <remarks>Ended at any moment, the same call once more goes on with what is left.</remarks>
/// <param name="engine">Whose models and lexicon code.</param>
/// <param name="archive">The archive.</param>
/// <param name="threads">How many threads code.</param>
/// <param name="clock">Tells how long a batch has been open.</param>
public sealed class RecodeRun(EntenteEngine engine, string archive, int threads, TimeProvider clock)
{
    private long _done;
    private long _records;

    /// <summary>Documents coded so far, for a progress bar.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Codes what is not coded by this engine yet.</summary>
    /// <param name="stop">Ends the run after the documents at hand, which are stored.</param>
    /// <exception cref="ArchiveException">The archive is not there, or cannot be written; what was committed is kept.</exception>
    public AddResult Run(CancellationToken stop)
    {
        using ArchiveFile file = ArchiveFile.Open(archive);
        var rule = new StoryRule();
        StorySettler.Settle(file, rule, stop);
        using var writer = new ArchiveWriter(file, engine.Version, clock, rule);
        ArchiveFile beside = ArchiveFile.Open(archive);
        var reader = new DocumentReader(beside);
        bool complete = new StoringRun(engine, threads, clock).Run(reader.NotCodedBy(engine.Version), writer, Store, stop);
        if (complete)
        {
            reader.Dispose();
            beside.Dispose();
        }

        return new(_done, 0, 0, _records, complete);
    }

    private void Store(ArchiveWriter writer, Document document, DocumentRecords records)
    {
        if (writer.Recode(document, records))
        {
            Interlocked.Increment(ref _done);
            _records += records.Count;
        }
    }
}
