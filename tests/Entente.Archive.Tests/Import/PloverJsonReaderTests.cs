using Entente.Archive.Exchange;
using Entente.Archive.Export.Plover;
using Entente.Archive.Import.Plover;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

public class PloverJsonReaderTests
{
    [Fact]
    public void What_was_exported_comes_back_the_same()
    {
        ExchangeEvent[] events = [SomeExchange.Full(), SomeExchange.Bare(), SomeExchange.Full() with { Type = null, Modes = [], Id = "s" }];
        using var file = new MemoryStream();
        new PloverJsonExporter().Write(events, file);
        var importing = new Importing();

        List<ExchangeEvent> back = importing.Read(new PloverJsonReader(), file.ToArray());

        Assert.Empty(importing.Problems);
        Assert.Equal(events.Select(SomeExchange.Show), back.Select(SomeExchange.Show));
    }

    [Fact]
    public void The_least_that_the_manual_asks_for_is_enough()
    {
        ExchangeEvent read = Assert.Single(new Importing().Read(new PloverJsonReader(), """{"id":"x1","date":"2016-07-24","actor":[{"code":"FRA"}],"recipient":[{"code":"TCD"}],"event":["CONSULT"]}"""));

        Assert.Equal(new Dyad("FRA", "TCD"), Assert.Single(read.Pairs()).Dyad);
        Assert.Equal(EventStatus.Unknown, read.Status);
        Assert.Equal("plover", read.Source);
    }

    [Fact]
    public void Several_categories_are_several_events()
    {
        List<ExchangeEvent> read = new Importing().Read(new PloverJsonReader(), """{"id":"x1","date":"2016-07-24","actor":[{"code":"FRA"}],"event":["DEMAND","DISAPPROVE"]}""");

        Assert.Equal(["x1", "x1#2"], read.Select(e => e.Id));
        Assert.Equal([PloverType.Request, PloverType.Accuse], read.Select(e => e.Type!.Value));
        Assert.Equal(["disapprove"], read[1].Modes);
    }

    [Fact]
    public void The_block_of_ngec_is_read()
    {
        ExchangeEvent read = Assert.Single(new Importing().Read(
            new PloverJsonReader(),
            """{"id":"x1","date":"2016-07-24","event":["AID"],"actor":[{"entity_name":"Ministry of Defence","country_name":"France","sector_code":"GOV","other_sector_codes":["MIL"]}],"recipient":[{"country_name":"Chad","sector_code":"MIL"}]}"""));

        Assert.Equal("FRA GOV MIL", read.Actors[0].Code?.Text);
        Assert.Equal("TCD MIL", read.Recipients[0].Code?.Text);
    }

    [Theory]
    [InlineData("""{"date":"2016-07-24","actor":[],"event":["AID"]}""", "IMP009")]
    [InlineData("""{"id":"a","date":20160724,"actor":[],"event":["AID"]}""", "IMP006")]
    [InlineData("""{"id":"a","date":"2016-07-24","enddate":"2016-07-23","actor":[],"event":["AID"]}""", "IMP006")]
    [InlineData("""{"id":"a","date":"2016-07-24","actor":[],"event":["YIELD"]}""", "IMP013")]
    [InlineData("""{"id":"a","date":"2016-07-24","actor":[]}""", "IMP013")]
    [InlineData("""{"id":"a","date":"2016-07-24","actor":[],"event":["AID"],"event_loc":{"lat":3}}""", "IMP008")]
    [InlineData("[1]", "IMP011")]
    [InlineData("{\"id\":\"a", "IMP011")]
    [InlineData("\"\\ud800\"", "IMP011")]
    public void A_bad_line_is_listed_and_the_rest_is_kept(string line, string code)
    {
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new PloverJsonReader(), line + "\n" + """{"id":"b","date":"2016-07-24","actor":[{"code":"FRA"}],"event":["AID"]}""" + "\n");

        Assert.Equal("b", Assert.Single(read).Id);
        Assert.Equal((code, 1L), (Assert.Single(importing.Problems).Code, importing.Problems[0].Line));
    }
}
