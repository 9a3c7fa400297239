using Entente.Analysis.Ladders;
using Entente.Records;
using Entente.Testing;

namespace Entente.Analysis.Tests.Ladders;

public sealed class LadderTests
{
    private static readonly Period[] Months = [.. Period.Range(Period.Of(new DateOnly(2020, 1, 1), PeriodKind.Month), Period.Of(new DateOnly(2023, 12, 1), PeriodKind.Month))];
    private static readonly int[] Documents = [.. Months.Select(_ => 10)];
    private static readonly LadderCriteria Engagement = LadderReader.Default[0];
    private static readonly LadderCriteria Hostility = LadderReader.Default[1];

    [Fact]
    public void The_shipped_ladders_have_the_rungs_of_the_codebook()
    {
        Assert.Equal(["crisis contact", "limited diplomacy", "functional cooperation", "structured security cooperation", "operational military cooperation", "alliance"], Engagement.Rungs.Select(r => r.Name));
        Assert.Equal(["friction", "dispute", "coercion", "clashes", "war"], Hostility.Rungs.Select(r => r.Name));
        Assert.Equal("0 none", Hostility.NameOf(0));
    }

    [Fact]
    public void Every_term_of_the_shipped_ladders_is_a_mode_a_context_a_kind_or_a_domain()
    {
        string[] contexts = [.. File.ReadLines(Path.Combine(Repository.Root, "lexicon", "contexts.yaml")).Where(line => line.Length > 0 && char.IsAsciiLetter(line[0])).Select(line => line.Split(':')[0])];
        PloverType[] types = Enum.GetValues<PloverType>();
        EvidenceCriterion[] criteria = [.. LadderReader.Default.SelectMany(l => l.Rungs).SelectMany(r => r.Any.Concat(r.Ends))];

        Assert.Contains(criteria, criterion => criterion.Stages is null && criterion.Terms.Count > 0);
        Assert.Contains(criteria, criterion => criterion.Stages is not null && criterion.Terms.Count > 0);
        foreach (EvidenceCriterion criterion in criteria)
        {
            Assert.All(criterion.Terms, term => Assert.True(
                criterion.Stages is null
                    ? contexts.Contains(term) || (criterion.Events ?? types).Any(type => type.HasMode(term))
                    : AgreementTerms.Kinds.Contains(term) || AgreementTerms.Domains.Contains(term),
                term));
        }
    }

    [Fact]
    public void A_pair_climbs_when_enough_reports_fall_in_the_window_and_not_by_two_records_of_one_report()
    {
        LadderTrack once = Track(Engagement, Event("a", "2021-03-05", PloverType.Aid, "d1", "military"), Event("b", "2021-03-06", PloverType.Aid, "d1", "military"));
        LadderTrack twice = Track(Engagement, Event("a", "2021-03-05", PloverType.Aid, "d1", "military"), Event("b", "2021-05-06", PloverType.Aid, "d2", "military"));

        Assert.Equal(1, once.Points.Max(p => p.Level));
        LadderStep up = twice.Steps[1];
        Assert.Equal((1, 5, "2021-05"), (up.From, up.To, up.At.ToString()));
        Assert.Equal((SomeEvents.Day("2021-03-05"), SomeEvents.Day("2021-05-06")), (up.Earliest, up.Latest));
        Assert.Equal(["a", "b"], up.EvidenceIds);
    }

    [Fact]
    public void A_rung_is_held_longer_than_it_takes_to_climb_and_left_when_the_hold_runs_out()
    {
        // Clashes: climbed by 2 reports in 12 months, held by 1 in 18.
        LadderTrack track = Track(Hostility, Event("a", "2020-02-01", PloverType.Assault, "d1"), Event("b", "2020-03-01", PloverType.Assault, "d2"));

        Assert.Equal(4, Level(track, "2021-08"));
        Assert.Equal(0, Level(track, "2021-09"));
        LadderStep down = track.Steps[^1];
        Assert.Equal((4, 0), (down.From, down.To));
        Assert.Equal(["b", "a"], down.EvidenceIds);
        Assert.Equal(SomeEvents.Day("2020-03-01"), down.Earliest);
    }

    [Fact]
    public void An_end_takes_away_what_counted_before_it()
    {
        DyadicEvent[] cooperation = [Event("a", "2020-02-01", PloverType.Cooperate, "d1"), Event("b", "2020-03-01", PloverType.Cooperate, "d2")];
        DyadicEvent broken = Event("c", "2020-06-15", PloverType.Sanction, "d3") with { Cameo = "161" };

        Assert.Equal(3, Level(Track(Engagement, cooperation), "2020-06"));
        Assert.Equal(1, Level(Track(Engagement, [.. cooperation, broken]), "2020-06"));
    }

    [Fact]
    public void Agreements_and_ties_count_and_the_higher_rung_wins()
    {
        LadderEvidence[] evidence =
        [
            LadderEvidence.Of(SomeAgreement("x", "d1"), SomeEvents.Day("2021-01-10")),
            LadderEvidence.Of(SomeAgreement("y", "d2"), SomeEvents.Day("2021-01-12")),
        ];

        var track = LadderTrack.Of(Engagement, evidence, Months, Documents);

        Assert.Equal(4, Level(track, "2021-01"));
        Assert.Equal(["x", "y"], track.Steps[0].EvidenceIds);
    }

    [Theory]
    [InlineData(2, 0.8, 2, 0.64)]
    [InlineData(3, 0.5, 2, 0.5)]
    [InlineData(1, 0.8, 2, 0)]
    [InlineData(4, 0.8, 1, 0.9984)]
    public void The_chance_that_enough_reports_are_right_is_binomial(int reports, double precision, int wanted, double expected) =>
        Assert.Equal(expected, LadderTrack.AtLeast(reports, precision, wanted), 10);

    [Fact]
    public void The_interval_holds_the_level_and_closes_with_more_reports()
    {
        LadderTrack few = Track(Hostility, Event("a", "2021-03-05", PloverType.Assault, "d1"), Event("b", "2021-03-06", PloverType.Assault, "d2"));
        LadderTrack many = Track(Hostility, [.. Enumerable.Range(1, 9).Select(i => Event($"e{i}", $"2021-03-0{i}", PloverType.Assault, $"d{i}"))]);

        LadderPoint loose = few.Points.First(p => p.Period.ToString() == "2021-03"), tight = many.Points.First(p => p.Period.ToString() == "2021-03");
        Assert.Equal((4, 4), (loose.Level, loose.High));
        // Two reports of 4: rung 4 is held by one right of two, 1 - 0.2 * 0.2 = 0.96.
        Assert.Equal(4, loose.Low);
        Assert.Equal((4, 4, 4), (tight.Level, tight.Low, tight.High));
        LadderTrack single = Track(Hostility, Event("a", "2021-03-05", PloverType.Accuse, "d1"));
        Assert.Equal((1, 0, 1), single.Points.Where(p => p.Period.ToString() == "2021-03").Select(p => (p.Level, p.Low, p.High)).Single());
    }

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        var random = new Random(3);
        DyadicEvent[] events = [.. Enumerable.Range(0, 120).Select(i => Event($"e{i}", $"202{random.Next(0, 4)}-0{random.Next(1, 10)}-1{random.Next(0, 10)}", (PloverType)random.Next(16), $"d{random.Next(60)}"))];
        DyadicEvent[] shuffled = [.. events];
        random.Shuffle(shuffled);

        foreach (LadderCriteria ladder in LadderReader.Default)
        {
            LadderTrack one = Track(ladder, events), other = Track(ladder, shuffled);
            Assert.NotEmpty(one.Steps.SelectMany(s => s.EvidenceIds));
            Assert.Equal(one.Points, other.Points);
            Assert.Equal(one.Steps.SelectMany(s => s.EvidenceIds), other.Steps.SelectMany(s => s.EvidenceIds));
        }
    }

    [Theory]
    [InlineData("engagement: {precision: 2, rungs: [{name: a, climb: {reports: 1, months: 1}, hold: {reports: 1, months: 1}, any: [{event: [AID]}]}]}", "precision is '2'")]
    [InlineData("engagement: {precision: 0.8, rungs: [{name: a, climb: {reports: 1, months: 1}, hold: {reports: 1, months: 1}, any: [{event: [HELP]}]}]}", "'HELP' is no category of PLOVER")]
    [InlineData("engagement: {precision: 0.8, rungs: [{name: a, climb: {reports: 1, months: 1}, hold: {reports: 2, months: 1}, any: [{event: [AID]}]}]}", "flicker")]
    [InlineData("engagement: {precision: 0.8, rungs: [{name: a, climb: {reports: 1, months: 1}, hold: {reports: 1, months: 1}, any: [{of: [military]}]}]}", "neither event nor agreement nor tie")]
    [InlineData("engagement: {precision: 0.8, rungs: [{name: a, clim: {reports: 1, months: 1}}]}", "unknown key 'clim'")]
    [InlineData("engagement: [", "no YAML")]
    [InlineData("", "no ladders")]
    public void A_fault_of_the_criteria_is_told_with_its_place(string yaml, string message)
    {
        var problems = new List<Diagnostic>();

        IReadOnlyList<LadderCriteria> ladders = new LadderReader("my.yaml", problems).Read(new StringReader(yaml));

        Assert.Empty(ladders);
        Assert.Contains(problems, p => p.Message.Contains(message, StringComparison.Ordinal) && p.File == "my.yaml" && p.Line > 0);
    }

    private static int Level(LadderTrack track, string period) => track.Points.Single(p => p.Period.ToString() == period).Level;

    private static LadderTrack Track(LadderCriteria criteria, params DyadicEvent[] events) => LadderTrack.Of(criteria, events.Select(LadderEvidence.Of), Months, Documents);

    private static DyadicEvent Event(string id, string day, PloverType type, string docId, params string[] contexts) =>
        new(id, new("RUS", "AFG"), DateSpan.OfDay(SomeEvents.Day(day)), type) { Source = "entente", DocId = docId, Contexts = contexts };

    private static Agreement SomeAgreement(string id, string docId) => new()
    {
        Id = id,
        DocId = docId,
        Sentence = 0,
        Parties = [],
        Kind = ["framework"],
        Domain = ["military"],
        Name = "agreement",
        Stage = AgreementStage.Signed,
        Evidence = new("signed", new(0, 6)),
    };
}
