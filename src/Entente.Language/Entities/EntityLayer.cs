namespace Entente.Language.Entities;

/// <summary>Mentions of people, organisations, places and groups, by first word; they do not overlap.</summary>
/// <param name="Mentions">In text order.</param>
public sealed record EntityLayer(IReadOnlyList<EntityMention> Mentions);

/// <summary>A mention as a run of words <c>[First, End)</c>.</summary>
/// <param name="First">Its first word, counted in the text.</param>
/// <param name="End">The word after its last.</param>
/// <param name="Type">What it is.</param>
public readonly record struct EntityMention(int First, int End, EntityType Type);
