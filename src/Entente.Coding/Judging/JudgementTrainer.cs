using Entente.Coding.Learning;
using Entente.Coding.Roles;
using Entente.Coding.Rules;
using Entente.Coding.Tagging;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Records;

namespace Entente.Coding.Judging;

/// <summary>An annotated text to learn from.</summary>
/// <param name="Document">The text.</param>
/// <param name="Acts">Its acts.</param>
/// <param name="Fold">0 to 4, or higher for texts that no fold leaves out.</param>
/// <param name="Weight">How much its records count.</param>
public sealed record AnnotatedText(Document Document, IReadOnlyList<AnnotatedAct> Acts, int Fold, float Weight)
{
    /// <summary>Whether all acts of the text are annotated.</summary>
    public bool IsWhole { get; init; }

    /// <summary>
    /// Whether a record is right: whether its act is in the text, and whether its parties are right too; null where the annotation does not say.
    /// Called with all records of the text together, likeliest first.
    /// </summary>
    public required Func<IReadOnlyList<CodedEvent>, IReadOnlyList<(bool Act, bool Joint)?>> Answers { get; init; }
}

/// <summary>An annotated act whose word is known: what roles are learnt from.</summary>
/// <param name="Type">Its category.</param>
/// <param name="Trigger">The words that tell it.</param>
/// <param name="IsActor">Whether a span names an actor.</param>
/// <param name="IsRecipient">Whether a span names a recipient.</param>
public sealed record AnnotatedAct(PloverType Type, TextSpan Trigger, Func<TextSpan, bool> IsActor, Func<TextSpan, bool> IsRecipient);

/// <summary>Trains the judgement: first the roles, then, over roles that a model chose which had not seen the text, acts and records.</summary>
public sealed class JudgementTrainer
{
    private const float RolePenalty = 10f, ActPenalty = 6f;

    private readonly EventCoder _coder;
    private readonly Func<string, AnalyzedText> _analyze;
    private readonly double _threshold;

    /// <param name="coder">Whose frames find the readings.</param>
    /// <param name="analyze">The language layer.</param>
    /// <param name="threshold">Readings less likely than this are not coded.</param>
    public JudgementTrainer(EventCoder coder, Func<string, AnalyzedText> analyze, double threshold) => (_coder, _analyze, _threshold) = (coder, analyze, threshold);

    /// <summary>What is learnt from annotated texts; made once, then fitted for any choice of folds.</summary>
    public sealed class Lesson
    {
        internal Lesson(IReadOnlyList<LogLinearExample> roles, IReadOnlyList<LogLinearExample> acts, FoldTaggers taggers) => (Roles, Acts, Taggers) = (roles, acts, taggers);

        internal IReadOnlyList<LogLinearExample> Roles { get; }

        internal IReadOnlyList<LogLinearExample> Acts { get; }

        internal FoldTaggers Taggers { get; }

        /// <summary>Number of readings learnt from.</summary>
        public int Count => Acts.Count;

        /// <summary>How many of them are acts of their text.</summary>
        public int Right => Acts.Count(a => a.Answers[0]);
    }

    /// <summary>Reads the texts.</summary>
    public Lesson Read(IReadOnlyList<AnnotatedText> texts)
    {
        var taggers = new FoldTaggers([.. texts.AsParallel().AsOrdered().SelectMany(SentencesOf)]);
        List<LogLinearExample>[] roles = [.. texts.AsParallel().AsOrdered().Select(text => RolesOf(text, taggers.Without(text.Fold)))];
        List<LogLinearExample> allRoles = [.. roles.SelectMany(r => r)];
        Dictionary<int, LogLinearModel> unseen = texts.Select(t => t.Fold).Distinct().Order()
            .ToDictionary(fold => fold, fold => LogLinearTrainer.Fit([.. allRoles.Where(r => r.Fold != fold)], RolePenalty));
        var none = LogLinearTrainer.Fit([new([], [false, false], 1, 0)], 1);
        List<LogLinearExample>[] acts = [.. texts.AsParallel().AsOrdered().Select(text => ActsOf(text, new(unseen[text.Fold], none, taggers.Without(text.Fold), _threshold)))];
        return new(allRoles, [.. acts.SelectMany(a => a)], taggers);
    }

    /// <summary>Learns from a lesson.</summary>
    /// <param name="lesson">What was read.</param>
    /// <param name="without">A fold that is left out; -1 for none.</param>
    public JudgementModel Train(Lesson lesson, int without = -1) => new(
        LogLinearTrainer.Fit([.. lesson.Roles.Where(r => r.Fold != without)], RolePenalty),
        LogLinearTrainer.Train([.. lesson.Acts.Where(r => r.Fold != without)], ActPenalty),
        lesson.Taggers.Without(without),
        _threshold);

    /// <summary>
    /// Fits the confidence to texts that nobody looked at while frames were written: frames fit the texts they were written from better than others,
    /// and what is learnt there promises too much. Two numbers are fitted (Platt 1999), no weights.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="said">What it said of such texts' records, and whether they are right in category and parties.</param>
    public static JudgementModel Calibrate(JudgementModel model, IEnumerable<(double Confidence, bool IsRight)> said)
    {
        (double slope, double offset) = LogLinearTrainer.Calibrate([.. said.Select(one => (Odds(one.Confidence), one.IsRight, 1f))]);
        return new(model.Roles, model.Acts.Bent(1, slope, offset), model.Tagger, model.Threshold);

        static double Odds(double confidence) => Math.Log(Math.Clamp(confidence, 0.0005, 0.9995) / (1 - Math.Clamp(confidence, 0.0005, 0.9995)));
    }

    /// <summary>What the tagger learns from a text; nothing where not all of its acts are annotated.</summary>
    private IEnumerable<(int Fold, LabelledSentence Sentence)> SentencesOf(AnnotatedText text)
    {
        if (!text.IsWhole)
        {
            return [];
        }

        AnalyzedText analysis = _analyze(text.Document.Text);
        return [.. ActTagging.Sentences(text, _coder.Read(text.Document, analysis, null), analysis).Select(sentence => (text.Fold, sentence))];
    }

    /// <summary>Of every act whose word has a reading of its category, what each party of the sentence is to it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tagger">One that has not seen the text; null for none.</param>
    internal List<LogLinearExample> RolesOf(AnnotatedText text, ActTagger? tagger)
    {
        var examples = new List<LogLinearExample>();
        if (text.Acts.Count == 0)
        {
            return examples;
        }

        AnalyzedText analysis = _analyze(text.Document.Text);
        DocumentReading reading = _coder.Read(text.Document, analysis, null);
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            List<Candidate> candidates = reading.Candidates(sentence, out IReadOnlyList<Match> found);
            candidates.ForEach(candidate => reading.Complete(candidate, found));
            var parties = SentenceParties.Of(sentence, reading.Tree, reading.Parties, found);
            reading.RoleFeatures.Tagged = tagger?.Read(sentence, reading.Tree, candidates, parties);
            foreach (AnnotatedAct act in text.Acts)
            {
                if (Told(act, candidates, analysis) is not { } told)
                {
                    continue;
                }

                reading.RoleFeatures.Begin(told.Reading, parties);
                for (int i = 0; i < parties.Mentions.Count; i++)
                {
                    TextSpan span = parties.Mentions[i].Span;
                    examples.Add(new([.. reading.RoleFeatures.Gather(i)], [act.IsActor(span), act.IsRecipient(span)], 1, text.Fold));
                }
            }
        }

        return examples;
    }

    /// <summary>The reading that tells the act: of its category where there is one, else the one that fits best.</summary>
    internal static Candidate? Told(AnnotatedAct act, List<Candidate> candidates, AnalyzedText analysis)
    {
        Candidate? best = null;
        foreach (Candidate candidate in candidates)
        {
            if (analysis.Tokens.Span(candidate.Reading.Trigger).Overlaps(act.Trigger) && (best is null || Rank(candidate.Reading) < Rank(best.Reading)))
            {
                best = candidate;
            }
        }

        return best;

        int Rank(Match reading) => (reading.Frame.Type == act.Type ? 0 : 100) + reading.Misfit;
    }

    private List<LogLinearExample> ActsOf(AnnotatedText text, JudgementModel roles)
    {
        AnalyzedText analysis = _analyze(text.Document.Text);
        DocumentReading reading = _coder.Read(text.Document, analysis, null);
        var judge = _coder.JudgeOf(reading, roles, null);
        var seen = new List<KeyValuePair<ulong, float>[]>();
        var records = new List<CodedEvent>();
        for (int sentence = 0; sentence < analysis.Sentences.Count; sentence++)
        {
            records.AddRange(judge.Judge(sentence, seen).Select(judged => reading.Record(judged.Draft, sentence)));
        }

        IReadOnlyList<(bool Act, bool Joint)?> answers = text.Answers(records);
        var examples = new List<LogLinearExample>();
        for (int i = 0; i < records.Count; i++)
        {
            if (answers[i] is { } answer)
            {
                examples.Add(new(seen[i], [answer.Act, answer.Joint], text.Weight, text.Fold));
            }
        }

        return examples;
    }
}
