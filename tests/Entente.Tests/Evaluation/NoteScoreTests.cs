using Entente.Coding;
using Entente.Corpora;
using Entente.Evaluation;
using Entente.Records;

namespace Entente.Tests.Evaluation;

public class NoteScoreTests
{
    private const string Text = "Chad and Niger signed a border pact in Paris; Chad relies on French fuel, and the pact will probably hold.";

    private static readonly Quote SecondChad = new("Chad", new(46, 50));

    private static readonly CorpusNote Pact = new(
        "agreement", null,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["stage"] = "signed", ["kind"] = "border", ["domain"] = "border" },
        new Dictionary<string, IReadOnlyList<CorpusParty>>(StringComparer.Ordinal) { ["parties"] = [Party("Chad", "TCD GOV"), Party("Niger", "NER GOV")] },
        new Dictionary<string, IReadOnlyList<Quote>>(StringComparer.Ordinal) { ["trigger"] = [Words("signed")], ["name"] = [Words("a border pact")] },
        3);

    private static readonly CorpusNote Reliance = new(
        "tie", TieKind.DependsOn,
        new Dictionary<string, string>(StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyList<CorpusParty>>(StringComparer.Ordinal) { ["holder"] = [new(SecondChad, null)], ["other"] = [Party("French", "FRA GOV")] },
        new Dictionary<string, IReadOnlyList<Quote>>(StringComparer.Ordinal) { ["trigger"] = [Words("relies")], ["theme"] = [Words("fuel")] },
        4);

    private static readonly CorpusNote Forecast = new(
        "assessment", null,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["likelihood"] = "0.55-0.80" },
        new Dictionary<string, IReadOnlyList<CorpusParty>>(StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyList<Quote>>(StringComparer.Ordinal) { ["claim"] = [Words("the pact will probably hold")], ["hedge"] = [Words("probably")] },
        5);

    private static readonly CorpusBlock Block = new("x-1", new(2024, 5, 1), "wire", Text, [], [Pact, Reliance, Forecast], "x.txt", 1);

    [Fact]
    public void A_record_of_the_kind_at_the_place_meets_the_note_and_is_joint_only_with_the_parties()
    {
        NoteScore right = Score(agreements: [Agreement(AgreementStage.Signed, "Chad", "Niger")]);
        NoteScore half = Score(agreements: [Agreement(AgreementStage.Signed, "French", "Paris")]);

        Assert.Equal(new(1, 0, 0), right.Of("agreement", joint: true));
        Assert.Equal(new(1, 0, 0), half.Of("agreement", joint: false));
        Assert.Equal(new(0, 1, 1), half.Of("agreement", joint: true));
        Assert.Equal(new(0, 0, 1), right.Of("tie", joint: false));
    }

    [Fact]
    public void A_tie_of_another_kind_is_wrong_and_the_note_stays_missed()
    {
        NoteScore score = Score(ties: [Tie(TieKind.Supplies)]);

        Assert.Equal(new(0, 1, 1), score.Of("tie", joint: false));
        Assert.Equal(new(0, 0, 1), score.Of("depends-on", joint: false));
        Assert.Equal(new(0, 1, 0), score.Of("supplies", joint: false));
    }

    [Fact]
    public void Of_two_records_of_one_note_one_is_extra()
    {
        NoteScore score = Score(ties: [Tie(TieKind.DependsOn), Tie(TieKind.DependsOn)]);

        Assert.Equal(new(1, 1, 0), score.Of("depends-on", joint: true));
    }

    [Fact]
    public void An_inference_is_met_by_half_of_the_claims_words_and_its_range_is_compared()
    {
        NoteScore score = Score(assessments: [Assessment("the pact will probably hold", 0.55, 0.80)]);
        NoteScore elsewhere = Score(assessments: [Assessment("Chad and Niger signed a border pact", null, null)]);

        Assert.Equal(new(1, 0, 0), score.Of("assessment", joint: false));
        Assert.Equal(new(0, 1, 1), elsewhere.Of("assessment", joint: false));
        Assert.True(NoteAgreement.SameLikelihood(Forecast, score.Matches[0].Record));
        Assert.False(NoteAgreement.SameLikelihood(Forecast, elsewhere.Coded[0]));
    }

    [Fact]
    public void A_stage_counts_where_the_note_says_one()
    {
        NoteMatch match = Assert.Single(Score(agreements: [Agreement(AgreementStage.Ratified, "Chad", "Niger")]).Matches);

        Assert.False(NoteAgreement.Chosen(match.Note, match.Record, "stage"));
        Assert.True(NoteAgreement.Chosen(match.Note, match.Record, "kind"));
        Assert.Null(NoteAgreement.Chosen(match.Note, match.Record, "likelihood"));
    }

    [Fact]
    public void Files_that_tell_few_notes_are_not_scored()
    {
        NoteScore none = new(Block with { File = "y.txt", Notes = [] }, [], []);

        Assert.Equal(["x.txt"], RecordEvaluation.Annotated([Score(), none]).Select(score => score.Block.File));
    }

    private static NoteScore Score(IReadOnlyList<Agreement>? agreements = null, IReadOnlyList<Tie>? ties = null, IReadOnlyList<Assessment>? assessments = null) =>
        NoteScore.Of(Block, new([], agreements ?? [], ties ?? [], [], assessments ?? []));

    private static Agreement Agreement(AgreementStage stage, params string[] parties) => new()
    {
        Id = "a", DocId = Block.Id, Sentence = 0, Parties = [.. parties.Select(Named)], Kind = ["border"], Domain = ["border"], Name = "border pact",
        Stage = stage, Evidence = Words("Chad and Niger signed a border pact in Paris"),
    };

    private static Tie Tie(TieKind kind) => new()
    {
        Id = "t", DocId = Block.Id, Sentence = 0, Kind = kind, Holder = [new(SecondChad, null)], Other = [Named("French")], Evidence = Words("Chad relies on French fuel"),
    };

    private static Assessment Assessment(string claim, double? from, double? to) => new()
    {
        Id = "s", DocId = Block.Id, Sentence = 0, Claim = Words(claim), LikelihoodFrom = from, LikelihoodTo = to, Evidence = Words(claim),
    };

    private static Entity Named(string words) => new(Words(words), null);

    private static CorpusParty Party(string words, string code) => new(Words(words), ActorCode.TryParse(code, out ActorCode known) ? known : null);

    private static Quote Words(string words)
    {
        int at = Text.IndexOf(words, StringComparison.Ordinal);
        return new(words, new(at, at + words.Length));
    }
}
