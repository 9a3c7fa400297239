using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>From the records of one agreement to how it moved.</summary>
internal static class AgreementLife
{
    public static KnownAgreement Of(AgreementChain chain) => new(
        chain.Id,
        chain.Parties,
        chain.Kinds,
        chain.Domains,
        chain.Mentions.GroupBy(m => m.Record.Name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => AgreementName.Words(g.Key).Length > 0).ThenByDescending(g => g.Count()).ThenByDescending(g => g.Key.Length).ThenBy(g => g.Key, StringComparer.Ordinal)
            .First().Key,
        Steps(chain.Mentions),
        chain.Mentions,
        chain.Mentions.Count(m => AgreementChain.StageOf(m.Record) is null),
        [.. chain.MayBe]);

    /// <summary>Each stage in the order of time: forward, and from a suspension back into force.</summary>
    private static List<AgreementStep> Steps(IReadOnlyList<Sourced<Agreement>> mentions)
    {
        var told = mentions.Where(m => AgreementChain.StageOf(m.Record) is not null)
            .Select(m => (Stage: AgreementChain.StageOf(m.Record)!.Value, Date: AgreementChain.DateOf(m.Record), Mention: m))
            .OrderBy(t => (t.Date?.Start ?? t.Mention.Date) is null).ThenBy(t => t.Date?.Start ?? t.Mention.Date).ThenBy(t => t.Stage).ThenBy(t => t.Mention.Record.Id, StringComparer.Ordinal);
        var steps = new List<(AgreementStage Stage, List<(DateSpan? Date, Sourced<Agreement> Mention)> Told)>();
        foreach ((AgreementStage stage, DateSpan? date, Sourced<Agreement> mention) in told)
        {
            bool resumes = steps.Count > 0 && steps[^1].Stage == AgreementStage.Suspended && stage is AgreementStage.InForce or AgreementStage.CarriedOut;
            int at = resumes ? -1 : steps.FindLastIndex(s => s.Stage == stage);
            if (at < 0 && (steps.Count == 0 || resumes || stage > steps[^1].Stage))
            {
                steps.Add((stage, []));
                at = steps.Count - 1;
            }

            if (at >= 0)
            {
                steps[at].Told.Add((date, mention));
            }
        }

        return [.. steps.Select(step => new AgreementStep(step.Stage, Stated(step.Told), step.Told.Min(t => t.Mention.Date), [.. step.Told.Select(t => t.Mention)]))];
    }

    /// <summary>The date that most records state, the most exact among equals, then the earliest.</summary>
    private static DateSpan? Stated(List<(DateSpan? Date, Sourced<Agreement> Mention)> told) =>
        told.Where(t => t.Date is not null).GroupBy(t => t.Date!.Value).OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key.End.DayNumber - g.Key.Start.DayNumber).ThenBy(g => g.Key.Start).Select(g => (DateSpan?)g.Key).FirstOrDefault();
}
