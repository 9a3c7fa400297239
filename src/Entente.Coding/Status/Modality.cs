using System.Collections.Frozen;
using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Status;

/// <summary>Words that put an act in the future, in doubt, or out of the world.</summary>
internal static class Modality
{
    private static readonly FrozenSet<string> Plans = FrozenSet.ToFrozenSet(
    [
        "plan", "intend", "prepare", "expect", "schedule", "set", "slate", "aim", "due", "poise", "vow", "pledge", "promise", "agree", "decide", "commit", "propose", "offer",
        "announce", "threaten", "order", "ask", "urge", "demand", "call", "instruct", "request", "go", "about", "ready", "bound", "plot", "resolve", "undertake", "swear", "tell",
        "scheduled", "expected", "prepared", "planned", "likely", "upcoming", "forthcoming", "decision", "promise", "pledge", "vow", "intention",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Doubts = FrozenSet.ToFrozenSet(
    [
        "want", "hope", "wish", "seek", "try", "attempt", "consider", "mull", "weigh", "could", "may", "might", "can", "desire", "contemplate", "discuss", "fear", "possible", "possibly",
        "perhaps", "maybe", "potential", "hypothetical", "risk", "possibility", "chance", "prospect", "fear", "threat", "bid", "effort", "able", "willing", "eager", "unlikely", "whether",
        "recommend", "suggest", "encourage", "permit", "allow", "authorize", "authorise", "need", "must", "should", "ought", "willingness", "readiness", "proposal", "idea", "option", "demand", "call",
        "warn", "option", "likelihood", "capability", "capable", "favor", "favour", "advocate", "would-be", "proposed",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Denials = FrozenSet.ToFrozenSet(
    [
        "fail", "refuse", "decline", "deny", "avoid", "refrain", "prevent", "stop", "rule", "reject", "neglect", "failure", "refusal", "abstain", "forget", "denial", "avert", "foil", "thwart", "cancel",
        "postpone", "block",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Deniers = FrozenSet.ToFrozenSet(
        ["not", "n't", "never", "no", "neither", "nor", "hardly", "barely", "without", "nobody", "none", "nothing", "cannot"], StringComparer.Ordinal);

    /// <summary>Whether the lemma tells that what follows is to come.</summary>
    public static bool Plan(string lemma) => Plans.Contains(lemma);

    /// <summary>Whether the verb binds its subject.</summary>
    public static bool Pledge(string lemma) => lemma is "promise" or "vow" or "pledge" or "swear" or "undertake" or "commit" or "agree" or "guarantee" or "assure";

    /// <summary>Whether the lemma tells that what follows is only thought of.</summary>
    public static bool Doubt(string lemma) => Doubts.Contains(lemma);

    /// <summary>Whether the lemma tells that what follows is not so.</summary>
    public static bool Denial(string lemma) => Denials.Contains(lemma);

    /// <summary>Whether the word itself denies.</summary>
    public static bool Denier(string lemma) => Deniers.Contains(lemma);

    /// <summary>Whether the verb itself looks ahead: "will …", "is to …", "planned to …".</summary>
    public static bool IsToCome(Tree tree, int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) == Deprel.Aux && tree.Lemma(child) is "will" or "shall" or "would" or "may" or "might" or "could" or "should")
            {
                return true;
            }
        }

        // "are due to meet": the parser may hang the plan on the verb.
        if (verb >= 2 && tree.Is(verb - 1, "to") && tree.Lemma(verb - 2) is "due" or "set" or "scheduled" or "expected" or "slated" or "poised" or "ready" or "about" or "plan" or "expect" or "schedule" or "slate" or "intend")
        {
            return true;
        }

        int head = tree.Head(verb);
        if (tree.Relation(verb) is Deprel.Xcomp or Deprel.Advcl or Deprel.Acl && HasTo(tree, verb) && head >= 0)
        {
            return Plan(tree.Lemma(head)) || Doubt(tree.Lemma(head)) || (tree.Pos(head) == Upos.Verb && IsToCome(tree, head));
        }

        return false;
    }

    /// <summary>Whether "to" opens the verb.</summary>
    public static bool HasTo(Tree tree, int verb)
    {
        foreach (int child in tree.Of(verb))
        {
            if (tree.Relation(child) is Deprel.Mark or Deprel.Aux && tree.Is(child, "to"))
            {
                return true;
            }
        }

        return false;
    }
}
