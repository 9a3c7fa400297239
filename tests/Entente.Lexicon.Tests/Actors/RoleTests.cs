using Entente.Lexicon.Actors;

namespace Entente.Lexicon.Tests.Actors;

public sealed class RoleTests : IDisposable
{
    private readonly SmallLexicon _folder = new SmallLexicon().Add(
        "actors/some.tsv",
        "putin-vladimir;Vladimir Putin;person;RUS GOV;President;2000-05-07;2008-05-07;day;;record",
        "putin-vladimir;;;RUS GOV;Prime Minister;2008-05-08;2012-05-07;day;;record",
        "putin-vladimir;;;RUS GOV MIL;Supreme Commander;2008-05-08;2012-05-07;day;;record");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2000-05-06", null)]
    [InlineData("2000-05-07", "President")]
    [InlineData("2008-05-06", "President")]
    [InlineData("2008-05-07", null)]
    [InlineData("2008-05-08", "Prime Minister")]
    [InlineData("2012-05-07", null)]
    public void A_role_holds_from_its_first_day_to_the_day_before_its_end(string day, string? expected)
    {
        Assert.True(_folder.Load().Actors.TryGet("putin-vladimir", out Actor? putin));

        Assert.Equal(expected, putin.RoleOn(Day(day))?.Role);
    }

    [Fact]
    public void Of_several_roles_the_first_row_counts_and_all_are_there()
    {
        Assert.True(_folder.Load().Actors.TryGet("putin-vladimir", out Actor? putin));

        Assert.Equal(["Prime Minister", "Supreme Commander"], putin.RolesOn(Day("2010-01-01")).Select(role => role.Role));
    }

    [Fact]
    public void The_office_before_is_known_for_former_holders()
    {
        Assert.True(_folder.Load().Actors.TryGet("putin-vladimir", out Actor? putin));

        Assert.Equal("President", putin.LastRoleBefore(Day("2008-05-07"))?.Role);
        Assert.Null(putin.LastRoleBefore(Day("2000-06-01")));
    }

    [Fact]
    public void A_role_names_its_row_and_an_unknown_id_names_nobody()
    {
        WorldLexicon lexicon = _folder.Load();

        Assert.True(lexicon.Actors.TryGet("may-theresa", out Actor? may));
        Assert.Equal("lexicon/actors/some.tsv:2", may.Roles[0].Place);
        Assert.False(lexicon.Actors.TryGet("nobody", out _));
    }

    [Fact]
    public void Rows_of_one_actor_may_stand_in_several_files()
    {
        _folder.Table("actors/a-first.tsv", SmallLexicon.ActorColumns, "putin-vladimir;;;RUS GOV;Acting President;1999-12-31;2000-05-07;day;;record");

        Assert.True(_folder.Load().Actors.TryGet("putin-vladimir", out Actor? putin));

        Assert.Equal("Vladimir Putin", putin.Name);
        Assert.Equal("Acting President", putin.RoleOn(Day("2000-01-01"))?.Role);
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
