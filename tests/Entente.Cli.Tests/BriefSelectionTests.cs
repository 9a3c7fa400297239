using Entente.Archive.Querying;
using Entente.Briefing.Sections;
using Entente.Cli.Verbs;
using Entente.Records;
using Entente.Testing;

namespace Entente.Cli.Tests;

/// <summary>Which records a brief of a pair, a region, some days is made of.</summary>
public sealed class BriefSelectionTests
{
    private static readonly Dictionary<string, DateOnly> Told = new() { ["d1"] = new(2023, 5, 10), ["d2"] = new(2024, 5, 10), ["d3"] = new(2025, 5, 10) };

    private static readonly BriefRecords All = new()
    {
        Events =
        [
            SomeEvents.Event("e1", "2023-05-01", PloverType.Consult, "RUS GOV", "AFG GOV", docId: "d1"), SomeEvents.Event("e2", "2024-05-01", PloverType.Aid, "AFG GOV", "RUS GOV", docId: "d2"),
            SomeEvents.Event("e3", "2025-05-01", PloverType.Assault, "PAK MIL", "AFG GOV", docId: "d3"), SomeEvents.Event("e4", "2025-05-01", PloverType.Assault, "AFG REB", "PAK MIL", docId: "d3"),
            SomeEvents.Event("e5", "2025-05-01", PloverType.Protest, "RUS", "", docId: "d3"),
        ],
        Agreements = [Pact("a1", "d1", null), Pact("a2", "d3", DateSpan.OfDay(new(2024, 1, 31)))],
        Ties = [Tie("t1", "d1", "AFG", "RUS"), Tie("t2", "d3", "PAK", "AFG REB"), Tie("t3", "d2", "RUS", null)],
        Bargains =
        [
            new()
            {
                Id = "b1", DocId = "d2", Sentence = 0, Gives = [new(Party("RUS GOV"), Words)], Gets = [new(Party("AFG GOV"), Words)], Evidence = Words,
            },
        ],
        Assessments = [new() { Id = "s1", DocId = "d3", Sentence = 0, Claim = Words, About = [Party("RUS"), Party("AFG")], Evidence = Words }],
    };

    private static Quote Words => new("words", new(0, 5));

    [Fact]
    public void Nothing_asked_for_is_everything() =>
        Assert.Equal(["e1", "e2", "e3", "e4", "e5", "a1", "a2", "t1", "t2", "t3", "b1", "s1"], Ids(new Selection()));

    [Fact]
    public void A_pair_has_both_directions_and_the_records_of_both() =>
        Assert.Equal(["e1", "e2", "a1", "a2", "t1", "b1", "s1"], Ids(new Selection { Pair = Relation.Of("RUS", "AFG") }));

    [Fact]
    public void Armed_groups_are_a_party_of_their_own()
    {
        Assert.Equal(["e4", "t2"], Ids(new Selection { Pair = Relation.Of("PAK", "AFG REB") }));
        Assert.Equal(["e3"], Ids(new Selection { Pair = Relation.Of("PAK", "AFG") }));
    }

    [Fact]
    public void A_region_has_what_passes_among_its_parties() =>
        Assert.Equal(["e3", "e4", "t2"], Ids(new Selection { Actors = ["PAK", "AFG", "PAK REB", "AFG REB"] }));

    [Fact]
    public void Days_are_those_of_the_act_or_of_the_article_and_the_last_is_not_in()
    {
        Assert.Equal(["e2", "e3", "e4", "e5", "a2", "t2", "t3", "b1", "s1"], Ids(new Selection { From = new(2024, 1, 1) }));
        Assert.Equal(["e1", "a1", "t1"], Ids(new Selection { Until = new(2024, 1, 31) }));
        Assert.Equal(["e2"], Ids(new Selection { From = new(2024, 5, 1), Until = new(2024, 5, 2) }));
    }

    [Fact]
    public void Pair_and_days_hold_together() =>
        Assert.Equal(["e2", "a2", "b1"], Ids(new Selection { Pair = Relation.Of("AFG", "RUS"), From = new(2024, 1, 1), Until = new(2025, 1, 1) }));

    [Fact]
    public void Parties_of_whom_nothing_is_told_leave_nothing() =>
        Assert.Empty(Ids(new Selection { Pair = Relation.Of("BRA", "CHL") }));

    [Fact]
    public void The_history_keeps_what_went_before_and_nothing_that_came_after()
    {
        Selection asked = new() { Pair = Relation.Of("AFG", "RUS"), From = new(2024, 1, 1), Until = new(2025, 1, 1) };

        Assert.Equal(["e1", "e2", "a1", "a2", "t1", "b1"], Ids(BriefSelection.HistoryOf(All, asked, Told)));
    }

    private static string[] Ids(Selection selection) => Ids(BriefSelection.Of(All, selection, Told));

    private static string[] Ids(BriefRecords records) =>
        [.. records.Events.Select(r => r.Id), .. records.Agreements.Select(r => r.Id), .. records.Ties.Select(r => r.Id), .. records.Bargains.Select(r => r.Id), .. records.Assessments.Select(r => r.Id)];

    private static Entity Party(string code) => new(Words, ActorCode.Parse(code));

    private static Agreement Pact(string id, string docId, DateSpan? date) => new()
    {
        Id = id, DocId = docId, Sentence = 0, Parties = [Party("RUS GOV"), Party("AFG GOV")], Kind = ["trade"], Domain = [], Name = "pact", Stage = AgreementStage.Signed, Date = date, Evidence = Words,
    };

    private static Tie Tie(string id, string docId, string holder, string? other) => new()
    {
        Id = id, DocId = docId, Sentence = 0, Kind = TieKind.IsThreatenedBy, Holder = [Party(holder)], Other = other is null ? [] : [Party(other)], Evidence = Words,
    };
}
