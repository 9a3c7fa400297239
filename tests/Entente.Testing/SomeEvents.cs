using Entente.Records;

namespace Entente.Testing;

/// <summary>Ready-made documents and events, so that a test shows only what it is about.</summary>
public static class SomeEvents
{
    /// <summary>A document that says "Actor acted towards Recipient." unless told otherwise.</summary>
    public static Document Document(string id, string date, string? publisher = null, string text = "Actor acted towards Recipient.") =>
        new(id, Day(date), text) { Publisher = publisher, Title = "Title of " + id };

    /// <summary>An event of <paramref name="actors"/> towards <paramref name="recipients"/>: codes, several apart by a comma.</summary>
    public static CodedEvent Event(
        string id, string date, PloverType type, string actors, string recipients,
        EventStatus status = EventStatus.Reported, string docId = "d1", bool claimed = false, string? mode = null) => new()
        {
            Id = id,
            DocId = docId,
            Date = Day(date),
            Sentence = 0,
            Type = type,
            Mode = mode is null ? [] : [mode],
            Status = status,
            Claimed = claimed,
            Confidence = 0.9,
            Actor = Parties(actors, new(0, 5)),
            Recipient = Parties(recipients, new(20, 29)),
            Trigger = new("acted", new(6, 11)),
            EventDate = DateSpan.OfDay(Day(date)),
            DatePrecision = DatePrecision.Day,
            Rule = "test",
        };

    /// <summary>A day from <c>yyyy-MM-dd</c>.</summary>
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Entity[] Parties(string codes, TextSpan span) =>
        [.. codes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(c =>
            new Entity(new(span.Start == 0 ? "Actor" : "Recipient", span), c == "?" ? null : ActorCode.Parse(c)))];
}
