using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>What passed between an agreement's parties in the days before or after it.</summary>
/// <param name="Span">The days; the agreement's own are not among them.</param>
/// <param name="Counts">Events by quad, in the order of <see cref="Quad"/>; one done together counts in each direction.</param>
/// <param name="ScoreSum">Sum of their PLOVER scores.</param>
/// <param name="Documents">Documents published in these days; null where coverage is unknown.</param>
/// <param name="Strongest">The events with the largest scores either way, then the earliest; at most five.</param>
/// <param name="Agreements">Ids of other agreements between the same parties of these days.</param>
public sealed record AgreementSide(
    DateSpan Span, IReadOnlyList<int> Counts, double ScoreSum, int? Documents, IReadOnlyList<DyadicEvent> Strongest, IReadOnlyList<string> Agreements);

/// <summary>What an agreement followed, and what followed it. What comes after is not thereby because of it.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Before">The days before.</param>
/// <param name="After">The days after.</param>
public sealed record AgreementSetting(KnownAgreement Agreement, AgreementSide Before, AgreementSide After)
{
    private const int MostEvents = 5;

    /// <summary>Finds it.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="register">All agreements.</param>
    /// <param name="events">All events, in any order; those between its parties count.</param>
    /// <param name="documents">Documents by day of publication; null where unknown.</param>
    /// <param name="days">How many days before and after; at least 1.</param>
    /// <returns>Null for an agreement without a day.</returns>
    public static AgreementSetting? Of(
        KnownAgreement agreement, AgreementRegister register, IEnumerable<DyadicEvent> events, IReadOnlyList<(Period Period, int Documents)>? documents = null, int days = 90)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (agreement.Day is not { } day)
        {
            return null;
        }

        DateOnly end = agreement.Steps.Select(s => s.Date).FirstOrDefault(d => d?.Start == day)?.End ?? day.AddDays(1);
        DyadicEvent[] between =
        [
            .. events.Where(e => !e.Dyad.IsDomestic && agreement.Parties.Contains(e.Dyad.Actor) && agreement.Parties.Contains(e.Dyad.Recipient)),
        ];
        KnownAgreement[] others = [.. register.Agreements.Where(a => a.Id != agreement.Id && a.Parties.SequenceEqual(agreement.Parties))];
        return new(agreement, Side(new(day.AddDays(-days), day), between, others, documents), Side(new(end, end.AddDays(days)), between, others, documents));
    }

    private static AgreementSide Side(DateSpan span, DyadicEvent[] between, KnownAgreement[] others, IReadOnlyList<(Period Period, int Documents)>? documents)
    {
        DyadicEvent[] within = [.. between.Where(e => span.Contains(e.When.Start))];
        int[] counts = new int[4];
        foreach (DyadicEvent row in within)
        {
            counts[(int)row.Type.Quad()]++;
        }

        return new(
            span,
            counts,
            within.Sum(e => e.Score),
            documents?.Where(d => span.Contains(d.Period.Start)).Sum(d => d.Documents),
            [
                .. within.DistinctBy(e => e.EventId).OrderByDescending(e => Math.Abs(e.Score)).ThenBy(e => e.When.Start).ThenBy(e => e.EventId, StringComparer.Ordinal).Take(MostEvents),
            ],
            [.. others.Where(a => a.Day is { } day && span.Contains(day)).Select(a => a.Id)]);
    }
}
