namespace Entente.Records;

/// <summary>One article: its words and what is known about them.</summary>
/// <param name="Id">Unique within a run.</param>
/// <param name="Date">The day it was published: who somebody is depends on it.</param>
/// <param name="Text">The words; all spans of all records point into this string.</param>
/// <exception cref="ArgumentOutOfRangeException">The day lies outside <see cref="Days"/>.</exception>
public sealed record Document(string Id, DateOnly Date, string Text)
{
    /// <summary>The days on which an article can have been published, for all we take in: 1000-01-01 to 2999-12-31. What lies outside is a slip of the pen, and what a text dates from there may lie outside the calendar.</summary>
    public static DateSpan Days { get; } = new(new(1000, 1, 1), new(3000, 1, 1));

    /// <summary>The day it was published: who somebody is depends on it.</summary>
    public DateOnly Date { get; init; } = Days.Contains(Date) ? Date : throw new ArgumentOutOfRangeException(nameof(Date), Date, FormattableString.Invariant($"no day of {Days}"));

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
