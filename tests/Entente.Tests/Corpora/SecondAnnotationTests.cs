using Entente.Corpora;
using Entente.Evaluation;
using Entente.Lexicon;
using Entente.Records;
using Entente.Testing;

namespace Entente.Tests.Corpora;

public sealed class SecondAnnotationTests : IDisposable
{
    private const string Dev = """
        @ dev-1 2024-05-01 wire
        Chad accused Niger of theft and met Mali's envoy.
        + ACCUSE 112 | actor: Chad [TCD GOV] | recipient: Niger [NER GOV] | trigger: accused
        + CONSULT 040 | actor: Chad [TCD GOV] | recipient: Mali's envoy [MLI GOV] | trigger: met

        @ dev-2 2024-05-01 wire
        Togo praised Benin.
        + SUPPORT 051 | actor: Togo [TGO GOV] | recipient: Benin [BEN GOV] | trigger: praised

        """;

    private static readonly Lazy<WorldLexicon> Lexicon = new(() => WorldLexicon.Load(Path.Combine(Repository.Root, "lexicon")));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-second-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_same_notes_agree_in_everything()
    {
        Write(Dev);

        BlockScore[] scores = Compare();

        Assert.Equal(["dev-1", "dev-2"], scores.Select(score => score.Block.Id));
        Assert.Equal(new(3, 0, 0), Sum(scores, score => score.Joint));
        Assert.Equal(new(3, 0, 0), Sum(scores, score => score.Recipient));
        Assert.Empty(Check());
    }

    [Fact]
    public void What_the_second_reader_left_out_is_missed_and_another_party_is_wrong()
    {
        Write("""
            @ dev-1 2024-05-01 wire
            Chad accused Niger of theft and met Mali's envoy.
            + ACCUSE 112 | actor: Chad [TCD GOV] | recipient: Mali's envoy [MLI GOV] | trigger: accused

            """);

        BlockScore score = Assert.Single(Compare());

        Assert.Equal(new(1, 0, 1), score.Category);
        Assert.Equal(new(0, 1, 2), score.Joint);
        Assert.Equal("annotator", Assert.Single(score.Coded).Rule);
        Assert.Empty(Check());
    }

    [Theory]
    [InlineData("dev-1", "Chad accused Niger of theft.")]
    [InlineData("dev-9", "Chad accused Niger of theft and met Mali's envoy.")]
    public void A_second_reading_of_another_text_or_under_another_id_is_refused(string id, string text)
    {
        Write($"""
            @ {id} 2024-05-01 wire
            {text}
            + ACCUSE 112 | actor: Chad [TCD GOV] | recipient: Niger [NER GOV] | trigger: accused

            """);

        Diagnostic problem = Assert.Single(Check());
        Assert.Equal(("COR032", 1), (problem.Code, problem.Line));
        Assert.EndsWith("01.again", problem.File, StringComparison.Ordinal);
        Assert.Contains($"'{id}'", problem.Message, StringComparison.Ordinal);
        InvalidDataException refused = Assert.Throws<InvalidDataException>(Compare);
        Assert.Contains($"01.again:1: '{id}'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_without_a_second_reading_has_none() => Assert.Empty(SecondAnnotation.Read(new(Lexicon.Value, []), _folder.FullName));

    private static Tally Sum(IEnumerable<BlockScore> scores, Func<BlockScore, Tally> of) => scores.Select(of).Aggregate((a, b) => a + b);

    private void Write(string second)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "dev"));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "second"));
        File.WriteAllText(Path.Combine(_folder.FullName, "dev", "01.txt"), Dev);
        File.WriteAllText(Path.Combine(_folder.FullName, "second", "01.again"), second);
    }

    private IReadOnlyList<Diagnostic> Check() => CorpusCheck.Run(_folder.FullName, null, Lexicon.Value, out _);

    private BlockScore[] Compare()
    {
        var problems = new List<Diagnostic>();
        var reader = new CorpusReader(Lexicon.Value, problems);
        BlockScore[] scores = SecondAnnotation.Compare(reader.ReadFolder(Path.Combine(_folder.FullName, "dev")), SecondAnnotation.Read(reader, _folder.FullName));
        Assert.Empty(problems);
        return scores;
    }
}
