using System.Globalization;
using Entente.Analysis.Shifts;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>When the rate of events between two parties changed, by quad: change points, rated by how much was written, without what comes back every year.</summary>
internal sealed class RateLines(ReadMaterial material)
{
    private static readonly (Quad Quad, string Name)[] Quads =
    [
        (Quad.VerbalCooperation, "verbal cooperation"), (Quad.MaterialCooperation, "material cooperation"), (Quad.VerbalConflict, "verbal conflict"), (Quad.MaterialConflict, "material conflict"),
    ];

    /// <summary>The shifts of a pair that lie in the window, by date; null for none.</summary>
    public SectionGroup? Of(Relation pair, string names)
    {
        DateOnly[] printed = [.. material.Stories.Select(story => story.Documents[0].Date).Where(day => material.Window?.Until is not { } until || day < until)];
        if (printed.Length == 0)
        {
            return null;
        }

        PeriodKind kind = (printed.Max().DayNumber - printed.Min().DayNumber) / 30 < ShiftDetector.MostPeriods ? PeriodKind.Month : PeriodKind.Year;
        Period[] periods = [.. Period.Range(Period.Of(printed.Min(), kind), Period.Of(printed.Max(), kind))];
        ILookup<Period, DateOnly> reports = printed.ToLookup(day => Period.Of(day, kind));
        double[] exposures = [.. periods.Select(period => (double)reports[period].Count())];
        DyadicEvent[] events = [.. material.AllRows.Where(row => row.Dyad.Relation == pair).DistinctBy(row => row.EventId)];
        (Shift Shift, Quad Quad, string Name)[] found =
        [
            .. Quads.SelectMany(quad => Find(quad.Quad, events, periods, exposures, kind).Select(shift => (Shift: shift, quad.Quad, quad.Name)))
                .Where(one => material.Window is null || material.Window.Includes(one.Shift.At.Start)).OrderByDescending(one => one.Shift.At).ThenBy(one => one.Quad),
        ];
        return found.Length == 0 ? null : new("Change points in the rate of events", [.. found.Select(one => Item(one.Shift, one.Quad, one.Name, events, names, pair, kind))], 0);
    }

    private static IReadOnlyList<Shift> Find(Quad quad, DyadicEvent[] events, Period[] periods, double[] exposures, PeriodKind kind)
    {
        ILookup<Period?, DyadicEvent> counts = events.Where(row => row.Type.Quad() == quad).ToLookup(row => Period.Of(row.When, kind));
        return ShiftDetector.Find(new(periods, [.. periods.Select(period => counts[period].Count())], exposures), ShiftScan.DefaultsOf(kind) with { Seasonal = true }).Shifts;
    }

    private SectionItem Item(Shift shift, Quad quad, string name, DyadicEvent[] events, string names, Relation pair, PeriodKind kind)
    {
        IReadOnlyList<string> carrying = ShiftEvidence.Of(shift, quad, events);
        string word = kind.ToString().ToLowerInvariant();
        return new()
        {
            Anchor = material.Line.Anchor($"rate {pair.First} {pair.Second} {name} {shift.At}"),
            Statement = [new(names, true), new(string.Create(CultureInfo.InvariantCulture, $": {name} {(shift.IsRise ? "rose" : "fell")} from {shift.Before.Mean:0.00} to {shift.After.Mean:0.00} events a {word} of average coverage and season in {shift.At}"))],
            Facts =
            [
                shift.Earliest == shift.Latest ? $"90 % interval of the date: {shift.At}" : $"90 % interval of the date: {shift.Earliest} to {shift.Latest}",
                string.Create(CultureInfo.InvariantCulture, $"{shift.EventsBefore} events from {shift.Since}, {Counted.Of(shift.EventsAfter, "event")} to {shift.Until}"),
                string.Create(CultureInfo.InvariantCulture, $"{shift.Ratio.Mean:0.#} times the rate, 90 % interval {shift.Ratio.Low:0.#} to {shift.Ratio.High:0.#}"),
            ],
            Codes = [RecordLine.Code("quad", name.Replace(' ', '-')), RecordLine.Code("at", shift.At.ToString()), RecordLine.Code("earliest", shift.Earliest.ToString()), RecordLine.Code("latest", shift.Latest.ToString())],
            Records = carrying,
            Quotes = [.. carrying.Select(id => material.Event(id)!).DistinctBy(coded => (coded.DocId, coded.Sentence)).Take(RecordLine.MostQuotes).Select(material.Line.Quote)],
        };
    }
}
