using Entente.Coding;

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
}
