using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>Agreements with who is bound, who signed, what for, and how far they came.</summary>
internal sealed class AgreementSection(RecordLine line)
{
    private const int Most = 40;

    /// <summary>How far from its evidence an agreement's name is looked for, in UTF-16 units.</summary>
    private const int NameReach = 200;

    /// <summary>The section; null where there is no agreement.</summary>
    public BriefSection? Of(IReadOnlyList<Agreement> records)
    {
        // Mentions of one agreement within a document are one item; what names no party at all says too little to be listed.
        Agreement[][] agreements =
        [
            .. records.GroupBy(record => (record.DocId, First: record.SameAs ?? record.Id)).Select(group => group.OrderBy(record => record.Evidence.Span.Start).ToArray())
                .Where(mentions => mentions.Any(mention => mention.Parties.Count > 0))
                .OrderByDescending(mentions => mentions.Max(mention => mention.Confidence)).ThenBy(mentions => mentions[0].DocId, StringComparer.Ordinal).ThenBy(mentions => mentions[0].Evidence.Span.Start),
        ];
        Agreement[][] together = [.. Merged(agreements)];
        if (together.Length == 0)
        {
            return null;
        }

        return new(
            "agreements", "Agreements",
            "Agreements that the articles tell of: who is bound, who signed, what for, and the furthest stage told. Signatures and meetings stand among the events too.",
            new("who is bound or signed", "the agreement", null),
            [new(null, [.. together.Take(Most).Select(Item)], Math.Max(0, together.Length - Most))]);
    }

    /// <summary>Agreements of the same parties, kind and name in several articles are one.</summary>
    private static IEnumerable<Agreement[]> Merged(Agreement[][] agreements) =>
        agreements.GroupBy(mentions => (RecordLine.KeyOf(Best(mentions).Parties), string.Join('+', Best(mentions).Kind), NameOf(mentions).ToUpperInvariant()))
            .Select(group => group.SelectMany(mentions => mentions).ToArray());

    private static Agreement Best(Agreement[] mentions) => mentions.MaxBy(mention => mention.Parties.Count)!;

    private static string NameOf(Agreement[] mentions) => mentions.Select(mention => mention.Name).MaxBy(name => name.Length)!;

    private SectionItem Item(Agreement[] mentions)
    {
        Agreement best = Best(mentions);
        Agreement furthest = mentions.Where(mention => mention.Status is EventStatus.Reported or EventStatus.Historical).MaxBy(mention => mention.Stage) ?? mentions[0];
        Entity[] signers = [.. mentions.SelectMany(mention => mention.Signers).DistinctBy(signer => (signer.Name, signer.Quote.Text))];
        string[] kinds = [.. best.Kind.Where(kind => kind != "other" || best.Domain.Count == 0)];
        var facts = new List<string>();
        facts.AddRange(kinds.Select(RecordWords.Kind));
        facts.AddRange(best.Domain.Where(domain => !kinds.Contains(domain)));
        facts.Add(StageOf(furthest));
        facts.AddRange(signers.Length > 0 ? ["signed by " + line.People(signers)] : []);
        facts.AddRange(mentions.FirstOrDefault(mention => mention.Location is not null)?.Location is { } place ? [place.Quote.Text] : []);
        facts.AddRange(RecordLine.Told(mentions.Length, mentions.Select(mention => mention.DocId).Distinct(StringComparer.Ordinal).Count()) is { } told ? [told] : []);
        return new()
        {
            Anchor = line.Anchor(mentions[0].Id),
            Statement = [new(Counted.Capital(line.Parties(best.Parties)), true), new(": " + NameOf(mentions))],
            Facts = facts,
            Codes =
            [
                RecordLine.Code("parties", RecordLine.Codes(best.Parties)), RecordLine.Code("signers", RecordLine.Codes(signers)), RecordLine.Code("kind", best.Kind), RecordLine.Code("domain", best.Domain),
                RecordLine.Code("stage", furthest.Stage.Code()), RecordLine.Code("status", furthest.Status.Code()),
            ],
            Records = [.. mentions.Select(mention => mention.Id)],
            Quotes = [.. mentions.DistinctBy(mention => (mention.DocId, mention.Sentence)).Take(RecordLine.MostQuotes).Select(mention => line.Quote(mention.DocId, mention.Evidence.Span, Marks(mention)))],
        };
    }

    private static string StageOf(Agreement furthest)
    {
        string stage = RecordWords.Stage(furthest.Stage) + (furthest.Date is { } date ? " " + Counted.Span(date) : "");
        return furthest.Status switch
        {
            EventStatus.Reported => stage,
            EventStatus.Historical => stage + ", earlier",
            EventStatus.Negated => "not " + stage,
            EventStatus.Future => "to be " + stage,
            _ => stage + ", told as possible",
        };
    }

    private IEnumerable<Mark> Marks(Agreement mention)
    {
        // The name may stand beside the clause that tells the stage, in the same sentence.
        string text = line.Document(mention.DocId)?.Text ?? "";
        int from = Math.Min(text.Length, mention.Evidence.Span.Start), before = Math.Max(0, from - NameReach);
        int at = text.IndexOf(mention.Name, from, Math.Min(text.Length, mention.Evidence.Span.End) - from, StringComparison.Ordinal);
        at = at >= 0 ? at : text.IndexOf(mention.Name, before, Math.Min(text.Length, mention.Evidence.Span.End + NameReach) - before, StringComparison.Ordinal);
        IEnumerable<Mark> named = at < 0 ? [] : [new(new(at, at + mention.Name.Length), EvidenceRole.Trigger)];
        return mention.Parties.Concat(mention.Signers).Select(party => new Mark(party.Quote.Span, EvidenceRole.Actor)).Concat(named);
    }
}
