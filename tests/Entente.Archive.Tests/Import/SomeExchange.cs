using System.Globalization;
using Entente.Archive.Exchange;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

/// <summary>Ready-made events for exchange.</summary>
internal static class SomeExchange
{
    public static ExchangeEvent Bare() => new()
    {
        Source = "icews",
        Id = "7",
        Date = new(2018, 6, 1),
        When = DateSpan.OfDay(new(2018, 6, 1)),
        Type = PloverType.Accuse,
        Actors = [new("Chad", ActorCode.Parse("TCD"))],
    };

    public static ExchangeEvent Full() => new()
    {
        Source = "entente",
        Id = "e-1",
        Date = new(2026, 5, 28),
        When = new(new(2026, 5, 1), new(2026, 6, 1)),
        Precision = DatePrecision.Month,
        Type = PloverType.Consult,
        Modes = ["visit"],
        Contexts = ["military", "economic"],
        Cameo = "042",
        Goldstein = 1.9,
        Label = "Make a visit",
        Status = EventStatus.Reported,
        Claimed = true,
        Confidence = 0.875,
        Actors = [new("Ministère, \"défense\"", ActorCode.Parse("FRA GOV MIL LEG")) { SourceCode = "FRAGOV" }, new("visitors", null)],
        Recipients = [new(null, ActorCode.Parse("TCD GOV")), new("rebels", ActorCode.Parse("REB"))],
        Place = new("N'Djamena", "TCD", 4) { Admin1 = "Chari-Baguirmi", Latitude = 12.1131, Longitude = 15.0491, GeonameId = 2427123 },
        Size = new(2, null, 1),
        Story = "d1",
        Sentence = 3,
        Publisher = "Example Post",
        Url = "https://example.org/a?b=1&c=2",
        Text = "The visitors\tcame,\nand \"talked\".",
        Mentions = 4,
    };

    /// <summary>All that an event says, but the line it stood in.</summary>
    public static string Show(ExchangeEvent e) => string.Create(
        CultureInfo.InvariantCulture,
        $"{e.Source}|{e.Id}|{e.Date:O}|{e.When}|{e.Precision}|{e.Type}|{string.Join(',', e.Modes)}|{string.Join(',', e.Contexts)}|{e.Cameo}|{e.Goldstein}|{e.Label}|{e.Status}|{e.Claimed}|{e.Confidence}|{Parties(e.Actors)}|{Parties(e.Recipients)}|{e.Place}|{e.Size}|{e.Story}|{e.Sentence}|{e.Publisher}|{e.Url}|{e.Text}|{e.Mentions}");

    private static string Parties(IReadOnlyList<ExchangeParty> parties) => string.Join(';', parties.Select(p => $"{p.Name}/{p.Code?.Text}/{p.SourceCode}"));
}
