using Entente.Corpora;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>The table of agreements, ties, bargains and assessments.</summary>
internal static class RecordEvaluation
{
    /// <summary>How the figures are to be read.</summary>
    public const string How =
        "Agreements, ties, bargains and assessments, in the files of the corpus that annotate them throughout (a note for every two sentences at least); there every record that meets none is wrong. Ties are scored pair by pair, each holder with each other party. A record meets a note of its kind (for ties: the kind of tie) at its place: "
        + "its evidence holds a word of the note's trigger or name, of an assessment half of the claims' words are shared. Joint: the parties agree too, each role by half of its words. "
        + "All else over records that meet a note: countries over all parties; shares of those where the note says stage, kind (one of them), domain, kind of threat, what it is about (half of the words), the hedging words and the range of likelihood. "
        + "The training part was read while the rules were made; the development part was not.";

    private static readonly string[] Kinds = ["agreement", "tie", "bargain", "assessment"];

    /// <summary>The blocks of files that annotate these records throughout; other files tell a few, and what is coded in them is neither right nor wrong.</summary>
    public static NoteScore[] Annotated(IReadOnlyList<NoteScore> blocks) =>
        [.. blocks.GroupBy(score => score.Block.File, StringComparer.Ordinal).Where(file => 2 * file.Sum(score => score.Block.Notes.Count) >= file.Count()).SelectMany(file => file)];

    /// <summary>A line for each kind, then one for each kind of tie.</summary>
    public static IEnumerable<ResultLine> Lines(string part, IReadOnlyList<NoteScore> blocks)
    {
        NoteScore[] told = [.. blocks.Where(score => score.Coded.Count > 0 || score.Block.Notes.Count > 0)];
        foreach (string kind in Kinds.Concat(Enum.GetValues<TieKind>().Select(tie => tie.Code())))
        {
            int items = told.Sum(score => score.Block.Notes.Count(note => NoteScore.Is(note.Kind, note.Tie, kind)));
            yield return new($"{part}, {kind}", items, [.. Figures(kind, told)]);
        }
    }

    private static IEnumerable<KeyValuePair<string, Measure>> Figures(string kind, NoteScore[] told)
    {
        yield return Of("precision", told, sample => Sum(sample, s => s.Of(kind, false)).Precision);
        yield return Of("recall", told, sample => Sum(sample, s => s.Of(kind, false)).Recall);
        yield return Of("F1", told, sample => Sum(sample, s => s.Of(kind, false)).F1);
        if (kind != "assessment")
        {
            yield return Of("joint F1", told, sample => Sum(sample, s => s.Of(kind, true)).F1);
        }

        yield return Of("country F1", told, sample => Sum(sample, s => Total(s, kind, (m, _) => NoteAgreement.Countries(m.Note, m.Record))).F1);
        if (kind == "agreement")
        {
            yield return Of("signers F1", told, sample => Sum(sample, s => Total(s, kind, (m, words) => NoteAgreement.Parties(m.Note, m.Record, "signers", words))).F1);
        }

        foreach ((string name, Func<NoteMatch, SpanMatching, bool?> agrees) in Shares(kind))
        {
            yield return Of(name, told, sample => Sum(sample, s => Total(s, kind, (m, words) => Share(agrees(m, words)))).Precision);
        }
    }

    private static (string Name, Func<NoteMatch, SpanMatching, bool?> Agrees)[] Shares(string kind) => kind switch
    {
        "agreement" => [("stage", (m, _) => NoteAgreement.Chosen(m.Note, m.Record, "stage")), ("kind", (m, _) => NoteAgreement.Chosen(m.Note, m.Record, "kind")), ("domain", (m, _) => NoteAgreement.Chosen(m.Note, m.Record, "domain"))],
        "is-threatened-by" => [("kind", (m, _) => NoteAgreement.Chosen(m.Note, m.Record, "kind"))],
        "bargain" => [("what is given", (m, words) => NoteAgreement.Words(m.Note, m.Record, "gives", words)), ("what is got", (m, words) => NoteAgreement.Words(m.Note, m.Record, "gets", words))],
        "assessment" => [("hedge", (m, words) => NoteAgreement.Words(m.Note, m.Record, "hedge", words)), ("likelihood", (m, _) => NoteAgreement.SameLikelihood(m.Note, m.Record))],
        "tie" => [("theme", (m, words) => NoteAgreement.Words(m.Note, m.Record, "theme", words))],
        _ => [],
    };

    private static Tally Share(bool? agrees) => agrees switch { true => new(1, 0, 0), false => new(0, 1, 0), null => default };

    private static Tally Total(NoteScore score, string kind, Func<NoteMatch, SpanMatching, Tally> of)
    {
        var words = new SpanMatching(score.Block.Text);
        return score.Matches.Where(m => NoteScore.Is(m.Note.Kind, m.Note.Tie, kind)).Select(m => of(m, words)).Aggregate(default(Tally), (sum, tally) => sum + tally);
    }

    private static Tally Sum(IEnumerable<NoteScore> scores, Func<NoteScore, Tally> of) => scores.Aggregate(default(Tally), (sum, score) => sum + of(score));

    private static KeyValuePair<string, Measure> Of(string name, NoteScore[] told, Func<IReadOnlyList<NoteScore>, double> of) => new(name, Bootstrap.Of(told, of));
}
