using Entente.Archive.Import.Tables;
using Entente.Testing;

namespace Entente.Archive.Tests.Import;

public class CountryTableTests
{
    private static readonly DateOnly Day = new(2020, 1, 1);

    [Theory]
    [InlineData("RS", "RUS")]
    [InlineData("AU", "AUT")]
    [InlineData("AS", "AUS")]
    [InlineData("CH", "CHN")]
    [InlineData("SZ", "CHE")]
    [InlineData("TI", "TJK")]
    [InlineData("TX", "TKM")]
    [InlineData("NI", "NGA")]
    [InlineData("NG", "NER")]
    [InlineData("GZ", "PSE")]
    [InlineData("WE", "PSE")]
    [InlineData("ZZ", null)]
    public void Fips_is_not_iso(string fips, string? iso) => Assert.Equal(iso, CountryTable.Default.FromFips(fips));

    [Theory]
    [InlineData(700, "AFG")]
    [InlineData(703, "KGZ")]
    [InlineData(705, "KAZ")]
    [InlineData(200, "GBR")]
    [InlineData(255, "DEU")]
    [InlineData(260, "DEU")]
    [InlineData(679, "YEM")]
    [InlineData(999, null)]
    public void Correlates_of_war_numbers_are_read(int cow, string? iso) => Assert.Equal(iso, CountryTable.Default.FromCow(cow, Day));

    [Theory]
    [InlineData(1999, "YUG")]
    [InlineData(2004, "SCG")]
    [InlineData(2010, "SRB")]
    public void The_number_345_is_the_state_of_its_day(int year, string iso) =>
        Assert.Equal(iso, CountryTable.Default.FromCow(345, new(year, 1, 1)));

    [Theory]
    [InlineData(678, "YEM")]
    [InlineData(340, "SRB")]
    [InlineData(260, "DEU")]
    [InlineData(970, "KIR")]
    public void Gleditsch_and_ward_differ_from_correlates_of_war(int number, string iso) =>
        Assert.Equal(iso, CountryTable.Default.FromGleditschWard(number, Day));

    [Theory]
    [InlineData(643, "RUS")]
    [InlineData(4, "AFG")]
    [InlineData(729, "SDN")]
    [InlineData(736, "SDN")]
    [InlineData(1000, null)]
    public void Iso_numbers_are_read(int number, string? iso) => Assert.Equal(iso, CountryTable.Default.FromNumeric(number));

    [Theory]
    [InlineData("Russian Federation", "RUS")]
    [InlineData("Congo", "COG")]
    [InlineData("DR Congo", "COD")]
    [InlineData("Turkiye", "TUR")]
    [InlineData("UAE", "ARE")]
    [InlineData("the former Yugoslav Republic of Macedonia", "MKD")]
    [InlineData("Atlantis", null)]
    public void Names_are_those_of_data_sets(string name, string? iso) => Assert.Equal(iso, CountryTable.Default.FromName(name));

    [Fact]
    public void Every_code_is_a_state_of_the_lexicon_and_every_state_of_the_lexicon_is_here()
    {
        string[] states = [.. File.ReadLines(Path.Combine(Repository.Root, "lexicon", "states.tsv")).Where(line => line[0] != '#').Skip(1).Select(line => line.Split('\t')[0])];

        string[] here = [.. TableResource.Rows("countries.tsv").Select(row => row[0])];

        Assert.Equal(states.Order(StringComparer.Ordinal), here.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_mean_what_they_mean_in_the_lexicon_but_for_congo()
    {
        var wrong = new List<string>();
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "lexicon", "states.tsv")).Where(line => line[0] != '#').Skip(1))
        {
            string[] cells = line.Split('\t');
            foreach (string name in cells[2].Split('|').Append(cells[1]))
            {
                if (CountryTable.Default.FromName(name) is { } code && code != cells[0])
                {
                    wrong.Add(name);
                }
            }
        }

        Assert.Equal(["Congo"], wrong);
    }

    [SharedFact("data/reign-leaders-1950-2021.csv")]
    public void Leaders_of_states_bear_the_same_numbers()
    {
        int[] unknown = [.. File.ReadLines(SharedFile.PathTo("data/reign-leaders-1950-2021.csv")).Skip(1).Select(line => line.Split(',')[1]).Distinct().Select(int.Parse)
            .Where(number => CountryTable.Default.FromCow(number, Day) is null && number is not (680 or 817))];

        Assert.Empty(unknown);
    }
}
