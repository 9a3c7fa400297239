using Entente.Lexicon.Actors;

namespace Entente.Lexicon.Tests.Actors;

public sealed class AgentTests : IDisposable
{
    private readonly SmallLexicon _folder = new SmallLexicon().Table(
        "agents.tsv", "noun code kind source",
        "minister;GOV;person;record",
        "foreign minister;GOV;person;record",
        "vice president;GOV;person;record",
        "aid agency;NGO;office;record",
        "ex-prime minister;ELI;person;record",
        "nonprofit group;NGO;group;record",
        "protester;CVL OPP;group;record");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("the foreign minister", "foreign minister", 2)]
    [InlineData("Foreign Minister", "foreign minister", 2)]
    [InlineData("a minister", "minister", 1)]
    [InlineData("Vice - President", "vice president", 3)]
    [InlineData("protester", "protester", 1)]
    [InlineData("vice-president", "vice president", 1)]
    [InlineData("the ex-prime minister", "ex-prime minister", 2)]
    [InlineData("ex - prime minister", "ex-prime minister", 4)]
    [InlineData("a non-profit group", "nonprofit group", 2)]
    [InlineData("anti-foreign minister", "minister", 1)]
    [InlineData("aid agency", "aid agency", 2)]
    public void The_longest_role_noun_that_ends_at_the_head_counts(string lemmas, string noun, int length)
    {
        Assert.True(_folder.Load().Agents.TryMatch(lemmas.Split(' '), out Agent? agent, out int found));

        Assert.Equal((noun, length), (agent.Noun, found));
    }

    [Theory]
    [InlineData("minister spokesman")]
    [InlineData("-")]
    [InlineData("foreign minister ,")]
    public void A_role_noun_that_does_not_end_at_the_head_does_not(string lemmas) =>
        Assert.False(_folder.Load().Agents.TryMatch(lemmas.Split(' '), out _, out _));

    [Fact]
    public void A_body_may_stand_in_the_country_slot()
    {
        Assert.True(_folder.Load().Agents.TryMatch(["aid", "agency"], out Agent? agent, out _));

        Assert.Equal(("NGO", AgentKind.Office), (agent.Code.Country, agent.Kind));
    }
}
