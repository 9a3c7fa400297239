using Entente.Analysis.Dyads;
using Entente.Records;
using Entente.Testing;

namespace Entente.Analysis.Tests;

public sealed class DyadTableTests
{
    [Fact]
    public void Every_actor_is_paired_with_every_recipient_but_never_with_itself()
    {
        CodedEvent coded = SomeEvents.Event("e", "2024-01-01", PloverType.Consult, "RUS GOV,CHN GOV", "CHN GOV,AFG GOV");

        IReadOnlyList<Dyad> pairs = DyadExpansion.Of(coded);

        Assert.Equal([new("CHN", "AFG"), new("RUS", "AFG"), new Dyad("RUS", "CHN")], pairs);
    }

    [Theory]
    [InlineData(PloverType.Consult, 2)]
    [InlineData(PloverType.Cooperate, 2)]
    [InlineData(PloverType.Accuse, 0)]
    [InlineData(PloverType.Assault, 2)]
    [InlineData(PloverType.Support, 0)]
    public void Several_actors_without_recipient_are_reciprocal_only_in_what_is_done_together(PloverType type, int pairs) =>
        Assert.Equal(pairs, DyadExpansion.Of(SomeEvents.Event("e", "2024-01-01", type, "RUS,AFG", "")).Count);

    [Fact]
    public void A_signed_agreement_of_several_actors_is_reciprocal()
    {
        CodedEvent signed = SomeEvents.Event("e", "2024-01-01", PloverType.Support, "RUS,AFG", "") with { Cameo = "057" };

        Assert.Equal([new("AFG", "RUS"), new Dyad("RUS", "AFG")], DyadExpansion.Of(signed));
    }

    [Fact]
    public void An_armed_group_is_a_party_of_its_own_and_a_government_in_arms_is_not()
    {
        CodedEvent attack = SomeEvents.Event("e", "2024-03-22", PloverType.Assault, "AFG REB", "RUS CVL");
        CodedEvent clash = SomeEvents.Event("f", "2024-03-22", PloverType.Assault, "AFG GOV REB", "AFG REB");

        Assert.Equal([new("AFG REB", "RUS")], DyadExpansion.Of(attack));
        Assert.Equal([new("AFG", "AFG REB")], DyadExpansion.Of(clash));
        Assert.Equal("IMG", DyadExpansion.PartyOf(ActorCode.Parse("IMG REB")));
    }

    [Fact]
    public void An_act_within_one_country_is_a_domestic_pair()
    {
        Dyad pair = Assert.Single(DyadExpansion.Of(SomeEvents.Event("e", "2024-01-01", PloverType.Coerce, "IRN GOV", "IRN CVL")));

        Assert.True(pair.IsDomestic);
    }

    [Fact]
    public void A_party_without_country_yields_no_pair_and_is_counted_as_such()
    {
        DyadTable table = DyadTable.Of([SomeEvents.Event("e", "2024-01-01", PloverType.Assault, "REB", "AFG"), SomeEvents.Event("f", "2024-01-01", PloverType.Accuse, "?", "AFG")], []);

        Assert.Empty(table.Dyads);
        Assert.Equal(2, table.WithoutPair);
        Assert.Equal(2, table.Total.Count);
    }

    [Fact]
    public void Only_reported_and_unclaimed_events_count_and_the_others_are_told_apart()
    {
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2024-01-01", PloverType.Consult, "RUS", "AFG", mode: "visit"),
            SomeEvents.Event("b", "2024-01-02", PloverType.Aid, "RUS", "AFG", EventStatus.Negated),
            SomeEvents.Event("c", "2024-01-03", PloverType.Agree, "RUS", "AFG", EventStatus.Future),
            SomeEvents.Event("d", "2024-01-04", PloverType.Assault, "RUS", "AFG", claimed: true),
        ];

        DyadRow row = DyadTable.Of(events, []).Dyads[new("RUS", "AFG")];

        Assert.Equal(1, row.Counted.Count);
        Assert.Equal(4, row.Counted.ScoreMean);
        Assert.Equal(1, row.Apart[EventStatus.Negated]);
        Assert.Equal(1, row.Apart[EventStatus.Future]);
        Assert.Equal(1, row.Claimed);
        Assert.Equal(2, DyadTable.Of(events, [], new() { CountClaimed = true }).Dyads[new("RUS", "AFG")].Counted.Count);
    }

    [Fact]
    public void A_relation_counts_a_reciprocal_event_once_and_its_dyads_once_each_way()
    {
        DyadTable table = DyadTable.Of([SomeEvents.Event("a", "2024-01-01", PloverType.Consult, "RUS,AFG", "")], []);

        Assert.Equal(2, table.Dyads.Count);
        Assert.Equal(1, table.Relations[Relation.Of("RUS", "AFG")].Counted.Count);
        Assert.Equal(1, table.Total.Count);
    }

    [Fact]
    public void A_date_coarser_than_the_series_is_counted_but_placed_in_no_period()
    {
        CodedEvent inYear = SomeEvents.Event("a", "2024-01-01", PloverType.Consult, "RUS", "AFG") with
        {
            EventDate = new(new(2024, 1, 1), new(2025, 1, 1)),
            DatePrecision = DatePrecision.Year,
        };
        CodedEvent inMonth = inYear with { Id = "b", EventDate = new(new(2024, 5, 1), new(2024, 6, 1)) };
        CodedEvent overNewYear = inYear with { Id = "c", EventDate = new(new(2023, 12, 29), new(2024, 1, 3)) };

        DyadRow row = DyadTable.Of([inYear, inMonth, overNewYear], []).Dyads[new("RUS", "AFG")];

        Assert.Equal(3, row.Counted.Count);
        Assert.Equal(1, row.Unplaced);
        Assert.Equal(["2023-Q4", "2024-Q2"], row.Series.Keys.Select(p => p.ToString()));
    }

    [Fact]
    public void A_relation_written_about_more_has_not_changed_if_its_score_per_document_has_not()
    {
        Document[] documents =
        [
            SomeEvents.Document("d1", "2024-01-10"),
            SomeEvents.Document("d2", "2024-11-10"), SomeEvents.Document("d3", "2024-11-11"),
            SomeEvents.Document("d4", "2024-11-12"), SomeEvents.Document("d5", "2024-11-13"),
        ];
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2024-01-10", PloverType.Consult, "CHN", "AFG"),
            SomeEvents.Event("b", "2024-11-10", PloverType.Consult, "CHN", "AFG"),
            SomeEvents.Event("c", "2024-11-11", PloverType.Consult, "CHN", "AFG"),
            SomeEvents.Event("d", "2024-11-12", PloverType.Consult, "CHN", "AFG"),
            SomeEvents.Event("e", "2024-11-13", PloverType.Consult, "CHN", "AFG"),
            SomeEvents.Event("f", "2024-11-13", PloverType.Aid, "RUS", "AFG"),
        ];

        DyadTable table = DyadTable.Of(events, documents);

        Assert.Equal(Relation.Of("AFG", "CHN"), table.Principal[0]);
        RelationChange most = table.Changes[0];
        Assert.Equal(Relation.Of("AFG", "RUS"), most.Relation);
        Assert.Equal(0, most.FirstRate);
        Assert.Equal(250, most.SecondRate);
        Assert.Equal([PloverType.Aid], most.New);
        Assert.Equal(1, most.Strength);
        Assert.Equal(0, table.Changes[1].Difference);
        Assert.Equal(6, table.BetweenParties.Count);
    }

    [Fact]
    public void Many_events_that_point_one_way_are_a_stronger_change_than_one_weighty_event()
    {
        Document[] documents = [SomeEvents.Document("d1", "2024-01-01"), SomeEvents.Document("d2", "2024-12-31")];
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2024-01-01", PloverType.Consult, "IRN", "PAK"),
            SomeEvents.Event("b", "2024-12-31", PloverType.Aid, "CHN", "AFG"),
            .. Enumerable.Range(0, 3).Select(i => SomeEvents.Event($"c{i}", "2024-12-31", PloverType.Consult, "RUS", "AFG")),
        ];

        DyadTable table = DyadTable.Of(events, documents);

        Assert.Equal(Relation.Of("AFG", "RUS"), table.Changes[0].Relation);
        Assert.True(table.Changes[0].Difference < table.Changes.Single(c => c.Relation == Relation.Of("AFG", "CHN")).Difference);
    }

    [Fact]
    public void The_order_of_the_events_does_not_matter()
    {
        var random = new Random(7);
        string[] parties = ["RUS", "AFG", "PAK", "CHN", "IGO"];
        CodedEvent[] events =
        [
            .. Enumerable.Range(0, 200).Select(i => SomeEvents.Event(
                $"e{i}", $"202{random.Next(1, 6)}-0{random.Next(1, 9)}-1{random.Next(0, 9)}", (PloverType)random.Next(16),
                parties[random.Next(5)], parties[random.Next(5)], (EventStatus)random.Next(6))),
        ];
        CodedEvent[] shuffled = [.. events];
        random.Shuffle(shuffled);

        DyadTable one = DyadTable.Of(events, []);
        DyadTable other = DyadTable.Of(shuffled, []);

        Assert.Equal(one.Principal, other.Principal);
        Assert.Equal(one.Dyads.Select(d => (d.Key, d.Value.Counted.Count, d.Value.Counted.ScoreSum)), other.Dyads.Select(d => (d.Key, d.Value.Counted.Count, d.Value.Counted.ScoreSum)));
        Assert.Equal(one.Changes.Select(c => c.Relation), other.Changes.Select(c => c.Relation));
        Assert.Equal(one.Total.Count, events.Count(e => e.Status == EventStatus.Reported));
    }

    [Fact]
    public void Nothing_read_gives_an_empty_table_without_window()
    {
        DyadTable table = DyadTable.Of([], []);

        Assert.Null(table.Window);
        Assert.Empty(table.Changes);
        Assert.Null(table.Total.ScoreMean);
    }

    [Fact]
    public void The_last_period_of_the_calendar_ends_the_range()
    {
        Period last = Period.Of(new DateOnly(9999, 12, 31), PeriodKind.Quarter);

        Assert.Null(last.Next);
        Assert.Equal(4, Period.Range(Period.Of(new DateOnly(9999, 1, 1), PeriodKind.Quarter), last).Count());
    }
}
