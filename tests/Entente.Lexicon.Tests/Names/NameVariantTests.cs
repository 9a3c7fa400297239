using Entente.Lexicon.Names;

namespace Entente.Lexicon.Tests.Names;

public sealed class NameVariantTests : IDisposable
{
    private readonly SmallLexicon _folder = new SmallLexicon().Add(
        "actors/some.tsv",
        "yaqoob-mohammad;Mohammad Yaqoob;person;RUS GOV;Minister of Defence;2021-09-07;;day;;record",
        "gaddafi-muammar;Muammar Gaddafi;person;RUS GOV;;1969-09-01;2011-10-20;day;;record",
        "medvedev-dmitry;Dmitry Medvedev;person;RUS GOV;President;2008-05-07;2012-05-07;day;;record",
        "johnson-boris;Boris Johnson;person;GBR GOV;Prime Minister;2019-07-24;2022-09-06;day;;record",
        "hezbollah;Hezbollah;armed-group;IMG REB;;;;none;;record");

    private readonly WorldLexicon _lexicon;

    public NameVariantTests() => _lexicon = _folder.Load();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Shoygu", "shoigu-sergei")]
    [InlineData("Shoigou", "shoigu-sergei")]
    [InlineData("Sergey Shoygu", "shoigu-sergei")]
    [InlineData("Yaqoub", "yaqoob-mohammad")]
    [InlineData("Mohammed Yaqub", "yaqoob-mohammad")]
    [InlineData("Muhammad Yakoub", "yaqoob-mohammad")]
    [InlineData("Moammar Qaddafi", "gaddafi-muammar")]
    [InlineData("Dmitriy Medvedev", "medvedev-dmitry")]
    [InlineData("Dmitri Medvyedev", "medvedev-dmitry")]
    [InlineData("Hizbullah", "hezbollah")]
    public void A_transliteration_that_no_list_has_is_understood(string name, string expected)
    {
        NameCandidate best = _lexicon.Lookup(name)[0];

        Assert.Equal(expected, _lexicon.Actors[best.Sense.Index].Id);
        Assert.InRange(best.Score, 0.8, 0.999);
    }

    [Theory]
    [InlineData("Shoygu")]
    [InlineData("Mohammed Yaqub")]
    [InlineData("Dmitriy Medvedev")]
    public void What_sounds_the_same_may_stand_in_for_a_name(string name) =>
        Assert.True(_lexicon.TryMatchVariant(name, out _));

    [Theory]
    [InlineData("Johnston")]
    [InlineData("Jensen")]
    [InlineData("Yaqub")]
    [InlineData("Sergeant")]
    [InlineData("Turkmen")]
    public void A_name_that_is_only_similar_or_short_may_not(string name) =>
        Assert.False(_lexicon.TryMatchVariant(name, out _));

    [Fact]
    public void The_known_spelling_scores_one() =>
        Assert.Equal(1, _lexicon.Lookup("Sergei Shoigu")[0].Score);

    [Fact]
    public void Two_bearers_that_are_equally_near_are_not_chosen_between()
    {
        using SmallLexicon folder = new SmallLexicon().Add(
            "actors/some.tsv",
            "karimov-islam;Islam Karimov;person;RUS GOV;;1990-03-24;2016-09-02;day;;record",
            "karimov-rustam;Rustam Karimov;person;RUS GOV;;2000-01-01;;day;;record");

        Assert.False(folder.Load().TryMatchVariant("Kharimov".Replace("Kh", "K", StringComparison.Ordinal) + "f", out _));
        Assert.False(folder.Load().TryMatchVariant("Kareemov", out _));
    }
}
