using System.Collections.Frozen;
using Entente.Language.Arcs;

namespace Entente.Coding.Clauses;

/// <summary>Who is understood as the subject of a clause that names none.</summary>
internal static class Control
{
    /// <summary>Verbs whose subject, not object, is understood in the clause after them: "promised Kyiv to send …".</summary>
    private static readonly FrozenSet<string> OfSubject = FrozenSet.ToFrozenSet(
        ["promise", "threaten", "vow", "pledge", "swear", "use", "take", "spend", "need", "have", "hold", "make", "do", "join", "telephone", "phone", "ring", "visit", "meet", "host", "contact", "congratulate", "thank", "apologise", "apologize", "sign", "enter", "leave", "cross", "abandon",
        "launch", "exploit", "attack", "bomb", "strike", "seize", "storm", "violate", "break", "breach", "conclude", "resume", "hug", "greet", "tour"], StringComparer.Ordinal);

    /// <summary>Words before a gerund that make the object its subject: "accused him of shelling", "stopped them from leaving".</summary>
    private static readonly FrozenSet<string> ObjectMarks = FrozenSet.ToFrozenSet(["of", "from", "into", "for", "with"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> WithParticles = FrozenSet.ToFrozenSet(
    [
        "hand over", "turn over", "sign over", "take over", "run over", "write off", "call off", "break off", "cut off", "lay off", "fight off", "seal off", "set off", "shut down", "shoot down", "bring down", "lay down", "turn down",
        "gun down", "mow down", "track down", "strike down", "carry out", "rule out", "wipe out", "drive out", "throw out", "give up", "step up", "blow up", "set up", "round up", "call up", "break up", "take up", "hold up", "back up",
        "give back", "hand back", "push back", "take back", "pull back", "send back", "pull out", "phase out", "take in", "hand in", "turn in", "give away",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WithParticlesBySpan = WithParticles.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether verb and particle are one verb: "hand over", "write off".</summary>
    public static bool TakesParticle(string verb, string particle)
    {
        if (verb.Length + particle.Length > 30)
        {
            return false;
        }

        Span<char> both = stackalloc char[32];
        verb.CopyTo(both);
        both[verb.Length] = ' ';
        particle.CopyTo(both[(verb.Length + 1)..]);
        return WithParticlesBySpan.Contains(both[..(verb.Length + particle.Length + 1)]);
    }

    /// <summary>Whether the object of <paramref name="verb"/> is the subject of its infinitive.</summary>
    public static bool ByObject(string verb) => !OfSubject.Contains(verb);

    /// <summary>Whether a clause opened by its mark has the object as its subject.</summary>
    public static bool MarkedForObject(Tree tree, int clause)
    {
        int mark = tree.Child(clause, Deprel.Mark);
        return mark >= 0 && ObjectMarks.Contains(tree.Lemma(mark));
    }
}
