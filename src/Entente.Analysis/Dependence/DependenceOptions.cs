namespace Entente.Analysis.Dependence;

/// <summary>Which transfers count, and how stock wears out.</summary>
public sealed record DependenceOptions
{
    /// <summary>First year of the shares; null for the first there is.</summary>
    public int? From { get; init; }

    /// <summary>Last year, included, and the year that stock is counted at; null for the last there is in the table.</summary>
    public int? To { get; init; }

    /// <summary>
    /// Years in which what was transferred loses half of what it counts for as stock; null where the table holds stock, or
    /// nothing wears out. Greater than 0.
    /// </summary>
    public double? HalfLife { get; init; } = 20;

    /// <summary>Length of the rolling windows of the trend, in years; at least 1.</summary>
    public int RollingYears { get; init; } = 5;

    /// <summary>Only goods of this kind, as the source sorts them; null for all.</summary>
    public string? Category { get; init; }
}
