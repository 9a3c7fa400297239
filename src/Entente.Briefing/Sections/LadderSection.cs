using Entente.Analysis.Ladders;
using Entente.Briefing.Charts;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>What changes between the two principal parties: where they stand on the ladders of engagement and hostility, and what carried them there.</summary>
internal sealed class LadderSection(ReadMaterial material)
{
    private const int MostSteps = 6;
    private const int MostPeriods = 240;

    private readonly Dictionary<string, Agreement> _agreements = material.History.Agreements.DistinctBy(a => a.Id).ToDictionary(a => a.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Tie> _ties = material.History.Ties.DistinctBy(t => t.Id).ToDictionary(t => t.Id, StringComparer.Ordinal);

    /// <summary>The section of a pair; null where neither ladder is ever climbed, and no rate shifts.</summary>
    public BriefSection? Of(Relation pair)
    {
        LadderEvidence[] evidence = [.. Evidence(pair)];
        if (pair.IsDomestic || evidence.Length == 0)
        {
            return null;
        }

        Period[] periods = Periods(evidence);
        int[] documents = [.. periods.Select(period => material.Documents.Count(document => period.Start <= document.Date && document.Date < period.End))];
        (LadderTrack Whole, LadderTrack Shown)[] tracks = [.. LadderReader.Default.Select(ladder => LadderTrack.Of(ladder, evidence, periods, documents)).Select(track => (track, Cut(track))).Where(IsTold)];
        string names = Counted.Capital(material.Names.Relation(pair));
        SectionGroup? rates = new RateLines(material).Of(pair, names);
        SectionGroup[] groups = [.. tracks.Select(track => Group(track.Whole, track.Shown, names, pair)), .. rates is null ? Array.Empty<SectionGroup>() : [rates]];
        return groups.Length == 0 ? null : new(
            "shift", "What it changes",
            $"{names} on two ladders: how far they work together, and how far they oppose each other. A pair can stand on both. Each rung asks for so many reports within so many months; rung 0 is also where these documents tell nothing yet."
            + (material.Window is null ? "" : " Only the days asked for are shown; where the pair stands follows from all that was read up to their end.")
            + (rates is null ? " No rate of events changed by more than chance would give." : ""),
            ReadMaterial.Key, groups)
        { Figures = [.. tracks.Select(track => Figure(track.Shown, names, evidence.Length))] };
    }

    private SectionGroup Group(LadderTrack whole, LadderTrack shown, string names, Relation pair) => new(
        Counted.Capital(whole.Criteria.Name),
        [Standing(whole, shown, names, pair), .. shown.Steps.Reverse().Take(MostSteps).Select((step, at) => Step(shown, step, at, names, pair))],
        Math.Max(0, shown.Steps.Count - MostSteps));

    /// <summary>What of a way lies in the window.</summary>
    private LadderTrack Cut(LadderTrack track)
    {
        bool Shows(Period period) => (material.Window?.From is not { } from || period.End > from) && (material.Window?.Until is not { } until || period.Start < until);
        return material.Window is null ? track : track with { Points = [.. track.Points.Where(point => Shows(point.Period))], Steps = [.. track.Steps.Where(step => Shows(step.At))] };
    }

    private static bool IsTold((LadderTrack Whole, LadderTrack Shown) track) =>
        track.Shown.Points.Count > 0 && (track.Shown.Steps.Count > 0 || track.Shown.Points[0].Level > 0);

    private IEnumerable<LadderEvidence> Evidence(Relation pair)
    {
        bool Joins(IEnumerable<Entity> entities) => DyadExpansion.Parties([.. entities]) is var parties && parties.Contains(pair.First) && parties.Contains(pair.Second);
        IEnumerable<LadderEvidence> acts = material.AllRows.Where(row => row.Dyad.Relation == pair).DistinctBy(row => row.EventId).Select(LadderEvidence.Of);
        IEnumerable<LadderEvidence> agreements = _agreements.Values.Where(a => a.Status == EventStatus.Reported && Joins([.. a.Parties, .. a.Signers]) && (a.Date is not null || material.Told(a.DocId) is not null))
            .Select(a => LadderEvidence.Of(a, material.Told(a.DocId) ?? a.Date!.Value.Start));
        IEnumerable<LadderEvidence> ties = _ties.Values.Where(t => t.Status == EventStatus.Reported && !t.Claimed && Joins([.. t.Holder, .. t.Other]) && material.Told(t.DocId) is not null)
            .Select(t => LadderEvidence.Of(t, material.Told(t.DocId)!.Value));
        return acts.Concat(agreements).Concat(ties).Select(one => one with { Report = material.ReportOf(one.Report) });
    }

    /// <summary>From the first record to the last record or document.</summary>
    private Period[] Periods(LadderEvidence[] evidence)
    {
        DateOnly from = evidence.Min(e => e.Day), to = evidence.Max(e => e.Day);
        to = material.Documents.Count > 0 && material.Documents.Max(d => d.Date) is var last && last > to ? last : to;
        to = material.Window?.Until is { } until && to >= until ? until.AddDays(-1) : to;
        PeriodKind kind = (to.DayNumber - from.DayNumber) / 30 <= MostPeriods ? PeriodKind.Month : PeriodKind.Year;
        return [.. Period.Range(Period.Of(from, kind), Period.Of(to, kind))];
    }

    private static SectionFigure Figure(LadderTrack track, string names, int records)
    {
        string id = "ladder-" + track.Criteria.Name, title = $"{names}: ladder of {track.Criteria.Name}";
        string source = $"Source: {Counted.Of(records, "record")} of the pair in the articles below.";
        using var svg = new StringWriter { NewLine = "\n" };
        LadderChart.Write(svg, id, title, track, source);
        return new(
            id, title, "Rung at the end of each period; band: 90 % interval, given that some records are wrong; it does not allow for acts that nobody reported.", svg.ToString(), source,
            ["Period", "From rung", "To rung", "90 % interval"],
            [.. track.Steps.Select(step => (IReadOnlyList<string>)[step.At.ToString(), track.Criteria.NameOf(step.From), track.Criteria.NameOf(step.To), Interval(track, step.At)])]);
    }

    private SectionItem Standing(LadderTrack whole, LadderTrack track, string names, Relation pair)
    {
        LadderPoint first = track.Points[0], last = track.Points[^1];
        LadderStep carrying = whole.Steps.Last(step => step.At <= last.Period);
        string moved = track.Steps.Count == 0 ? $"on rung {track.Criteria.NameOf(last.Level)} throughout, since {carrying.At}"
            : track.Steps.Count == 1 && first.Level == last.Level ? $"on rung {track.Criteria.NameOf(last.Level)} since {first.Period}"
            : $"from rung {track.Criteria.NameOf(track.Steps[0].From)} to rung {track.Criteria.NameOf(last.Level)} between {first.Period} and {last.Period}";
        return Item(track, carrying, $"l-{track.Criteria.Name}-{EventListing.IdOf(pair)}", names, $": {track.Criteria.Name} {moved}", last.Period);
    }

    private SectionItem Step(LadderTrack track, LadderStep step, int at, string names, Relation pair) => Item(
        track, step, $"l-{track.Criteria.Name}-{EventListing.IdOf(pair)}-{track.Steps.Count - at}", names,
        $" {(step.To > step.From ? "climbed" : "came down")} from rung {track.Criteria.NameOf(step.From)} to rung {track.Criteria.NameOf(step.To)} in {step.At}", step.At);

    private SectionItem Item(LadderTrack track, LadderStep step, string anchor, string names, string words, Period at) => new()
    {
        Anchor = anchor,
        Statement = [new(names, true), new(words)],
        Facts = [$"90 % interval: {Interval(track, at)}", $"{(step.To > step.From ? "carried by" : "held until then by")} {Counted.Of(step.EvidenceIds.Count, "record")}, {Counted.Day(step.Earliest)} to {Counted.Day(step.Latest)}"],
        Codes =
        [
            RecordLine.Code("ladder", track.Criteria.Name), RecordLine.Code("from", Counted.Number(step.From)), RecordLine.Code("to", Counted.Number(step.To)), RecordLine.Code("at", step.At.ToString()),
        ],
        Records = step.EvidenceIds,
        Quotes = [.. step.EvidenceIds.Select(Quote).OfType<SectionQuote>().DistinctBy(quote => quote.Source?.Target ?? quote.Source?.DocId).Take(RecordLine.MostQuotes)],
    };

    private static string Interval(LadderTrack track, Period at)
    {
        LadderPoint point = track.Points.First(p => p.Period == at);
        return point.Low == point.High ? $"rung {point.Low}" : $"rungs {point.Low} to {point.High}";
    }

    private SectionQuote? Quote(string id) => material.Event(id) is { } coded ? material.Line.Quote(coded)
        : _agreements.TryGetValue(id, out Agreement? agreement) ? material.Line.Quote(agreement.DocId, agreement.Evidence.Span, [])
        : _ties.TryGetValue(id, out Tie? tie) ? material.Line.Quote(tie.DocId, tie.Evidence.Span, []) : null;
}
