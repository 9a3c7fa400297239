namespace Entente.Records;

/// <summary>Words of a document that show something.</summary>
/// <param name="Text">The words, exactly as they stand.</param>
/// <param name="Span">Where they stand, in UTF-16 code units of the document's text.</param>
public sealed record Quote(string Text, TextSpan Span)
{
    /// <summary>The quote of a span.</summary>
    public static Quote Of(string text, TextSpan span) => new(span.In(text), span);
}

/// <summary>A party to an event: the words that name it, and who that is.</summary>
/// <param name="Quote">The mention; for a pronoun, the words it stands for where its sentence has them, else the pronoun itself.</param>
/// <param name="Code">Country or body and sectors; null where the party is known by its words only.</param>
public sealed record Entity(Quote Quote, ActorCode? Code)
{
    /// <summary>The name the lexicon knows the party by; null where it knows none.</summary>
    public string? Name { get; init; }

    /// <summary>The office held on the day; null where none is known.</summary>
    public string? Role { get; init; }

    /// <summary>The lexicon's id; null where the code comes from a role noun and a country alone.</summary>
    public string? Id { get; init; }

    /// <summary>Why it bears its code, for <c>explain</c>: the lexicon's row or the rule.</summary>
    public string? Reason { get; init; }
}

/// <summary>Where an event took place.</summary>
/// <param name="Quote">The place's words.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Resolution">PLOVER's 5 (below a city), 4 city, 3 district, 2 province, 1 country.</param>
public sealed record EventLocation(Quote Quote, string Country, int Resolution)
{
    /// <summary>First-level region; null where unknown or where the country as a whole is meant.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Degrees north; null for a country: its centre is never given as a place.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null for a country.</summary>
    public double? Longitude { get; init; }

    /// <summary>GeoNames' number of the place.</summary>
    public int? GeonameId { get; init; }
}

/// <summary>What a text counts of an event's victims.</summary>
/// <param name="Dead">Killed; null where not stated.</param>
/// <param name="Injured">Injured; null where not stated.</param>
/// <param name="Arrested">Arrested; null where not stated.</param>
public sealed record EventSize(int? Dead, int? Injured, int? Arrested);

/// <summary>One act of one party towards another, as a text tells it.</summary>
public sealed record CodedEvent
{
    /// <summary>Stable: same document, coder and lexicon, same id.</summary>
    public required string Id { get; init; }

    /// <summary>The document it was read in.</summary>
    public required string DocId { get; init; }

    /// <summary>The document's day of publication.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The sentence, counted from 0 in the document.</summary>
    public required int Sentence { get; init; }

    /// <summary>What kind of act.</summary>
    public required PloverType Type { get; init; }

    /// <summary>How: PLOVER's modes of the category, mostly one or none.</summary>
    public IReadOnlyList<string> Mode { get; init; } = [];

    /// <summary>About what: PLOVER's contexts.</summary>
    public IReadOnlyList<string> Context { get; init; } = [];

    /// <summary>CAMEO code as text, <c>"057"</c>; null where none fits.</summary>
    public string? Cameo { get; init; }

    /// <summary>Goldstein score of the CAMEO code; null without one.</summary>
    public double? Goldstein { get; init; }

    /// <summary>Whether it took place, as the text has it.</summary>
    public EventStatus Status { get; init; }

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Probability that the record is right, 0 to 1, three decimals.</summary>
    public double Confidence { get; init; }

    /// <summary>Who did it; never empty.</summary>
    public required IReadOnlyList<Entity> Actor { get; init; }

    /// <summary>To whom; empty where the text names nobody.</summary>
    public IReadOnlyList<Entity> Recipient { get; init; } = [];

    /// <summary>The words that tell the act.</summary>
    public required Quote Trigger { get; init; }

    /// <summary>Where it took place; null where the text does not say.</summary>
    public EventLocation? Location { get; init; }

    /// <summary>When it took place.</summary>
    public required DateSpan EventDate { get; init; }

    /// <summary>How exactly <see cref="EventDate"/> is known.</summary>
    public DatePrecision DatePrecision { get; init; }

    /// <summary>Its victims as counted; null where not stated.</summary>
    public EventSize? Size { get; init; }

    /// <summary>Who says so; null where the text itself does.</summary>
    public Quote? Attribution { get; init; }

    /// <summary>The frame that coded it.</summary>
    public required string Rule { get; init; }

    /// <summary>Names of the categories of the user's own ontology that it belongs to, in the ontology's order; null where no ontology was asked.</summary>
    public IReadOnlyList<string>? Labels { get; init; }
}
