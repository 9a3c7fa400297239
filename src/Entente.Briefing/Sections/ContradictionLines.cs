using Entente.Analysis.Reliability;
using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Reports that tell the same parties and days in opposite ways, each with both sides' words.</summary>
internal sealed class ContradictionLines(ReadMaterial material, IReadOnlyDictionary<string, CodedEvent> events, Func<CodedEvent, BriefEvent> words)
{
    private const int Most = 15;

    private readonly Dictionary<string, Agreement> _agreements = material.Records.Agreements.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);

    /// <summary>The contradictions; null for none.</summary>
    public SectionGroup? Of()
    {
        IReadOnlyList<Contradiction> found = ContradictionFinder.Of(material.Stories, material.Records.Events, material.Records.Agreements);
        return found.Count == 0 ? null : new("Contradictions", [.. found.Take(Most).Select(Item)], Math.Max(0, found.Count - Most));
    }

    private SectionItem Item(Contradiction contradiction) => new()
    {
        Anchor = material.Line.Anchor($"contradiction {contradiction.FirstId} {contradiction.SecondId} {contradiction.Kind.Code()}"),
        Statement = contradiction.Kind == ContradictionKind.NotConcluded ? Agreement(contradiction) : Act(contradiction),
        Facts = [Counted.Day(contradiction.Day), contradiction.SameDocument ? "both in one article" : "in two reports"],
        Codes = [RecordLine.Code("contradiction", contradiction.Kind.Code()), RecordLine.Code("day", Counted.Day(contradiction.Day))],
        Records = [contradiction.FirstId, contradiction.SecondId],
        Quotes = [Quote(contradiction.FirstId), Quote(contradiction.SecondId)],
    };

    private Phrase[] Act(Contradiction contradiction)
    {
        CodedEvent first = events[contradiction.FirstId], second = events[contradiction.SecondId];
        string other = contradiction.Kind switch
        {
            ContradictionKind.Denied => $"; {(contradiction.SameDocument ? "the same article" : "another report")} tells that it did not happen",
            ContradictionKind.Refused => "; another report tells of a refusal on the same matter",
            ContradictionKind.Actor => $"; another report names {words(second).Actor}",
            _ => $": {Counted.Number(first.Size?.Dead ?? 0)} dead in one report, {Counted.Number(second.Size?.Dead ?? 0)} in another",
        };
        return [.. RecordLine.Told(words(first)), new(other)];
    }

    private Phrase[] Agreement(Contradiction contradiction)
    {
        Agreement first = _agreements[contradiction.FirstId], second = _agreements[contradiction.SecondId];
        string where = contradiction.SameDocument ? "the same article" : "another report";
        return [new(Counted.Capital(material.Line.Parties(first.Parties)), true), new($": {first.Name}, told as {RecordWords.Stage(first.Stage)}; {where} tells that it is not {RecordWords.Stage(second.Stage)}")];
    }

    private SectionQuote Quote(string id) => events.TryGetValue(id, out CodedEvent? coded)
        ? material.Line.Quote(coded)
        : material.Line.Quote(_agreements[id].DocId, _agreements[id].Evidence.Span, _agreements[id].Parties.Select(party => new Mark(party.Quote.Span, EvidenceRole.Actor)));
}
