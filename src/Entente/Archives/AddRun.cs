using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archive.Stories;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archives;

/// <summary>Documents into an archive: passes over what is there, codes the rest on all threads, stores it batch by batch.</summary>
/// <remarks>
/// A batch is a transaction: killed at any moment, the archive holds whole batches, and the same call once more adds what is missing. What is stored does not
/// depend on the number of threads.
/// </remarks>
/// <param name="engine">Whose models and lexicon code.</param>
/// <param name="archive">The archive; made where it is not there.</param>
/// <param name="threads">How many threads code.</param>
/// <param name="clock">Tells when a document came in.</param>
/// <param name="report">Receives what could not be stored.</param>
public sealed class AddRun(EntenteEngine engine, string archive, int threads, TimeProvider clock, Action<Diagnostic> report)
{
    private long _added;
    private long _known;
    private long _revised;
    private long _records;
    private long _seen;

    /// <summary>Documents looked at so far, for a progress bar.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>Adds documents.</summary>
    /// <param name="documents">Read from several threads, never from two at once.</param>
    /// <param name="stop">Ends the run after the documents at hand, which are stored.</param>
    /// <exception cref="ArchiveException">The archive cannot be written; what was committed is kept.</exception>
    public AddResult Run(IEnumerable<Document> documents, CancellationToken stop)
    {
        using ArchiveFile file = ArchiveFile.OpenOrCreate(archive);
        var rule = new StoryRule();
        StorySettler.Settle(file, rule, stop);
        using var writer = new ArchiveWriter(file, engine.Version, clock, rule);
        var storing = new StoringRun(engine, threads, clock);

        // Of their own, for they are used on other threads; those may still be at work where a run ends early, and then so are these.
        ArchiveFile beside = ArchiveFile.OpenOrCreate(archive);
        var finder = new DocumentFinder(beside);
        bool complete = storing.Run(Fresh(documents, finder), writer, Store, stop);
        if (complete)
        {
            finder.Dispose();
            beside.Dispose();
        }

        return new(_added, _known, _revised, _records, complete);
    }

    private IEnumerable<Document> Fresh(IEnumerable<Document> documents, DocumentFinder finder)
    {
        foreach (Document document in documents)
        {
            Interlocked.Increment(ref _seen);
            if (finder.Holds(document))
            {
                Interlocked.Increment(ref _known);
                continue;
            }

            yield return finder.WithFreeId(document);
        }
    }

    private void Store(ArchiveWriter writer, Document document, DocumentRecords records)
    {
        switch (writer.Add(document, records))
        {
            case AddOutcome.Known:
                Interlocked.Increment(ref _known);
                return;
            case AddOutcome.IdTaken:
                report(new(archive, 0, "ARC001", $"the id '{document.Id}' was given to another document while this one was read", "add it once more"));
                return;
            case AddOutcome.Revised:
                _revised++;
                break;
        }

        _added++;
        _records += records.Count;
    }
}
