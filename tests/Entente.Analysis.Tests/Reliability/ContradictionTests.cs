using Entente.Analysis.Reliability;
using Entente.Analysis.Stories;
using Entente.Records;
using Entente.Testing;
using Shouldly;

namespace Entente.Analysis.Tests.Reliability;

public class ContradictionTests
{
    private static readonly Document[] Documents = [Article("d1", "2024-05-02"), Article("d2", "2024-05-03"), Article("d3", "2024-05-03")];

    private static readonly Quote Ministry = new("the ministry", new(40, 52));

    [Fact]
    public void An_act_that_another_report_denies_is_a_contradiction()
    {
        CodedEvent act = SomeEvents.Event("e1", "2024-05-02", PloverType.Assault, "PAK MIL", "AFG");
        CodedEvent denial = SomeEvents.Event("e2", "2024-05-02", PloverType.Assault, "PAK", "AFG", EventStatus.Negated, "d2");

        Contradiction found = Find([act, denial]).ShouldHaveSingleItem();

        (found.Kind, found.FirstId, found.SecondId, found.SameDocument).ShouldBe((ContradictionKind.Denied, "e1", "e2", false));
        found.Day.ShouldBe(SomeEvents.Day("2024-05-02"));
    }

    [Theory]
    [InlineData("AFG", "PAK", "2024-05-02", PloverType.Assault)]
    [InlineData("PAK", "AFG", "2024-05-09", PloverType.Assault)]
    [InlineData("PAK", "AFG", "2024-05-02", PloverType.Accuse)]
    public void Another_direction_day_or_kind_of_act_contradicts_nothing(string actor, string recipient, string day, PloverType type) =>
        Find([SomeEvents.Event("e1", "2024-05-02", PloverType.Assault, "PAK", "AFG"), SomeEvents.Event("e2", day, type, actor, recipient, EventStatus.Negated, "d2")]).ShouldBeEmpty();

    [Fact]
    public void What_had_not_happened_yet_when_it_was_denied_is_no_contradiction()
    {
        CodedEvent denial = SomeEvents.Event("e1", "2024-05-02", PloverType.Agree, "PAK", "AFG", EventStatus.Negated, "d1");
        CodedEvent act = SomeEvents.Event("e2", "2024-05-03", PloverType.Agree, "PAK", "AFG", docId: "d2");

        Find([act, denial]).ShouldBeEmpty();
    }

    [Fact]
    public void Within_one_document_somebody_must_tell_one_of_the_two()
    {
        CodedEvent act = SomeEvents.Event("e1", "2024-05-02", PloverType.Assault, "AFG REB", "UZB");
        CodedEvent plain = SomeEvents.Event("e2", "2024-05-02", PloverType.Assault, "AFG REB", "UZB", EventStatus.Negated) with { Sentence = 1 };

        Find([act, plain]).ShouldBeEmpty();
        Find([act, plain with { Attribution = Ministry }]).ShouldHaveSingleItem().SameDocument.ShouldBeTrue();
    }

    [Fact]
    public void Who_denies_for_itself_denies_what_anybody_did_to_it()
    {
        CodedEvent act = SomeEvents.Event("e1", "2024-05-02", PloverType.Assault, "AFG REB", "UZB MIL", claimed: true);
        CodedEvent denial = SomeEvents.Event("e2", "2024-05-03", PloverType.Assault, "UZB", "UZB", EventStatus.Negated) with { Sentence = 1, Attribution = new("Actor", new(0, 5)), DatePrecision = DatePrecision.Publication };

        Find([act, denial]).ShouldHaveSingleItem().Kind.ShouldBe(ContradictionKind.Denied);
    }

    [Fact]
    public void Consent_and_refusal_on_one_matter_in_two_reports_contradict_each_other()
    {
        CodedEvent consent = SomeEvents.Event("e1", "2024-05-02", PloverType.Agree, "PAK", "AFG") with { Context = ["territory"] };
        CodedEvent refusal = SomeEvents.Event("e2", "2024-05-02", PloverType.Reject, "AFG", "PAK", docId: "d2") with { Context = ["territory", "military"] };

        Find([consent, refusal]).ShouldHaveSingleItem().Kind.ShouldBe(ContradictionKind.Refused);
        Find([consent, refusal with { Context = ["economic"] }]).ShouldBeEmpty();
        Find([consent, refusal with { DocId = "d1" }]).ShouldBeEmpty("one text may tell of both");
    }

    [Fact]
    public void Two_reports_that_name_different_attackers_or_far_apart_numbers_contradict_each_other()
    {
        var place = new EventLocation(new("Khost", new(20, 25)), "AFG", 4) { GeonameId = 1 };
        CodedEvent first = SomeEvents.Event("e1", "2024-05-02", PloverType.Assault, "PAK", "AFG") with { Location = place, Size = new(9, null, null) };
        CodedEvent second = SomeEvents.Event("e2", "2024-05-02", PloverType.Assault, "AFG REB", "AFG", docId: "d2") with { Location = place, Size = new(3, null, null) };

        Find([first, second]).Select(c => c.Kind).ShouldBe([ContradictionKind.Actor, ContradictionKind.Victims]);
        Find([first, second with { Location = place with { GeonameId = 2 }, Size = null }]).ShouldBeEmpty();
        Find([first, second with { Size = new(8, null, null), Actor = first.Actor }]).ShouldBeEmpty("eight and nine are not far apart");
    }

    [Fact]
    public void An_agreement_told_as_signed_and_as_not_signed_is_a_contradiction()
    {
        Agreement signed = Pact("a1", "d1", EventStatus.Reported), denied = Pact("a2", "d2", EventStatus.Negated);

        ContradictionFinder.Of(StoryFinder.Find(Documents), [], [denied, signed]).ShouldHaveSingleItem().ShouldBe(
            new(ContradictionKind.NotConcluded, "a1", "a2", SomeEvents.Day("2024-05-02"), false));
        ContradictionFinder.Of(StoryFinder.Find(Documents), [], [Pact("a1", "d2", EventStatus.Reported), Pact("a2", "d1", EventStatus.Negated)]).ShouldBeEmpty("it was not signed yet");
    }

    [Fact]
    public void Printings_of_one_text_never_contradict_each_other()
    {
        Story[] one = [new(Documents)];

        ContradictionFinder.Of(
            one, [SomeEvents.Event("e1", "2024-05-02", PloverType.Assault, "PAK", "AFG"), SomeEvents.Event("e2", "2024-05-02", PloverType.Assault, "PAK", "AFG", EventStatus.Negated, "d2")], []).ShouldBeEmpty();
    }

    [Fact]
    public void Sources_that_only_reprint_are_no_independent_sources()
    {
        Document agency = SomeEvents.Document("a", "2024-05-01", "Agency"), copy = SomeEvents.Document("b", "2024-05-02", "Daily"), other = SomeEvents.Document("c", "2024-05-02");

        var sources = SourceIndependence.Of([new([agency, copy]), new([other])]);

        (sources.Documents, sources.Reports, sources.Publishers, sources.Unnamed).ShouldBe((3, 2, 1, 1));
        sources.OnlyReprinting.ShouldBe(["Daily"]);
        sources.Reprinted.ShouldHaveSingleItem().Printings.ShouldBe(2);
    }

    [Fact]
    public void Records_that_reprints_repeat_stand_once_and_what_only_a_longer_printing_tells_stays()
    {
        Story[] stories = [new([Documents[0], Documents[1]]), new([Documents[2]])];

        RecordJoiner.Join(stories, [Pact("a1", "d1", EventStatus.Reported), Pact("a2", "d2", EventStatus.Reported), Pact("a3", "d3", EventStatus.Reported), Pact("a4", "d2", EventStatus.Future)])
            .Select(record => record.Id).ShouldBe(["a1", "a3", "a4"]);
    }

    private static IReadOnlyList<Contradiction> Find(CodedEvent[] events) => ContradictionFinder.Of([.. Documents.Select(document => new Story([document]))], events, []);

    private static Document Article(string id, string date) => SomeEvents.Document(id, date, "Outlet " + id, $"A text of its own that only {id} prints, whatever else is told of that day.");

    private static Agreement Pact(string id, string docId, EventStatus status) => new()
    {
        Id = id, DocId = docId, Sentence = 0, Parties = [SomeTies.Party("PAK GOV"), SomeTies.Party("AFG GOV")], Kind = ["ceasefire"], Domain = ["military"], Name = "truce", Stage = AgreementStage.Signed,
        Status = status, Confidence = 0.9, Evidence = new("signed a truce", new(0, 14)),
    };
}
