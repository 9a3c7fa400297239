using System.Globalization;
using Entente.Coding.Judging;
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
    private readonly JudgementModel? _judgement;

    /// <param name="lexicon">Who exists, what can be done, where; it outlives the coder.</param>
    /// <param name="judgement">Says how likely a record is right; null for the confidence set by hand, and no record left out for it.</param>
    public EventCoder(WorldLexicon lexicon, JudgementModel? judgement = null)
    {
        _lexicon = lexicon;
        _judgement = judgement;
        _contexts = new(lexicon.Contexts);
    }

    /// <summary>Name and version of the coder: part of every event's id.</summary>
    public static string Version => "entente 0.1.0";

    /// <summary>The events of a document, in text order.</summary>
    /// <param name="document">Its day says who somebody is and what "Monday" means.</param>
    /// <param name="analysis">The layers of the document's text.</param>
    /// <param name="trace">Receives what was looked at, tried and decided; null where nobody asks.</param>
    public IReadOnlyList<CodedEvent> Code(Document document, AnalyzedText analysis, Trace? trace = null) =>
        Code(document, analysis, trace, null);

    /// <summary>The events, and what the judgement sees of each: for its training.</summary>
    internal IReadOnlyList<CodedEvent> Code(Document document, AnalyzedText analysis, Trace? trace, List<KeyValuePair<ulong, float>[]>? features)
    {
        var reading = new DocumentReading(_lexicon, _contexts, document, analysis, trace);
        List<CodedEvent>? events = null;
        JudgementFeatures? judged = null;
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
                if (reading.Record(match, sentence) is not { } coded)
                {
                    continue;
                }

                if (_judgement is not null || features is not null)
                {
                    judged ??= new() { Names = trace is null ? null : [] };
                    List<KeyValuePair<ulong, float>> seen = judged.Gather(reading.Tree, match, coded, matches.Count);
                    features?.Add([.. seen]);
                    if (_judgement is not null)
                    {
                        double probability = _judgement.Probability(_judgement.Sum(seen));
                        trace?.Add(JudgedStep.Of(coded, probability, seen, _judgement, judged.Names!));
                        if (probability < _judgement.Threshold)
                        {
                            trace?.Add(new DroppedStep(coded.Rule, coded.Trigger, string.Create(CultureInfo.InvariantCulture, $"too unlikely ({probability} where {_judgement.Threshold} is asked)")));
                            continue;
                        }

                        coded = coded with { Confidence = probability };
                    }
                }

                (events ??= []).Add(coded);
                trace?.Add(new CodedStep(coded));
            }
        }

        return events ?? (IReadOnlyList<CodedEvent>)[];
    }
}
