using Entente.Analysis.Signals;
using Entente.Records;
using Entente.Testing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Signals;

public class SignalTests
{
    /// <summary>On meeting AFG, RUS demands of USA; in another sentence of the text, and of a bilateral kind, it accuses UKR.</summary>
    [Fact]
    public void A_demand_made_on_meeting_another_is_about_that_other()
    {
        DyadicEvent[] events =
        [
            Event("meet", "2024-05-27", "RUS", "AFG", PloverType.Consult, "d1", 0), Event("meet", "2024-05-27", "AFG", "RUS", PloverType.Consult, "d1", 0),
            Event("ask", "2024-05-27", "RUS", "USA", PloverType.Request, "d1", 4),
            Event("accuse", "2024-05-27", "RUS", "UKR", PloverType.Accuse, "d2", 0),
        ];

        Signal signal = SignalAnalysis.Of(events).ShouldHaveSingleItem();

        (signal.Speaker, signal.Addressee, signal.Kind).ShouldBe(("RUS", "USA", SignalKind.Demand));
        signal.About.ShouldBe([new SignalSubject("AFG", SignalLink.Occasion)]);
        signal.Cost.ShouldBe(SignalCost.Cheap);
        signal.Answer.ShouldBe(SignalAnswer.Open);
        SignalAnalysis.Of(events, new() { Bilateral = true }).Count.ShouldBe(2);
    }

    [Fact]
    public void A_third_party_of_the_same_sentence_is_meant_and_an_occasion_with_the_addressee_is_none()
    {
        DyadicEvent[] events =
        [
            Event("threat", "2024-05-27", "PAK", "AFG", PloverType.Threaten, "d1", 2),
            Event("cause", "2024-05-27", "AFG", "IND", PloverType.Support, "d1", 2),
            Event("meet", "2024-05-27", "CHN", "PAK", PloverType.Consult, "d1", 5), Event("meet", "2024-05-27", "CHN", "AFG", PloverType.Consult, "d1", 5),
        ];

        Signal threat = SignalAnalysis.Of(events).Single(s => s.Kind == SignalKind.Threat);

        threat.About.ShouldBe([new SignalSubject("IND", SignalLink.Sentence)]);
    }

    [Theory]
    [InlineData(PloverType.Threaten, PloverType.Sanction, "2024-06-10", SignalCost.Sunk)]
    [InlineData(PloverType.Threaten, PloverType.Sanction, "2024-08-10", SignalCost.TiedHands)]
    [InlineData(PloverType.Threaten, PloverType.Aid, "2024-06-10", SignalCost.TiedHands)]
    [InlineData(PloverType.Agree, PloverType.Aid, "2024-06-10", SignalCost.Sunk)]
    [InlineData(PloverType.Request, PloverType.Mobilize, "2024-06-10", SignalCost.Sunk)]
    [InlineData(PloverType.Request, PloverType.Consult, "2024-06-10", SignalCost.Cheap)]
    public void What_a_signal_costs_follows_from_commitment_and_follow_up(PloverType speech, PloverType act, string day, SignalCost expected)
    {
        DyadicEvent[] events =
        [
            Event("say", "2024-05-27", "RUS", "UKR", speech, "d1", 0) with { ActorSectors = ["GOV"] },
            Event("do", day, "RUS", "UKR", act, "d2", 0),
        ];

        SignalAnalysis.Of(events, new() { Bilateral = true }).First(s => s.Event.EventId == "say").Cost.ShouldBe(expected);
    }

    [Theory]
    [InlineData(PloverType.Concede, "2024-06-01", SignalAnswer.Met)]
    [InlineData(PloverType.Consult, "2024-06-01", SignalAnswer.TakenUp)]
    [InlineData(PloverType.Reject, "2024-06-01", SignalAnswer.Refused)]
    [InlineData(PloverType.Reject, "2024-05-27", SignalAnswer.None)] // of the same day, in another text: not after it
    [InlineData(PloverType.Agree, "2024-07-30", SignalAnswer.None)]
    public void The_first_act_of_the_addressee_within_the_days_is_the_answer(PloverType act, string day, SignalAnswer expected)
    {
        DyadicEvent[] events = [Event("say", "2024-05-27", "RUS", "USA", PloverType.Request, "d1", 0), Event("answer", day, "USA", "RUS", act, "d2", 0)];

        Signal signal = SignalAnalysis.Of(events, new() { Bilateral = true, Until = SomeEvents.Day("2024-12-31") }).First(s => s.Event.EventId == "say");

        signal.Answer.ShouldBe(expected);
        (signal.AnsweredBy is not null).ShouldBe(expected != SignalAnswer.None);
    }

    [Fact]
    public void A_signed_agreement_is_no_endorsement()
    {
        DyadicEvent signed = Event("a", "2024-05-27", "RUS", "AFG", PloverType.Support, "d1", 0) with { Cameo = "057" };

        SignalAnalysis.KindOf(signed).ShouldBeNull();
        SignalAnalysis.KindOf(signed with { Cameo = "051" }).ShouldBe(SignalKind.Endorsement);
    }

    [Fact]
    public void Summaries_count_by_speaker_addressee_and_kind()
    {
        DyadicEvent[] events =
        [
            Event("s1", "2024-05-01", "RUS", "USA", PloverType.Request, "d1", 0), Event("o1", "2024-05-01", "RUS", "AFG", PloverType.Aid, "d1", 1),
            Event("s2", "2024-06-01", "RUS", "USA", PloverType.Request, "d2", 0), Event("o2", "2024-06-01", "RUS", "AFG", PloverType.Aid, "d2", 1),
            Event("r", "2024-05-03", "USA", "RUS", PloverType.Reject, "d3", 0),
        ];

        SignalSummary summary = SignalAnalysis.Summarise(SignalAnalysis.Of(events, new() { Until = SomeEvents.Day("2025-01-01") })).ShouldHaveSingleItem();

        (summary.Count, summary.Refused, summary.Unanswered, summary.Costly).ShouldBe((2, 1, 1, 0));
        summary.About.ShouldBe(["AFG"]);
    }

    [Fact]
    public void Neither_the_order_of_arrival_nor_an_unrelated_pair_changes_anything() =>
        Prop.ForAll(SomeRows.ToArbitrary(), rows =>
        {
            var options = new SignalOptions { Bilateral = true, Until = new DateOnly(2025, 1, 1) };
            string one = Shown(SignalAnalysis.Of(rows, options));
            IEnumerable<DyadicEvent> more = rows.Append(Event("x", "2024-05-05", "BRA", "ARG", PloverType.Request, "dx", 0));

            Shown(SignalAnalysis.Of(rows.Reverse(), options)).ShouldBe(one);
            Shown(SignalAnalysis.Of(more, options).Where(s => s.Speaker != "BRA")).ShouldBe(one);
        }).QuickCheckThrowOnFailure();

    private static Gen<DyadicEvent[]> SomeRows =>
        from rows in Gen.ArrayOf(
            from actor in Gen.Elements("RUS", "USA", "AFG")
            from recipient in Gen.Elements("PAK", "RUS", "AFG", "USA")
            from type in Gen.Elements(PloverType.Request, PloverType.Agree, PloverType.Threaten, PloverType.Reject, PloverType.Aid, PloverType.Sanction, PloverType.Consult)
            from day in Gen.Choose(1, 28)
            from document in Gen.Choose(1, 4)
            from sentence in Gen.Choose(0, 2)
            select (actor, recipient, type, day, document, sentence))
        select rows.Select((r, i) => Event("e" + i, $"2024-05-{r.day:00}", r.actor, r.recipient, r.type, "d" + r.document, r.sentence)).ToArray();

    private static string Shown(IEnumerable<Signal> signals) =>
        string.Join('\n', signals.Select(s => $"{s.Event.EventId} {s.Event.Dyad} {s.Kind} {string.Join(' ', s.About)} {s.Cost} {s.FollowUp?.EventId} {s.Answer} {s.AnsweredBy?.EventId}"));

    private static DyadicEvent Event(string id, string day, string actor, string recipient, PloverType type, string document, int sentence) =>
        new(id, new(actor, recipient), DateSpan.OfDay(SomeEvents.Day(day)), type) { Source = "entente", DocId = document, Sentence = sentence };
}
