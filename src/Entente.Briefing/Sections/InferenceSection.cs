using System.Globalization;
using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>What authors infer, apart from everything that is reported.</summary>
internal sealed class InferenceSection(RecordLine line)
{
    private const int Most = 40;

    /// <summary>Share of a sentence from which on a claim stands for it.</summary>
    private const double MostOfSentence = 0.8;

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
        Entity[] parties = [.. record.About.Where(entity => entity.Code?.Country is not null)];
        string[] about = [.. RecordLine.Codes(parties)];
        string? likelihood = RecordWords.Likelihood(record);
        var facts = new List<string> { likelihood ?? "no likelihood stated" };
        facts.AddRange(record.Hedge is { } hedge ? [$"marked by {RecordLine.Quoted(hedge.Text)}"] : []);
        facts.Add(record.Author is { } author ? $"inferred by {RecordLine.Quoted(author.Text)}" : "the article’s own inference");
        facts.AddRange(about.Length > 0 ? ["about " + line.Parties(parties)] : []);
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
            Quotes = [Quote(record)],
        };
    }

    // A claim that is nearly the whole sentence says what its quotation would say again.
    private SectionQuote Quote(Assessment record)
    {
        SectionQuote quote = line.Quote(record.DocId, record.Claim.Span, Marks(record));
        return quote.Evidence is { } evidence && record.Claim.Span.Length > MostOfSentence * evidence.Segments.Sum(segment => segment.Text.Length) ? quote with { Evidence = null } : quote;
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
