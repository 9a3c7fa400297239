namespace Entente.Lexicon.Ontologies;

/// <summary>A category of a user's own: a name, what it means, and which events belong to it.</summary>
public sealed record OntologyCategory
{
    /// <summary>The name that records bear: lower-case words apart by hyphens.</summary>
    public required string Label { get; init; }

    /// <summary>What it means, in the words of whoever made it.</summary>
    public required string Description { get; init; }

    /// <summary>An event belongs to it where one of these holds; never empty.</summary>
    public required IReadOnlyList<OntologyCondition> When { get; init; }

    /// <summary>An event does not belong to it where one of these holds.</summary>
    public IReadOnlyList<OntologyCondition> Not { get; init; } = [];

    /// <summary>The line it starts on: <c>lexicon/packs/mine/ontology.yaml:3</c>.</summary>
    public required string Place { get; init; }

    /// <summary>Whether an event belongs to it.</summary>
    public bool Holds(OntologyFacts act) => When.Any(condition => condition.Holds(act)) && !Not.Any(condition => condition.Holds(act));
}
