using Entente.Records;

namespace Entente.Reading.JsonLines;

/// <summary>One line of a JSON Lines file of texts, before anybody asks whether it is complete enough for the work at hand.</summary>
/// <param name="Id">Unique within the file; never empty.</param>
/// <param name="Text">The words; never blank.</param>
/// <param name="Date">The day it was published; null where the line states none.</param>
public sealed record TextRecord(string Id, string Text, DateOnly? Date)
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

    /// <summary>The first party's mentions, in UTF-16 code units of <see cref="Text"/>; null where the line has no <c>source</c>.</summary>
    public IReadOnlyList<TextSpan>? Source { get; init; }

    /// <summary>The second party's mentions; null where the line has no <c>target</c>.</summary>
    public IReadOnlyList<TextSpan>? Target { get; init; }

    /// <summary>The same as a document.</summary>
    /// <param name="date">The day to take: <see cref="Date"/>, or what the user said for texts without one.</param>
    public Document ToDocument(DateOnly date) =>
        new(Id, date, Text) { Title = Title, Publisher = Publisher, Author = Author, Url = Url, Language = Language };
}
