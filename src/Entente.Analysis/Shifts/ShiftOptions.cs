namespace Entente.Analysis.Shifts;

/// <summary>How shifts are looked for.</summary>
public sealed record ShiftOptions
{
    /// <summary>Shifts found per year of a series that has none: what the bar is calibrated to. Greater than 0.</summary>
    public double FalseAlarmsPerYear { get; init; } = 0.01;

    /// <summary>Fewest periods between two shifts, and before the first and after the last; at least 1.</summary>
    public int ShortestStretch { get; init; } = 2;

    /// <summary>Posterior mass of the intervals of dates and rates, between 0 and 1.</summary>
    public double Mass { get; init; } = 0.9;

    /// <summary>Whether a yearly pattern is taken out (<see cref="Seasons"/>): rates are then per period of average coverage and season.</summary>
    public bool Seasonal { get; init; }

    /// <summary>So many replicates are drawn that this many lie above the bar.</summary>
    public double ReplicatesAbove { get; init; } = 10;

    /// <summary>Most replicates for one series: bounds the time, and with it the smallest rate that can be held.</summary>
    public int MostReplicates { get; init; } = 1999;

    /// <summary>Seed of the replicates; every series starts from it, so that no series changes another's result.</summary>
    public ulong Seed { get; init; } = 20070710;
}
