namespace Entente.Records.Tests;

public class ValuesTests
{
    [Theory]
    [InlineData("RUS", "RUS", "")]
    [InlineData("RUS GOV MIL", "RUS", "GOV MIL")]
    [InlineData("REB", null, "REB")]
    [InlineData("IGO", "IGO", "")]
    [InlineData("AFG GOV PRE", "AFG", "GOV PRE")]
    public void A_code_is_a_country_or_body_then_sectors(string text, string? country, string sectors)
    {
        Assert.True(ActorCode.TryParse(text, out ActorCode code));

        Assert.Equal(country, code.Country);
        Assert.Equal(sectors, string.Join(' ', code.Sectors));
        Assert.Equal(text, code.ToString());
    }

    [Theory]
    [InlineData("0999-12-31", false)]
    [InlineData("1000-01-01", true)]
    [InlineData("2999-12-31", true)]
    [InlineData("3000-01-01", false)]
    public void A_document_bears_a_day_that_leaves_room_for_what_its_text_dates_from_it(string day, bool taken)
    {
        DateOnly date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        if (taken)
        {
            Assert.Equal(date, new Document("a", date, "Words.").Date);
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new Document("a", date, "Words."));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("rus")]
    [InlineData("RUS USA")]
    [InlineData("RUSGOV")]
    [InlineData("RUS  GOV")]
    [InlineData("RUS GOV ")]
    public void What_is_no_code_is_refused(string text)
    {
        Assert.False(ActorCode.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ActorCode.Parse(text));
    }

    [Fact]
    public void A_span_cannot_end_before_it_starts_and_neighbours_do_not_overlap()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextSpan(-1, 2));
        Assert.False(new TextSpan(0, 3).Overlaps(new(3, 5)));
        Assert.True(new TextSpan(0, 4).Overlaps(new(3, 5)));
        Assert.True(new TextSpan(0, 4).Contains(new(4, 4)));
        Assert.Equal("ab", new TextSpan(1, 3).In("xaby"));
    }

    [Fact]
    public void A_run_of_days_is_half_open_and_never_empty()
    {
        DateSpan june = new(new(2020, 6, 1), new(2020, 7, 1));

        Assert.True(june.Contains(new(2020, 6, 30)));
        Assert.False(june.Contains(new(2020, 7, 1)));
        Assert.Equal("2020-06-01/2020-07-01", june.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new DateSpan(new(2020, 6, 1), new(2020, 6, 1)));
    }

    [Fact]
    public void Every_category_has_a_name_that_parses_and_a_quad_that_fits_its_score()
    {
        foreach (PloverType type in Enum.GetValues<PloverType>())
        {
            Assert.True(PloverTypes.TryParse(type.Code(), out PloverType parsed));
            Assert.Equal(type, parsed);
            bool cooperates = type.Quad() is Quad.VerbalCooperation or Quad.MaterialCooperation;
            Assert.True(cooperates ? type.Score() > 0 : type.Score() <= 0, $"{type}: {type.Quad()}, {type.Score()}");
        }

        Assert.Equal(PloverTypes.Count, Enum.GetValues<PloverType>().Length);
        Assert.Equal(4, PloverType.Consult.Score(["visit"]));
        Assert.Equal(2.5, PloverType.Consult.Score(["no-such-mode"]));
    }

    [Fact]
    public void Code_points_and_code_units_are_turned_into_each_other()
    {
        const string text = "a👍b👍👍c";
        var map = new CodepointMap(text);

        Assert.Equal([0, 1, 2, 3, 4, 5, 6], new[] { 0, 1, 3, 4, 6, 8, 9 }.Select(map.ToCodepoints));
        Assert.Equal([0, 1, 3, 4, 6, 8, 9], Enumerable.Range(0, 7).Select(map.ToUtf16));
        Assert.Equal(5, new CodepointMap("plain").ToUtf16(5));
    }

    [Fact]
    public void A_complaint_names_file_line_code_and_remedy()
    {
        Assert.Equal("in.jsonl:3: DOC007: 'a' has no \"text\"", new Diagnostic("in.jsonl", 3, "DOC007", "'a' has no \"text\"").ToString());
        Assert.Equal("x.txt: ART002: no day\n  help: give one", new Diagnostic("x.txt", 0, "ART002", "no day", "give one").ToString());
    }
}
