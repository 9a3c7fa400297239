using System.Collections.Frozen;

namespace Entente.Coding.Clauses;

/// <summary>Nouns for what somebody said or wrote.</summary>
internal static class SpeechNouns
{
    private static readonly FrozenSet<string> Lemmas = FrozenSet.ToFrozenSet(
        ["statement", "remark", "comment", "speech", "message", "declaration", "communique", "communiqué", "letter", "note", "address", "tweet", "post", "word", "warning"], StringComparer.Ordinal);

    /// <summary>Whether the lemma names something said or written.</summary>
    public static bool Contains(string lemma) => Lemmas.Contains(lemma);
}
