using System.Collections.Immutable;
using Entente.Records;

namespace Entente.Lexicon.Frames;

/// <summary>Which part of speech opens a pattern.</summary>
public enum TriggerKind : byte
{
    /// <summary>A verb.</summary>
    Verb,

    /// <summary>A noun.</summary>
    Noun,

    /// <summary>An adjective, predicative or attributive.</summary>
    Adjective,

    /// <summary>A preposition; only ties are opened by one ("without").</summary>
    Preposition,
}

/// <summary>The word or words that open a pattern.</summary>
/// <param name="Kind">Its part of speech.</param>
/// <param name="Head">The lemma that carries it: of <c>call_off</c> "call", of <c>air_strike</c> "strike".</param>
/// <param name="Particle">A verb's particle ("off"); null without one.</param>
/// <param name="Modifiers">The words before a noun or adjective ("air"), in order; empty without any.</param>
public sealed record Trigger(TriggerKind Kind, string Head, string? Particle, IReadOnlyList<string> Modifiers)
{
    /// <summary>As frames write it: <c>call_off</c>.</summary>
    public string Text => Kind == TriggerKind.Verb
        ? Particle is null ? Head : $"{Head}_{Particle}"
        : Modifiers.Count == 0 ? Head : $"{string.Join('_', Modifiers)}_{Head}";
}

/// <summary>One way to build an act in words.</summary>
public sealed class FramePattern
{
    internal FramePattern()
    {
    }

    /// <summary>The act.</summary>
    public Frame Frame { get; internal set; } = null!;

    /// <summary>Its number in the frame, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Its place among all patterns of all files: earlier wins between equals.</summary>
    public required int Order { get; init; }

    /// <summary>Any of these opens it.</summary>
    public required IReadOnlyList<Trigger> Triggers { get; init; }

    /// <summary>All must hold.</summary>
    public required ImmutableArray<Condition> Conditions { get; init; }

    /// <summary>None may hold.</summary>
    public required ImmutableArray<Condition> Not { get; init; }

    /// <summary>Where the actor is looked for, first hit counts; may end in <see cref="SlotKind.Nobody"/>.</summary>
    public required IReadOnlyList<SlotPath> Actor { get; init; }

    /// <summary>Where the recipient is looked for, first hit counts; may be empty.</summary>
    public required IReadOnlyList<SlotPath> Recipient { get; init; }

    /// <summary>Whether several actors without recipient act on each other.</summary>
    public required bool Reciprocal { get; init; }

    /// <summary>The line of the pattern: <c>lexicon/frames/support.yaml:31</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Whether it swallows the events inside its complement.</summary>
    public bool IsEmbedding => _isEmbedding ??= Conditions.Any(condition =>
        condition.Path.Last is SlotKind.Comp or SlotKind.Conj && condition.Path.Steps.Any(step => step.Kind == SlotKind.Comp) && condition.Values != ConditionValues.Absent);

    private bool? _isEmbedding;
}

/// <summary>An example that the frame is held to.</summary>
/// <param name="Text">As written: <c>DAY text => EVENT ACTOR -> RECIPIENT</c>.</param>
/// <param name="Place">Its line.</param>
public sealed record FrameExample(string Text, string Place);

/// <summary>An act, and the ways to tell it.</summary>
public sealed class Frame
{
    internal Frame()
    {
    }

    /// <summary>Its number in <see cref="FrameList"/>, in file order.</summary>
    public required int Index { get; init; }

    /// <summary>Unique, kebab-case: the record's rule.</summary>
    public required string Id { get; init; }

    /// <summary>PLOVER's category.</summary>
    public required PloverType Type { get; init; }

    /// <summary>PLOVER's modes; may be empty.</summary>
    public required IReadOnlyList<string> Modes { get; init; }

    /// <summary>PLOVER's contexts that are always true of the act; may be empty.</summary>
    public required IReadOnlyList<string> Contexts { get; init; }

    /// <summary>CAMEO code; null where none fits.</summary>
    public required string? Cameo { get; init; }

    /// <summary>In the order written; never empty.</summary>
    public required IReadOnlyList<FramePattern> Patterns { get; init; }

    /// <summary>In the order written; never empty.</summary>
    public required IReadOnlyList<FrameExample> Examples { get; init; }

    /// <summary>The line it starts on: <c>lexicon/frames/support.yaml:31</c>.</summary>
    public required string Place { get; init; }
}
