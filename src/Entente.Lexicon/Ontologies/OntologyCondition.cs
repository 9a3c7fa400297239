using Entente.Records;

namespace Entente.Lexicon.Ontologies;

/// <summary>What an event has to be: each part that is asked for must hold, and a part holds where any of its values does.</summary>
/// <remarks>A part that is null is not asked for.</remarks>
public sealed record OntologyCondition
{
    /// <summary>PLOVER's categories.</summary>
    public IReadOnlyList<PloverType>? Event { get; init; }

    /// <summary>PLOVER's quads.</summary>
    public IReadOnlyList<Quad>? Quad { get; init; }

    /// <summary>PLOVER's modes.</summary>
    public IReadOnlyList<string>? Mode { get; init; }

    /// <summary>PLOVER's contexts.</summary>
    public IReadOnlyList<string>? Context { get; init; }

    /// <summary>CAMEO codes, <c>*</c> for any digits: <c>19*</c>.</summary>
    public IReadOnlyList<string>? Cameo { get; init; }

    /// <summary>Ids of frames, <c>*</c> for any characters.</summary>
    public IReadOnlyList<string>? Frame { get; init; }

    /// <summary>The words that tell the act, lower case, <c>*</c> for any characters: <c>mediat*</c>.</summary>
    public IReadOnlyList<string>? Trigger { get; init; }

    /// <summary>Whether it took place.</summary>
    public IReadOnlyList<EventStatus>? Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool? Claimed { get; init; }

    /// <summary>Who did it.</summary>
    public IReadOnlyList<PartyPattern>? Actor { get; init; }

    /// <summary>To whom.</summary>
    public IReadOnlyList<PartyPattern>? Recipient { get; init; }

    /// <summary>Who is on either side.</summary>
    public IReadOnlyList<PartyPattern>? Party { get; init; }

    /// <summary>Countries it took place in.</summary>
    public IReadOnlyList<string>? Place { get; init; }

    /// <summary>Whether an event is so.</summary>
    public bool Holds(OntologyFacts act)
    {
        ArgumentNullException.ThrowIfNull(act);
        return HoldsOfKind(act)
            && (Status is null || Status.Contains(act.Status))
            && (Claimed is null || Claimed == act.Claimed)
            && (Actor is null || Actor.Any(party => party.Holds(act.Actors)))
            && (Recipient is null || Recipient.Any(party => party.Holds(act.Recipients)))
            && (Party is null || Party.Any(party => party.Holds(act.Actors) || party.Holds(act.Recipients)))
            && (Place is null || (act.Country is { } country && Place.Contains(country)));
    }

    private bool HoldsOfKind(OntologyFacts act) =>
        (Event is null || (act.Type is { } type && Event.Contains(type)))
        && (Quad is null || (act.Type is { } kind && Quad.Contains(kind.Quad())))
        && (Mode is null || Mode.Any(act.Modes.Contains))
        && (Context is null || Context.Any(act.Contexts.Contains))
        && (Cameo is null || (act.Cameo is { } code && Cameo.Any(pattern => Glob.Fits(pattern, code))))
        && (Frame is null || (act.Frame is { } frame && Frame.Any(pattern => Glob.Fits(pattern, frame))))
        && (Trigger is null || (act.Trigger?.ToLowerInvariant() is { } words && Trigger.Any(pattern => Glob.Fits(pattern, words))));

    /// <summary>Whether every event that fits this one fits <paramref name="other"/> too, as far as their parts tell: each part of the other is asked for here, with no more values.</summary>
    internal bool Implies(OntologyCondition other) =>
        Within(Event, other.Event) && Within(Quad, other.Quad) && Within(Mode, other.Mode) && Within(Context, other.Context)
        && Within(Cameo, other.Cameo) && Within(Frame, other.Frame) && Within(Trigger, other.Trigger) && Within(Status, other.Status)
        && (other.Claimed is null || other.Claimed == Claimed)
        && Within(Texts(Actor), Texts(other.Actor)) && Within(Texts(Recipient), Texts(other.Recipient)) && Within(Texts(Party), Texts(other.Party)) && Within(Place, other.Place);

    private static bool Within<T>(IReadOnlyList<T>? values, IReadOnlyList<T>? others) => others is null || (values is not null && values.All(others.Contains));

    private static string[]? Texts(IReadOnlyList<PartyPattern>? parties) => parties is null ? null : [.. parties.Select(party => party.Text)];
}
