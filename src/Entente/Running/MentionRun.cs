using System.Buffers;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Language;
using Entente.Language.Entities;
using Entente.Lexicon;
using Entente.Lexicon.Names;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Running;

/// <summary>Texts in, mentions out: people, organisations, places, nationalities and groups, with the code the lexicon gives their name on the text's day.</summary>
/// <param name="engine">Whose models and lexicon find them.</param>
/// <param name="threads">How many threads work.</param>
/// <param name="report">Receives each line that was passed over.</param>
public sealed class MentionRun(EntenteEngine engine, int threads, Action<Diagnostic> report)
{
    /// <summary>Finds the mentions in JSON Lines of texts.</summary>
    /// <param name="input">UTF-8.</param>
    /// <param name="file">Its name, for the reports.</param>
    /// <param name="date">The day of texts that bear none; null leaves their mentions without codes.</param>
    /// <param name="codepointOffsets">Whether offsets are to count code points.</param>
    /// <param name="output">Receives a line for each text.</param>
    /// <param name="stop">Ends the run after the texts at hand.</param>
    public RunOutcome Run(Stream input, string file, DateOnly? date, bool codepointOffsets, Stream output, CancellationToken stop)
    {
        engine.LoadAll();
        var reader = new TextRecordReader(file, report);
        WorldLexicon lexicon = engine.Lexicon;
        long texts = 0, found = 0;
        var run = new OrderedRun<TextRecord, AnalysisScratch>(
            threads,
            () => new AnalysisScratch(),
            (scratch, record, into) =>
            {
                AnalyzedText text = engine.Analyze(record.Text, scratch);
                CodedMention[] mentions = [.. text.Entities.Mentions.Select(mention => Coded(lexicon, text, mention, record.Date ?? date))];
                using (var json = new Utf8JsonWriter(into, JsonText.OneLine))
                {
                    MentionJson.Write(json, record.Id, mentions, codepointOffsets ? new CodepointMap(record.Text) : null);
                }

                into.Write("\n"u8);
                Interlocked.Increment(ref texts);
                Interlocked.Add(ref found, mentions.Length);
            },
            record => record.Text.Length);
        using IEnumerator<TextRecord> records = reader.Read(input).GetEnumerator();
        bool complete = run.Run(records, bytes => output.Write(bytes.Span), stop);
        return new(texts, found, reader.Refused, complete);
    }

    private static CodedMention Coded(WorldLexicon lexicon, AnalyzedText text, EntityMention mention, DateOnly? day)
    {
        var span = new TextSpan(text.Tokens.Starts[mention.First], text.Tokens.Ends[mention.End - 1]);
        Quote quote = Quote.Of(text.Text, span);
        ActorCode? code = day is { } known ? CodeOf(lexicon, text, mention, known) : null;
        return new(quote, mention.Type.Code(), code);
    }

    /// <summary>The code of the name that fills the mention, an article apart; null where it bears none that day, or several bear it.</summary>
    private static ActorCode? CodeOf(WorldLexicon lexicon, AnalyzedText text, EntityMention mention, DateOnly day)
    {
        int first = mention.First;
        if (mention.End - first > 1 && text[first].Text.Equals("the", StringComparison.OrdinalIgnoreCase))
        {
            first++;
        }

        if (!lexicon.TryMatchName(text.Text, text.Tokens, first, mention.End, out NameHit hit) || hit.Length != mention.End - first)
        {
            return null;
        }

        ActorCode? only = null;
        foreach (NameSense sense in hit.Senses)
        {
            ActorCode? code = sense.IsState ? ActorCode.Parse(lexicon.States[sense.Index].Code)
                : sense.IsActor ? lexicon.Actors[sense.Index].RoleOn(day)?.Code
                : null;
            if (code is not null && only is not null && code != only)
            {
                return null;
            }

            only ??= code;
        }

        return only;
    }
}
