using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Language;
using Entente.Records;

namespace Entente.Evaluation;

/// <summary>Makes what the judgement learns from: the records that the rules make on gold documents, and whether gold has each.</summary>
public static class JudgementTraining
{
    /// <summary>Records less likely than this are not made: near half of the F1 that can be had, where leaving one out costs as much as it gains.</summary>
    public const double Threshold = 0.3;

    /// <summary>The records of gold documents whose event is known.</summary>
    /// <param name="engine">Whose rules make them.</param>
    /// <param name="gold">Documents and their gold.</param>
    public static IReadOnlyList<JudgedRecord> Records(EntenteEngine engine, IEnumerable<(GoldDocument Gold, Document Document)> gold)
    {
        var coder = new EventCoder(engine.Lexicon);
        using var scratch = new AnalysisScratch();
        var records = new List<JudgedRecord>();
        foreach ((GoldDocument golden, Document document) in gold.Where(item => !item.Gold.IsUnknown))
        {
            var features = new List<KeyValuePair<ulong, float>[]>();
            IReadOnlyList<CodedEvent> events = coder.Code(document, engine.Analyze(document.Text, scratch), null, features);
            IReadOnlyList<bool?> right = EventScore.Judge(golden, events);
            for (int i = 0; i < events.Count; i++)
            {
                if (right[i] is { } known)
                {
                    records.Add(new(features[i], known, 1, golden.Fold));
                }
            }
        }

        return records;
    }
}
