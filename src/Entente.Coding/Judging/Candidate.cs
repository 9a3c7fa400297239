using Entente.Coding.Roles;
using Entente.Coding.Rules;

namespace Entente.Coding.Judging;

/// <summary>A possible reading of a word, before it is judged.</summary>
/// <param name="Reading">The frame, and how far it holds.</param>
/// <param name="IsKept">Whether the rules alone would code it.</param>
internal sealed record Candidate(Match Reading, bool IsKept)
{
    /// <summary>What speaks against its being an act of its own; null for nothing, and as long as nobody has looked.</summary>
    public Overlap? Overlap { get; set; }

    /// <summary>Whether the frames found it for certain, with its parties.</summary>
    public required bool IsFound { get; init; }

    /// <summary>How many other categories the word may tell.</summary>
    public required int Rivals { get; init; }

    /// <summary>Whether one of the word's readings holds for certain.</summary>
    public required bool IsCertainBeside { get; init; }

    /// <summary>Which share of the word's patterns is of this category.</summary>
    public required double Share { get; init; }

    /// <summary>How sure its parties' roles are.</summary>
    public RoleChoice Roles { get; set; }
}
