using Entente.Analysis.Shifts;
using Entente.Records;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Analysis.Tests.Shifts;

public sealed class ShiftScanTests
{
    private static readonly Period First = Period.Of(new DateOnly(2019, 1, 1), PeriodKind.Month);

    [Fact]
    public void Each_quad_of_each_pair_is_watched_and_carries_its_events()
    {
        var rows = new List<DyadicEvent>();
        Period[] months = [.. Months(48)];
        for (int i = 0; i < months.Length; i++)
        {
            rows.AddRange(Rows("RUS", "AFG", months[i], PloverType.Consult, i < 24 ? 1 : 6));
            rows.AddRange(Rows("PAK", "AFG", months[i], PloverType.Assault, 2));
        }

        IReadOnlyList<WatchedSeries> watched = ShiftScan.Of(Counts(rows), [.. months.Select(m => (m, 50))]);

        Assert.Equal([("AFG", "PAK", Quad.MaterialConflict), ("AFG", "RUS", Quad.VerbalCooperation)], watched.Select(w => (w.Pair.Actor, w.Pair.Recipient, w.Quad)));
        Assert.Empty(watched[0].Found.Shifts);
        Shift shift = Assert.Single(watched[1].Found.Shifts);
        Assert.Equal(months[24], shift.At);
        IReadOnlyList<string> carrying = ShiftEvidence.Of(shift, Quad.VerbalCooperation, rows.Where(r => r.Dyad.Relation == Relation.Of("RUS", "AFG")), 3);
        Assert.Equal(3, carrying.Count);
        Assert.All(carrying, id => Assert.True(rows.Single(r => r.EventId == id).When.Start >= shift.Earliest.Start));
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter_and_neither_does_the_number_of_threads() =>
        Prop.ForAll(Worlds(), world =>
        {
            (DyadCount[] counts, (Period, int)[] coverage, int seed) = world;
            DyadCount[] shuffled = [.. counts];
            (Period, int)[] shuffledCoverage = [.. coverage];
            new System.Random(seed).Shuffle(shuffled);
            new System.Random(seed).Shuffle(shuffledCoverage);

            return Text(ShiftScan.Of(counts, coverage)) == Text(ShiftScan.Of(shuffled, shuffledCoverage, new() { Threads = 3 }));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(11, 13));

    [Fact]
    public void An_unrelated_dyad_changes_nothing() =>
        Prop.ForAll(Worlds(), world =>
        {
            (DyadCount[] counts, (Period, int)[] coverage, int seed) = world;
            var chance = new System.Random(seed);
            DyadCount[] others = [.. coverage.Select(c => Count("BRA", "ARG", c.Item1, PloverType.Threaten, chance.Next(1, 30)))];

            return Text(ShiftScan.Of(counts, coverage)) == Text([.. ShiftScan.Of([.. counts, .. others], coverage).Where(w => w.Pair != new Dyad("ARG", "BRA"))]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15).WithReplay(17, 19));

    private static Arbitrary<(DyadCount[] Counts, (Period, int)[] Coverage, int Seed)> Worlds() => Gen.Choose(1, int.MaxValue - 1).Select(seed =>
    {
        var chance = new System.Random(seed);
        Period[] months = [.. Months(36)];
        int cut = chance.Next(6, 30), before = chance.Next(0, 4), after = chance.Next(0, 12);
        var counts = new List<DyadCount>();
        for (int i = 0; i < months.Length; i++)
        {
            if (chance.Next(i < cut ? before + 1 : after + 1) is > 0 and var meetings)
            {
                counts.Add(Count("RUS", "AFG", months[i], PloverType.Consult, meetings));
            }

            if (chance.Next(3) is > 0 and var attacks)
            {
                counts.Add(Count("AFG", "PAK", months[i], PloverType.Assault, attacks));
            }
        }

        return (counts.ToArray(), months.Select(m => (m, chance.Next(0, 40))).ToArray(), seed);
    }).ToArbitrary();

    private static string Text(IReadOnlyList<WatchedSeries> watched) => string.Join('\n', watched.Select(w => $"{w.Pair} {w.Quad} {w.Found.Events} {w.Found.Dispersion:R} {string.Join(' ', w.Found.Shifts)}"));

    private static IEnumerable<Period> Months(int count) => Period.Range(First, Period.Of(First.Start.AddMonths(count - 1), PeriodKind.Month));

    private static IEnumerable<DyadicEvent> Rows(string actor, string recipient, Period month, PloverType type, int count) =>
        Enumerable.Range(0, count).Select(i => new DyadicEvent($"{actor}-{month}-{type}-{i}", new(actor, recipient), DateSpan.OfDay(month.Start.AddDays(i)), type) { Source = "entente" });

    private static DyadCount[] Counts(IEnumerable<DyadicEvent> rows) =>
        [.. rows.GroupBy(r => (r.Dyad, Period: Period.Of(r.When.Start, PeriodKind.Month), r.Type)).Select(g => Count(g.Key.Dyad.Actor, g.Key.Dyad.Recipient, g.Key.Period, g.Key.Type, g.Count()))];

    private static DyadCount Count(string actor, string recipient, Period period, PloverType type, int count) =>
        new(new(actor, recipient), period, type, count, count * type.Score(), 0, 0, 0);
}
