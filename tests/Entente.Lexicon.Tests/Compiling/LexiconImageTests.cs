using Entente.Lexicon.Actors;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Places;

namespace Entente.Lexicon.Tests.Compiling;

public sealed class LexiconImageTests : IDisposable
{
    private readonly SmallLexicon _folder = new SmallLexicon()
        .Table("places.tsv", "name aliases country admin1 class lat lon population geonameid source",
            "Springfield;;USA;Illinois;city;39.8;-89.65;116250;4250542;record",
            "Springfield;;USA;Missouri;city;37.2153;-93.2982;180691;;record",
            "Black Sea;Euxine;;;sea;;;;;record")
        .Table("borders.tsv", "a b source", "CHN;RUS;record")
        .Table("regions.tsv", "region member source", "great-powers;CHN;record", "great-powers;USA;record")
        .Table("members.tsv", "body member from to precision source", "nato;TUR;1952-02-18;;day;record", "nato;RUS;2000-01-01;2001-01-01;day;record");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Loading_the_folder_and_loading_the_file_give_the_same()
    {
        string file = Path.Combine(_folder.Folder, "lexicon.bin");
        using (FileStream output = File.Create(file))
        {
            Assert.Empty(LexiconCompiler.Compile(_folder.Folder, output));
        }

        WorldLexicon fromText = _folder.Load();
        WorldLexicon fromFile = WorldLexicon.Load(file);

        Assert.Equal(fromText.Version, fromFile.Version);
        Assert.Equal(12, fromText.Version.Length);
        Assert.Equal(fromText.States.Select(state => state.Place), fromFile.States.Select(state => state.Place));
        Assert.Equal(fromText.Actors.Select(actor => actor.Id), fromFile.Actors.Select(actor => actor.Id));
    }

    [Fact]
    public void Compiling_twice_gives_the_same_bytes() => Assert.Equal(Compile(), Compile());

    [Fact]
    public void A_sense_lies_in_memory_as_the_compiler_writes_it()
    {
        var sense = new Entente.Lexicon.Names.NameSense(Entente.Lexicon.Names.SenseKind.Place, 0x01020304, IsCommonWord: false, IsGivenName: true);

        ReadOnlySpan<byte> bytes = System.Runtime.InteropServices.MemoryMarshal.AsBytes([sense]);

        Assert.Equal((12, 7, 4, 1, 0, 1), (bytes.Length, bytes[0], bytes[4], bytes[7], bytes[8], bytes[9]));
    }

    [Fact]
    public void Another_word_is_another_version()
    {
        string before = _folder.Load().Version;
        _folder.Add("regions.tsv", "great-powers;RUS;record");

        Assert.NotEqual(before, _folder.Load().Version);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(1000)]
    public void A_file_that_is_cut_short_is_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => LexiconImage.Open(Compile()[..length]));

    [Fact]
    public void A_file_of_another_kind_is_refused()
    {
        byte[] bytes = Compile();
        bytes[6]++;

        Assert.Throws<InvalidDataException>(() => LexiconImage.Open(bytes));
    }

    [Fact]
    public void Every_field_of_a_state_comes_back()
    {
        Assert.True(_folder.Load().States.TryGet("RUS", out State? russia));

        Assert.Equal(("Russia", "lexicon/states.tsv:2", "record"), (russia.Name, russia.Place, russia.Source));
        Assert.Equal(["Russian Federation", "Россия"], russia.Aliases);
        Assert.Equal(["Moscow"], russia.Capital);
        Assert.Equal(["Kremlin", "the Kremlin"], russia.Seats);
        Assert.True(russia.ExistsOn(new DateOnly(2020, 1, 1)));
    }

    [Fact]
    public void Places_of_one_name_come_largest_first()
    {
        WorldLexicon lexicon = _folder.Load();
        (string text, Entente.Language.Tokens.TokenLayer tokens) = Words.Of("Springfield");

        Assert.True(lexicon.TryMatchName(text, tokens, 0, 1, out Entente.Lexicon.Names.NameHit hit));

        Place[] places = [.. lexicon.Places.Candidates(hit)];
        Assert.Equal(["Missouri", "Illinois"], places.Select(place => place.Admin1));
        Assert.Equal((37.2153, -93.2982, 180691, null), (places[0].Latitude, places[0].Longitude, places[0].Population, places[0].GeonameId));
        Assert.Equal(4250542, places[1].GeonameId);
    }

    [Fact]
    public void A_sea_has_no_country_and_no_point()
    {
        Place sea = _folder.Load().Places[2];

        Assert.Equal((null, null, null, PlaceClass.Sea), (sea.Country, sea.Latitude, sea.Population, sea.Class));
    }

    [Fact]
    public void Borders_regions_and_members_are_asked_both_ways()
    {
        WorldLexicon lexicon = _folder.Load();
        var day = new DateOnly(2000, 6, 1);

        Assert.True(lexicon.Borders.Share("RUS", "CHN") && lexicon.Borders.Share("CHN", "RUS"));
        Assert.False(lexicon.Borders.Share("RUS", "USA"));
        Assert.Equal(["CHN", "USA"], lexicon.Regions.MembersOf("great-powers"));
        Assert.Equal(["great-powers"], lexicon.Regions.RegionsOf("CHN"));
        Assert.Equal(["TUR", "RUS"], lexicon.Members.MembersOf("nato", day));
        Assert.Equal(["TUR"], lexicon.Members.MembersOf("nato", new DateOnly(2001, 1, 1)));
        Assert.Equal(["nato"], lexicon.Members.BodiesOf("RUS", day));
        Assert.False(lexicon.Members.Contains("nato", "TUR", new DateOnly(1952, 2, 17)));
    }

    [Fact]
    public void A_folder_that_is_none_is_an_error() =>
        Assert.Throws<DirectoryNotFoundException>(() => LexiconCompiler.Compile(Path.Combine(_folder.Folder, "nowhere"), Stream.Null));

    private byte[] Compile()
    {
        using var output = new MemoryStream();
        LexiconCompiler.Compile(_folder.Folder, output);
        return output.ToArray();
    }
}
