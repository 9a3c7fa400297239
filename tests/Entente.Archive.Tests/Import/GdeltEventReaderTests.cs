using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Gdelt;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

public class GdeltEventReaderTests
{
    [Fact]
    public void A_row_of_version_2_gives_its_event()
    {
        var importing = new Importing();

        ExchangeEvent read = Assert.Single(importing.Read(new GdeltEventReader(), Row()));

        Assert.Empty(importing.Problems);
        Assert.Equal("gdelt", read.Source);
        Assert.Equal("410000001", read.Id);
        Assert.Equal(new DateOnly(2018, 6, 1), read.Date);
        Assert.Equal(PloverType.Support, read.Type);
        Assert.Equal("057", read.Cameo);
        Assert.Equal(8, read.Goldstein);
        Assert.Equal("RUS GOV MIL", read.Actors[0].Code?.Text);
        Assert.Equal("RUSGOVMIL", read.Actors[0].SourceCode);
        Assert.Equal("AFG JRN", read.Recipients[0].Code?.Text);
        Assert.Equal(new("Kabul, Kabol, Afghanistan", "AFG", 4) { Admin1 = "AF13", Latitude = 34.5167, Longitude = 69.1833 }, read.Place);
        Assert.Equal(12, read.Mentions);
        Assert.Equal("https://example.org/a", read.Url);
        Assert.Equal(new Dyad("RUS", "AFG"), Assert.Single(read.Pairs()).Dyad);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(58)]
    [InlineData(57)]
    public void Every_version_gives_the_same_event(int width)
    {
        ExchangeEvent read = Assert.Single(new Importing().Read(new GdeltEventReader(), Row(width: width)));

        Assert.Equal("Kabul, Kabol, Afghanistan", read.Place?.Name);
        Assert.Equal(69.1833, read.Place?.Longitude);
        Assert.Equal(width == 57 ? null : "https://example.org/a", read.Url);
    }

    [Fact]
    public void The_centre_of_a_country_is_no_place()
    {
        ExchangeEvent read = Assert.Single(new Importing().Read(new GdeltEventReader(), Row(placeType: "1")));

        Assert.Equal(1, read.Place?.Resolution);
        Assert.Null(read.Place?.Latitude);
    }

    [Fact]
    public void Regions_are_no_country_and_bodies_stand_where_there_is_none()
    {
        string rows = Row(country: "EUR") + Row(country: "", group: "UNO") + Row(country: "", type: "IGO") + Row(country: "XQX");
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new GdeltEventReader(), rows);

        Assert.Equal(["GOV MIL", "UNO GOV MIL", "IGO MIL", "GOV MIL"], read.Select(e => e.Actors[0].Code?.Text));
        Assert.Equal([("country code without a country", "XQX", 4L, 1L)], importing.Log.Notes);
    }

    [Theory]
    [InlineData("IMP003", 60, "20180601", "057", "8.0", "34.5167")]
    [InlineData("IMP006", 61, "20180631", "057", "8.0", "34.5167")]
    [InlineData("IMP006", 61, "", "057", "8.0", "34.5167")]
    [InlineData("IMP007", 61, "20180601", "57", "8.0", "34.5167")]
    [InlineData("IMP007", 61, "20180601", "---", "8.0", "34.5167")]
    [InlineData("IMP008", 61, "20180601", "057", "12", "34.5167")]
    [InlineData("IMP008", 61, "20180601", "057", "8.0", "134.5")]
    [InlineData("IMP008", 61, "20180601", "057", "8.0", "")]
    public void A_bad_row_is_listed_with_its_line_and_the_good_ones_are_kept(string code, int width, string date, string cameo, string scale, string latitude)
    {
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new GdeltEventReader(), Row() + Row(width: width, date: date, cameo: cameo, scale: scale, latitude: latitude) + Row());

        Assert.Equal(2, read.Count);
        Diagnostic problem = Assert.Single(importing.Problems);
        Assert.Equal((code, 2L, "in.txt"), (problem.Code, problem.Line, problem.File));
        Assert.Equal((3L, 2L, 1L), (importing.Log.Rows, importing.Log.Kept, importing.Log.Bad));
    }

    [Fact]
    public void A_file_cut_short_keeps_what_is_whole()
    {
        string rows = Row() + Row();
        var importing = new Importing();

        List<ExchangeEvent> read = importing.Read(new GdeltEventReader(), rows[..^80]);

        Assert.Single(read);
        Assert.Equal("IMP003", Assert.Single(importing.Problems).Code);
    }

    [Fact]
    public void Statements_are_kept_without_a_category_and_count_in_no_dyad()
    {
        ExchangeEvent read = Assert.Single(new Importing().Read(new GdeltEventReader(), Row(cameo: "010")));

        Assert.Null(read.Type);
        Assert.Empty(read.Pairs());
    }

    [Fact]
    public void Files_that_are_no_text_or_empty_are_refused_as_a_whole()
    {
        byte[] noise = new byte[200_000];
        new Random(7).NextBytes(noise);
        var empty = new Importing();
        var binary = new Importing();

        Assert.Empty(empty.Read(new GdeltEventReader(), ""));
        Assert.Empty(binary.Read(new GdeltEventReader(), noise));

        Assert.Equal("IMP001", Assert.Single(empty.Problems).Code);
        Assert.Equal("IMP002", binary.Problems[^1].Code);
        Assert.True(binary.Problems.Count <= Entente.Archive.Import.ImportLog.Patience + 1);
        Assert.True(binary.Log.Refused);
    }

    [Fact]
    public void Other_encodings_are_no_utf8()
    {
        var latin = new Importing();
        var utf16 = new Importing();

        Assert.Single(latin.Read(new GdeltEventReader(), [.. Encoding.Latin1.GetBytes(Row(name: "DÉPUTÉ")), .. Encoding.UTF8.GetBytes(Row(name: "DÉPUTÉ"))]));
        Assert.Empty(utf16.Read(new GdeltEventReader(), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Row())]));

        Assert.Equal(("IMP004", 1L), (latin.Problems[0].Code, latin.Problems[0].Line));
        Assert.NotEmpty(utf16.Problems);
    }

    [Fact]
    public void Any_way_of_cutting_the_stream_gives_the_same_events()
    {
        byte[] rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 50).Select(i => Row(name: "N" + new string('x', i * 7)))));
        List<ExchangeEvent> whole = new Importing().Read(new GdeltEventReader(), rows);

        foreach (int size in new[] { 1, 13, 400, 4096 })
        {
            using var slow = new SlowStream(rows, size);
            List<ExchangeEvent> cut = new Importing().Read(new GdeltEventReader(), slow);
            Assert.Equal(whole.Select(e => (e.Actors[0].Name, e.Line)), cut.Select(e => (e.Actors[0].Name, e.Line)));
        }
    }

    /// <summary>A row as GDELT shapes it, made up.</summary>
    internal static string Row(
        int width = 61, string id = "410000001", string date = "20180601", string name = "MOSCOW", string country = "RUS", string group = "", string type = "GOV",
        string cameo = "057", string scale = "8.0", string placeType = "4", string latitude = "34.5167")
    {
        bool second = width >= 60;
        List<string> cells = [id, date, "201806", "2018", "2018.4137"];
        cells.AddRange([country + type + "MIL", name, country, group, "", "", "", type, "MIL", ""]);
        cells.AddRange(["AFGMED", "KABUL", "AFG", "", "", "", "", "MED", "", ""]);
        cells.AddRange(["1", cameo, "057", "05", "1", scale, "12", "2", "12", "-1.5"]);
        foreach (string place in new[] { "4", "4", placeType })
        {
            cells.AddRange([place, "Kabul, Kabol, Afghanistan", "AF", "AF13"]);
            if (second)
            {
                cells.Add("3580");
            }

            cells.AddRange([place == "4" ? latitude : "34.5167", "69.1833", "-3378435"]);
        }

        cells.AddRange([second ? "20180601120000" : "20180601", "https://example.org/a"]);
        return string.Join('\t', cells.Take(width)) + "\n";
    }

    private sealed class SlowStream(byte[] bytes, int size) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, size));
    }
}
