namespace Entente.Records;

/// <summary>One article: its words and what is known about them.</summary>
/// <param name="Id">Unique within a run.</param>
/// <param name="Date">The day it was published: who somebody is depends on it.</param>
/// <param name="Text">The words; all spans of all records point into this string.</param>
public sealed record Document(string Id, DateOnly Date, string Text)
{
    /// <summary>The headline, where it is not part of <see cref="Text"/>.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the outlet.</summary>
    public string? Publisher { get; init; }

    /// <summary>The by-line.</summary>
    public string? Author { get; init; }

    /// <summary>Where it was published.</summary>
    public string? Url { get; init; }

    /// <summary>BCP 47 tag; null where not stated.</summary>
    public string? Language { get; init; }
}
