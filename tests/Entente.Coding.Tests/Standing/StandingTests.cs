using Entente.Coding.Tests.Specs;
using Entente.Coding.Tracing;
using Entente.Records;
using Xunit;

namespace Entente.Coding.Tests.Standing;

/// <summary>Status, source and claims as the shipped model chooses them.</summary>
public class StandingTests
{
    [Theory]
    [InlineData("Chadian soldiers attacked the rebels near Faya on Sunday.", EventStatus.Reported)]
    [InlineData("Chadian soldiers did not attack the rebels.", EventStatus.Negated)]
    [InlineData("Chadian soldiers may attack the rebels next month.", EventStatus.Hypothetical)]
    [InlineData("Chadian soldiers will attack the rebels on Friday.", EventStatus.Future)]
    public void The_status_is_the_words(string sentence, EventStatus status) => Assert.Equal(status, Only(sentence, PloverType.Assault).Status);

    [Fact]
    public void A_headlines_infinitive_looks_ahead() =>
        Assert.Equal(EventStatus.Future, Only("Turkish police to arrest opposition leader", PloverType.Coerce).Status);

    [Fact]
    public void A_named_source_is_the_attribution()
    {
        CodedEvent coded = Only("Rebels killed two teachers near Faya, a hospital director said.", PloverType.Assault);
        Assert.Equal("a hospital director", coded.Attribution?.Text);
    }

    [Fact]
    public void What_follows_a_semicolon_is_not_the_speakers() =>
        Assert.Null(Only("Niger's president said the talks would go on; rebels attacked the Malian army near Menaka.", PloverType.Assault).Attribution);

    [Fact]
    public void An_enemys_word_is_a_claim()
    {
        CodedEvent coded = Only("Ukraine said Russian forces had shelled a school in Kherson.", PloverType.Assault);
        Assert.Equal("Ukraine", coded.Attribution?.Text);
        Assert.True(coded.Claimed);
    }

    [Fact]
    public void A_ministrys_word_on_its_own_arrests_is_no_claim() =>
        Assert.False(Only("Kenyan police arrested four protesters in Kisumu, the interior ministry said.", PloverType.Coerce).Claimed);

    [Fact]
    public void Explain_names_what_decided()
    {
        var trace = new Trace();
        World.CodeWithStanding(new(2024, 5, 15), "Ukraine said Russian forces had shelled a school in Kherson.", trace);
        ChosenStep step = trace.Steps.OfType<ChosenStep>().First(s => s.Question == "claimed");
        Assert.Equal("yes", step.Answer);
        Assert.Contains(step.Features, f => f.Feature.StartsWith("claim", StringComparison.Ordinal) && f.Weight != 0);
    }

    private static CodedEvent Only(string sentence, PloverType type) =>
        Assert.Single(World.CodeWithStanding(new(2024, 5, 15), sentence), e => e.Type == type);
}
