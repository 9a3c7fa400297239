namespace Entente.Analysis.Signals;

/// <summary>How long answers and follow-ups are waited for.</summary>
public sealed record SignalOptions
{
    /// <summary>Days within which an act of the addressee counts as the answer; at least 1.</summary>
    public int AnswerDays { get; init; } = 30;

    /// <summary>Days within which a material act of the speaker counts as following; at least 1.</summary>
    public int FollowDays { get; init; } = 30;

    /// <summary>Whether signals count that are about no third party.</summary>
    public bool Bilateral { get; init; }

    /// <summary>The day after the last that the records cover; null for the day after the last event.</summary>
    public DateOnly? Until { get; init; }
}
