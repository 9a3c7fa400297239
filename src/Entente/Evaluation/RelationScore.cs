using Entente.Records;

namespace Entente.Evaluation;

/// <summary>A relation in the gold and as answered, both as PLV's 15 classes: CONCEDE and RETREAT are YIELD.</summary>
public readonly record struct LabelledRelation(string Gold, string Answer);

/// <summary>Scores relations; the arithmetic of the gold set's own scorer.</summary>
public static class RelationScore
{
    /// <summary>PLV's quad of one of its classes: YIELD is material cooperation.</summary>
    public static string PlvQuad(string plvClass) => plvClass == "YIELD"
        ? Quad.MaterialCooperation.Code()
        : PloverTypes.TryParse(plvClass, out PloverType type) ? type.Quad().Code() : throw new ArgumentException($"'{plvClass}' is no class of PLV", nameof(plvClass));

    /// <summary>The side of one of PLV's classes: <c>cooperation</c> or <c>conflict</c>.</summary>
    public static string PlvSide(string plvClass) => PlvQuad(plvClass)[(PlvQuad(plvClass).IndexOf('-', StringComparison.Ordinal) + 1)..];

    /// <summary>Share of the answers that are right.</summary>
    public static double Accuracy(IReadOnlyList<LabelledRelation> answers) =>
        answers.Count == 0 ? 0 : (double)answers.Count(a => a.Gold == a.Answer) / answers.Count;

    /// <summary>Mean F1 over the classes that occur in the gold.</summary>
    public static double MacroF1(IReadOnlyList<LabelledRelation> answers)
    {
        Dictionary<string, Tally> classes = ByClass(answers);
        return classes.Count == 0 ? 0 : classes.Values.Average(tally => tally.F1);
    }

    /// <summary>Each class that occurs in the gold.</summary>
    public static Dictionary<string, Tally> ByClass(IReadOnlyList<LabelledRelation> answers)
    {
        var classes = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (LabelledRelation answer in answers)
        {
            classes.TryAdd(answer.Gold, default);
        }

        foreach ((string gold, string answer) in answers)
        {
            if (gold == answer)
            {
                classes[gold] += new Tally(1, 0, 0);
                continue;
            }

            classes[gold] += new Tally(0, 0, 1);
            if (classes.TryGetValue(answer, out Tally tally))
            {
                classes[answer] = tally + new Tally(0, 1, 0);
            }
        }

        return classes;
    }
}
