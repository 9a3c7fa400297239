using Entente.Analysis.Firsts;
using Entente.Records;

namespace Entente.Analysis.Tests.Firsts;

public sealed class FirstFinderTests
{
    private static readonly (Period Period, int Documents)[] TwoYears =
        [.. Period.Range(Month(2024, 1), Month(2025, 12)).Select(p => (p, 100))];

    [Fact]
    public void A_first_after_a_long_silence_is_told_with_what_had_been_read()
    {
        FirstOfKind first = Assert.Single(FirstFinder.Find(FirstFinder.Of([Event("a", "2025-05-10", PloverType.Cooperate, "military")], PeriodKind.Month), TwoYears));

        Assert.Equal(("COOPERATE", "2025-05", 1600L), (first.Kind, first.At.ToString(), first.DocumentsBefore));
        Assert.Equal(["a"], first.EventIds);
        Assert.Equal(1 - Math.Sqrt(17.0 / 18), first.Chance, 12);
        Assert.Equal(new Dyad("AFG", "RUS"), first.Pair);
    }

    [Fact]
    public void A_new_context_of_a_known_category_is_a_first_and_its_repetition_is_none()
    {
        DyadicEvent[] events = [Event("a", "2024-01-10", PloverType.Cooperate, "economic"), Event("b", "2025-05-10", PloverType.Cooperate, "military"), Event("c", "2025-06-10", PloverType.Cooperate, "military")];

        FirstOfKind first = Assert.Single(FirstFinder.Find(FirstFinder.Of(events, PeriodKind.Month), TwoYears));

        Assert.Equal("COOPERATE military", first.Kind);
        Assert.Equal(["b"], first.EventIds);
    }

    [Fact]
    public void What_comes_before_enough_was_read_is_no_first()
    {
        Assert.Empty(FirstFinder.Find(FirstFinder.Of([Event("a", "2024-06-10", PloverType.Aid)], PeriodKind.Month), TwoYears));
        Assert.Single(FirstFinder.Find(FirstFinder.Of([Event("a", "2024-11-10", PloverType.Aid)], PeriodKind.Month), TwoYears));
        (Period Period, int Documents)[] late = [.. TwoYears.Select(c => (c.Period, c.Period < Month(2024, 11) ? 0 : 100))];
        Assert.Empty(FirstFinder.Find(FirstFinder.Of([Event("a", "2024-11-10", PloverType.Aid)], PeriodKind.Month), late));
    }

    [Fact]
    public void Directions_are_apart_when_asked()
    {
        DyadicEvent[] events =
        [
            Event("a", "2024-01-10", PloverType.Aid),
            Event("b", "2025-05-10", PloverType.Aid) with { Dyad = new("AFG", "RUS") },
        ];

        Assert.Empty(FirstFinder.Find(FirstFinder.Of(events, PeriodKind.Month), TwoYears));
        Assert.Equal(new Dyad("AFG", "RUS"), Assert.Single(FirstFinder.Find(FirstFinder.Of(events, PeriodKind.Month), TwoYears, directed: true)).Pair);
    }

    private static Period Month(int year, int month) => Period.Of(new DateOnly(year, month, 1), PeriodKind.Month);

    private static DyadicEvent Event(string id, string day, PloverType type, params string[] contexts) =>
        new(id, new("RUS", "AFG"), DateSpan.OfDay(Testing.SomeEvents.Day(day)), type) { Source = "entente", Contexts = contexts };
}
