using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Lemmas;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language.Tests.Lemmas;

public sealed class LemmatizerTests
{
    private static readonly Lemmatizer Small = Trained(
        "The/DT/the ministers/NNS/minister met/VBD/meet", "We/PRP/we met/VBD/meet the/DT/the CDs/NNS/CD", "Iran/NNP/Iran does/VBZ/do n't/RB/not bomb/VB/bomb",
        "US/NNP/US allies/NNS/ally AIDS/NN/AIDS aids/VBZ/aid aids/NNS/aid", "It/PRP/it 's/VBZ/be Iran/NNP/Iran 's/POS/'s us/PRP/we 's/PRP/we 'd/MD/would 's/VBZ/have been/VBN/be");

    [Theory]
    [InlineData("The", Xpos.Dt, "the")]
    [InlineData("Ministers", Xpos.Nns, "minister")]
    [InlineData("n't", Xpos.Rb, "not")]
    [InlineData("'s", Xpos.Vbz, "be")]
    [InlineData("'s", Xpos.Pos, "'s")]
    [InlineData("'s", Xpos.Prp, "we")]
    [InlineData("'d", Xpos.Md, "would")]
    [InlineData("AIDS", Xpos.Nn, "AIDS")]
    [InlineData("aids", Xpos.Nns, "aid")]
    public void Known_words_have_the_lemma_of_the_treebank(string form, Xpos tag, string lemma)
    {
        Assert.Equal(lemma, Small.Lemma(form, tag));
    }

    [Theory]
    [InlineData("bombed", Xpos.Vbd, "bomb")]
    [InlineData("provoked", Xpos.Vbn, "provoke")]
    [InlineData("negotiating", Xpos.Vbg, "negotiate")]
    [InlineData("retreated", Xpos.Vbd, "retreat")]
    [InlineData("applauded", Xpos.Vbd, "applaud")]
    [InlineData("controlled", Xpos.Vbn, "control")]
    [InlineData("stalled", Xpos.Vbd, "stall")]
    [InlineData("bugged", Xpos.Vbn, "bug")]
    [InlineData("invaded", Xpos.Vbd, "invade")]
    [InlineData("avoided", Xpos.Vbd, "avoid")]
    [InlineData("vowed", Xpos.Vbd, "vow")]
    [InlineData("denied", Xpos.Vbd, "deny")]
    [InlineData("condemned", Xpos.Vbd, "condemn")]
    [InlineData("withdrew", Xpos.Vbd, "withdraw")]
    [InlineData("fled", Xpos.Vbn, "flee")]
    [InlineData("overthrown", Xpos.Vbn, "overthrow")]
    [InlineData("imposes", Xpos.Vbz, "impose")]
    [InlineData("launches", Xpos.Vbz, "launch")]
    [InlineData("treaties", Xpos.Nns, "treaty")]
    [InlineData("crises", Xpos.Nns, "crisis")]
    [InlineData("gunmen", Xpos.Nns, "gunman")]
    [InlineData("Fighters", Xpos.Nns, "fighter")]
    [InlineData("attacking", Xpos.Vbg, "attack")]
    [InlineData("besieged", Xpos.Vbn, "besiege")]
    [InlineData("escalating", Xpos.Vbg, "escalate")]
    [InlineData("mediated", Xpos.Vbd, "mediate")]
    [InlineData("endorsed", Xpos.Vbd, "endorse")]
    [InlineData("criticised", Xpos.Vbd, "criticise")]
    [InlineData("threatening", Xpos.Vbg, "threaten")]
    [InlineData("recruited", Xpos.Vbd, "recruit")]
    [InlineData("inspected", Xpos.Vbd, "inspect")]
    [InlineData("imprisoned", Xpos.Vbn, "imprison")]
    [InlineData("exploded", Xpos.Vbd, "explode")]
    [InlineData("detained", Xpos.Vbn, "detain")]
    [InlineData("ceding", Xpos.Vbg, "cede")]
    [InlineData("pledging", Xpos.Vbg, "pledge")]
    [InlineData("Tehran", Xpos.Nnp, "Tehran")]
    [InlineData("MRI", Xpos.Nn, "MRI")]
    [InlineData("Peace", Xpos.Nn, "peace")]
    public void Unknown_words_lose_their_inflection(string form, Xpos tag, string lemma)
    {
        Assert.Equal(lemma, Small.Lemma(form, tag));
    }

    [Theory]
    [InlineData("It 's been", "it have be")]
    [InlineData("It 's never been", "it have never be")]
    [InlineData("It 's us", "it be we")]
    public void Short_has_is_told_from_is_by_what_follows(string text, string expected)
    {
        var tokens = new TokenLayer();
        Tokenizer.Tokenize(text, tokens);
        Upos[] upos = [.. text.Split(' ').Select(w => w == "never" ? Upos.Adv : Upos.Pron)];
        Xpos[] xpos = [.. text.Split(' ').Select(w => w switch { "'s" => Xpos.Vbz, "been" => Xpos.Vbn, "never" => Xpos.Rb, _ => Xpos.Prp })];
        string[] lemmas = new string[tokens.Count];

        Small.Lemmatize(text, tokens, new TagLayer(upos, xpos), lemmas);

        Assert.Equal(expected, string.Join(' ', lemmas));
    }

    [Fact]
    public void Equal_lemmas_are_the_same_string()
    {
        Assert.Same(Small.Lemma("ministers", Xpos.Nns), Small.Lemma("Ministers", Xpos.Nns));
        Assert.Same(Small.Lemma("bombed", Xpos.Vbd), Small.Lemma("bombed", Xpos.Vbd));
    }

    [Fact]
    public void Known_words_are_looked_up_without_allocation()
    {
        Small.Lemma("Ministers", Xpos.Nns);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int i = 0; i < 1000; i++)
        {
            Small.Lemma("Ministers", Xpos.Nns);
            Small.Lemma("bombed", Xpos.Vbd);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_same_treebank_gives_the_same_model()
    {
        Assert.Equal(Train("a/DT/a b/NN/b c/NNS/c", "d/VBD/e"), Train("a/DT/a b/NN/b c/NNS/c", "d/VBD/e"));
    }

    [Fact]
    public void A_damaged_model_is_refused()
    {
        byte[] model = Train("talks/NNS/talk");

        Assert.Throws<InvalidDataException>(() => Lemmatizer.Load(new MemoryStream(model[..(model.Length / 2)])));
        Assert.Throws<InvalidDataException>(() => Lemmatizer.Load(new MemoryStream("no model at all"u8.ToArray())));
    }

    [Fact]
    public void Any_form_has_a_lemma_under_any_tag()
    {
        var random = new Random(22);
        for (int i = 0; i < 20000; i++)
        {
            string form = string.Concat(Enumerable.Range(0, random.Next(1, 80)).Select(_ => random.Next(5) == 0 ? (char)random.Next(char.MaxValue) : "abedinglsyS"[random.Next(11)]));

            string lemma = Small.Lemma(form, (Xpos)random.Next(XposNames.Count));

            Assert.True(lemma.Length > 0, $"seed 22, round {i}");
        }
    }

    private static Lemmatizer Trained(params string[] sentences) => Lemmatizer.Load(new MemoryStream(Train(sentences)));

    private static byte[] Train(params string[] sentences)
    {
        using var output = new MemoryStream();
        Lemmatizer.Train(sentences.Select(Sentence), output, TextWriter.Null);
        return output.ToArray();
    }

    private static ConlluSentence Sentence(string words) => new()
    {
        Words = [.. words.Split(' ').Select(w => w.Split('/')).Select(w => new ConlluWord(w[0], w[2], Upos.X, Tag(w[1]), "_", -1, Deprel.Root, SpaceAfter: true))],
    };

    private static Xpos Tag(string name)
    {
        Assert.True(XposNames.TryParse(name, out Xpos tag));
        return tag;
    }
}
