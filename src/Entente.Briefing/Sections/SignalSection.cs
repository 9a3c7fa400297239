using Entente.Analysis.Signals;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Words aimed past the table: who demands, offers or threatens what towards whom, about whom.</summary>
internal sealed class SignalSection(ReadMaterial material, Func<CodedEvent, BriefEvent> words)
{
    private const int Most = 20;

    private static readonly Dictionary<SignalCost, string> Costs = new()
    {
        [SignalCost.Cheap] = "words that bind to nothing",
        [SignalCost.TiedHands] = "made in public by a government or its forces: not to keep it costs",
        [SignalCost.Sunk] = "with material acts of the same direction",
    };

    private static readonly Dictionary<SignalAnswer, string> Answers = new()
    {
        [SignalAnswer.None] = "no answer told within 30 days",
        [SignalAnswer.Open] = "no answer told so far",
        [SignalAnswer.Met] = "met",
        [SignalAnswer.TakenUp] = "taken up in talks",
        [SignalAnswer.Refused] = "refused",
    };

    /// <summary>The section; null where nothing is said to one party about another.</summary>
    public BriefSection? Of()
    {
        DateOnly? until = material.Documents.Count == 0 ? null : material.Documents.Max(document => document.Date).AddDays(1);
        Signal[] found =
        [
            .. SignalAnalysis.Of(material.Rows, new() { Until = until }).GroupBy(signal => signal.Event.EventId, StringComparer.Ordinal).Select(g => g.First())
                .OrderByDescending(signal => signal.Cost).ThenByDescending(signal => Math.Abs(signal.Event.Score)).ThenBy(signal => signal.Event.When.Start).ThenBy(signal => signal.Event.EventId, StringComparer.Ordinal),
        ];
        return found.Length == 0 ? null : new(
            "signals", "Signals",
            "Acts of speech towards one party that concern a third: one named in the same sentence, or met on the occasion that the same article tells of. Costly ones first. The first act of the other side afterwards is taken as the answer; that it answers is not told.",
            ReadMaterial.Key, [new(null, [.. found.Take(Most).Select(Item)], Math.Max(0, found.Length - Most))]);
    }

    private SectionItem Item(Signal signal)
    {
        CodedEvent coded = material.Event(signal.Event.EventId)!;
        BriefEvent told = words(coded);
        string about = Counted.List([.. signal.About.Select(subject => material.Names.Party(subject.Party))]);
        CodedEvent?[] after = [signal.FollowUp is { } follow ? material.Event(follow.EventId) : null, signal.AnsweredBy is { } answer ? material.Event(answer.EventId) : null];
        return new()
        {
            Anchor = material.Line.Anchor("signal " + coded.Id),
            Statement = [.. RecordLine.Told(told), new($", about {about}")],
            Facts = [signal.Kind.Code(), Costs[signal.Cost], Answers[signal.Answer] + (signal.AnsweredBy is { } by ? $" {Counted.Span(by.When)}" : ""), told.When],
            Codes =
            [
                RecordLine.Code("speaker", signal.Speaker), RecordLine.Code("addressee", signal.Addressee), RecordLine.Code("about", [.. signal.About.Select(subject => subject.Party)]),
                RecordLine.Code("kind", signal.Kind.Code()), RecordLine.Code("cost", signal.Cost.Code()), RecordLine.Code("answer", signal.Answer.Code()),
            ],
            Records = [.. after.OfType<CodedEvent>().Prepend(coded).Select(record => record.Id).Distinct(StringComparer.Ordinal)],
            Quotes = [.. after.OfType<CodedEvent>().Prepend(coded).DistinctBy(record => (record.DocId, record.Sentence)).Select(material.Line.Quote)],
        };
    }
}
