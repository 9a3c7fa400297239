using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>What is given for what.</summary>
internal sealed class BargainSection(RecordLine line)
{
    private const int Most = 25;

    /// <summary>The section; null where there is no bargain.</summary>
    public BriefSection? Of(IReadOnlyList<Bargain> records)
    {
        Bargain[] told = [.. records.OrderBy(record => record.Status != EventStatus.Reported).ThenByDescending(record => record.Confidence).ThenBy(record => record.DocId, StringComparer.Ordinal).ThenBy(record => record.Evidence.Span.Start)];
        return told.Length == 0 ? null : new(
            "bargains", "Bargains", "One thing for another, told from the side of the party that gives first, which stands before the colon. Both sides stand in the words of the text.",
            new("who gives", "what is given", "what is got"),
            [new(null, [.. told.Take(Most).Select(Item)], Math.Max(0, told.Length - Most))]);
    }

    private SectionItem Item(Bargain record)
    {
        Entity[] givers = [.. record.Gives.Select(side => side.Party).OfType<Entity>()];
        string gives = Counted.List([.. record.Gives.Select(side => RecordLine.Quoted(side.Theme.Text))]), gets = Counted.List([.. record.Gets.Select(side => RecordLine.Quoted(side.Theme.Text))]);
        return new()
        {
            Anchor = line.Anchor(record.Id),
            Statement = givers.Length > 0 ? [new(Counted.Capital(line.Parties(givers)), true), new($": {gives} in exchange for {gets}")] : [new($"{gives} in exchange for {gets}; who gives is not told")],
            Facts = [RecordWords.Standing(record.Status, record.Claimed, record.Attribution)],
            Codes =
            [
                RecordLine.Code("party", RecordLine.Codes(givers)), RecordLine.Code("gives", [.. record.Gives.Select(side => side.Theme.Text)]),
                RecordLine.Code("gets", [.. record.Gets.Select(side => side.Theme.Text)]), RecordLine.Code("status", record.Status.Code()),
            ],
            Records = [record.Id],
            Quotes =
            [
                line.Quote(record.DocId, record.Evidence.Span, [
                    .. givers.Select(giver => new Mark(giver.Quote.Span, EvidenceRole.Actor)),
                    .. record.Gives.Select(side => new Mark(side.Theme.Span, EvidenceRole.Trigger)), .. record.Gets.Select(side => new Mark(side.Theme.Span, EvidenceRole.Recipient)),
                ]),
            ],
        };
    }
}
