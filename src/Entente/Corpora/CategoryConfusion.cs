using Entente.Evaluation;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>How often an act of one category is coded as another: acts and records of a block are paired where their triggers share a word.</summary>
public sealed class CategoryConfusion
{
    /// <summary>The row of records that meet no act, and the column of acts that no record meets.</summary>
    public const int Nothing = PloverTypes.Count;

    private readonly int[,] _counts = new int[Nothing + 1, Nothing + 1];

    /// <summary>Counts all blocks.</summary>
    public static CategoryConfusion Of(IEnumerable<BlockScore> scores)
    {
        var confusion = new CategoryConfusion();
        foreach (BlockScore score in scores)
        {
            confusion.Add(score);
        }

        return confusion;
    }

    /// <summary>Acts told as <paramref name="gold"/> and coded as <paramref name="coded"/>: numbers of categories, or <see cref="Nothing"/>.</summary>
    public int this[int gold, int coded] => _counts[gold, coded];

    /// <summary>A table in Markdown: a row for each category told, a column for each coded, empty where none is.</summary>
    public string ToMarkdown()
    {
        string[] names = [.. Enumerable.Range(0, Nothing).Select(i => ((PloverType)i).Code()), "nothing"];
        var lines = new List<string>
        {
            $"| told \\ coded | {string.Join(" | ", names)} |",
            $"| --- |{string.Concat(names.Select(_ => " ---: |"))}",
        };
        lines.AddRange(names.Select((name, row) => $"| {name} | {string.Join(" | ", names.Select((_, column) => Cell(row, column)))} |"));
        return string.Join('\n', lines) + "\n";
    }

    private string Cell(int row, int column) => _counts[row, column] == 0 ? "" : FormattableString.Invariant($"{_counts[row, column]}");

    /// <summary>Pairs of one category go first, then those that share more words.</summary>
    private void Add(BlockScore score)
    {
        var words = new SpanMatching(score.Block.Text);
        IReadOnlyList<CorpusAct> acts = score.Block.Acts;
        HashSet<int>[] told = [.. acts.Select(act => words.Covered(act.Trigger.Span))];
        HashSet<int>[] coded = [.. score.Coded.Select(record => words.Covered(record.Trigger.Span))];
        var pairs =
            from act in Enumerable.Range(0, told.Length)
            from record in Enumerable.Range(0, coded.Length)
            let shared = told[act].Count(coded[record].Contains)
            where shared > 0
            orderby acts[act].Type == score.Coded[record].Type descending, shared descending, act, record
            select (Act: act, Record: record);
        var openActs = Enumerable.Range(0, told.Length).ToHashSet();
        var openRecords = Enumerable.Range(0, coded.Length).ToHashSet();
        foreach ((int act, int record) in pairs)
        {
            if (openActs.Contains(act) && openRecords.Contains(record))
            {
                openActs.Remove(act);
                openRecords.Remove(record);
                _counts[(int)acts[act].Type, (int)score.Coded[record].Type]++;
            }
        }

        foreach (int act in openActs)
        {
            _counts[(int)acts[act].Type, Nothing]++;
        }

        foreach (int record in openRecords)
        {
            _counts[Nothing, (int)score.Coded[record].Type]++;
        }
    }
}
