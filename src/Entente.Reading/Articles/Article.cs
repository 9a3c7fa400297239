namespace Entente.Reading.Articles;

/// <summary>What a file says of its article, before the rules for its day are applied.</summary>
/// <param name="Text">The words; blank where none were found.</param>
internal sealed record Article(string Text)
{
    public string? Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Url { get; init; }

    public string? Language { get; init; }

    /// <summary>The day as the file writes it; null where it writes none.</summary>
    public string? Date { get; init; }
}
