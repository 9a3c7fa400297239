using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Relations;
using Entente.Corpora;
using Entente.Language;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>What the judgement learns from: annotated texts, each with the question which of a coder's records are right.</summary>
/// <remarks>
/// Of the corpus every record counts, since every act is annotated there. The gold sets hold one act of a sentence: only records count whose
/// parties are gold's (right where the category is too), and records in sentences that hold no act; a second act of a sentence is no error.
/// </remarks>
public static class JudgementTraining
{
    /// <summary>Readings less likely than this are not coded.</summary>
    public const double Threshold = 0.42;

    private const float GoldWeight = 0.6f;

    /// <summary>A record in a sentence that tells no act is the worst of errors, and such sentences are rarer in the corpus than in the news.</summary>
    private const float IdleWeight = 6f;

    /// <summary>
    /// What the older table of the gold sets calls otherwise than PLOVER of 2021; either name is right there (sanctions were COERCE, blockades ASSAULT,
    /// convictions ACCUSE, apologies SUPPORT, promised concessions AGREE).
    /// </summary>
    private static readonly (PloverType Ours, string Older)[] Renamed =
    [
        (PloverType.Sanction, "COERCE"), (PloverType.Sanction, "ACCUSE"), (PloverType.Coerce, "ASSAULT"), (PloverType.Coerce, "ACCUSE"),
        (PloverType.Concede, "SUPPORT"), (PloverType.Concede, "AGREE"),
    ];

    /// <summary>A trainer over an engine's frames.</summary>
    public static JudgementTrainer Trainer(EntenteEngine engine)
    {
        var rooms = new ThreadLocal<AnalysisScratch>(() => new());
        return new(new(engine.Lexicon, null, engine.Standing), text => engine.Analyze(text, rooms.Value!), Threshold);
    }

    /// <summary>Fits a model's confidence to blocks of the corpus that frames were not written from; see <see cref="JudgementTrainer.Calibrate"/>.</summary>
    public static JudgementModel Calibrate(JudgementModel model, EntenteEngine engine, IReadOnlyList<CorpusBlock> blocks)
    {
        var coder = new EventCoder(engine.Lexicon, model, engine.Standing);
        using var room = new AnalysisScratch();
        var scores = new List<BlockScore>();
        foreach (CorpusBlock block in blocks)
        {
            scores.Add(CorpusScore.Of(block, coder.Code(new(block.Id, block.Date, block.Text), engine.Analyze(block.Text, room))));
        }

        return JudgementTrainer.Calibrate(model, CorpusScore.Judged(scores));
    }

    /// <summary>Gold documents whose event is known.</summary>
    public static IEnumerable<AnnotatedText> Texts(IEnumerable<(GoldDocument Gold, Document Document)> gold) =>
        gold.Where(item => !item.Gold.IsUnknown).Select(item => new AnnotatedText(item.Document, [], item.Gold.Fold, GoldWeight)
        {
            Answers = records => Answers(item.Gold, records),
        });

    /// <summary>The texts of gold relations.</summary>
    public static IEnumerable<AnnotatedText> Texts(IEnumerable<GoldRelation> gold) =>
        gold.Where(g => g.Item.Source.Count > 0 && g.Item.Target.Count > 0).Select(g => new AnnotatedText(new(g.Item.Id, g.Item.Date, g.Item.Text), [], g.Fold, g.ToExample().Weight * GoldWeight)
        {
            Answers = records => Answers(g, records),
        });

    /// <summary>The blocks of the corpus, in five folds by turns.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="firstFold">Number of the first of their folds.</param>
    public static IEnumerable<AnnotatedText> Texts(IReadOnlyList<CorpusBlock> blocks, int firstFold = 0) =>
        blocks.Select((block, number) => new AnnotatedText(
            new(block.Id, block.Date, block.Text), [.. block.Acts.Select(act => Act(block, act))], firstFold + (number % 5), block.Acts.Count == 0 ? IdleWeight : 1)
        {
            IsWhole = true,
            Answers = records =>
            {
                BlockScore score = CorpusScore.Of(block, records);
                return [.. records.Select(record => ((bool, bool)?)Answer(score.Matches.FirstOrDefault(m => ReferenceEquals(m.Coded, record))))];
            },
        });

    private static (bool Act, bool Joint) Answer(CorpusMatch? match) => (match is not null, match is { IsJoint: true });

    private static AnnotatedAct Act(CorpusBlock block, CorpusAct act)
    {
        var words = new SpanMatching(block.Text);
        return new(act.Type, act.Trigger.Span, Names(act.Actor), Names(act.Recipient));

        Func<TextSpan, bool> Names(IReadOnlyList<CorpusParty> parties) => span => parties.Any(party => words.Agree(party.Quote.Span, span));
    }

    private static IReadOnlyList<(bool Act, bool Joint)?> Answers(GoldDocument golden, IReadOnlyList<CodedEvent> records)
    {
        var words = new SpanMatching(golden.Text);
        return [.. records.Select(Answer)];

        (bool, bool)? Answer(CodedEvent coded)
        {
            if (golden.Events.Count == 0)
            {
                return coded.Type != PloverType.Request && coded.Status == EventStatus.Reported ? (false, false) : null;
            }

            GoldEvent? same = golden.Events.FirstOrDefault(e => e.Accept.Count > 0 && words.AnyAgree(e.Actor, Spans(coded.Actor))
                && (e.Recipient.Count == 0 || words.AnyAgree(e.Recipient, Spans(coded.Recipient))));
            return same is null ? null : Both(same.Accept.Contains(coded.Type.Code()));
        }
    }

    private static IReadOnlyList<(bool Act, bool Joint)?> Answers(GoldRelation relation, IReadOnlyList<CodedEvent> records)
    {
        RelationExample example = relation.ToExample();
        var words = new SpanMatching(relation.Item.Text);
        return [.. records.Select(Answer)];

        (bool, bool)? Answer(CodedEvent coded)
        {
            if (!words.AnyAgree(relation.Item.Source, Spans(coded.Actor)) || !words.AnyAgree(relation.Item.Target, Spans(coded.Recipient)))
            {
                return null;
            }

            return Both(example.Accept.Contains(RelationClasses.Of(coded.Type))
                || Renamed.Any(r => r.Ours == coded.Type && example.Accept.Contains(RelationClasses.IndexOf(r.Older))));
        }
    }

    private static (bool, bool) Both(bool right) => (right, right);

    private static TextSpan[] Spans(IReadOnlyList<Entity> entities) => [.. entities.Select(e => e.Quote.Span)];
}
