using System.Collections.Frozen;
using Entente.Language.Arcs;

namespace Entente.Coding.Clauses;

/// <summary>Who is understood as the subject of a clause that names none.</summary>
internal static class Control
{
    /// <summary>Verbs whose subject, not object, is understood in the clause after them: "promised Kyiv to send …".</summary>
    private static readonly FrozenSet<string> OfSubject = FrozenSet.ToFrozenSet(
        ["promise", "threaten", "vow", "pledge", "swear", "use", "take", "spend", "need", "have", "hold", "make", "do", "join"], StringComparer.Ordinal);

    /// <summary>Words before a gerund that make the object its subject: "accused him of shelling", "stopped them from leaving".</summary>
    private static readonly FrozenSet<string> ObjectMarks = FrozenSet.ToFrozenSet(["of", "from", "into", "for", "with"], StringComparer.Ordinal);

    /// <summary>Whether the object of <paramref name="verb"/> is the subject of its infinitive.</summary>
    public static bool ByObject(string verb) => !OfSubject.Contains(verb);

    /// <summary>Whether a clause opened by its mark has the object as its subject.</summary>
    public static bool MarkedForObject(Tree tree, int clause)
    {
        int mark = tree.Child(clause, Deprel.Mark);
        return mark >= 0 && ObjectMarks.Contains(tree.Lemma(mark));
    }
}
