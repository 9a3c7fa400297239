using Entente.Analysis.Agreements;
using Entente.Records;
using Entente.Testing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Agreements;

public class AgreementRegisterTests
{
    [Fact]
    public void Two_articles_on_one_signing_tell_of_one_agreement()
    {
        KnownAgreement found = Find(
            Told("a", "2024-05-28", AgreementStage.Signed, "AFG GOV,RUS GOV", "military-technical cooperation agreement", "framework", stated: "2024-05-27"),
            Told("b", "2024-05-30", AgreementStage.Signed, "RUS GOV,AFG GOV", "agreement on military cooperation", "framework", stated: "2024-05-27"),
            Told("c", "2024-05-29", AgreementStage.Signed, "RUS MIL,AFG MIL", "the deal", "framework")).ShouldHaveSingleItem();

        found.Parties.ShouldBe(["AFG", "RUS"]);
        found.Name.ShouldBe("military-technical cooperation agreement");
        found.Stage.ShouldBe(AgreementStage.Signed);
        found.Steps.ShouldHaveSingleItem().Date.ShouldBe(DateSpan.OfDay(SomeEvents.Day("2024-05-27")));
        found.Documents.ShouldBe(3);
    }

    [Fact]
    public void Its_life_runs_through_its_stages_in_time()
    {
        KnownAgreement found = Find(
            Told("d", "2025-02-01", AgreementStage.Suspended, "AFG,RUS", "military cooperation agreement", "framework"),
            Told("a", "2023-11-02", AgreementStage.Proposed, "AFG,RUS", "military cooperation agreement", "framework"),
            Told("e", "2025-06-01", AgreementStage.InForce, "AFG,RUS", "military cooperation agreement", "framework"),
            Told("b", "2024-05-27", AgreementStage.Signed, "AFG,RUS", "military cooperation agreement", "framework"),
            Told("c", "2024-09-01", AgreementStage.InForce, "AFG,RUS", "military cooperation agreement", "framework")).ShouldHaveSingleItem();

        found.Steps.Select(s => s.Stage).ShouldBe(
            [AgreementStage.Proposed, AgreementStage.Signed, AgreementStage.InForce, AgreementStage.Suspended, AgreementStage.InForce]);
        found.Steps.Select(s => s.Mentions.Single().Record.Id).ShouldBe(["a", "b", "c", "d", "e"]);
        found.Day.ShouldBe(SomeEvents.Day("2024-05-27"));
    }

    [Theory]
    [InlineData("RUS,AFG", "military cooperation agreement", "framework", "2024-05-27", "2026-01-10", "2026-01-09")] // other date
    [InlineData("RUS,TJK", "military cooperation agreement", "framework", "2024-05-27", "2024-05-28", "2024-05-27")] // other party
    [InlineData("RUS,AFG", "wheat supply contract", "framework", "2024-05-27", "2024-05-28", "2024-05-27")] // other name
    [InlineData("RUS,AFG", "the agreement", "energy", "2024-05-27", "2024-05-28", "2024-05-27")] // other kind
    public void What_contradicts_is_another_agreement(string parties, string name, string kind, string firstSigned, string printed, string secondSigned) =>
        Find(
            Told("a", "2024-05-28", AgreementStage.Signed, "AFG,RUS", "military cooperation agreement", "framework", stated: firstSigned),
            Told("b", printed, AgreementStage.Signed, parties, name, kind, stated: secondSigned)).Count.ShouldBe(2);

    [Fact]
    public void A_proposal_after_the_signing_is_a_new_agreement() =>
        Find(
            Told("a", "2024-05-27", AgreementStage.Signed, "AFG,RUS", "military cooperation agreement", "framework"),
            Told("b", "2024-08-01", AgreementStage.Proposed, "AFG,RUS", "military cooperation agreement", "framework")).Count.ShouldBe(2);

    [Fact]
    public void What_fits_two_agreements_is_joined_to_none_and_says_so()
    {
        IReadOnlyList<KnownAgreement> found = Find(
            Told("a", "2024-05-27", AgreementStage.Signed, "AFG,RUS", "gas transit agreement", "trade"),
            Told("b", "2024-05-27", AgreementStage.Signed, "AFG,RUS", "wheat supply agreement", "trade"),
            Told("c", "2024-05-29", AgreementStage.Signed, "AFG,RUS", "the agreement", "trade"));

        found.Count.ShouldBe(3);
        found.Single(a => a.Id == "c").MayBe.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void What_is_to_be_signed_is_proposed_and_what_is_denied_is_no_step()
    {
        KnownAgreement found = Find(
            Told("a", "2024-05-01", AgreementStage.Signed, "AFG,RUS", "border agreement", "border", status: EventStatus.Future),
            Told("b", "2024-05-03", AgreementStage.Signed, "AFG,RUS", "border agreement", "border", status: EventStatus.Negated)).ShouldHaveSingleItem();

        found.Stage.ShouldBe(AgreementStage.Proposed);
        found.Denials.ShouldBe(1);
    }

    [Fact]
    public void Records_of_one_document_are_joined_as_the_coder_says()
    {
        Sourced<Agreement> first = Told("a", "2024-05-28", AgreementStage.Signed, "AFG,RUS", "military cooperation agreement", "framework", docId: "d");
        Sourced<Agreement> second = Told("b", "2024-05-28", AgreementStage.CarriedOut, "RUS", "the pact", "framework", docId: "d");

        KnownAgreement found = Find(first, second with { Record = second.Record with { SameAs = "a" } }).ShouldHaveSingleItem();

        found.Stage.ShouldBe(AgreementStage.CarriedOut);
    }

    [Fact]
    public void Records_without_two_parties_are_counted_apart()
    {
        var register = AgreementRegister.Of([Told("a", "2024-05-28", AgreementStage.Signed, "AFG", "the pact", "framework")]);

        register.Agreements.ShouldBeEmpty();
        register.WithoutPair.ShouldBe(1);
    }

    [Fact]
    public void Its_setting_is_what_passed_between_its_parties_before_and_after()
    {
        var register = AgreementRegister.Of(
        [
            Told("a", "2024-05-27", AgreementStage.Signed, "AFG,RUS", "military cooperation agreement", "framework"),
            Told("b", "2024-04-01", AgreementStage.Signed, "AFG,RUS", "wheat supply agreement", "trade"),
        ]);
        DyadicEvent[] events =
        [
            Event("e1", "2024-05-01", "RUS", "AFG", PloverType.Consult), Event("e2", "2024-05-27", "RUS", "AFG", PloverType.Support),
            Event("e3", "2024-06-01", "RUS", "AFG", PloverType.Aid), Event("e4", "2024-06-02", "RUS", "TJK", PloverType.Aid), Event("e5", "2024-09-30", "AFG", "RUS", PloverType.Accuse),
        ];

        AgreementSetting setting = AgreementSetting.Of(register.Agreements.Single(a => a.Id == "a"), register, events)!;

        setting.Before.Counts.ShouldBe([1, 0, 0, 0]);
        setting.Before.Agreements.ShouldBe(["b"]);
        setting.After.Counts.ShouldBe([0, 1, 0, 0]);
        setting.After.Strongest.Select(e => e.EventId).ShouldBe(["e3"]);
    }

    [Fact]
    public void The_order_of_arrival_changes_nothing() =>
        Prop.ForAll(SomeRecords.ToArbitrary(), records =>
        {
            string one = Shown(AgreementRegister.Of(records));

            Shown(AgreementRegister.Of(records.Reverse())).ShouldBe(one);
            Shown(AgreementRegister.Of(records.OrderBy(r => r.Record.Name, StringComparer.Ordinal))).ShouldBe(one);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_record_is_in_one_agreement_or_counted_apart() =>
        Prop.ForAll(SomeRecords.ToArbitrary(), records =>
        {
            var register = AgreementRegister.Of(records);

            register.Agreements.SelectMany(a => a.Mentions).Select(m => m.Record.Id).Order(StringComparer.Ordinal)
                .ShouldBe(records.Select(r => r.Record.Id).Order(StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();

    private static Gen<Sourced<Agreement>[]> SomeRecords =>
        from rows in Gen.ArrayOf(
            from day in Gen.Choose(0, 400)
            from stage in Gen.Elements(AgreementStage.Proposed, AgreementStage.Signed, AgreementStage.InForce, AgreementStage.Ended)
            from parties in Gen.Elements("AFG,RUS", "RUS,AFG", "AFG,RUS,TJK", "CHN,PAK")
            from name in Gen.Elements("military cooperation agreement", "wheat supply deal", "the deal", "gas transit agreement")
            from kind in Gen.Elements("framework", "trade")
            select (day, stage, parties, name, kind))
        select rows.Select((r, i) => Told(
            "r" + i.ToString("00", null), new DateOnly(2024, 1, 1).AddDays(r.day).ToString("yyyy-MM-dd", null), r.stage, r.parties, r.name, r.kind)).ToArray();

    private static IReadOnlyList<KnownAgreement> Find(params Sourced<Agreement>[] records) => AgreementRegister.Of(records).Agreements;

    private static string Shown(AgreementRegister register) =>
        string.Join('\n', register.Agreements.Select(a => $"{a.Id} {a.Name} {string.Join(' ', a.Steps.Select(s => $"{s.Stage} {s.Day}"))} {string.Join(' ', a.Mentions.Select(m => m.Record.Id))} {string.Join(' ', a.MayBe)}"));

    private static Sourced<Agreement> Told(
        string id, string printed, AgreementStage stage, string parties, string name, string kind, string? stated = null, EventStatus status = EventStatus.Reported, string? docId = null) =>
        new(
            new()
            {
                Id = id,
                DocId = docId ?? "doc-" + id,
                Sentence = 0,
                Parties = [.. parties.Split(',').Select(SomeTies.Party)],
                Kind = [kind],
                Domain = [],
                Name = name,
                Stage = stage,
                Date = stated is null ? null : DateSpan.OfDay(SomeEvents.Day(stated)),
                Status = status,
                Evidence = new("words", new(0, 5)),
            },
            SomeEvents.Day(printed),
            "outlet",
            "entente");

    private static DyadicEvent Event(string id, string day, string actor, string recipient, PloverType type) =>
        new(id, new(actor, recipient), DateSpan.OfDay(SomeEvents.Day(day)), type) { Source = "entente" };
}
