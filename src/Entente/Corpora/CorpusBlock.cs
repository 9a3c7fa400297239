using Entente.Records;

namespace Entente.Corpora;

/// <summary>One annotated sentence (or short run of sentences) of the corpus.</summary>
/// <param name="Id">Unique: <c>tr-0001</c>, <c>dev-0001</c>, <c>neg-0001</c>.</param>
/// <param name="Date">The article's day.</param>
/// <param name="Manner">How it is written: wire, headline, dateline, quote, analysis, negative, statement.</param>
/// <param name="Text">The words.</param>
/// <param name="Acts">Every act, in the order annotated.</param>
/// <param name="Notes">Records that are no events: agreements, ties, bargains, assessments.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Line">The line of its head.</param>
public sealed record CorpusBlock(
    string Id, DateOnly Date, string Manner, string Text, IReadOnlyList<CorpusAct> Acts, IReadOnlyList<CorpusNote> Notes, string File, int Line);

/// <summary>A party as annotated.</summary>
/// <param name="Quote">Its words.</param>
/// <param name="Code">Its code; null where none is known.</param>
public sealed record CorpusParty(Quote Quote, ActorCode? Code);

/// <summary>An act as annotated.</summary>
public sealed record CorpusAct
{
    /// <summary>The category.</summary>
    public required PloverType Type { get; init; }

    /// <summary>Modes.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>Contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code; null where none is given.</summary>
    public string? Cameo { get; init; }

    /// <summary>The act's status.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Whether all parties are actors and recipients alike.</summary>
    public bool Reciprocal { get; init; }

    /// <summary>Who; may be empty.</summary>
    public IReadOnlyList<CorpusParty> Actor { get; init; } = [];

    /// <summary>To whom; may be empty.</summary>
    public IReadOnlyList<CorpusParty> Recipient { get; init; } = [];

    /// <summary>The words that tell it.</summary>
    public required Quote Trigger { get; init; }

    /// <summary>Whose report it is; null where the sentence names nobody.</summary>
    public Quote? Attribution { get; init; }

    /// <summary>Its line.</summary>
    public int Line { get; init; }
}

/// <summary>A record that is no event, as annotated.</summary>
/// <param name="Kind">agreement, tie, bargain or assessment.</param>
/// <param name="Tie">The tie's kind; null for the others.</param>
/// <param name="Fields">Its values by key, as written.</param>
/// <param name="Parties">The values that are parties, by key.</param>
/// <param name="Quotes">The values that are words of the text, by key.</param>
/// <param name="Line">Its line.</param>
public sealed record CorpusNote(
    string Kind,
    TieKind? Tie,
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, IReadOnlyList<CorpusParty>> Parties,
    IReadOnlyDictionary<string, IReadOnlyList<Quote>> Quotes,
    int Line);
