using Entente.Records;

namespace Entente.Briefing.Sections;

/// <summary>All that was coded in the documents of a brief, in any order.</summary>
public sealed record BriefRecords
{
    /// <summary>Acts.</summary>
    public IReadOnlyList<CodedEvent> Events { get; init; } = [];

    /// <summary>Agreements and their stages.</summary>
    public IReadOnlyList<Agreement> Agreements { get; init; } = [];

    /// <summary>Standing relations.</summary>
    public IReadOnlyList<Tie> Ties { get; init; } = [];

    /// <summary>Bargains.</summary>
    public IReadOnlyList<Bargain> Bargains { get; init; } = [];

    /// <summary>The authors' inferences.</summary>
    public IReadOnlyList<Assessment> Assessments { get; init; } = [];
}
