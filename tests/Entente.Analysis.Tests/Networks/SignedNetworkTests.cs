using Entente.Analysis.Networks;
using Entente.Records;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Networks;

public class SignedNetworkTests
{
    private static readonly string[] Codes = ["AFG", "CHN", "IRN", "PAK", "RUS", "TJK", "UZB"];

    /// <summary>AID scores 10, ACCUSE -3, ASSAULT -9; 500 documents make a unit of 2.</summary>
    [Fact]
    public void A_weight_is_cooperation_less_conflict_per_thousand_documents()
    {
        DyadCount[] counts = [Count("RUS", "AFG", PloverType.Aid, 2), Count("AFG", "RUS", PloverType.Accuse, 1), Count("AFG", "AFG", PloverType.Coerce, 5)];

        NetworkTie tie = SignedNetwork.Of(counts, documents: 500).Ties.ShouldHaveSingleItem();

        tie.Relation.ShouldBe(Relation.Of("AFG", "RUS"));
        (tie.Forth, tie.Back).ShouldBe((1, 2));
        tie.Cooperation.ShouldBe(40);
        tie.Conflict.ShouldBe(6);
        tie.Weight.ShouldBe(34);
        tie.StandardError.ShouldBe(2 * Math.Sqrt((2 * 100) + 9), 1e-9);
        tie.AidBy("RUS").ShouldBe(40);
        tie.HostileForth.ShouldBe(6);
        tie.IsSettled.ShouldBeFalse("three events do not settle a sign");
    }

    [Fact]
    public void What_was_done_together_is_no_more_certain_for_counting_both_ways()
    {
        DyadCount[] together = [Count("AFG", "RUS", PloverType.Cooperate, 3), Count("RUS", "AFG", PloverType.Cooperate, 3)];

        NetworkTie tie = SignedNetwork.Of(together).Ties.ShouldHaveSingleItem();

        // Three acts of 2 x 9.5, not six of 9.5.
        tie.Weight.ShouldBe(57, 1e-9);
        tie.StandardError.ShouldBe(Math.Sqrt(3 * 19.0 * 19.0), 1e-9);
        tie.IsSettled.ShouldBeFalse();
    }

    [Fact]
    public void Requests_that_score_above_zero_are_no_negative_conflict()
    {
        NetworkTie tie = SignedNetwork.Of([new DyadCount(new("AFG", "RUS"), Day, PloverType.Request, 2, 1.0, 0, 0, 0)]).Ties.ShouldHaveSingleItem();

        (tie.Cooperation, tie.Conflict, tie.Sign).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void Claimed_and_future_events_make_no_tie()
    {
        DyadicEvent[] events =
        [
            new("a", new("RUS", "AFG"), DateSpan.OfDay(Day.Start), PloverType.Aid) { Source = "entente", Claimed = true },
            new("b", new("RUS", "AFG"), DateSpan.OfDay(Day.Start), PloverType.Aid) { Source = "entente", Status = EventStatus.Future },
            new("c", new("RUS", "TJK"), DateSpan.OfDay(Day.Start), PloverType.Aid) { Source = "icews", Status = EventStatus.Unknown },
        ];

        SignedNetwork.Of(events).Ties.Select(tie => tie.Relation).ShouldBe([Relation.Of("RUS", "TJK")]);
    }

    /// <summary>
    /// RUS gives AFG all its aid; PAK and RUS are hostile both ways; TJK has ties to both and is less active; UZB has none.
    /// </summary>
    [Fact]
    public void Roles_follow_their_definitions()
    {
        DyadCount[] counts =
        [
            Count("RUS", "AFG", PloverType.Aid, 4),
            Count("RUS", "PAK", PloverType.Assault, 10), Count("PAK", "RUS", PloverType.Coerce, 6),
            Count("TJK", "RUS", PloverType.Consult, 3), Count("TJK", "PAK", PloverType.Consult, 3),
        ];
        var options = new NetworkOptions { Parties = ["UZB"], Borders = null };

        var report = NetworkReport.Of(SignedNetwork.Of(counts, options: options), options);

        report.Roles.Select(role => $"{role.Party} {role.Text}").ShouldBe(
        [
            "AFG client of RUS", "PAK rival of RUS", "RUS patron of AFG", "RUS rival of PAK", "TJK buffer between PAK and RUS", "TJK bridge", "UZB isolate",
        ],
        ignoreOrder: true);
        report.Roles.First(role => role.Kind == RoleKind.Client).Why.ShouldContain("RUS gives 4 acts");
    }

    [Fact]
    public void A_buffer_has_to_border_both_rivals_where_borders_are_asked_for()
    {
        DyadCount[] counts =
        [
            Count("RUS", "PAK", PloverType.Assault, 10), Count("PAK", "RUS", PloverType.Coerce, 6),
            Count("TJK", "RUS", PloverType.Consult, 3), Count("TJK", "PAK", PloverType.Consult, 3),
        ];
        var options = new NetworkOptions { Borders = new HashSet<Relation> { Relation.Of("TJK", "PAK") } };

        NetworkReport.Of(SignedNetwork.Of(counts, options: options), options).Roles.ShouldNotContain(role => role.Kind == RoleKind.Buffer);
    }

    [Fact]
    public void Two_windows_show_what_turned_what_is_new_and_who_gained_a_role()
    {
        var before = NetworkReport.Of(SignedNetwork.Of([Count("RUS", "AFG", PloverType.Accuse, 20), Count("PAK", "AFG", PloverType.Consult, 1)], documents: 1000));
        var after = NetworkReport.Of(SignedNetwork.Of([Count("RUS", "AFG", PloverType.Aid, 8), Count("CHN", "AFG", PloverType.Consult, 1)], documents: 1000));

        var comparison = NetworkComparison.Of(before, after);

        comparison.Ties.Select(c => $"{c.Relation} {c.Turn.Text()} {c.Difference} {c.IsSettled}").ShouldBe(
            ["AFG-RUS turned friendly 140 True", "AFG-CHN new 2.5 False", "AFG-PAK gone -2.5 False"]);
        comparison.Nodes.Single(n => n.Party == "AFG").Gained.Select(r => r.Text).ShouldContain("client of RUS");
        comparison.Nodes.Single(n => n.Party == "PAK").After.ShouldBeNull();
    }

    /// <summary>Hubert and Arabie's index of (0 0 1 1) and (0 1 1 1): 2 x (1 x 3 - 3/2 ...) worked by hand: pairs together 1, expected 1, most 2.5.</summary>
    [Fact]
    public void Communities_are_compared_by_the_adjusted_Rand_index()
    {
        var halves = NetworkReport.Of(SignedNetwork.Of([Count("AFG", "CHN", PloverType.Aid, 1), Count("IRN", "PAK", PloverType.Aid, 1)]));
        var oneApart = NetworkReport.Of(SignedNetwork.Of(
            [Count("CHN", "IRN", PloverType.Aid, 9), Count("CHN", "PAK", PloverType.Aid, 9), Count("IRN", "PAK", PloverType.Aid, 9), Count("AFG", "IRN", PloverType.Assault, 9)]));

        NetworkComparison.Of(halves, halves).Alike.ShouldBe(1);
        NetworkComparison.Of(halves, oneApart).Alike!.Value.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing() =>
        Prop.ForAll(SomeCounts.ToArbitrary(), counts =>
        {
            var one = NetworkReport.Of(SignedNetwork.Of(counts, 100));
            var other = NetworkReport.Of(SignedNetwork.Of(counts.Reverse(), 100));

            Told(other).ShouldBe(Told(one));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unrelated_dyad_leaves_the_local_measures_of_others_as_they_were() =>
        Prop.ForAll(SomeCounts.ToArbitrary(), counts =>
        {
            var alone = NetworkReport.Of(SignedNetwork.Of(counts, 100));
            var joined = NetworkReport.Of(SignedNetwork.Of(counts.Append(Count("BRA", "ARG", PloverType.Assault, 9)), 100));

            foreach (NetworkNode node in alone.Nodes)
            {
                NetworkNode same = joined.Nodes[joined.Network.NumberOf(node.Party)];
                Local(same).ShouldBe(Local(node));
            }

            string[] Roles(NetworkReport report) => [.. report.Roles.Where(r => r.Party is not ("BRA" or "ARG") && r.Kind != RoleKind.Bridge).Select(r => $"{r.Party} {r.Text} {r.Why}")];
            Roles(joined).ShouldBe(Roles(alone));
            joined.Balance.Frustration.Upper.ShouldBe(alone.Balance.Frustration.Upper);
        }).QuickCheckThrowOnFailure();

    private static Period Day => Period.Of(new DateOnly(2024, 5, 1), PeriodKind.Day);

    /// <summary>Whole scores, so that sums do not depend on the order of addition.</summary>
    private static Gen<DyadCount[]> SomeCounts =>
        Gen.ArrayOf(
            from one in Gen.Choose(0, Codes.Length - 1)
            from step in Gen.Choose(1, Codes.Length - 1)
            from type in Gen.Elements(PloverType.Aid, PloverType.Support, PloverType.Accuse, PloverType.Assault)
            from count in Gen.Choose(1, 5)
            select Count(Codes[one], Codes[(one + step) % Codes.Length], type, count));

    private static DyadCount Count(string actor, string recipient, PloverType type, int count) =>
        new(new(actor, recipient), Day, type, count, count * type.Score(), 0, 0, 0);

    private static object Local(NetworkNode node) =>
        (node.Partners, node.Friends, node.Opponents, node.Cooperation, node.Conflict, node.Betweenness, node.Constraint, node.EffectiveSize);

    private static string Told(NetworkReport report) => string.Join('\n', report.Nodes) + string.Join('\n', report.Network.Ties) + string.Join('\n', report.Roles.Select(r => r.Party + r.Text + r.Why)) + report.Balance.Chance;
}
