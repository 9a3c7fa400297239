using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Lexicon.Ties;

/// <summary>One way to tell a standing relation in words.</summary>
public sealed class TiePattern
{
    internal TiePattern()
    {
    }

    /// <summary>The relation.</summary>
    public TieFrame Frame { get; internal set; } = null!;

    /// <summary>Any of these opens it.</summary>
    public required IReadOnlyList<Trigger> Triggers { get; init; }

    /// <summary>All must hold.</summary>
    public required IReadOnlyList<Condition> Conditions { get; init; }

    /// <summary>None may hold.</summary>
    public required IReadOnlyList<Condition> Not { get; init; }

    /// <summary>Where the holder is looked for, first hit counts; never empty.</summary>
    public required IReadOnlyList<SlotPath> Holder { get; init; }

    /// <summary>Where the other party is looked for, first hit counts; may be empty.</summary>
    public required IReadOnlyList<SlotPath> Other { get; init; }

    /// <summary>Where the words it is about are looked for, first hit counts; may be empty.</summary>
    public required IReadOnlyList<SlotPath> Theme { get; init; }

    /// <summary>Where the place or region that a threat spills over into is looked for; may be empty.</summary>
    public required IReadOnlyList<SlotPath> Where { get; init; }

    /// <summary>Whether its verb tells a standing relation only in the present ("supplies Syria with arms"), where the past tells a single act.</summary>
    public required bool IsPresent { get; init; }

    /// <summary>The line of the pattern: <c>lexicon/ties.yaml:31</c>.</summary>
    public required string Place { get; init; }
}

/// <summary>A standing relation, and the ways to tell it.</summary>
public sealed class TieFrame
{
    internal TieFrame()
    {
    }

    /// <summary>Its number in <see cref="TieFrameList"/>, in file order.</summary>
    public required int Index { get; init; }

    /// <summary>Unique, kebab-case.</summary>
    public required string Id { get; init; }

    /// <summary>Which relation.</summary>
    public required TieKind Tie { get; init; }

    /// <summary>Whether a record needs another party: without one it is none.</summary>
    public required bool NeedsOther { get; init; }

    /// <summary>Whether a record needs a theme of a known kind where no other party is named.</summary>
    public required bool NeedsTheme { get; init; }

    /// <summary>In the order written; never empty.</summary>
    public required IReadOnlyList<TiePattern> Patterns { get; init; }

    /// <summary>In the order written; never empty.</summary>
    public required IReadOnlyList<FrameExample> Examples { get; init; }

    /// <summary>The line it starts on: <c>lexicon/ties.yaml:31</c>.</summary>
    public required string Place { get; init; }
}
