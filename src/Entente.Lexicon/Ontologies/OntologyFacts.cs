using Entente.Records;

namespace Entente.Lexicon.Ontologies;

/// <summary>What the conditions of an ontology look at: an event without its words.</summary>
public sealed record OntologyFacts
{
    /// <summary>PLOVER's category; null for imported statements that have none.</summary>
    public required PloverType? Type { get; init; }

    /// <summary>PLOVER's modes.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>PLOVER's contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code; null without one.</summary>
    public string? Cameo { get; init; }

    /// <summary>Id of the frame that coded it; null for imports.</summary>
    public string? Frame { get; init; }

    /// <summary>The words that tell the act; null for imports.</summary>
    public string? Trigger { get; init; }

    /// <summary>Whether it took place.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Codes of who did it; null for a party without one.</summary>
    public IReadOnlyList<ActorCode?> Actors { get; init; } = [];

    /// <summary>Codes of whom it was done to; null for a party without one.</summary>
    public IReadOnlyList<ActorCode?> Recipients { get; init; } = [];

    /// <summary>The country it took place in; null where not stated.</summary>
    public string? Country { get; init; }

    /// <summary>The facts of a record.</summary>
    public static OntologyFacts Of(CodedEvent coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        return new()
        {
            Type = coded.Type,
            Modes = coded.Mode,
            Contexts = coded.Context,
            Cameo = coded.Cameo,
            Frame = coded.Rule,
            Trigger = coded.Trigger.Text,
            Status = coded.Status,
            Claimed = coded.Claimed,
            Actors = [.. coded.Actor.Select(entity => entity.Code)],
            Recipients = [.. coded.Recipient.Select(entity => entity.Code)],
            Country = coded.Location?.Country,
        };
    }
}
