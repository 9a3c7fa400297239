using System.Collections.Frozen;

namespace Entente.Coding.Attribution;

/// <summary>Verbs whose subject vouches for what follows.</summary>
internal static class SpeechVerbs
{
    private static readonly FrozenSet<string> Lemmas = FrozenSet.ToFrozenSet(
    [
        "say", "tell", "announce", "declare", "state", "report", "add", "note", "explain", "stress", "emphasise", "emphasize", "underline", "reiterate", "affirm", "confirm", "remark", "comment", "write", "tweet",
        "post", "claim", "assert", "insist", "argue", "believe", "think", "reveal", "disclose", "indicate", "suggest", "recall", "mention", "inform", "quote", "cite", "estimate", "predict", "maintain", "acknowledge",
        "admit", "concede", "allege", "accuse", "deny", "warn", "testify", "publish", "observe", "describe", "contend", "charge", "complain", "show", "know", "learn",
    ], StringComparer.Ordinal);

    /// <summary>Whether the lemma is a verb of saying.</summary>
    public static bool Contains(string lemma) => Lemmas.Contains(lemma);
}
