using System.Buffers;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Coding;
using Entente.Language;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Running;

/// <summary>Documents in, records out: a stream in constant memory, in input order, the same bytes whatever the number of threads.</summary>
/// <param name="engine">Whose models and lexicon code.</param>
/// <param name="options">How.</param>
/// <param name="report">Receives each line that was passed over.</param>
public sealed class CodeRun(EntenteEngine engine, CodeOptions options, Action<Diagnostic> report)
{
    private long _documents;
    private long _sentences;
    private long _events;
    private long _bytes;

    /// <summary>Sentences read so far.</summary>
    public long Sentences => Interlocked.Read(ref _sentences);

    /// <summary>Bytes of the input read so far, for a progress bar.</summary>
    public long BytesRead => Interlocked.Read(ref _bytes);

    /// <summary>Codes JSON Lines of documents.</summary>
    /// <param name="input">UTF-8.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="output">Receives a record a line, whole lines only.</param>
    /// <param name="stop">Ends the run after the documents at hand.</param>
    public RunOutcome Run(Stream input, string file, Stream output, CancellationToken stop)
    {
        var reader = new TextRecordReader(file, report) { NeedsDate = options.Date is null };
        return Run(Documents(reader, input), output, stop) with { Refused = reader.Refused };
    }

    /// <summary>Codes documents.</summary>
    /// <param name="documents">Read from several threads, never from two at once.</param>
    /// <param name="output">Receives a record a line, whole lines only.</param>
    /// <param name="stop">Ends the run after the documents at hand.</param>
    /// <returns>The outcome, with none refused: that is for whoever reads them to tell.</returns>
    public RunOutcome Run(IEnumerable<Document> documents, Stream output, CancellationToken stop)
    {
        engine.LoadAll();
        RecordStamp stamp = engine.Stamp;
        RecordCoder coder = engine.NewRecordCoder();
        var run = new OrderedRun<Document, AnalysisScratch>(
            options.Threads,
            () => new AnalysisScratch(),
            (scratch, document, into) =>
            {
                AnalyzedText text = engine.Analyze(document.Text, scratch);
                CodedRecords records = coder.Code(document, text, options.Records);
                records = options.Ontology is { } ontology ? records with { Events = [.. records.Events.Select(ontology.Label)] } : records;
                Write(into, records, stamp, options.CodepointOffsets ? new CodepointMap(document.Text) : null);
                Interlocked.Increment(ref _documents);
                Interlocked.Add(ref _sentences, text.Sentences.Count);
                Interlocked.Add(ref _events, records.Count);
            },
            document => document.Text.Length);
        using IEnumerator<Document> reading = documents.GetEnumerator();
        bool complete = run.Run(reading, bytes => output.Write(bytes.Span), stop);
        return new(_documents, _events, 0, complete);
    }

    private IEnumerable<Document> Documents(TextRecordReader reader, Stream input)
    {
        foreach (TextRecord record in reader.Read(input))
        {
            Interlocked.Exchange(ref _bytes, reader.BytesRead);
            yield return record.ToDocument(record.Date ?? options.Date!.Value);
        }
    }

    private static void Write(IBufferWriter<byte> into, CodedRecords records, RecordStamp stamp, CodepointMap? offsets)
    {
        using var json = new Utf8JsonWriter(into, JsonText.OneLine);
        foreach ((_, Action<Utf8JsonWriter> write) in InTextOrder(records, stamp, offsets))
        {
            write(json);
            json.Flush();
            into.Write("\n"u8);
            json.Reset(into);
        }
    }

    /// <summary>What writes each record, sentence by sentence; within one events, agreements, ties, bargains, assessments.</summary>
    private static IEnumerable<(int Sentence, Action<Utf8JsonWriter> Write)> InTextOrder(CodedRecords records, RecordStamp stamp, CodepointMap? offsets)
    {
        IEnumerable<(int Sentence, Action<Utf8JsonWriter> Write)> all =
        [
            .. Of(records.Events, record => record.Sentence, EventJson.Write),
            .. Of(records.Agreements, record => record.Sentence, AgreementJson.Write),
            .. Of(records.Ties, record => record.Sentence, TieJson.Write),
            .. Of(records.Bargains, record => record.Sentence, BargainJson.Write),
            .. Of(records.Assessments, record => record.Sentence, AssessmentJson.Write),
        ];
        return all.OrderBy(record => record.Sentence);

        IEnumerable<(int, Action<Utf8JsonWriter>)> Of<T>(IReadOnlyList<T> some, Func<T, int> sentence, Action<Utf8JsonWriter, T, RecordStamp, CodepointMap?> write) =>
            some.Select(record => (sentence(record), (Action<Utf8JsonWriter>)(json => write(json, record, stamp, offsets))));
    }
}
