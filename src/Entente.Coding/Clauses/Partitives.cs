using System.Collections.Frozen;

namespace Entente.Coding.Clauses;

/// <summary>Nouns that count or portion what follows them: "dozens of", "a group of", "the rest of".</summary>
internal static class Partitives
{
    private static readonly FrozenSet<string> Lemmas = FrozenSet.ToFrozenSet(
    [
        "ten", "dozen", "score", "hundred", "thousand", "million", "billion", "number", "group", "series", "set", "lot", "majority", "most", "some", "many", "part", "handful", "pair",
        "couple", "batch", "shipment", "piece", "kind", "type", "sort", "half", "third", "quarter", "bulk", "rest", "all", "several", "few", "each", "both", "any", "none", "one",
        "crowd", "wave", "column", "convoy", "supply", "range", "string", "spate", "round", "load", "ton", "tonne", "barrel", "bit", "minority", "percent", "%", "remainder", "other", "worth",
    ], StringComparer.Ordinal);

    /// <summary>Whether the lemma only counts or portions.</summary>
    public static bool Contains(string lemma) => Lemmas.Contains(lemma);
}
