using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Import;
using Entente.Archive.Import.Acled;
using Entente.Archive.Import.Gdelt;
using Entente.Archive.Import.Icews;
using Entente.Archive.Import.Phoenix;
using Entente.Archive.Import.Polecat;
using Entente.Archive.Import.Ucdp;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

/// <summary>Small made-up files in the shape of each format of events.</summary>
public class TableReaderTests
{
    private static readonly string[] PolecatHeader =
    [
        "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title",
        "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
        "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
        "Story People", "Story Organizations", "Story Locations", "Language", "Version",
    ];

    private static readonly string[] PolecatCells =
    [
        "p1", "2022-03-04", "COERCE", "restrict", "-7.0", "MATERIAL CONFLICT", "legal;military", "Ministry of Defence", "Chad", "483", "GOV", "GOV;MIL", "·", "·", "·", "rebels", "Niger;Mali", "436;432", "REB", "REB", "·", "·",
        "·", "Abéché", "Abéché", "·", "Ouaddaï", "Chad", "13.8292", "20.8324", "2436400", "·", "·", "Example Post", "2022-03-05", "·", "·", "·", "en", "1",
    ];

    private static readonly string[] IcewsHeader =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
        "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    private static readonly string[] IcewsCells =
    [
        "1", "2018-06-01", "Army (Chad)", "Military,Government", "Chad", "Host a visit", "043", "2.8", "UN Envoy", "International Government Organization,Global", "·", "9", "1", "Example Post",
        "N'Djamena", "NULL", "NA", "Chad", "12.1", "15.0",
    ];

    [Fact]
    public void Polecat_lists_are_lists_and_countries_are_parties()
    {
        var importing = new Importing();

        ExchangeEvent read = Assert.Single(importing.Read(new PolecatReader(), Importing.Tabs(PolecatHeader, PolecatCells)));

        Assert.Empty(importing.Problems);
        Assert.Equal((PloverType.Coerce, "restrict", "legal,military"), (read.Type, Assert.Single(read.Modes), string.Join(',', read.Contexts)));
        Assert.Equal("TCD GOV MIL", Assert.Single(read.Actors).Code?.Text);
        Assert.Equal(["NER REB", "MLI REB"], read.Recipients.Select(p => p.Code?.Text));
        Assert.Equal(new("Abéché", "TCD", 4) { Admin1 = "Ouaddaï", Latitude = 13.8292, Longitude = 20.8324, GeonameId = 2436400 }, read.Place);
    }

    [Fact]
    public void Polecat_s_known_defects_are_borne()
    {
        string[] withHeadline = [.. PolecatHeader[..3], "Headline", .. PolecatHeader[3..]];
        var surplus = new Importing();
        var headline = new Importing();
        var latin = new Importing();

        Assert.Single(surplus.Read(new PolecatReader(), Importing.Tabs(PolecatHeader, [.. PolecatCells, "·", "·"])));
        ExchangeEvent lacking = Assert.Single(headline.Read(new PolecatReader(), Importing.Tabs(withHeadline, PolecatCells)));
        ExchangeEvent old = Assert.Single(latin.Read(new PolecatReader(), Encoding.Latin1.GetBytes(Importing.Tabs(PolecatHeader, PolecatCells))));

        Assert.Empty(surplus.Problems.Concat(headline.Problems).Concat(latin.Problems));
        Assert.Equal("restrict", Assert.Single(lacking.Modes));
        Assert.Equal("Abéché", old.Place?.Name);
    }

    [Fact]
    public void Icews_is_read_plain_and_quoted_and_with_the_names_of_the_r_package()
    {
        string plain = Importing.Tabs(IcewsHeader, IcewsCells);
        string quoted = Importing.Tabs(IcewsHeader, [.. IcewsCells.Select((cell, at) => at is 2 or 3 or 5 or 8 or 9 ? $"\"{cell}\"" : cell)]);
        string snake = Importing.Tabs([.. IcewsHeader.Select(name => name.ToLowerInvariant().Replace(' ', '_')), "year"], [.. IcewsCells, "2018"]);

        string[] shown = [.. new[] { plain, quoted, snake }.Select(text => SomeExchange.Show(Assert.Single(new Importing().Read(new IcewsReader(), text))))];

        Assert.Equal([shown[0]], shown.Distinct());
        Assert.Contains("|Army (Chad)/TCD GOV MIL/|UN Envoy/UNO/|", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Icews_of_2017_writes_its_days_the_american_way()
    {
        string[] cells = [.. IcewsCells];
        cells[1] = "6/1/2018";

        Assert.Equal(new DateOnly(2018, 6, 1), Assert.Single(new Importing().Read(new IcewsReader(), Importing.Tabs(IcewsHeader, cells))).Date);
    }

    [Fact]
    public void Phoenix_codes_are_taken_apart()
    {
        string[] cells =
        [
            "77_1.3.0", "20160107", "2016", "1", "7", "TCDGOVMIL", "TCD", "GOV", "MIL", "SYRINS", "SYR", "INS", "·", "190", "19", "4", "-10.0", "·", "36.2", "37.1", "Aleppo", "Halab", "SYR", "s1_1", "https://example.org/1;https://example.org/2", "AFP",
        ];

        ExchangeEvent read = Assert.Single(new Importing().Read(new PhoenixReader(), Importing.Tabs(cells)));

        Assert.Equal(("TCD GOV MIL", "SYR REB"), (read.Actors[0].Code?.Text, read.Recipients[0].Code?.Text));
        Assert.Equal(("77_1.3.0", "https://example.org/1", 4), (read.Id, read.Url, read.Place?.Resolution));
    }

    [Fact]
    public void Acled_battles_are_two_sided_and_violence_against_civilians_is_not()
    {
        const string file = """
            event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp
            CHA1,01 June 2018,2018,1,Political violence,Battles,Armed clash,Military Forces of Chad (1990-2021),,1,Military Forces of Niger (2011-2021),,1,11,,148,Middle Africa,Chad,Lac,,,Bol,13.46,14.71,1,Example Post; Other,National,"They fought,
            and ""both"" withdrew.",3,,1600000000
            CHA2,2018-06-02,2018,2,Political violence,Violence against civilians,Abduction/forced disappearance,Night Raiders,,Rebel Groups,Civilians (Chad),,Civilians,27,Civilian targeting,148,Middle Africa,Chad,Lac,,,Lac,13.4,14.7,3,Example Post,National,Note,0,,1600000000
            CHA3,2018-06-02,2018,1,Strategic developments,Parades,Other,Government of Chad (1990-2021),,State Forces,,,,10,,148,Middle Africa,Chad,Lac,,,Lac,13.4,14.7,3,Example Post,National,Note,0,,1600000000
            """;
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new AcledReader(new OneGroup("Night Raiders", "TCD REB")), file);

        Assert.Equal("IMP014", Assert.Single(importing.Problems).Code);
        Assert.Equal(5, importing.Problems[0].Line);
        Assert.Equal(["TCD -> NER", "NER -> TCD"], read[0].Pairs().Select(p => p.Dyad.ToString()).OrderDescending());
        Assert.Equal("They fought,\nand \"both\" withdrew.", read[0].Text?.ReplaceLineEndings("\n"));
        Assert.Equal("TCD REB -> TCD", Assert.Single(read[1].Pairs()).Dyad.ToString());
        Assert.Equal((DatePrecision.Week, 2, "Lac"), (read[1].Precision, read[1].Place?.Resolution, read[1].Place?.Admin1));
        Assert.Equal("abduct", Assert.Single(read[1].Modes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Ucdp_is_read_with_a_header_and_without(bool header)
    {
        const string names = "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n";
        const string rows = """
            1,CHA-1,2018,True,Clear,1,1,1,Chad: Government,1,1,Government of Chad - Raiders,1,1,Government of Chad,2,2,Raiders,-1,"a ""b""; c",AFP,2018-06-02,Head,AFP,1,Bol,Bol town,Lac,,13.46,14.71,POINT (14.71 13.46),1,Chad,483,Africa,1,1,2018-06-01 00:00:00.000,2018-06-01 00:00:00.000,1,1,0,1,3,4,2,483,
            2,CHA-2,2018,True,Clear,3,1,1,x,1,1,x,1,1,Raiders,9,9,Civilians,1,a,AFP,2018-06-02,Head,AFP,6,Chad,Chad,,,15.36,18.66,POINT (1 1),1,Chad,483,Africa,1,4,2018-06-01 00:00:00.000,2018-06-30 00:00:00.000,0,0,5,0,5,5,5,,
            3,CHA-3,2018,True,Clear,1,1,1,Chad - Niger,1,1,x,1,1,Government of Chad,9,9,Government of Niger,1,a,AFP,2018-06-02,Head,AFP,4,Lac,Lac,Lac,,13,14,POINT (1 1),1,Chad,483,Africa,1,1,2018-06-01 00:00:00.000,2018-06-01 00:00:00.000,0,0,5,0,5,5,5,483,436

            """;
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new UcdpReader(new NoPartyNames()), (header ? names : "") + rows);

        Assert.Empty(importing.Problems);
        Assert.Equal([("TCD GOV", "REB"), ("REB", "TCD CVL"), ("TCD GOV", "NER GOV")], read.Select(e => (e.Actors[0].Code!.Value.Text, e.Actors.Concat(e.Recipients).Last().Code!.Value.Text)));
        Assert.Equal([3, 5, 5], read.Select(e => e.Size!.Dead!.Value));
        Assert.Equal((1, null, new DateOnly(2018, 7, 1)), (read[1].Place!.Resolution, read[1].Place!.Latitude, read[1].When.End));
        Assert.Equal(2, read[2].Pairs().Count());
    }

    [Fact]
    public void Gdelt_s_mentions_are_read()
    {
        string row = Importing.Tabs(["410000001", "20180601120000", "20180601121500", "1", "example.org", "https://example.org/a", "3", "-1", "20", "60", "1", "70", "2500", "-2.5", "·", "·"]);
        var importing = new Importing();

        ExchangeMention read = Assert.Single(importing.Read(new GdeltMentionReader(), row + row.Replace("20180601121500", "20180601126100", StringComparison.Ordinal)));

        Assert.Equal(("410000001", 2, 0.7, "example.org"), (read.EventId, read.Sentence, read.Confidence, read.Publisher));
        Assert.Equal(new DateTime(2018, 6, 1, 12, 15, 0, DateTimeKind.Utc), read.Time);
        Assert.Equal(("IMP006", 2L), (Assert.Single(importing.Problems).Code, importing.Problems[0].Line));
    }

    [Fact]
    public void A_header_that_lacks_columns_refuses_the_file_and_names_them()
    {
        IImportReader<ExchangeEvent>[] readers = [new PolecatReader(), new IcewsReader(), new AcledReader(new NoPartyNames()), new UcdpReader(new NoPartyNames())];
        foreach (IImportReader<ExchangeEvent> reader in readers)
        {
            var importing = new Importing();

            Assert.Empty(importing.Read(reader, "a\tb,c\n1\t2,3\n"));

            Assert.Equal("IMP005", Assert.Single(importing.Problems).Code);
            Assert.True(importing.Log.HasProblems);
        }
    }

    [Fact]
    public void Any_bytes_end_without_an_exception_and_with_a_complaint()
    {
        var random = new Random(11);
        for (int round = 0; round < 60; round++)
        {
            byte[] bytes = new byte[random.Next(1, 5000)];
            random.NextBytes(bytes);
            if (round % 2 == 0)
            {
                byte[] signs = "\t,;\"\n\r{}[]<>&\\a1"u8.ToArray();
                bytes = [.. bytes.Select(b => signs[b % signs.Length])];
            }

            foreach (IImportReader<ExchangeEvent> reader in (IImportReader<ExchangeEvent>[])[new GdeltEventReader(), new PolecatReader(), new IcewsReader(), new PhoenixReader(), new AcledReader(new NoPartyNames()), new UcdpReader(new NoPartyNames()), new Entente.Archive.Import.Plover.PloverJsonReader()])
            {
                var importing = new Importing();

                Assert.Empty(importing.Read(reader, bytes));
                Assert.NotEmpty(importing.Problems);
            }
        }
    }

    [Fact]
    public void A_stray_quote_costs_its_own_row_alone()
    {
        const string file = "event_id_cnty,event_date,event_type,sub_event_type,actor1,inter1,actor2,inter2,country,fatalities\nA1,2018-06-01,Battles,,\"Military Forces of Chad,1,,0,Chad,1\nA2,2018-06-01,Battles,,Military Forces of Chad,1,,0,Chad,1\nA3,2018-06-01,Battles,,\"Military Forces of \"\"Chad\"\"\",1,,0,Chad,1\n";
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new AcledReader(new NoPartyNames()), file);

        Assert.Equal(["A2", "A3"], read.Select(e => e.Id));
        Assert.Equal(2L, Assert.Single(importing.Problems).Line);
    }

    private sealed class OneGroup(string name, string code) : IPartyNames
    {
        public ActorCode? Find(string asked, DateOnly day) => asked == name ? ActorCode.Parse(code) : null;
    }
}
