namespace Entente.Watching;

/// <summary>How an address answered.</summary>
public enum FetchOutcome
{
    /// <summary>With its content.</summary>
    Fetched,

    /// <summary>That nothing changed since the version named.</summary>
    NotModified,

    /// <summary>Not at all, or with an error; it may be asked again later.</summary>
    Failed,

    /// <summary>Its server asks programs not to read it.</summary>
    Refused,
}

/// <summary>What came of asking for an address.</summary>
/// <param name="Outcome">How it answered.</param>
/// <param name="Words">That in words, for people: <c>200</c>, <c>304</c>, <c>503</c>, <c>no answer: ...</c></param>
public sealed record FetchAnswer(FetchOutcome Outcome, string Words)
{
    /// <summary>The content; empty unless fetched.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What the server calls this version; null where it does not.</summary>
    public string? ETag { get; init; }

    /// <summary>When the server says it was changed, as it wrote it; null where it does not.</summary>
    public string? Modified { get; init; }

    /// <summary>How long the server asks to wait; null where it does not ask.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
