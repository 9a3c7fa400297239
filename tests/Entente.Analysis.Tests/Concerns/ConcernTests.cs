using Entente.Analysis.Concerns;
using Entente.Records;
using Entente.Testing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Concerns;

public class ConcernTests
{
    private static readonly Relation[] Borders =
        [Relation.Of("AFG", "TJK"), Relation.Of("AFG", "UZB"), Relation.Of("TJK", "UZB"), Relation.Of("TJK", "KGZ"), Relation.Of("UZB", "KAZ"), Relation.Of("KGZ", "KAZ"), Relation.Of("KAZ", "RUS")];

    [Fact]
    public void A_concern_is_who_fears_what_from_where_how_often_since_when()
    {
        ConcernReport report = ConcernAnalysis.Of(
        [
            Threat("t2", "RUS GOV", "AFG", "2024-07-01", "terrorism", where: "the Afghan border"),
            Threat("t1", "RUS", "AFG REB", "2024-05-02", "terrorism"),
            Threat("t3", "RUS MIL", "AFG GOV", "2024-05-04", "terrorism", claimed: true),
            Threat("t4", "TJK", null, "2024-05-04", "narcotics"),
        ],
        Borders);

        Concern first = report.Concerns[0];
        (first.Holder, first.From, first.Kind, first.Ties, first.Claimed).ShouldBe(("RUS", "AFG", "terrorism", 2, 1));
        (first.First, first.Last).ShouldBe((SomeEvents.Day("2024-05-04"), SomeEvents.Day("2024-07-01")));
        first.ByPeriod.Select(p => $"{p.Period} {p.Ties}").ShouldBe(["2024-05 1", "2024-07 1"]);
        first.Places.ShouldBe(["the Afghan border"]);
        first.Steps.ShouldBe(3, "AFG - UZB - KAZ - RUS");
        report.Concerns.Select(c => $"{c.Holder} {c.From} {c.Kind}").ShouldBe(["RUS AFG terrorism", "RUS AFG REB terrorism", "TJK  narcotics"]);
    }

    /// <summary>AFG to TJK, TJK to KGZ (which names AFG), but not on to KAZ, which names none of them.</summary>
    [Fact]
    public void A_threat_passes_over_borders_from_state_to_state_that_names_it()
    {
        ConcernReport report = ConcernAnalysis.Of(
        [
            Threat("t1", "TJK", "AFG REB", "2024-05-02", "militants-movement"), Threat("t2", "KGZ", "AFG", "2024-05-02", "militants-movement"),
            Threat("t3", "KAZ", "AFG", "2024-05-02", "narcotics"), Threat("t4", "RUS", "KAZ", "2024-05-02", "migration"),
        ],
        Borders);

        report.Paths.Select(p => $"{p.Kind}: {string.Join(" > ", p.States)} ({p.Ties})").ShouldBe(["militants-movement: AFG > TJK > KGZ (2)", "migration: KAZ > RUS (1)"]);
    }

    [Fact]
    public void A_path_names_its_records_and_the_shortest_way_its_states()
    {
        ConcernReport report = ConcernAnalysis.Of(
            [Threat("t1", "TJK", "AFG REB", "2024-05-02", "militants-movement"), Threat("t2", "KGZ", "AFG", "2024-05-02", "militants-movement")], Borders);

        report.Paths.ShouldHaveSingleItem().TieIds.ShouldBe(["t1", "t2"]);
        new BorderMap(Borders).Way("AFG", "RUS").ShouldBe(["AFG", "UZB", "KAZ", "RUS"]);
        new BorderMap(Borders).Way("AFG", "AFG").ShouldBe(["AFG"]);
        new BorderMap(Borders).Way("AFG", "JPN").ShouldBeNull();
    }

    [Fact]
    public void Ties_that_are_denied_or_of_another_kind_and_holders_without_a_code_are_no_concern()
    {
        Sourced<Tie> denied = Threat("t1", "RUS", "AFG", "2024-05-02", "terrorism");
        Sourced<Tie> nobody = Threat("t2", "REB", "AFG", "2024-05-02", "terrorism");

        ConcernReport report = ConcernAnalysis.Of(
            [denied with { Record = denied.Record with { Status = EventStatus.Negated } }, nobody, SomeTies.Told("t3", TieKind.Rivals, "RUS", "AFG", "2024-05-02")], Borders);

        report.Concerns.ShouldBeEmpty();
        report.WithoutHolder.ShouldBe(1);
    }

    [Fact]
    public void Over_the_sea_there_is_no_way() => new BorderMap(Borders).Steps("AFG", "JPN").ShouldBeNull();

    [Fact]
    public void The_order_of_arrival_changes_nothing() =>
        Prop.ForAll(SomeThreats.ToArbitrary(), ties =>
        {
            string one = Shown(ConcernAnalysis.Of(ties, Borders));

            Shown(ConcernAnalysis.Of(ties.Reverse(), Borders.Reverse())).ShouldBe(one);
        }).QuickCheckThrowOnFailure();

    private static Gen<Sourced<Tie>[]> SomeThreats =>
        from rows in Gen.ArrayOf(
            from holder in Gen.Elements("RUS", "TJK", "UZB", "KGZ")
            from source in Gen.Elements("AFG", "AFG REB", "TJK", "KAZ")
            from kind in Gen.Elements("terrorism", "narcotics")
            from day in Gen.Choose(1, 28)
            select (holder, source, kind, day))
        select rows.Select((r, i) => Threat("t" + i.ToString("00", null), r.holder, r.source, $"2024-05-{r.day:00}", r.kind)).ToArray();

    private static string Shown(ConcernReport report) =>
        string.Join('\n', report.Concerns.Select(c => $"{c.Holder} {c.From} {c.Kind} {c.Ties} {c.First} {c.Last} {c.Steps} {string.Join(',', c.TieIds)}"))
        + string.Join('\n', report.Paths.Select(p => $"{p.Kind} {string.Join(' ', p.States)} {p.Ties}"));

    private static Sourced<Tie> Threat(string id, string holder, string? from, string day, string kind, bool claimed = false, string? where = null) =>
        SomeTies.Told(id, TieKind.IsThreatenedBy, holder, from, day, kind, claimed, where: where);
}
