using Entente.Coding;
using Entente.Language;
using Entente.Records;

namespace Entente.Running;

/// <summary>A document with what was coded in it.</summary>
/// <param name="Document">The document.</param>
/// <param name="Records">Its records, in text order.</param>
/// <param name="Sentences">Its sentences.</param>
public sealed record CodedDocument(Document Document, CodedRecords Records, IReadOnlyList<TextSpan> Sentences)
{
    /// <summary>Its events, in text order.</summary>
    public IReadOnlyList<CodedEvent> Events => Records.Events;
}

/// <summary>Codes a collection that is kept in memory: for briefs and evaluations.</summary>
public static class ArticleCoder
{
    /// <summary>Codes documents on several threads.</summary>
    /// <param name="engine">Whose models and lexicon code.</param>
    /// <param name="documents">Read from several threads, never from two at once.</param>
    /// <param name="kinds">Which records are asked for.</param>
    /// <param name="threads">How many threads work.</param>
    /// <param name="stop">Ends the run early.</param>
    /// <returns>In the order of the documents.</returns>
    /// <exception cref="OperationCanceledException">The run was ended early.</exception>
    public static IReadOnlyList<CodedDocument> Code(EntenteEngine engine, IEnumerable<Document> documents, RecordKinds kinds, int threads, CancellationToken stop)
    {
        engine.LoadAll();
        return Code(engine, engine.NewRecordCoder(), documents, kinds, threads, stop);
    }

    /// <summary>The same with a coder of the caller's: one whose judgement has not seen what is coded.</summary>
    internal static IReadOnlyList<CodedDocument> Code(EntenteEngine engine, RecordCoder coder, IEnumerable<Document> documents, RecordKinds kinds, int threads, CancellationToken stop)
    {
        var coded = new List<CodedDocument?>();
        var run = new OrderedRun<(int Number, Document Document), AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, item, _) =>
            {
                AnalyzedText text = engine.Analyze(item.Document.Text, scratch);
                TextSpan[] sentences = [.. Enumerable.Range(0, text.Sentences.Count).Select(i => text.Sentence(i).Span)];
                var done = new CodedDocument(item.Document, coder.Code(item.Document, text, kinds), sentences);
                lock (coded)
                {
                    while (coded.Count <= item.Number)
                    {
                        coded.Add(null);
                    }

                    coded[item.Number] = done;
                }
            },
            item => item.Document.Text.Length);
        using IEnumerator<(int, Document)> numbered = documents.Select((document, number) => (number, document)).GetEnumerator();
        if (!run.Run(numbered, _ => { }, stop))
        {
            throw new OperationCanceledException(stop);
        }

        return [.. coded.Select(document => document!)];
    }
}
