using Entente.Records;

namespace Entente.Archive.Exchange;

/// <summary>One event as data sets exchange it: what importers give and exporters take.</summary>
/// <remarks>
/// Unlike <see cref="CodedEvent"/> it needs no words behind it, and keeps what its source says besides: the source's own
/// codes, names, story. Lists may be shared between records and are never changed.
/// </remarks>
public sealed record ExchangeEvent
{
    /// <summary>Who coded it: <c>entente</c>, <c>gdelt</c>, <c>icews</c>, <c>polecat</c> and so on.</summary>
    public required string Source { get; init; }

    /// <summary>The event's id in its source. With <see cref="Source"/> and <see cref="Date"/> it is the key: the same key, the same event.</summary>
    public required string Id { get; init; }

    /// <summary>The day under which the source files it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it took place.</summary>
    public required DateSpan When { get; init; }

    /// <summary>How exactly that is known.</summary>
    public DatePrecision Precision { get; init; } = DatePrecision.Day;

    /// <summary>PLOVER's category; null where the source's code has none there (mere statements, CAMEO 01): then it counts in no dyad.</summary>
    public PloverType? Type { get; init; }

    /// <summary>PLOVER's modes of the category.</summary>
    public IReadOnlyList<string> Modes { get; init; } = [];

    /// <summary>PLOVER's contexts.</summary>
    public IReadOnlyList<string> Contexts { get; init; } = [];

    /// <summary>CAMEO code as text; null where the source does not code CAMEO.</summary>
    public string? Cameo { get; init; }

    /// <summary>The source's score of the CAMEO code, -10 to +10; null without one. GDELT's table differs from that of ICEWS in a few codes.</summary>
    public double? Goldstein { get; init; }

    /// <summary>What the source calls the event: <c>Express intent to cooperate</c>, <c>Battles: Armed clash</c>; null where it says nothing but a code.</summary>
    public string? Label { get; init; }

    /// <summary>Whether it took place; unknown where nobody coded that.</summary>
    public EventStatus Status { get; init; } = EventStatus.Unknown;

    /// <summary>Whether an interested party asserts it.</summary>
    public bool Claimed { get; init; }

    /// <summary>Probability that the record is right, 0 to 1; null where the source gives none.</summary>
    public double? Confidence { get; init; }

    /// <summary>Who did it; may be empty.</summary>
    public IReadOnlyList<ExchangeParty> Actors { get; init; } = [];

    /// <summary>To whom; may be empty.</summary>
    public IReadOnlyList<ExchangeParty> Recipients { get; init; } = [];

    /// <summary>Where; null where not stated.</summary>
    public ExchangePlace? Place { get; init; }

    /// <summary>Its victims; null where not stated.</summary>
    public EventSize? Size { get; init; }

    /// <summary>The story or document it was coded from, as the source numbers it; null where not stated.</summary>
    public string? Story { get; init; }

    /// <summary>The sentence of the story, from 0; null where not stated.</summary>
    public int? Sentence { get; init; }

    /// <summary>The outlet, several apart by a semicolon; null where not stated.</summary>
    public string? Publisher { get; init; }

    /// <summary>Where it can be read; null where not stated.</summary>
    public string? Url { get; init; }

    /// <summary>Words about it, where the source gives some and their terms allow to keep them.</summary>
    public string? Text { get; init; }

    /// <summary>Id of the frame that coded it; null where none did.</summary>
    public string? Frame { get; init; }

    /// <summary>Names of the categories of the user's own ontology that it belongs to; null where no ontology was asked.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>How many mentions the source counts; null where it counts none.</summary>
    public int? Mentions { get; init; }

    /// <summary>The line of the file it came from, from 1; 0 where it came from none.</summary>
    public long Line { get; init; }

    /// <summary>The pairs of parties it counts in, by <see cref="DyadExpansion"/>; none without a category.</summary>
    public IEnumerable<DyadicEvent> Pairs()
    {
        if (Type is not { } type)
        {
            yield break;
        }

        foreach (Dyad dyad in DyadExpansion.Of(ExchangeParty.Parties(Actors), ExchangeParty.Parties(Recipients), Recipients.Count > 0, type, Cameo))
        {
            yield return new(Id, dyad, When, type)
            {
                Modes = Modes,
                Contexts = Contexts,
                Cameo = Cameo,
                Goldstein = Goldstein,
                Status = Status,
                Claimed = Claimed,
                ActorSectors = ExchangeParty.Sectors(Actors),
                RecipientSectors = ExchangeParty.Sectors(Recipients),
                Dead = Size?.Dead,
                DocId = Story,
                Sentence = Sentence,
                Publisher = Publisher,
                Source = Source,
            };
        }
    }
}
