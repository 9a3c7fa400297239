using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Which events, agreements, ties and assessments an analysis looks at.</summary>
/// <remarks>
/// An event is in the window when its first day is. By default those count that are reported, or imported without a status, and not merely claimed by an
/// interested party: what an analysis counts unless it says otherwise.
/// </remarks>
public sealed record Selection
{
    /// <summary>All that counts.</summary>
    public static Selection Everything { get; } = new();

    /// <summary>Only between these two, in both directions; null for all.</summary>
    public Relation? Pair { get; init; }

    /// <summary>Only among these parties (<c>AFG</c>, <c>AFG REB</c>); with a single one, all in which it takes part. Empty for all.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>First day; null for no limit.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day after the last; null for no limit.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who coded it: <c>entente</c>, <c>gdelt</c> ...; empty for all.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Whether acts count that only an interested party asserts.</summary>
    public bool WithClaimed { get; init; }

    /// <summary>The statuses that count.</summary>
    public IReadOnlyList<EventStatus> Statuses { get; init; } = [EventStatus.Reported, EventStatus.Unknown];

    /// <summary>The categories that count; empty for all.</summary>
    public IReadOnlyList<PloverType> Types { get; init; } = [];

    /// <summary>Whether events are given once for each article that prints their text, rather than once: for questions about outlets. Counts count each act once whatever it says.</summary>
    public bool EachPrinting { get; init; }

    /// <summary>Whether a dyad is asked for.</summary>
    public bool Includes(Dyad dyad)
    {
        if (Pair is { } pair && dyad.Relation != pair)
        {
            return false;
        }

        return Actors.Count switch
        {
            0 => true,
            1 => dyad.Actor == Actors[0] || dyad.Recipient == Actors[0],
            _ => Actors.Contains(dyad.Actor) && Actors.Contains(dyad.Recipient),
        };
    }

    /// <summary>Whether a day is in the window.</summary>
    public bool Includes(DateOnly day) => (From is not { } from || day >= from) && (Until is not { } until || day < until);

    /// <summary>Whether a status and claim count.</summary>
    public bool Includes(EventStatus status, bool claimed) => (WithClaimed || !claimed) && Statuses.Contains(status);

    /// <summary>Whether a source is asked for.</summary>
    public bool Includes(string source) => Sources.Count == 0 || Sources.Contains(source);

    /// <summary>Whether an event is asked for.</summary>
    public bool Includes(DyadicEvent row) =>
        Includes(row.Dyad) && Includes(row.When.Start) && Includes(row.Status, row.Claimed) && Includes(row.Source) && (Types.Count == 0 || Types.Contains(row.Type));

    /// <summary>Whether a record with these parties is asked for: those of the pair, or as many as <see cref="Actors"/> asks for.</summary>
    /// <param name="parties">Its parties, each once.</param>
    public bool IncludesParties(IReadOnlyCollection<string> parties)
    {
        if (Pair is { } pair && !(parties.Contains(pair.First) && parties.Contains(pair.Second)))
        {
            return false;
        }

        return Actors.Count switch
        {
            0 => true,
            1 => parties.Contains(Actors[0]),
            _ => parties.Count(party => Actors.Contains(party)) >= 2,
        };
    }
}
