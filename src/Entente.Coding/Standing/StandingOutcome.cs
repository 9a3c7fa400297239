using Entente.Records;

namespace Entente.Coding.Standing;

/// <summary>Numbers of the outcomes that the model of standing scores; a status has its own number.</summary>
internal static class StandingOutcome
{
    /// <summary>The first status that is chosen by weights; reported is what is left.</summary>
    public const EventStatus FirstStatus = EventStatus.Future;

    /// <summary>The last.</summary>
    public const EventStatus LastStatus = EventStatus.Historical;

    /// <summary>That a source vouches for the act.</summary>
    public const int Source = (int)LastStatus + 1;

    /// <summary>That the act is merely claimed.</summary>
    public const int Claim = Source + 1;
}
