using Entente.Coding;
using Entente.Lexicon.Ontologies;

namespace Entente.Running;

/// <summary>How documents are coded.</summary>
public sealed record CodeOptions
{
    /// <summary>How many threads work; the output is the same, whatever the number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether offsets count code points rather than UTF-16 code units.</summary>
    public bool CodepointOffsets { get; init; }

    /// <summary>The day of documents that bear none; null refuses them.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Which kinds of records are written; bargains come with ties.</summary>
    public RecordKinds Records { get; init; } = RecordKinds.Events;

    /// <summary>Gives events the names of the user's own categories; null for none: then records bear no labels.</summary>
    public Ontology? Ontology { get; init; }
}
