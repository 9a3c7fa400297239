namespace Entente.Records;

/// <summary>A record with what is known about where it stands.</summary>
/// <typeparam name="T">Agreement, tie, bargain or assessment.</typeparam>
/// <param name="Record">The record.</param>
/// <param name="Date">The day its document was published; null where that is not known.</param>
/// <param name="Publisher">The outlet; null where unknown.</param>
/// <param name="Source">Who coded it.</param>
public sealed record Sourced<T>(T Record, DateOnly? Date, string? Publisher, string Source)
{
    /// <summary>How many articles tell it in the same text: 1 where nobody reprinted it, or nobody looked.</summary>
    public int Printings { get; init; } = 1;
}
