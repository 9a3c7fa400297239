namespace Entente.Archive.Feeds;

/// <summary>What is known about a feed that is watched.</summary>
/// <param name="Url">Its address.</param>
public sealed record FeedState(string Url)
{
    /// <summary>What its server called the version read last; null where it did not.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server said it was changed last, as it wrote it; null where it did not.</summary>
    public string? Modified { get; init; }

    /// <summary>How often, one after the other, it could not be read.</summary>
    public int Failures { get; init; }

    /// <summary>When it was asked last; null for never.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>When it is to be asked next.</summary>
    public DateTimeOffset Next { get; init; }

    /// <summary>What came of it, for people; null before the first time.</summary>
    public string? Answer { get; init; }
}
