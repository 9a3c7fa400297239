using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archive.Writing;
using Entente.Coding;
using Entente.Language;
using Entente.Records;
using Entente.Running;

namespace Entente.Archives;

/// <summary>How adding ended.</summary>
/// <param name="Added">Documents that are new.</param>
/// <param name="Known">Documents that were there already.</param>
/// <param name="Revised">Of the new ones, those that take the place of an earlier text at the same URL, or are that earlier text.</param>
/// <param name="Records">Records coded in the new ones.</param>
/// <param name="Complete">Whether all of the input was read; false after an interrupt.</param>
public sealed record AddResult(long Added, long Known, long Revised, long Records, bool Complete);

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
    private const int MostDocuments = 256;

    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, (Document Document, DocumentRecords Records)> _coded = new();
    private long _added;
    private long _known;
    private long _revised;
    private long _records;
    private long _seen;
    private int _open;
    private long _lastCommit;

    /// <summary>Documents looked at so far, for a progress bar.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>What coded the records of this engine.</summary>
    public static CodingVersion VersionOf(EntenteEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        string models = string.Join(' ', Installation.Models(engine.Home).Select(model => $"{model.Name}:{model.Sha256![..12]}"));
        return new(CodingVersion.Own, EntenteEngine.Coder, engine.Lexicon.Version, models);
    }

    /// <summary>Adds documents.</summary>
    /// <param name="documents">Read from several threads, never from two at once.</param>
    /// <param name="stop">Ends the run after the documents at hand, which are stored.</param>
    /// <exception cref="ArchiveException">The archive cannot be written; what was committed is kept.</exception>
    public AddResult Run(IEnumerable<Document> documents, CancellationToken stop)
    {
        engine.LoadAll();
        using ArchiveFile file = ArchiveFile.OpenOrCreate(archive), beside = ArchiveFile.OpenOrCreate(archive);
        using var writer = new ArchiveWriter(file, VersionOf(engine), clock);
        using var finder = new DocumentFinder(beside);
        RecordCoder coder = engine.NewRecordCoder();
        var run = new OrderedRun<(long Number, Document Document), AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, item, into) => Code(coder, scratch, item.Number, item.Document, into),
            item => item.Document.Text.Length);
        _lastCommit = clock.GetTimestamp();
        using IEnumerator<(long, Document)> fresh = Fresh(documents, finder).GetEnumerator();
        bool complete = run.Run(fresh, numbers => Store(writer, numbers.Span), stop);
        writer.Commit();
        return new(_added, _known, _revised, _records, complete);
    }

    private IEnumerable<(long Number, Document Document)> Fresh(IEnumerable<Document> documents, DocumentFinder finder)
    {
        long number = 0;
        foreach (Document document in documents)
        {
            Interlocked.Increment(ref _seen);
            if (finder.Holds(document))
            {
                _known++;
                continue;
            }

            yield return (number++, finder.WithFreeId(document));
        }
    }

    /// <summary>Codes a document and leaves it for the writing thread under its number.</summary>
    private void Code(RecordCoder coder, AnalysisScratch scratch, long number, Document document, IBufferWriter<byte> into)
    {
        AnalyzedText text = engine.Analyze(document.Text, scratch);
        CodedRecords coded = coder.Code(document, text, RecordKinds.All);
        TextSpan[] sentences = [.. Enumerable.Range(0, text.Sentences.Count).Select(i => text.Sentence(i).Span)];
        _coded[number] = (document, new(coded.Events, sentences)
        {
            Agreements = coded.Agreements,
            Ties = coded.Ties,
            Bargains = coded.Bargains,
            Assessments = coded.Assessments,
        });
        BinaryPrimitives.WriteInt64LittleEndian(into.GetSpan(sizeof(long)), number);
        into.Advance(sizeof(long));
    }

    private void Store(ArchiveWriter writer, ReadOnlySpan<byte> numbers)
    {
        for (; !numbers.IsEmpty; numbers = numbers[sizeof(long)..])
        {
            _coded.Remove(BinaryPrimitives.ReadInt64LittleEndian(numbers), out (Document Document, DocumentRecords Records) item);
            Count(item.Document, item.Records, writer.Add(item.Document, item.Records));
            _open++;
        }

        if (_open >= MostDocuments || clock.GetElapsedTime(_lastCommit) > LongestBatch)
        {
            writer.Commit();
            _open = 0;
            _lastCommit = clock.GetTimestamp();
        }
    }

    private void Count(Document document, DocumentRecords records, AddOutcome outcome)
    {
        switch (outcome)
        {
            case AddOutcome.Known:
                _known++;
                return;
            case AddOutcome.IdTaken:
                report(new(archive, 0, "ARC001", $"the id '{document.Id}' was given to another document while this one was read", "add it once more"));
                return;
            case AddOutcome.Revised:
                _revised++;
                break;
        }

        _added++;
        _records += records.Events.Count + records.Agreements.Count + records.Ties.Count + records.Bargains.Count + records.Assessments.Count;
    }
}
