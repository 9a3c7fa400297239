using System.Globalization;
using Entente.Coding.Choosing;
using Entente.Coding.Clauses;
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
    private readonly ChoiceModel? _standing;

    /// <param name="lexicon">Who exists, what can be done, where; it outlives the coder.</param>
    /// <param name="judgement">Says how likely a record is right; null for the confidence set by hand, and no record left out for it.</param>
    /// <param name="standing">Chooses status, source and whether an act is claimed; null for what the rules alone say.</param>
    public EventCoder(WorldLexicon lexicon, JudgementModel? judgement = null, ChoiceModel? standing = null)
    {
        _lexicon = lexicon;
        _judgement = judgement;
        _standing = standing;
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
    internal IReadOnlyList<CodedEvent> Code(Document document, AnalyzedText analysis, Trace? trace, List<KeyValuePair<ulong, float>[]>? features) =>
        Code(Read(document, analysis, trace), analysis, trace, features);

    /// <summary>A reading of a document, which all kinds of records share.</summary>
    internal DocumentReading Read(Document document, AnalyzedText analysis, Trace? trace) => new(_lexicon, _contexts, document, analysis, _standing, trace);

    /// <summary>The events of a reading.</summary>
    internal IReadOnlyList<CodedEvent> Code(DocumentReading reading, AnalyzedText analysis, Trace? trace, List<KeyValuePair<ulong, float>[]>? features)
    {
        var judging = new Judging(_judgement, trace, features);
        var events = new List<CodedEvent>();
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            int first = events.Count;
            List<Match> matches = reading.Matches(sentence);
            reading.Select(matches);
            foreach (Match match in matches)
            {
                if (reading.Record(match, sentence) is { } coded && judging.Judge(reading.Tree, match, coded, matches.Count) is { } judged)
                {
                    events.Add(judged);
                    trace?.Add(new CodedStep(judged));
                }
            }

            if (judging.IsOn)
            {
                AddGuesses(reading, judging, sentence, matches, events, trace);
                events.Sort(first, events.Count - first, ByTrigger);
            }
        }

        return events;
    }

    /// <summary>Adds the likeliest guess at each word that no frame codes for certain; for training, all guesses.</summary>
    private static void AddGuesses(DocumentReading reading, Judging judging, int sentence, List<Match> matches, List<CodedEvent> events, Trace? trace)
    {
        foreach (IReadOnlyList<Match> guesses in reading.Guesses(sentence, matches))
        {
            CodedEvent? best = null;
            foreach (Match guess in guesses)
            {
                if (reading.Record(guess, sentence) is not { } coded || judging.Judge(reading.Tree, guess, coded, matches.Count) is not { } judged)
                {
                    continue;
                }

                if (judging.IsTraining)
                {
                    events.Add(judged);
                }
                else if (best is null || judged.Confidence > best.Confidence)
                {
                    best = judged;
                }
            }

            if (best is not null)
            {
                events.Add(best);
                trace?.Add(new CodedStep(best));
            }
        }
    }

    private static readonly Comparer<CodedEvent> ByTrigger = Comparer<CodedEvent>.Create((a, b) => a.Trigger.Span.CompareTo(b.Trigger.Span));

    /// <summary>Asks the judgement about records of one document.</summary>
    private sealed class Judging(JudgementModel? model, Trace? trace, List<KeyValuePair<ulong, float>[]>? features)
    {
        private JudgementFeatures? _features;

        /// <summary>Whether records are judged or their features gathered.</summary>
        public bool IsOn => model is not null || features is not null;

        /// <summary>Whether all records are wanted, likely or not.</summary>
        public bool IsTraining => features is not null;

        /// <summary>The record with its probability; null where it is too unlikely to be made.</summary>
        public CodedEvent? Judge(Tree tree, Match match, CodedEvent coded, int rivals)
        {
            if (!IsOn)
            {
                return coded;
            }

            _features ??= new() { Names = trace is null ? null : [] };
            List<KeyValuePair<ulong, float>> seen = _features.Gather(tree, match, coded, rivals);
            features?.Add([.. seen]);
            if (model is null)
            {
                return coded;
            }

            double probability = model.Probability(model.Sum(seen));
            double asked = match.IsLoose ? model.GuessThreshold : model.Threshold;
            trace?.Add(JudgedStep.Of(coded, probability, seen, model, _features.Names!));
            if (probability < asked)
            {
                trace?.Add(new DroppedStep(coded.Rule, coded.Trigger, string.Create(CultureInfo.InvariantCulture, $"too unlikely ({probability} where {asked} is asked)")));
                return null;
            }

            return coded with { Confidence = probability };
        }
    }
}
