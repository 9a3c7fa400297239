using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>What was coded in a document, each kind in text order.</summary>
/// <param name="Events">Acts.</param>
/// <param name="Sentences">The document's sentences; those that hold records are kept.</param>
public sealed record DocumentRecords(IReadOnlyList<CodedEvent> Events, IReadOnlyList<TextSpan> Sentences)
{
    /// <summary>Agreements.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Standing relations.</summary>
    public IReadOnlyList<Tie> Ties { get; init; } = [];

    /// <summary>Bargains.</summary>
    public IReadOnlyList<Bargain> Bargains { get; init; } = [];

    /// <summary>The author's inferences.</summary>
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];

    /// <summary>Number of records of all kinds.</summary>
    public int Count => Events.Count + Agreements.Count + Ties.Count + Bargains.Count + Assessments.Count;
}
