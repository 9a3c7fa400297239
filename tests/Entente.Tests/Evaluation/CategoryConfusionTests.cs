using Entente.Corpora;
using Entente.Records;

namespace Entente.Tests.Evaluation;

public class CategoryConfusionTests
{
    private const string Text = "Chad met Niger, warned Libya and left the talks.";

    [Fact]
    public void Acts_and_records_pair_where_their_triggers_share_a_word_and_the_rest_meets_nothing()
    {
        CategoryConfusion confusion = Of(
            [Act(PloverType.Consult, "met"), Act(PloverType.Threaten, "warned"), Act(PloverType.Reject, "left the talks")],
            [Record(PloverType.Consult, "met"), Record(PloverType.Request, "warned"), Record(PloverType.Consult, "Niger")]);

        Assert.Equal(1, confusion[(int)PloverType.Consult, (int)PloverType.Consult]);
        Assert.Equal(1, confusion[(int)PloverType.Threaten, (int)PloverType.Request]);
        Assert.Equal(1, confusion[(int)PloverType.Reject, CategoryConfusion.Nothing]);
        Assert.Equal(1, confusion[CategoryConfusion.Nothing, (int)PloverType.Consult]);
        Assert.Equal(0, confusion[CategoryConfusion.Nothing, CategoryConfusion.Nothing]);
    }

    [Fact]
    public void A_record_of_the_same_category_goes_before_one_that_shares_more_words()
    {
        CategoryConfusion confusion = Of(
            [Act(PloverType.Reject, "left the talks")],
            [Record(PloverType.Retreat, "left the talks"), Record(PloverType.Reject, "left")]);

        Assert.Equal(1, confusion[(int)PloverType.Reject, (int)PloverType.Reject]);
        Assert.Equal(1, confusion[CategoryConfusion.Nothing, (int)PloverType.Retreat]);
    }

    [Fact]
    public void The_table_has_a_row_and_a_column_for_each_category_and_for_nothing()
    {
        string[] lines = Of([Act(PloverType.Consult, "met")], []).ToMarkdown().Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2 + PloverTypes.Count + 1, lines.Length);
        Assert.All(lines, line => Assert.Equal(PloverTypes.Count + 3, line.Count(c => c == '|')));
        Assert.EndsWith("| 1 |", Assert.Single(lines, line => line.StartsWith("| CONSULT |", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_bins_tell_mean_confidence_and_share_right()
    {
        string[] lines = Calibration.ToMarkdown([(0.92, true), (0.98, false), (1, true)]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2 + Calibration.Bins, lines.Length);
        Assert.Equal("| 0.0 to 0.1 | 0 |  |  |", lines[2]);
        Assert.Equal("| 0.9 to 1.0 | 3 | 0.97 | 0.67 |", lines[^1]);
    }

    private static CategoryConfusion Of(CorpusAct[] acts, CodedEvent[] records) =>
        CategoryConfusion.Of([CorpusScore.Of(new CorpusBlock("x-1", new(2024, 5, 1), "wire", Text, acts, [], "x.txt", 1), records)]);

    private static CorpusAct Act(PloverType type, string words) => new() { Type = type, Trigger = Words(words) };

    private static CodedEvent Record(PloverType type, string words) => new()
    {
        Id = "e",
        DocId = "x-1",
        Date = new(2024, 5, 1),
        Sentence = 0,
        Type = type,
        Trigger = Words(words),
        Actor = [],
        EventDate = DateSpan.OfDay(new(2024, 5, 1)),
        Rule = "test",
    };

    private static Quote Words(string words)
    {
        int at = Text.IndexOf(words, StringComparison.Ordinal);
        return new(words, new(at, at + words.Length));
    }
}
