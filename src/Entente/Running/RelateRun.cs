using System.Buffers;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Coding;
using Entente.Coding.Relations;
using Entente.Language;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Running;

/// <summary>Questions in, relations out: a text and two parties named in it; every question is answered.</summary>
/// <param name="engine">Whose models and lexicon answer.</param>
/// <param name="threads">How many threads work.</param>
/// <param name="codepointOffsets">Whether the input's offsets count code points.</param>
/// <param name="report">Receives each line that was passed over.</param>
public sealed class RelateRun(EntenteEngine engine, int threads, bool codepointOffsets, Action<Diagnostic> report)
{
    /// <summary>Answers JSON Lines of questions.</summary>
    /// <param name="input">UTF-8.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="labels">In whose manner.</param>
    /// <param name="output">Receives an answer a line.</param>
    /// <param name="stop">Ends the run after the questions at hand.</param>
    public RunOutcome Run(Stream input, string file, RelationLabels labels, Stream output, CancellationToken stop)
    {
        engine.LoadAll();
        var classifier = new RelationClassifier(engine.Lexicon, new EventCoder(engine.Lexicon), engine.Relations);
        var reader = new TextRecordReader(file, report) { NeedsParties = true, CodepointOffsets = codepointOffsets };
        long answered = 0;
        var run = new OrderedRun<TextRecord, AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, record, into) =>
            {
                var item = new RelationItem(record.Id, record.Text, record.Source!, record.Target!);
                item = record.Date is { } date ? item with { Date = date } : item;
                Write(into, classifier.Answer(item, engine.Language.Analyze(record.Text, scratch), labels));
                Interlocked.Increment(ref answered);
            },
            record => record.Text.Length);
        using IEnumerator<TextRecord> records = reader.Read(input).GetEnumerator();
        bool complete = run.Run(records, bytes => output.Write(bytes.Span), stop);
        return new(answered, answered, reader.Refused, complete);
    }

    private static void Write(IBufferWriter<byte> into, RelationAnswer answer)
    {
        using (var json = new Utf8JsonWriter(into, JsonText.OneLine))
        {
            RelationJson.Write(json, answer.Id, answer.Label, answer.Quad.Code(), answer.Cameo, answer.Confidence, answer.Scores);
        }

        into.Write("\n"u8);
    }
}
