using Entente.Records;

namespace Entente.Archive.Exchange;

/// <summary>From what this program coded to what data sets exchange.</summary>
public static class ExchangeEvents
{
    /// <summary>A coded event as data sets exchange it: what an act is, who, when and where; the spans of its words stay behind.</summary>
    /// <param name="coded">The record.</param>
    /// <param name="source">Who coded it.</param>
    /// <param name="publisher">The outlet of its document; null where unknown.</param>
    /// <param name="url">Where that can be read; null where unknown.</param>
    public static ExchangeEvent Of(CodedEvent coded, string source, string? publisher = null, string? url = null)
    {
        ArgumentNullException.ThrowIfNull(coded);
        return new()
        {
            Source = source,
            Id = coded.Id,
            Date = coded.Date,
            When = coded.EventDate,
            Precision = coded.DatePrecision,
            Type = coded.Type,
            Modes = coded.Mode,
            Contexts = coded.Context,
            Cameo = coded.Cameo,
            Goldstein = coded.Goldstein,
            Label = coded.Trigger.Text,
            Status = coded.Status,
            Claimed = coded.Claimed,
            Confidence = coded.Confidence,
            Actors = [.. coded.Actor.Select(Party)],
            Recipients = [.. coded.Recipient.Select(Party)],
            Place = coded.Location is { } place ? ExchangePlace.At(place.Quote.Text, place.Country, place.Resolution, place.Admin1, place.Latitude, place.Longitude, place.GeonameId) : null,
            Size = coded.Size,
            Story = coded.DocId,
            Sentence = coded.Sentence,
            Publisher = publisher,
            Url = url,
            Frame = coded.Rule,
            Labels = coded.Labels,
        };
    }

    private static ExchangeParty Party(Entity entity) => new(entity.Name ?? entity.Quote.Text, entity.Code);
}
