using System.Text;
using Entente.Archive.Import.Dcad;
using Entente.Archive.Import.Petrarch;
using Entente.Archive.Import.Sipri;
using Entente.Archive.Import.Transfers;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

/// <summary>Small made-up files of what is no table of events.</summary>
public class OtherReaderTests
{
    [Fact]
    public void Sipri_s_three_shapes_give_the_same_delivery()
    {
        const string today = "Transfers of major conventional arms\n\nSource: \"SIPRI\"\nSIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production\n7,Turkiye,Chad,X-1,\"APV, light\",Armoured vehicles,2010,No,6,Yes,2012,No,Second hand,0.5,0.5,3.25,No\n";
        const string bulk = "Information\n\nDeal ID;Seller;Buyer;Designation;Description;Armament category;Order date;Order date is estimate;Numbers delivered;Numbers delivered is estimate;Delivery year;Delivery year is estimate;Status;SIPRI estimate;TIV deal unit;TIV delivery values;Local production;\n7;Turkiye;Chad;X-1;APV, light;Armoured vehicles;2010;No;6;Yes;2012;No;Second hand;0.5;0.5;3.25;No;\n";
        const string register = "Transfers\nRecipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\nChad,Turkiye,2010,,6,,X-1,\"APV, light\",6,?,2012,Second hand,\"Crédit\",0.5,3,3.25\n";

        Transfer[] read = [.. new[] { today, bulk, register }.Select(text => Assert.Single(Read(text)))];

        Transfer expected = new("TUR", "TCD", 2012, 3.25)
        {
            Source = "sipri", SupplierName = "Turkiye", ClientName = "Chad", Designation = "X-1", Description = "APV, light", Condition = TransferCondition.SecondHand, OrderYear = 2010, Number = 6, Estimated = true,
        };
        Assert.All(read, transfer => Assert.Equal(expected, transfer with { Id = null, Category = null, LocalProduction = null }));
        Assert.Equal(("7", "Armoured vehicles", false), (read[0].Id, read[1].Category, read[1].LocalProduction));
    }

    [Fact]
    public void A_deal_of_several_years_has_no_value_for_each()
    {
        var importing = new Importing();

        List<Transfer> read = importing.Read(new SipriReader(), Encoding.Latin1.GetBytes("Recipient,Supplier,Year of order,,Number ordered,,Weapon designation,Weapon description,Number delivered,,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\nRaiders (Chad)*,unknown supplier(s),2010,,6,,X-1,APV,6,,2012; 2013,New,é,0.5,3,3\n"));

        Assert.Equal([("", "Raiders (Chad)", 2012, null), ("", "Raiders (Chad)", 2013, (double?)null)], read.Select(t => (t.Supplier, t.Client, t.Year, t.Value)));
        Assert.Single(importing.Log.Notes);
    }

    [Theory]
    [InlineData("7,Turkiye,,X", "IMP003")]
    [InlineData("7,Turkiye,,X-1,APV,Vehicles,2010,No,6,Yes,2012,No,New,0.5,0.5,3,No", "IMP009")]
    [InlineData("7,Turkiye,Chad,X-1,APV,Vehicles,2010,No,6,Yes,2012?,No,New,0.5,0.5,3,No", "IMP006")]
    [InlineData("7,Turkiye,Chad,X-1,APV,Vehicles,2010,No,6,Yes,2012,No,New,0.5,0.5,-3,No", "IMP008")]
    public void A_bad_delivery_is_listed(string row, string code)
    {
        var importing = new Importing();

        importing.Read(new SipriReader(), "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,Order date is estimate,Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,TIV delivery values,Local production\n" + row + "\n");

        Assert.Equal((code, 2L), (Assert.Single(importing.Problems).Code, importing.Problems[0].Line));
    }

    [Theory]
    [InlineData("supplier,client,year,value\nRussia,KAZ,2019,12.5\n")]
    [InlineData("Year;Importer;Exporter;Amount\n2019;Kazakhstan;RUS;12.5\n")]
    [InlineData("client\tsupplier\tvalue\tyear\nKAZ\tRussian Federation\t12.5\t2019\n")]
    public void Any_table_of_suppliers_and_clients_is_read(string text)
    {
        Transfer read = Assert.Single(new Importing().Read(new TransferCsvReader(), text));

        Assert.Equal(("RUS", "KAZ", 2019, 12.5, "in"), (read.Supplier, read.Client, read.Year, read.Value, read.Source));
    }

    [Fact]
    public void An_agreement_of_dcad_is_a_signing_and_a_coming_into_force()
    {
        const string header = "ccode1,cowName1,ccode2,cowName2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear,type,category1,category2,category3,span,DCAid\n";
        var importing = new Importing();

        List<Agreement> read = importing.Read(new DcadReader(), header
            + "483,CHA,436,NIR,2,3,2001,,,2002,general,DCA,DIC,,,X-1\n345,YUG,483,CHA,,,2005,-99,-99,-99,sector,TREX,,,,X-2\n483,CHA,999,ZZZ,2,3,2001,,,,sector,TREX,,,,X-3\n483,CHA,436,NIR,30,2,2001,,,,sector,TREX,,,,X-4\n483,CHA,436,NIR,1,2,2001,,,,sector,OTHER,,,,X-5\n");

        Assert.Equal(["X-1", "X-1/in-force", "X-2"], read.Select(a => a.Id));
        Assert.Equal(["framework", "defence-industry"], read[0].Kind);
        Assert.Equal((AgreementStage.InForce, "X-1", "2002-01-01/2003-01-01"), (read[1].Stage, read[1].SameAs, read[1].Date.ToString()));
        Assert.Equal(["SCG", "TCD"], read[2].Parties.Select(p => p.Code!.Value.Text));
        Assert.Equal([("IMP014", 4L), ("IMP006", 5L), ("IMP014", 6L)], importing.Problems.Select(p => (p.Code, p.Line)));
    }

    [Fact]
    public void Petrarch_s_sentences_of_a_story_are_one_document()
    {
        const string file = """
            <Sentences>
            <Sentence date="20180601" id="AFP+1_1" source="AFP" sentence="True">
            <Text>
            Chad & Niger signed
            an accord &lt;today&gt;.
            </Text>
            <Parse>(ROOT (S (NP (NNP Chad))))</Parse>
            </Sentence>
            <Sentence date="20180601" id="AFP+1_2" source="AFP" sentence="True"><Text>They met.</Text></Sentence>
            # a comment
            <Sentence date="20180602" id="AFP+2_1" source="AFP" evaluate="true"/>
            <EventCoding eventcode="040" sourcecode="TCD" targetcode="NER"/>
            <Text>They met again.</Text>
            <Sentence id="AFP+3_1" source="AFP"><Text>No day.</Text></Sentence>
            <Sentence date="20180603" id="AFP+4_1"><Text>Cut
            """;
        var importing = new Importing();

        List<Document> read = importing.Read(new PetrarchXmlReader(), file);

        Assert.Equal([("AFP+1", "Chad & Niger signed an accord <today>.\n\nThey met."), ("AFP+2_1", "They met again.")], read.Select(d => (d.Id, d.Text)));
        Assert.Equal("AFP", read[0].Publisher);
        Assert.Equal([("IMP006", 14L), ("IMP012", 15L)], importing.Problems.Select(p => (p.Code, p.Line)));
        Assert.Single(importing.Log.Notes);
    }

    [Theory]
    [InlineData("""{"_id":{"$oid":"5a"},"title":"T","content":"Chad met Niger.","date":"180601","source":"AFP"}""")]
    [InlineData("[\n {\n\"_id\": \"5a\", \"title\": \"T\",\n \"content\": \"Chad met Niger.\", \"date\": \"20180601\", \"source\": \"AFP\", \"parsed_sents\": [\"(ROOT {[\\\"\"]\n}\n]\n")]
    public void Petrarch_s_stories_are_read_from_lines_and_arrays(string text)
    {
        var importing = new Importing();

        Document read = Assert.Single(importing.Read(new PetrarchJsonReader(), text));

        Assert.Empty(importing.Problems);
        Assert.Equal(("5a", new DateOnly(2018, 6, 1), "T", "AFP"), (read.Id, read.Date, read.Title, read.Publisher));
    }

    [Fact]
    public void Bad_stories_are_listed()
    {
        var importing = new Importing();

        List<Document> read = importing.Read(new PetrarchJsonReader(), "{\"_id\":\"1\",\"content\":\"x\"}\nno\n[1]\n{\"_id\":\"2\",\"content\":\"Chad met Niger.\",\"date\":\"990102\"}\n");

        Assert.Equal(new DateOnly(1999, 1, 2), Assert.Single(read).Date);
        Assert.Equal([("IMP006", 1L), ("IMP011", 2L), ("IMP011", 3L)], importing.Problems.Select(p => (p.Code, p.Line)));
    }

    private static List<Transfer> Read(string text)
    {
        var importing = new Importing();
        List<Transfer> read = importing.Read(new SipriReader(), Encoding.Latin1.GetBytes(text));
        Assert.Empty(importing.Problems);
        return read;
    }
}
