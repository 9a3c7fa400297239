using System.Collections.Frozen;

namespace Entente.Coding.Clauses;

/// <summary>Verbs that lend a noun its grammar and add no act of their own: "launched an attack", "held talks".</summary>
internal static class LightVerbs
{
    private static readonly FrozenSet<string> Carriers = FrozenSet.ToFrozenSet(
    [
        "hold", "carry", "launch", "conduct", "stage", "make", "give", "provide", "offer", "deliver", "impose", "reach", "sign", "issue",
        "mount", "perform", "have", "take", "do", "undertake", "wage", "commit", "perpetrate", "execute", "unleash", "start", "begin", "open",
        "resume", "continue", "lead", "organize", "organise", "order", "announce", "pay", "lodge", "file", "send", "extend", "declare", "enter",
        "conclude", "complete", "initiate", "pursue", "host", "exchange", "place", "put", "set", "enact", "slap", "step", "intensify", "renew",
        "express", "voice", "raise", "level", "claim", "direct", "attempt", "plot", "plan", "finish", "wrap", "kick", "convene", "call", "arrange", "get", "receive",
        "join", "attend", "engage", "participate", "agree", "negotiate", "seal", "strike", "see",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Occurrences = FrozenSet.ToFrozenSet(
    [
        "take", "occur", "happen", "begin", "start", "resume", "continue", "break", "erupt", "end", "follow", "come", "go", "be", "flare", "rage", "intensify",
        "open", "conclude", "kick", "last", "escalate", "fail", "collapse", "stall", "proceed",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Undergoers = FrozenSet.ToFrozenSet(["receive", "get", "suffer", "face", "undergo"], StringComparer.Ordinal);

    /// <summary>Whether the verb carries a noun as its object, its subject doing what the noun says.</summary>
    public static bool Carries(string lemma) => Carriers.Contains(lemma);

    /// <summary>Whether the verb only says of its subject that it takes place.</summary>
    public static bool Occurs(string lemma) => Occurrences.Contains(lemma);

    /// <summary>Whether the verb's subject undergoes what its object says: "faced an attack", "received aid".</summary>
    public static bool Undergoes(string lemma) => Undergoers.Contains(lemma);
}
