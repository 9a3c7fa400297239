using Entente.Records;

namespace Entente.Coding.Tests.Behaviour;

/// <summary>What a change of the sentence may change in the record, and what it must not.</summary>
public class BehaviourTests
{
    /// <summary>Pairs of states with their codes; each pair of names stands for any other.</summary>
    private static readonly (string Name, string Code)[][] Pairs =
    [
        [("Chad", "TCD"), ("Niger", "NER")],
        [("Peru", "PER"), ("Ecuador", "ECU")],
        [("Japan", "JPN"), ("South Korea", "KOR")],
    ];

    public static TheoryData<string> Acts => [.. Act.All.Select(act => act.Active)];

    public static TheoryData<string> ActsWithPassive => [.. Act.All.Where(act => act.Passive is not null).Select(act => act.Active)];

    [Fact]
    public void The_acts_are_of_all_sixteen_categories() =>
        Assert.Equal(PloverTypes.Count, Act.All.Select(act => act.Type).Distinct(StringComparer.Ordinal).Count());

    [Theory]
    [MemberData(nameof(Acts))]
    public void The_pair_in_reversed_order_swaps_actor_and_recipient(string sentence)
    {
        (string Name, string Code)[] pair = Pairs[0];

        CodedEvent forth = Act.Code(sentence, pair[0].Name, pair[1].Name);
        CodedEvent back = Act.Code(sentence, pair[1].Name, pair[0].Name);

        Assert.Equal(Named(sentence).Type, forth.Type.Code());
        Assert.Contains(pair[0].Code, Act.Codes(forth.Actor), StringComparison.Ordinal);
        Assert.Contains(pair[1].Code, Act.Codes(forth.Recipient), StringComparison.Ordinal);
        Assert.Equal(Act.Said(forth), Exchanged(Act.Said(back), pair[0].Code, pair[1].Code));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void Other_names_of_the_same_kind_change_nothing_but_names_and_codes(string sentence)
    {
        CodedEvent first = Act.Code(sentence, Pairs[0][0].Name, Pairs[0][1].Name);
        foreach ((string Name, string Code)[] pair in Pairs[1..])
        {
            CodedEvent other = Act.Code(sentence, pair[0].Name, pair[1].Name);

            string said = OfParties(Act.Said(other), parties => parties
                .Replace(pair[0].Code, Pairs[0][0].Code, StringComparison.Ordinal)
                .Replace(pair[1].Code, Pairs[0][1].Code, StringComparison.Ordinal));
            Assert.Equal(Sorted(Act.Said(first)), Sorted(said));
            Assert.Equal((first.Rule, first.Trigger.Text, first.EventDate), (other.Rule, other.Trigger.Text, other.EventDate));
            Assert.Equal(first.Context, other.Context);
        }
    }

    [Theory]
    [MemberData(nameof(ActsWithPassive))]
    public void The_passive_tells_the_same_act(string sentence)
    {
        foreach ((string Name, string Code)[] pair in Pairs)
        {
            CodedEvent active = Act.Code(sentence, pair[0].Name, pair[1].Name);
            CodedEvent passive = Act.Code(Named(sentence).Passive!, pair[0].Name, pair[1].Name);

            Assert.Equal(Act.Said(active), Act.Said(passive));
        }
    }

    private static Act Named(string sentence) => Act.All.First(act => act.Active == sentence);

    private static string Exchanged(string said, string one, string other) =>
        Sorted(OfParties(said, parties => parties.Replace(one, "?", StringComparison.Ordinal).Replace(other, one, StringComparison.Ordinal).Replace("?", other, StringComparison.Ordinal)));

    /// <summary>Codes of one side stand in the order of the alphabet, which other names may change.</summary>
    private static string Sorted(string said) =>
        OfParties(said, parties => string.Join(" -> ", parties.Split(" -> ").Select(side => string.Join(" + ", side.Split(" + ").Order(StringComparer.Ordinal)))));

    /// <summary>Changes the part after the colon: "COOPERATE" holds the code of Peru.</summary>
    private static string OfParties(string said, Func<string, string> change)
    {
        int parties = said.IndexOf(": ", StringComparison.Ordinal) + 2;
        return said[..parties] + change(said[parties..]);
    }
}
