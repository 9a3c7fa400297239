using Entente.Records;

namespace Entente.Analysis.Reliability;

/// <summary>In which way two records contradict each other.</summary>
public enum ContradictionKind
{
    /// <summary>One tells an act, the other that it did not happen.</summary>
    Denied,

    /// <summary>One tells consent, the other a refusal on the same matter.</summary>
    Refused,

    /// <summary>One tells an agreement as signed or further, the other that it is not.</summary>
    NotConcluded,

    /// <summary>Two name different parties for one attack.</summary>
    Actor,

    /// <summary>Two give numbers of dead that lie far apart.</summary>
    Victims,
}

/// <summary>Names of the kinds.</summary>
public static class ContradictionKinds
{
    private static readonly string[] Names = ["denied", "refused", "not-concluded", "actor", "victims"];

    /// <summary>As records write it: <c>not-concluded</c>.</summary>
    public static string Code(this ContradictionKind kind) => Names[(int)kind];
}

/// <summary>Two records that cannot both be right as they stand, or that at least want an explanation.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="FirstId">The record that tells the act, the consent, the agreement; of two alike the one published first, then in order of ids.</param>
/// <param name="SecondId">The other.</param>
/// <param name="Day">The first day that both can mean.</param>
/// <param name="SameDocument">Whether both stand in one document, which then tells of both sides.</param>
public sealed record Contradiction(ContradictionKind Kind, string FirstId, string SecondId, DateOnly Day, bool SameDocument);
