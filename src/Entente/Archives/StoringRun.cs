using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using Entente.Archive;
using Entente.Archive.Writing;
using Entente.Coding;
using Entente.Language;
using Entente.Records;
using Entente.Running;

namespace Entente.Archives;

/// <summary>Codes documents on all threads and hands each, in order, to the one thread that writes; commits batch by batch.</summary>
/// <param name="engine">Whose models and lexicon code.</param>
/// <param name="threads">How many threads code.</param>
/// <param name="clock">Tells how long a batch has been open.</param>
internal sealed class StoringRun(EntenteEngine engine, int threads, TimeProvider clock)
{
    private const int MostDocuments = 256;

    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<long, (Document Document, DocumentRecords Records)> _coded = new();
    private int _open;
    private long _lastCommit;

    /// <summary>Codes and stores.</summary>
    /// <param name="documents">Read from several threads, never from two at once.</param>
    /// <param name="writer">Used on this thread only.</param>
    /// <param name="store">Writes a document with its records.</param>
    /// <param name="stop">Ends the run after the documents at hand, which are stored.</param>
    /// <returns>False where <paramref name="stop"/> ended it.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written; what was committed is kept.</exception>
    public bool Run(IEnumerable<Document> documents, ArchiveWriter writer, Action<ArchiveWriter, Document, DocumentRecords> store, CancellationToken stop)
    {
        engine.LoadAll();
        RecordCoder coder = engine.NewRecordCoder();
        var run = new OrderedRun<(long Number, Document Document), AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, item, into) => Code(coder, scratch, item.Number, item.Document, into),
            item => item.Document.Text.Length);
        _lastCommit = clock.GetTimestamp();
        IEnumerator<(long, Document)> numbered = documents.Select((document, number) => ((long)number, document)).GetEnumerator();
        bool complete = run.Run(numbered, numbers => Store(writer, store, numbers.Span), stop);
        writer.Commit();
        if (complete)
        {
            numbered.Dispose();
        }

        return complete;
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

    private void Store(ArchiveWriter writer, Action<ArchiveWriter, Document, DocumentRecords> store, ReadOnlySpan<byte> numbers)
    {
        for (; !numbers.IsEmpty; numbers = numbers[sizeof(long)..])
        {
            _coded.Remove(BinaryPrimitives.ReadInt64LittleEndian(numbers), out (Document Document, DocumentRecords Records) item);
            store(writer, item.Document, item.Records);
            _open++;
        }

        if (_open >= MostDocuments || clock.GetElapsedTime(_lastCommit) > LongestBatch)
        {
            writer.Commit();
            _open = 0;
            _lastCommit = clock.GetTimestamp();
        }
    }
}
