using Entente.Records;

namespace Entente.Evaluation;

/// <summary>A typed span.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">ORG, PER, LOC or NORP; GPE counts as LOC.</param>
public readonly record struct TypedSpan(TextSpan Span, string Type);

/// <summary>Scores entity spans by exact offsets and type; the arithmetic of the gold set's own scorer.</summary>
public static class EntityScore
{
    private static readonly string[] Types = ["ORG", "PER", "LOC", "NORP"];

    /// <summary>Exact matches in one text.</summary>
    public static Tally Of(IReadOnlyList<TypedSpan> gold, IReadOnlyList<TypedSpan> answers)
    {
        Tally all = default;
        foreach (string type in Types)
        {
            TextSpan[] golden = Spans(gold, type), given = Spans(answers, type);
            int right = golden.Count(span => Array.BinarySearch(given, span) >= 0);
            all += new Tally(right, given.Length - right, golden.Length - right);
        }

        return all;
    }

    private static TextSpan[] Spans(IReadOnlyList<TypedSpan> spans, string type) =>
        [.. spans.Where(s => (s.Type == "GPE" ? "LOC" : s.Type) == type && s.Span.Length > 0).Select(s => s.Span).Distinct().Order()];
}
