using Entente.Coding.Learning;
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
    private readonly ContextIndex _contexts, _domains;
    private readonly JudgementModel? _judgement;
    private readonly ChoiceModel? _standing;

    /// <param name="lexicon">Who exists, what can be done, where; it outlives the coder.</param>
    /// <param name="judgement">Chooses among readings and roles and says how likely a record is right; null for what the frames alone code, with a confidence set by hand.</param>
    /// <param name="standing">Chooses status, source and whether an act is claimed; null for what the rules alone say.</param>
    public EventCoder(WorldLexicon lexicon, JudgementModel? judgement = null, ChoiceModel? standing = null)
    {
        _lexicon = lexicon;
        _judgement = judgement;
        _standing = standing;
        _contexts = new(lexicon.Contexts);
        _domains = new(lexicon.Domains);
    }

    /// <summary>Name and version of the coder: part of every event's id.</summary>
    public static string Version => "entente 0.1.0";

    /// <summary>The events of a document, in text order.</summary>
    /// <param name="document">Its day says who somebody is and what "Monday" means.</param>
    /// <param name="analysis">The layers of the document's text.</param>
    /// <param name="trace">Receives what was looked at, tried and decided; null where nobody asks.</param>
    public IReadOnlyList<CodedEvent> Code(Document document, AnalyzedText analysis, Trace? trace = null) =>
        Code(Read(document, analysis, trace), analysis, trace);

    /// <summary>A reading of a document, which all kinds of records share.</summary>
    internal DocumentReading Read(Document document, AnalyzedText analysis, Trace? trace) => new(_lexicon, _contexts, document, analysis, _standing, trace);

    /// <summary>The events of a reading.</summary>
    internal IReadOnlyList<CodedEvent> Code(DocumentReading reading, AnalyzedText analysis, Trace? trace)
    {
        var events = new List<CodedEvent>();
        ReadingJudge? judge = _judgement is null ? null : JudgeOf(reading, _judgement, trace);
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            events.AddRange(judge is null ? ByRules(reading, sentence, trace) : judge.Choose(sentence));
        }

        return events;
    }

    /// <summary>A judge over a reading.</summary>
    internal ReadingJudge JudgeOf(DocumentReading reading, JudgementModel model, Trace? trace) => new(reading, _domains, model, trace);

    /// <summary>What the frames alone code.</summary>
    private static IEnumerable<CodedEvent> ByRules(DocumentReading reading, int sentence, Trace? trace)
    {
        List<Match> matches = reading.Matches(sentence);
        reading.Select(matches);
        foreach (Match match in matches)
        {
            reading.AddMissing(match, sentence);
            if (reading.Record(match, sentence) is { } coded)
            {
                trace?.Add(new CodedStep(coded));
                yield return coded;
            }
        }
    }
}
