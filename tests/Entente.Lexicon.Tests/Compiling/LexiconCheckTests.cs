using Entente.Lexicon.Compiling;
using Entente.Records;

namespace Entente.Lexicon.Tests.Compiling;

public sealed class LexiconCheckTests : IDisposable
{
    private readonly SmallLexicon _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_sound_lexicon_has_no_problems() => Assert.Empty(LexiconCheck.Run(_folder.Folder));

    [Theory]
    [InlineData("LEX002", "x-y;X Y;person;RUS GOV;;;;none;")]
    [InlineData("LEX005", "x-y;X Y;person;RUS GOV;;2020-02-30;;day;;record")]
    [InlineData("LEX006", "x-y;X Y;person;RUS GOV;;2020-03-01;2020-03-01;day;;record")]
    [InlineData("LEX007", "x-y;X Y;person;RUS GOV;;2020-03-01;;none;;record")]
    [InlineData("LEX007", "x-y;X Y;person;RUS GOV;;2020-03-01;;about;;record")]
    [InlineData("LEX008", "x-y;X Y;person;RUS XYZ;;;;none;;record")]
    [InlineData("LEX008", "x-y;X Y;person;QQQ GOV;;;;none;;record")]
    [InlineData("LEX008", "x-y;X Y;person;;;;;none;;record")]
    [InlineData("LEX009", "x-y;X Y;dragon;RUS GOV;;;;none;;record")]
    [InlineData("LEX010", "x-y;X Y;person;RUS GOV;;;;none;;hearsay")]
    [InlineData("LEX011", "X_y;X Y;person;RUS GOV;;;;none;;record")]
    [InlineData("LEX016", "x-y;;;RUS GOV;;;;none;;record")]
    [InlineData("LEX004", "erdogan-recep;;;TUR OPP;;2013-01-01;2013-06-01;day;;record")]
    [InlineData("LEX013", "erdogan-recep;;;TUR GOV;President;2014-08-28;;day;;record")]
    [InlineData("LEX014", "x-y;Al Qaeda;armed-group;RUS REB;;;;none;;record")]
    public void A_bad_row_of_an_actor_is_reported_with_its_line(string code, string row)
    {
        _folder.Add("actors/some.tsv", row);

        IReadOnlyList<Diagnostic> problems = LexiconCheck.Run(_folder.Folder);

        Diagnostic problem = problems.First(found => found.Code == code);
        Assert.EndsWith("actors/some.tsv", problem.File, StringComparison.Ordinal);
        Assert.Equal(11, problem.Line);
        Assert.NotNull(problem.Help);
    }

    [Fact]
    public void A_bad_row_loses_nothing_else()
    {
        _folder.Add("actors/some.tsv", "x-y;X Y;person;QQQ GOV;;;;none;;record", "y-z;Y Z;person;RUS GOV;;;;none;;record");
        var problems = new List<Diagnostic>();

        WorldLexicon lexicon = WorldLexicon.Load(_folder.Folder, problems);

        Assert.Equal("LEX008", Assert.Single(problems).Code);
        Assert.False(lexicon.Actors.TryGet("x-y", out _));
        Assert.True(lexicon.Actors.TryGet("y-z", out _));
    }

    [Fact]
    public void Roles_known_to_the_month_may_overlap_within_it()
    {
        _folder.Add("actors/some.tsv",
            "x-y;X Y;person;RUS GOV;;2010-01-01;2014-05-01;month;;record",
            "x-y;;;RUS OPP;;2014-04-01;;month;;record");

        Assert.Empty(LexiconCheck.Run(_folder.Folder));
    }

    [Theory]
    [InlineData("members.tsv", "body member from to precision source", "nato;QQQ;;;none;record", "LEX008")]
    [InlineData("members.tsv", "body member from to precision source", "nobody;RUS;;;none;record", "LEX012")]
    [InlineData("agents.tsv", "noun code kind source", "minister;GOV;creature;record", "LEX009")]
    [InlineData("agents.tsv", "noun code kind source", ";GOV;person;record", "LEX003")]
    [InlineData("borders.tsv", "a b source", "RUS;CHN;record", "LEX018")]
    [InlineData("borders.tsv", "a b source", "CHN;QQQ;record", "LEX008")]
    [InlineData("regions.tsv", "region member source", "asia;QQQ;record", "LEX008")]
    [InlineData("regions.tsv", "region source", "asia;record", "LEX001")]
    [InlineData("places.tsv", "name aliases country admin1 class lat lon population geonameid source", "X;;RUS;;moon;;;;;record", "LEX009")]
    [InlineData("places.tsv", "name aliases country admin1 class lat lon population geonameid source", "X;;RUS;;city;91;0;;;record", "LEX015")]
    [InlineData("places.tsv", "name aliases country admin1 class lat lon population geonameid source", "X;;RUS;;city;north;0;;;record", "LEX015")]
    [InlineData("cameo.tsv", "code event mode context goldstein label", "05x;SUPPORT;;;8;sign", "LEX025")]
    [InlineData("cameo.tsv", "code event mode context goldstein label", "057;SIGN;;;8;sign", "LEX022")]
    [InlineData("cameo.tsv", "code event mode context goldstein label", "057;SUPPORT;arrest;;8;sign", "LEX023")]
    [InlineData("cameo.tsv", "code event mode context goldstein label", "057;SUPPORT;;war;8;sign", "LEX024")]
    [InlineData("cameo.tsv", "code event mode context goldstein label", "057;SUPPORT;;;800;sign", "LEX015")]
    public void A_bad_row_of_another_table_is_reported_too(string file, string columns, string row, string code)
    {
        _folder.Table(file, columns, row);

        Diagnostic problem = _folder.CheckOne();

        Assert.Equal(code, problem.Code);
        Assert.EndsWith(file, problem.File, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_Utf8_is_reported()
    {
        File.WriteAllBytes(Path.Combine(_folder.Folder, "regions.tsv"), [0x72, 0xff, 0xfe]);

        Assert.Equal("LEX001", _folder.CheckOne().Code);
    }

    [Fact]
    public void Every_code_is_documented_and_every_documented_code_is_used()
    {
        string errors = File.ReadAllText(Repository.PathTo("docs/errors.md"));
        string[] sources = Directory.GetFiles(Repository.PathTo("src/Entente.Lexicon"), "*.cs", SearchOption.AllDirectories);

        string[] used = [.. sources.SelectMany(file => CodesIn(File.ReadAllText(file))).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(used, CodesIn(errors).Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> CodesIn(string text) =>
        System.Text.RegularExpressions.Regex.Matches(text, "LEX[0-9]{3}").Select(match => match.Value);
}
