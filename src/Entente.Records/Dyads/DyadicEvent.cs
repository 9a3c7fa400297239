namespace Entente.Records;

/// <summary>
/// One event between one ordered pair of parties: the row that every analysis counts, whether we coded it or another system did.
/// An event of several parties is several of these, by <see cref="DyadExpansion"/>.
/// </summary>
/// <param name="EventId">The event's id in its source; the same for all pairs of one event.</param>
/// <param name="Dyad">Who, towards whom.</param>
/// <param name="When">When it took place.</param>
/// <param name="Type">The category.</param>
public sealed record DyadicEvent(string EventId, Dyad Dyad, DateSpan When, PloverType Type)
{
    /// <summary>PLOVER's modes of the category; empty where none is known.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>PLOVER's contexts (military, economic ...); empty where none is known.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code as text; null where none is known.</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein score of the CAMEO code, -10 to +10; null without one.</summary>
    public double? Goldstein { get; init; }

    /// <summary>PLOVER's score by category and mode, -10 to +10.</summary>
    public double Score => Type.Score(Modes);

    /// <summary>Whether it took place; <see cref="EventStatus.Unknown"/> for imports.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Sectors of the acting side (GOV, MIL ...), each once, in the order told.</summary>
    public IReadOnlyList<string> ActorSectors { get; init; } = [];

    /// <summary>Sectors of the other side.</summary>
    public IReadOnlyList<string> RecipientSectors { get; init; } = [];

    /// <summary>Killed; null where not stated.</summary>
    public int? Dead { get; init; }

    /// <summary>The document it was read in; null for imports without one.</summary>
    public string? DocId { get; init; }

    /// <summary>The sentence, counted from 0 in the document; null for imports without one.</summary>
    public int? Sentence { get; init; }

    /// <summary>The outlet; null where unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>How many articles tell the act in the same text: 1 where nobody reprinted it, or nobody looked.</summary>
    public int Printings { get; init; } = 1;

    /// <summary>Who coded it: <c>entente</c>, <c>gdelt</c>, <c>icews</c> and so on.</summary>
    public required string Source { get; init; }
}

/// <summary>What happened between one ordered pair in one period, counted: the aggregate an archive gives without reading its events.</summary>
/// <param name="Dyad">Who, towards whom.</param>
/// <param name="Period">When.</param>
/// <param name="Type">The category.</param>
/// <param name="Count">Events; greater than 0.</param>
/// <param name="ScoreSum">Sum of their PLOVER scores.</param>
/// <param name="GoldsteinSum">Sum of the Goldstein scores of those that bear one.</param>
/// <param name="GoldsteinCount">How many bear one.</param>
/// <param name="Dead">Sum of the stated numbers of killed.</param>
public readonly record struct DyadCount(
    Dyad Dyad,
    Period Period,
    PloverType Type,
    int Count,
    double ScoreSum,
    double GoldsteinSum,
    int GoldsteinCount,
    int Dead)
{
    /// <summary>How many further articles tell these events in the same texts.</summary>
    public int Reprints { get; init; }
}
