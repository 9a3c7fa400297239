using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>A reading with what the codebook makes of it: a record in all that decides whether it is made.</summary>
/// <param name="Reading">The frame and its parties.</param>
/// <param name="Type">The category: the frame's, or what its status turns it into.</param>
/// <param name="Cameo">CAMEO code; null where none fits.</param>
/// <param name="Status">Whether it took place.</param>
internal readonly record struct Draft(Match Reading, PloverType Type, string? Cameo, EventStatus Status)
{
    /// <summary>Whether status has changed the category.</summary>
    public bool IsRecoded => Type != Reading.Frame.Type;
}
