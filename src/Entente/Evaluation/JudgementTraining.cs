using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Relations;
using Entente.Corpora;
using Entente.Language;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>Makes what the judgement learns from: the records that the rules make on annotated texts, each right or wrong.</summary>
/// <remarks>
/// Of the corpus every record counts, since every act is annotated there. The gold sets hold one act of a sentence: only records count whose
/// parties are gold's (right where the category is too), and records in sentences that hold no act; a second act of a sentence is no error.
/// </remarks>
public static class JudgementTraining
{
    /// <summary>Records less likely than this are not made: near half of the F1 that can be had, where leaving one out costs as much as it gains.</summary>
    public const double Threshold = 0.15;

    private const float GoldWeight = 0.6f;

    /// <summary>A record in a sentence that tells no act is the worst of errors, and such sentences are rarer in the corpus than in the news.</summary>
    private const float IdleWeight = 3f;

    /// <summary>
    /// What the older table of the gold sets calls otherwise than PLOVER of 2021; either name is right there (sanctions were COERCE, blockades ASSAULT,
    /// convictions ACCUSE, apologies SUPPORT, promised concessions AGREE).
    /// </summary>
    private static readonly (PloverType Ours, string Older)[] Renamed =
    [
        (PloverType.Sanction, "COERCE"), (PloverType.Sanction, "ACCUSE"), (PloverType.Coerce, "ASSAULT"), (PloverType.Coerce, "ACCUSE"),
        (PloverType.Concede, "SUPPORT"), (PloverType.Concede, "AGREE"),
    ];

    /// <summary>The records of gold documents whose event is known.</summary>
    /// <param name="engine">Whose rules make them.</param>
    /// <param name="gold">Documents and their gold.</param>
    public static IReadOnlyList<JudgedRecord> Records(EntenteEngine engine, IEnumerable<(GoldDocument Gold, Document Document)> gold)
    {
        var records = new List<JudgedRecord>();
        Code(engine, gold.Where(item => !item.Gold.IsUnknown), item => item.Document, (item, events, features) =>
        {
            GoldDocument golden = item.Gold;
            var words = new SpanMatching(golden.Text);
            for (int i = 0; i < events.Count; i++)
            {
                CodedEvent coded = events[i];
                if (golden.Events.Count == 0)
                {
                    if (coded.Type != PloverType.Request && coded.Status == EventStatus.Reported)
                    {
                        records.Add(new(features[i], false, GoldWeight, golden.Fold));
                    }

                    continue;
                }

                GoldEvent? same = golden.Events.FirstOrDefault(e => e.Accept.Count > 0 && words.AnyAgree(e.Actor, Spans(coded.Actor))
                    && (e.Recipient.Count == 0 || words.AnyAgree(e.Recipient, Spans(coded.Recipient))));
                if (same is not null)
                {
                    records.Add(new(features[i], same.Accept.Contains(coded.Type.Code()), GoldWeight, golden.Fold));
                }
            }
        });
        return records;
    }

    /// <summary>The records that stand between the two parties of gold relations.</summary>
    public static IReadOnlyList<JudgedRecord> Records(EntenteEngine engine, IEnumerable<GoldRelation> gold)
    {
        var records = new List<JudgedRecord>();
        Code(engine, gold.Where(g => g.Item.Source.Count > 0 && g.Item.Target.Count > 0), g => new Document(g.Item.Id, g.Item.Date, g.Item.Text), (relation, events, features) =>
        {
            RelationExample example = relation.ToExample();
            var words = new SpanMatching(relation.Item.Text);
            for (int i = 0; i < events.Count; i++)
            {
                CodedEvent coded = events[i];
                if (words.AnyAgree(relation.Item.Source, Spans(coded.Actor)) && words.AnyAgree(relation.Item.Target, Spans(coded.Recipient)))
                {
                    bool right = example.Accept.Contains(RelationClasses.Of(coded.Type))
                        || Renamed.Any(r => r.Ours == coded.Type && example.Accept.Contains(RelationClasses.IndexOf(r.Older)));
                    records.Add(new(features[i], right, example.Weight * GoldWeight, relation.Fold));
                }
            }
        });
        return records;
    }

    /// <summary>The records of annotated blocks; five folds in turn.</summary>
    public static IReadOnlyList<JudgedRecord> Records(EntenteEngine engine, IReadOnlyList<CorpusBlock> blocks)
    {
        var records = new List<JudgedRecord>();
        int number = 0;
        Code(engine, blocks, b => new Document(b.Id, b.Date, b.Text), (block, events, features) =>
        {
            BlockScore score = CorpusScore.Of(block, events);
            for (int i = 0; i < events.Count; i++)
            {
                CodedEvent coded = events[i];
                records.Add(new(features[i], score.Matches.Any(m => m.IsJoint && ReferenceEquals(m.Coded, coded)), block.Acts.Count == 0 ? IdleWeight : 1, number % 5));
            }

            number++;
        });
        return records;
    }

    private static void Code<T>(EntenteEngine engine, IEnumerable<T> items, Func<T, Document> document, Action<T, IReadOnlyList<CodedEvent>, List<KeyValuePair<ulong, float>[]>> use)
    {
        var coder = new EventCoder(engine.Lexicon, null, engine.Standing);
        using var scratch = new AnalysisScratch();
        foreach (T item in items)
        {
            var features = new List<KeyValuePair<ulong, float>[]>();
            Document text = document(item);
            IReadOnlyList<CodedEvent> events = coder.Code(text, engine.Analyze(text.Text, scratch), null, features);
            use(item, events, features);
        }
    }

    private static TextSpan[] Spans(IReadOnlyList<Entity> entities) => [.. entities.Select(e => e.Quote.Span)];
}
