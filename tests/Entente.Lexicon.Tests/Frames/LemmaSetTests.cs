using Entente.Lexicon.Frames;

namespace Entente.Lexicon.Tests.Frames;

public class LemmaSetTests
{
    [Fact]
    public void Every_lemma_of_a_full_sketch_is_found_and_nothing_else()
    {
        string[] within = Numbered("in"), without = Numbered("out");
        var set = new LemmaSet(within);

        Assert.Equal(5000, set.Count);
        Assert.All(within, lemma => Assert.True(set.Contains(lemma) && set.Contains(lemma, LemmaSet.BitOf(lemma))));
        Assert.DoesNotContain(without, lemma => set.Contains(lemma) || set.Contains(lemma, LemmaSet.BitOf(lemma)));
    }

    [Fact]
    public void A_word_of_the_same_bit_is_told_apart_and_one_of_another_bit_is_not_looked_up()
    {
        var set = new LemmaSet(["treaty", "air_strike"]);
        int bit = LemmaSet.BitOf("treaty");
        string twin = Numbered("word").First(word => LemmaSet.BitOf(word) == bit);
        string[] apart = [.. Numbered("word").Where(word => LemmaSet.BitOf(word) is int other && other != bit && other != LemmaSet.BitOf("air_strike"))];

        Assert.False(set.Contains(twin, bit));
        Assert.DoesNotContain(apart, word => set.Contains("treaty", LemmaSet.BitOf(word)));
    }

    [Fact]
    public void Bits_are_below_1024_and_spread_over_all_of_them()
    {
        int[] bits = [.. Numbered("w").Concat(Numbered("lemma_")).Append("").Select(LemmaSet.BitOf)];

        Assert.All(bits, bit => Assert.InRange(bit, 0, 1023));
        Assert.InRange(bits.Distinct().Count(), 1000, 1024);
    }

    private static string[] Numbered(string stem) => [.. Enumerable.Range(0, 5000).Select(i => $"{stem}{i}")];
}
