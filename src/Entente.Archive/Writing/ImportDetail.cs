using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>What an import says of an event besides the row that analyses count; whatever is unknown is null.</summary>
public sealed record ImportDetail
{
    /// <summary>The day under which the source files it; null for the event's first day.</summary>
    public DateOnly? Filed { get; init; }

    /// <summary>How exactly the date is known.</summary>
    public DatePrecision Precision { get; init; } = DatePrecision.Day;

    /// <summary>Injured.</summary>
    public int? Injured { get; init; }

    /// <summary>Arrested.</summary>
    public int? Arrested { get; init; }

    /// <summary>Where: ISO 3166-1 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Where: first-level region.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Where: the place's name.</summary>
    public string? Place { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>PLOVER's resolution, 5 (below a city) to 1 (country).</summary>
    public int? Resolution { get; init; }

    /// <summary>The report it was coded from.</summary>
    public string? Url { get; init; }

    /// <summary>The acting side's name as the source writes it.</summary>
    public string? ActorName { get; init; }

    /// <summary>The other side's name as the source writes it.</summary>
    public string? RecipientName { get; init; }
}
