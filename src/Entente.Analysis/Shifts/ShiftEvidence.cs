using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>The events that carry a shift.</summary>
public static class ShiftEvidence
{
    /// <summary>The days in which the events lie: of a rise, from the earliest date of the shift to the end of the new stretch; of a fall, the old stretch.</summary>
    public static DateSpan Days(Shift shift) => shift.IsRise ? new(shift.Earliest.Start, shift.Until.End) : new(shift.Since.Start, shift.Latest.End);

    /// <summary>The ids of the events nearest to the shift: of a rise, the first of the new stretch; of a fall, the last of the old one.</summary>
    /// <param name="shift">The shift.</param>
    /// <param name="quad">What was counted.</param>
    /// <param name="events">Those of the pair, in any order; others of the pair's events are passed over, and an event counts once.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<string> Of(Shift shift, Quad quad, IEnumerable<DyadicEvent> events, int most = 10)
    {
        DateSpan days = Days(shift);
        IEnumerable<DyadicEvent> within = events.Where(e => e.Type.Quad() == quad && days.Contains(e.When.Start));
        IOrderedEnumerable<DyadicEvent> nearest = shift.IsRise ? within.OrderBy(e => e.When.Start) : within.OrderByDescending(e => e.When.Start);
        return [.. nearest.ThenBy(e => e.EventId, StringComparer.Ordinal).Select(e => e.EventId).Distinct(StringComparer.Ordinal).Take(most)];
    }
}
