using System.Globalization;
using System.Text;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Cameo;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Testing;

namespace Entente.Lexicon.Tests.Data;

/// <summary>Holds the project's own lexicon against facts.</summary>
public sealed class WorldTests
{
    private static WorldLexicon Lexicon => Repository.Lexicon.Value;

    [Fact]
    public void The_lexicon_holds_its_own_rules() =>
        Assert.Equal("", string.Join('\n', LexiconCheck.Run(Repository.PathTo("lexicon"))));

    /// <summary>Question marks and replacement characters stand where an import lost letters.</summary>
    [Theory]
    [InlineData("places.tsv")]
    [InlineData("states.tsv")]
    [InlineData("agents.tsv")]
    public void No_name_has_lost_letters(string file) =>
        Assert.DoesNotContain(File.ReadLines(Repository.PathTo("lexicon/" + file)), line => line[0] != '#' && line.AsSpan().ContainsAny('?', '\uFFFD'));

    [Theory]
    [InlineData("putin-vladimir", "1999-12-30", null)]
    [InlineData("putin-vladimir", "2004-06-01", "RUS GOV President")]
    [InlineData("putin-vladimir", "2010-06-01", "RUS GOV Prime Minister")]
    [InlineData("putin-vladimir", "2025-06-01", "RUS GOV President")]
    [InlineData("medvedev-dmitry", "2010-06-01", "RUS GOV President")]
    [InlineData("trump-donald", "2022-06-01", null)]
    [InlineData("trump-donald", "2025-06-01", "USA GOV President")]
    [InlineData("ghani-ashraf", "2021-08-14", "AFG GOV President")]
    [InlineData("ghani-ashraf", "2021-08-15", null)]
    [InlineData("omar-mullah", "2000-01-01", "AFG GOV PRE Leader of the Taliban")]
    [InlineData("netanyahu-benjamin", "2022-01-01", "ISR OPP PTY Leader of the Opposition")]
    [InlineData("netanyahu-benjamin", "2023-01-01", "ISR GOV Prime Minister")]
    [InlineData("assad-bashar", "2024-12-09", null)]
    public void Who_was_what_when(string id, string day, string? expected)
    {
        Assert.True(Lexicon.Actors.TryGet(id, out Actor? actor), id);

        ActorRole? role = actor.RoleOn(Day(day));

        Assert.Equal(expected, role is null ? null : $"{role.Code} {role.Role}");
    }

    [Theory]
    [InlineData("AFG", "PAK", true)]
    [InlineData("AFG", "RUS", false)]
    [InlineData("KAZ", "RUS", true)]
    [InlineData("SSD", "UGA", true)]
    [InlineData("XKX", "SRB", true)]
    [InlineData("JPN", "KOR", false)]
    public void Who_borders_on_whom(string a, string b, bool expected) => Assert.Equal(expected, Lexicon.Borders.Share(a, b));

    [Theory]
    [InlineData("AFG", 6)]
    [InlineData("CHN", 16)]
    [InlineData("DEU", 9)]
    [InlineData("COD", 9)]
    [InlineData("LSO", 1)]
    [InlineData("RUS", 14)]
    [InlineData("JPN", 0)]
    public void How_many_neighbours_a_state_has(string state, int expected) =>
        Assert.Equal(expected, Lexicon.Borders.NeighboursOf(state).Count());

    [Fact]
    public void Each_region_has_states_and_stands_for_something()
    {
        Assert.Equal(["KAZ", "KGZ", "TJK", "TKM", "UZB"], Lexicon.Regions.MembersOf("central-asia"));
        foreach (string region in Lexicon.Regions.Names)
        {
            Assert.True(Lexicon.Regions.MembersOf(region).Count() >= 2, region);
        }
    }

    [Theory]
    [InlineData("Kabul", "AFG", 34.5, 69.2)]
    [InlineData("Kandahar", "AFG", 31.6, 65.7)]
    [InlineData("Juba", "SSD", 4.8, 31.6)]
    [InlineData("Pristina", "XKX", 42.7, 21.2)]
    [InlineData("Gaza", "PSE", 31.5, 34.4)]
    [InlineData("Hargeysa", "SOM", 9.6, 44.1)]
    [InlineData("Laayoune", "ESH", 27.1, -13.2)]
    public void Where_a_city_lies(string name, string country, double latitude, double longitude)
    {
        Place? city = Lexicon.Find(name)
            .Where(sense => sense.Kind == SenseKind.Place)
            .Select(sense => Lexicon.Places[sense.Index])
            .FirstOrDefault(place => place.Class == PlaceClass.City && place.Country == country);

        Assert.NotNull(city);
        Assert.InRange(city.Latitude!.Value, latitude - 0.2, latitude + 0.2);
        Assert.InRange(city.Longitude!.Value, longitude - 0.2, longitude + 0.2);
    }

    [Fact]
    public void Each_place_with_a_point_lies_on_the_globe_and_only_cities_have_points()
    {
        Assert.Contains(Lexicon.Places, place => place.Latitude is not null);
        foreach (Place place in Lexicon.Places)
        {
            Assert.Equal(place.Latitude is null, place.Longitude is null);
            Assert.True(place.Latitude is null || place.Class == PlaceClass.City, place.Row);
            Assert.True(place.Class is not (PlaceClass.City or PlaceClass.Admin1) || place.Country is not null, place.Row);
        }
    }

    [Theory]
    [InlineData("Russia", "StateName")]
    [InlineData("the Kremlin", "Seat")]
    [InlineData("Kabul", "Capital Place Place")]
    [InlineData("Turkey", "StateName")]
    [InlineData("Black Sea", "Place")]
    [InlineData("Volodymyr Zelenskyy", "ActorName")]
    [InlineData("Lukashenka", "FamilyName")]
    public void What_a_name_means(string name, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', Lexicon.Find(name).Select(sense => sense.Kind)));

    [Theory]
    [InlineData("057", "SUPPORT", 8.0)]
    [InlineData("190", "ASSAULT", -10.0)]
    [InlineData("010", null, 0.0)]
    public void What_a_Cameo_code_means(string code, string? type, double goldstein)
    {
        Assert.True(Lexicon.Cameo.TryGet(code, out CameoCode? entry));

        Assert.Equal((type, goldstein), (entry.Type is { } known ? Entente.Records.PloverTypes.Code(known) : null, entry.Goldstein));
    }

    [SharedFact("ontology/cameo.tsv")]
    public void Cameo_codes_agree_with_the_reference()
    {
        string[] expected = [.. File.ReadLines(SharedFile.PathTo("ontology/cameo.tsv")).Skip(1).Select(line => line.Split('\t'))
            .Select(cells => $"{cells[0]} {cells[2]} {cells[3]} {cells[4].Replace("; ", "|", StringComparison.Ordinal)} {Number(cells[5])}")
            .Order(StringComparer.Ordinal)];

        Assert.Equal(expected, Lexicon.Cameo.Select(code =>
            $"{code.Code} {(code.Type is { } type ? Entente.Records.PloverTypes.Code(type) : "")} {code.Mode} {string.Join('|', code.Contexts)} {code.Goldstein.ToString(CultureInfo.InvariantCulture)}"));
    }

    /// <remarks>
    /// An entry agrees where somebody of that name bears a code of that state on its first day (or the first of 2000) and on the last day before
    /// the month it ends in. REIGN writes surnames in spellings of its own; the closest name counts.
    /// </remarks>
    [SharedFact("data/reign-leaders-1950-2021.csv")]
    public void Leaders_agree_with_Reign_on_98_percent_of_its_entries_since_2000()
    {
        var misses = new List<string>();
        int entries = 0;
        foreach (string[] row in File.ReadLines(SharedFile.PathTo("data/reign-leaders-1950-2021.csv"), Encoding.UTF8).Skip(1).Select(line => line.Split(',')))
        {
            if (row[8].Length > 0 && int.Parse(row[8], CultureInfo.InvariantCulture) < 2000)
            {
                continue;
            }

            entries++;
            DateOnly start = new(Int(row[6]), Int(row[5]), Int(row[4]));
            DateOnly first = start < new DateOnly(2000, 1, 1) ? new(2000, 1, 1) : start;
            DateOnly last = row[8].Length == 0 ? new(2021, 2, 28) : new DateOnly(Int(row[8]), Int(row[7]), 1).AddDays(-1);
            if (!Holds(row[0], row[3], first) || (last > first && !Holds(row[0], row[3], last)))
            {
                misses.Add($"{row[0]} {row[3]} {first:yyyy-MM-dd} {last:yyyy-MM-dd}");
            }
        }

        Assert.True(entries > 1000);
        Assert.True(misses.Count <= entries * 0.02, $"{misses.Count} of {entries}:\n{string.Join('\n', misses)}");
    }

    /// <summary>Correlates of War abbreviations that are no ISO codes.</summary>
    private const string Correlates =
        "BHM=BHS HAI=HTI TRI=TTO BAR=BRB GRN=GRD SLU=LCA SVG=VCT AAB=ATG SKN=KNA GUA=GTM HON=HND SAL=SLV COS=CRI PAR=PRY URU=URY UKG=GBR IRE=IRL NTH=NLD FRN=FRA " +
        "MNC=MCO SWZ=CHE SPN=ESP POR=PRT GMY=DEU AUS=AUT CZR=CZE SLO=SVK SNM=SMR MNG=MNE MAC=MKD CRO=HRV YUG=SRB BOS=BIH SLV=SVN BUL=BGR MLD=MDA ROM=ROU LAT=LVA " +
        "LIT=LTU GRG=GEO SWD=SWE DEN=DNK ICE=ISL CAP=CPV EQG=GNQ GAM=GMB MAA=MRT NIR=NER CDI=CIV GUI=GIN BFO=BFA SIE=SLE TOG=TGO CAO=CMR NIG=NGA CEN=CAF CHA=TCD " +
        "CON=COG DRC=COD TAZ=TZA BUI=BDI ANG=AGO MZM=MOZ ZAM=ZMB ZIM=ZWE MAW=MWI SAF=ZAF LES=LSO BOT=BWA SWA=SWZ MAG=MDG MAS=MUS SEY=SYC MOR=MAR ALG=DZA LIB=LBY " +
        "SUD=SDN LEB=LBN KUW=KWT BAH=BHR UAE=ARE OMA=OMN TAJ=TJK KYR=KGZ KZK=KAZ MON=MNG ROK=KOR BHU=BTN BNG=BGD MYA=MMR SRI=LKA MAD=MDV NEP=NPL THI=THA CAM=KHM " +
        "DRV=VNM MAL=MYS SIN=SGP BRU=BRN PHI=PHL INS=IDN ETM=TLS AUL=AUS NEW=NZL VAN=VUT SOL=SLB FIJ=FJI NAU=NRU MSI=MHL PAL=PLW";

    private static readonly Dictionary<string, string> IsoCodes = Correlates.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly Lazy<(HashSet<string> Words, Actor Actor)[]> Leaders = new(() =>
        [.. Lexicon.Actors.Where(actor => actor.Kind == ActorKind.Person).Select(actor => (Parts(actor.Name + " " + string.Join(' ', actor.Aliases)), actor))]);

    private static bool Holds(string state, string name, DateOnly day)
    {
        string[] codes = state == "YUG" ? ["YUG", "SCG", "SRB"] : [IsoCodes.GetValueOrDefault(state, state)];
        HashSet<string> wanted = Parts(name);
        return Leaders.Value.Any(leader => leader.Actor.RolesOn(day).Any(role => codes.Contains(role.Code.Country)) && wanted.Any(word => leader.Words.Any(known => IsSame(word, known))));
    }

    private static bool IsSame(string a, string b) =>
        a == b || (a.Length > 4 && b.Length > 4 && Spelling.Likeness(a, b) >= 0.75);

    /// <summary>The longer words of a name by their sound; first names of two letters and initials tell nothing.</summary>
    private static HashSet<string> Parts(string name)
    {
        string[] sounds = Spelling.Sound(name.Replace("š", "a", StringComparison.Ordinal)).Split([' ', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return [.. sounds.Where(sound => sound.Length > 2)];
    }

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(string text) => double.Parse(text, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
