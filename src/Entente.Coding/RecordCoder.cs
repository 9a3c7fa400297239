using Entente.Coding.Agreements;
using Entente.Coding.Assessments;
using Entente.Coding.Learning;
using Entente.Coding.Judging;
using Entente.Coding.Ties;
using Entente.Coding.Tracing;
using Entente.Language;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Coding;

/// <summary>Kinds of records; several may be asked for at once.</summary>
[Flags]
public enum RecordKinds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Acts.</summary>
    Events = 1,

    /// <summary>Agreements and their stages.</summary>
    Agreements = 2,

    /// <summary>Standing relations, and bargains.</summary>
    Ties = 4,

    /// <summary>The author's inferences.</summary>
    Assessments = 8,

    /// <summary>All of them.</summary>
    All = Events | Agreements | Ties | Assessments,
}

/// <summary>What was coded in a document, each kind in text order; empty where it was not asked for.</summary>
/// <param name="Events">Acts.</param>
/// <param name="Agreements">Agreements.</param>
/// <param name="Ties">Standing relations.</param>
/// <param name="Bargains">Bargains.</param>
/// <param name="Assessments">Inferences.</param>
public sealed record CodedRecords(
    IReadOnlyList<CodedEvent> Events,
    IReadOnlyList<Agreement> Agreements,
    IReadOnlyList<Tie> Ties,
    IReadOnlyList<Bargain> Bargains,
    IReadOnlyList<Assessment> Assessments)
{
    /// <summary>Number of records of all kinds.</summary>
    public int Count => Events.Count + Agreements.Count + Ties.Count + Bargains.Count + Assessments.Count;
}

/// <summary>Codes all kinds of records from one reading of a document.</summary>
/// <remarks>Holds nothing of a document; one coder serves all threads.</remarks>
public sealed class RecordCoder
{
    private readonly EventCoder _events;

    /// <param name="lexicon">Who exists, what can be done, where; it outlives the coder.</param>
    /// <param name="judgement">Says how likely an event is right; null for the confidence set by hand.</param>
    /// <param name="standing">Chooses status, source and whether an act is claimed; null for what the rules alone say.</param>
    public RecordCoder(WorldLexicon lexicon, JudgementModel? judgement = null, ChoiceModel? standing = null) => _events = new(lexicon, judgement, standing);

    /// <summary>The records of a document.</summary>
    /// <param name="document">Its day says who somebody is.</param>
    /// <param name="analysis">The layers of the document's text.</param>
    /// <param name="kinds">Which kinds are asked for.</param>
    /// <param name="trace">Receives what was looked at for events; null where nobody asks.</param>
    public CodedRecords Code(Document document, AnalyzedText analysis, RecordKinds kinds, Trace? trace = null)
    {
        DocumentReading reading = _events.Read(document, analysis, trace);
        IReadOnlyList<CodedEvent> events = (kinds & RecordKinds.Events) != 0 ? _events.Code(reading, analysis, trace) : [];
        var agreements = new List<Agreement>();
        var ties = new List<Tie>();
        var bargains = new List<Bargain>();
        var assessments = new List<Assessment>();
        var agreementReader = new AgreementReader(reading);
        var tieReader = new TieReader(reading);
        var bargainReader = new BargainReader(reading);
        var assessmentReader = new AssessmentReader(reading);
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            if ((kinds & RecordKinds.Agreements) != 0)
            {
                agreements.AddRange(agreementReader.In(sentence));
            }

            if ((kinds & RecordKinds.Ties) != 0)
            {
                ties.AddRange(tieReader.In(sentence));
                bargains.AddRange(bargainReader.In(sentence));
            }

            if ((kinds & RecordKinds.Assessments) != 0)
            {
                assessments.AddRange(assessmentReader.In(sentence));
            }
        }

        return new(events, agreements, ties, bargains, assessments);
    }
}
