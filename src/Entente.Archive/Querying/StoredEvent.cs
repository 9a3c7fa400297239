using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>An event as the archive holds it.</summary>
/// <param name="Number">Its row in the table <c>event</c>.</param>
/// <param name="Id">The record's id.</param>
/// <param name="Source">Who coded it: <c>entente</c>, <c>gdelt</c> ...</param>
/// <param name="When">When it took place.</param>
/// <param name="Type">The category; null for an import whose code has none.</param>
public sealed record StoredEvent(long Number, string Id, string Source, DateSpan When, PloverType? Type)
{
    /// <summary>What coded it.</summary>
    public required RecordStamp Stamp { get; init; }

    /// <summary>Whether it counts; false for what an older coding, a revised text or a rejected record says.</summary>
    public bool Counts { get; init; }

    /// <summary>Whether another record stands for the act that it tells: then it does not count a second time.</summary>
    public bool IsMention => Counts && Act != Id;

    /// <summary>The id of the record that stands for the act; its own where it does, and for imports.</summary>
    public required string Act { get; init; }

    /// <summary>Of a record that stands for its act: how many further articles tell the act in the same text; 0 for others.</summary>
    public int Reprints { get; init; }

    /// <summary>The whole record; null for imports.</summary>
    public CodedEvent? Coded { get; init; }

    /// <summary>The whole event of an import; null for what this program coded.</summary>
    public ExchangeEvent? Imported { get; init; }

    /// <summary>Its pairs; empty where it has none.</summary>
    public IReadOnlyList<Dyad> Dyads { get; init; } = [];

    /// <summary>CAMEO code; null where none is known.</summary>
    public string? Cameo { get; init; }

    /// <summary>PLOVER's modes.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>Whether it took place.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>The document's id, or the story's as the source numbers it; null where not known.</summary>
    public string? DocId { get; init; }

    /// <summary>The document's headline; null where there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The outlet; null where unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it can be read; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Where its sentence stands in the document; null for imports.</summary>
    public TextSpan? Sentence { get; init; }

    /// <summary>The words of its sentence; null for imports.</summary>
    public string? SentenceText { get; init; }

    /// <summary>The place's words; null where not known.</summary>
    public string? Place { get; init; }

    /// <summary>The reports that mention it, as far as the archive holds a table of mentions; null where it holds none. What the source itself counts is <see cref="ExchangeEvent.Mentions"/>.</summary>
    public MentionCount? Mentions { get; init; }
}
