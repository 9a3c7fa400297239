using System.Globalization;
using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>What authors infer, apart from everything that is reported.</summary>
internal sealed class InferenceSection(RecordLine line)
{
    private const int Most = 40;

    /// <summary>The section; null where nothing is inferred.</summary>
    public BriefSection? Of(IReadOnlyList<Assessment> records)
    {
        if (records.Count == 0)
        {
            return null;
        }

        Assessment[] listed =
        [
            .. records.OrderByDescending(record => record.Confidence).ThenBy(record => record.DocId, StringComparer.Ordinal).ThenBy(record => record.Claim.Span.Start).Take(Most)
                .OrderBy(record => line.Document(record.DocId)?.Date).ThenBy(record => record.DocId, StringComparer.Ordinal).ThenBy(record => record.Claim.Span.Start),
        ];
        return new(
            "inferences", "What the authors infer",
            "Conclusions, readings and forecasts in the texts, in the authors’ words: inferences, not reported events, and counted nowhere. The range is the likelihood that the author’s own hedging words state, after ICD 203; where the words estimate nothing, there is none.",
            new(null, "the inference", "the words that mark or hedge it"),
            [new(null, [.. listed.Select(Item)], records.Count - listed.Length)]);
    }

    private SectionItem Item(Assessment record)
    {
        string[] about = [.. RecordLine.Codes(record.About)];
        string? likelihood = RecordWords.Likelihood(record);
        var facts = new List<string> { likelihood ?? "no likelihood stated" };
        facts.AddRange(record.Hedge is { } hedge ? [$"marked by {RecordLine.Quoted(hedge.Text)}"] : []);
        facts.Add(record.Author is { } author ? $"inferred by {RecordLine.Quoted(author.Text)}" : "the article’s own inference");
        facts.AddRange(about.Length > 0 ? ["about " + line.Parties(record.About)] : []);
        return new()
        {
            Anchor = line.Anchor(record.Id),
            Statement = [new(RecordLine.Quoted(record.Claim.Text))],
            Facts = facts,
            Codes =
            [
                RecordLine.Code("about", about), RecordLine.Code("hedge", record.Hedge is { } words ? [words.Text] : []),
                RecordLine.Code("likelihood", record is { LikelihoodFrom: { } from, LikelihoodTo: { } to } ? [from.ToString("0.00", CultureInfo.InvariantCulture), to.ToString("0.00", CultureInfo.InvariantCulture)] : []),
                RecordLine.Code("author", record.Author is { } who ? [who.Text] : []),
            ],
            Records = [record.Id],
            Quotes =
            [
                line.Quote(record.DocId, record.Claim.Span, Marks(record)),
            ],
        };
    }

    // A hedge inside its claim is marked as the hedge.
    private static IEnumerable<Mark> Marks(Assessment record)
    {
        if (record.Hedge is not { } hedge)
        {
            return [new(record.Claim.Span, EvidenceRole.Trigger)];
        }

        TextSpan claim = record.Claim.Span;
        return hedge.Span.Overlaps(claim)
            ? [new(new(claim.Start, Math.Max(claim.Start, hedge.Span.Start)), EvidenceRole.Trigger), new(hedge.Span, EvidenceRole.Recipient), new(new(Math.Min(claim.End, hedge.Span.End), claim.End), EvidenceRole.Trigger)]
            : [new(claim, EvidenceRole.Trigger), new(hedge.Span, EvidenceRole.Recipient)];
    }
}
