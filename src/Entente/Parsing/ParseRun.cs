using System.Buffers;
using System.Globalization;
using System.Text;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Reading.JsonLines;
using Entente.Records;
using Entente.Running;

namespace Entente.Parsing;

/// <summary>Texts, or sentences whose words are given, to CoNLL-U.</summary>
/// <param name="engine">Whose language layer parses.</param>
/// <param name="threads">How many threads work.</param>
/// <param name="report">Receives each record that was passed over.</param>
public sealed class ParseRun(EntenteEngine engine, int threads, Action<Diagnostic> report)
{
    /// <summary>Parses JSON Lines of texts.</summary>
    /// <param name="input">UTF-8.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="output">Receives CoNLL-U.</param>
    /// <param name="stop">Ends the run after the texts at hand.</param>
    public RunOutcome Texts(Stream input, string file, Stream output, CancellationToken stop)
    {
        var reader = new TextRecordReader(file, report);
        long sentences = 0, texts = 0;
        LanguagePipeline language = engine.Language;
        var run = new OrderedRun<TextRecord, AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, record, into) =>
            {
                AnalyzedText text = language.Analyze(record.Text, scratch);
                var lines = new StringWriter(CultureInfo.InvariantCulture);
                new ConlluWriter(lines).Write(record.Id, text);
                Append(lines, into);
                Interlocked.Increment(ref texts);
                Interlocked.Add(ref sentences, text.Sentences.Count);
            },
            record => record.Text.Length);
        using IEnumerator<TextRecord> records = reader.Read(input).GetEnumerator();
        bool complete = run.Run(records, bytes => output.Write(bytes.Span), stop);
        return new(texts, sentences, reader.Refused, complete);
    }

    /// <summary>Parses the sentences of a CoNLL-U file, whose words are kept; its tags, lemmas and trees are not looked at.</summary>
    /// <param name="input">UTF-8.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="output">Receives CoNLL-U.</param>
    /// <param name="stop">Ends the run after the sentences at hand.</param>
    public RunOutcome Sentences(Stream input, string file, Stream output, CancellationToken stop)
    {
        var blocks = new ConlluBlocks(file, report);
        long sentences = 0;
        LanguagePipeline language = engine.Language;
        var run = new OrderedRun<ConlluSentence, AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, sentence, into) =>
            {
                ConlluText given = ConlluText.From(sentence);
                AnalyzedText text = language.Analyze(given.Text, given.Tokens, given.Sentences, scratch);
                var lines = new StringWriter(CultureInfo.InvariantCulture);
                new ConlluWriter(lines).Write(sentence, text.Sentence(0));
                Append(lines, into);
                Interlocked.Increment(ref sentences);
            },
            sentence => sentence.Words.Count * 6);
        using IEnumerator<ConlluSentence> all = blocks.Read(new StreamReader(input, Encoding.UTF8)).GetEnumerator();
        bool complete = run.Run(all, bytes => output.Write(bytes.Span), stop);
        return new(sentences, sentences, blocks.Refused, complete);
    }

    private static void Append(StringWriter lines, IBufferWriter<byte> into)
    {
        foreach (ReadOnlyMemory<char> chunk in lines.GetStringBuilder().GetChunks())
        {
            Encoding.UTF8.GetBytes(chunk.Span, into);
        }
    }
}
