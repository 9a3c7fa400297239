using Entente.Coding.Attribution;
using Entente.Coding.Rules;
using Entente.Coding.Tracing;
using Entente.Language;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Coding;

/// <summary>Codes who did what to whom: from a document's words and trees to PLOVER events, by the lexicon's frames.</summary>
/// <remarks>Holds nothing of a document; one coder serves all threads.</remarks>
public sealed class EventCoder
{
    private readonly WorldLexicon _lexicon;
    private readonly ContextIndex _contexts;

    /// <param name="lexicon">Who exists, what can be done, where; it outlives the coder.</param>
    public EventCoder(WorldLexicon lexicon)
    {
        _lexicon = lexicon;
        _contexts = new(lexicon.Contexts);
    }

    /// <summary>Name and version of the coder: part of every event's id.</summary>
    public static string Version => "entente 0.1.0";

    /// <summary>The events of a document, in text order.</summary>
    /// <param name="document">Its day says who somebody is and what "Monday" means.</param>
    /// <param name="analysis">The layers of the document's text.</param>
    /// <param name="trace">Receives what was looked at, tried and decided; null where nobody asks.</param>
    public IReadOnlyList<CodedEvent> Code(Document document, AnalyzedText analysis, Trace? trace = null)
    {
        var reading = new DocumentReading(_lexicon, _contexts, document, analysis, trace);
        List<CodedEvent>? events = null;
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            List<Match> matches = reading.Matches(sentence);
            if (matches.Count == 0)
            {
                continue;
            }

            reading.Select(matches);
            foreach (Match match in matches)
            {
                if (reading.Record(match, sentence) is { } coded)
                {
                    (events ??= []).Add(coded);
                    trace?.Add(new CodedStep(coded));
                }
            }
        }

        return events ?? (IReadOnlyList<CodedEvent>)[];
    }
}
