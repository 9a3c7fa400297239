using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Entities;
using Entente.Language.Lemmas;
using Entente.Language.Tags;

namespace Entente.Language.Tests.Conllu;

public sealed class ConlluTests
{
    private const string Sample =
        "# newdoc id = talks\n# sent_id = talks-1\n# text = Russia's envoy won't come.\n"
        + "1-2\tRussia's\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + "1\tRussia\tRussia\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\t_\n"
        + "2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_\n"
        + "3\tenvoy\tenvoy\tNOUN\tNN\tNumber=Sing\t6\tnsubj\t_\tGloss=x\n"
        + "4-5\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + "4\twill\twill\tAUX\tMD\tVerbForm=Fin\t6\taux\t_\t_\n"
        + "5\tnot\tnot\tPART\tRB\tPolarity=Neg\t6\tadvmod\t_\t_\n"
        + "6\tcome\tcome\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
        + "7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_\n\n";

    [Fact]
    public void A_sentence_is_read_with_its_tree_comments_and_multiword_tokens()
    {
        ConlluSentence sentence = Assert.Single(Read(Sample));

        Assert.Equal("talks-1", sentence.Id);
        Assert.Equal("talks", sentence.DocId);
        Assert.True(sentence.StartsDocument);
        Assert.Equal("Russia's envoy won't come.", sentence.Text);
        Assert.Equal(7, sentence.Words.Count);
        Assert.Equal(new ConlluWord("Russia", "Russia", Upos.Propn, Xpos.Nnp, "Number=Sing", 2, Deprel.NmodPoss, SpaceAfter: false), sentence.Words[0]);
        Assert.Equal((-1, Deprel.Root, false), (sentence.Words[5].Head, sentence.Words[5].Relation, sentence.Words[5].SpaceAfter));
        Assert.Equal([new(0, 2, "Russia's"), new ConlluMultiword(3, 5, "won't")], sentence.Multiwords);
        Assert.Equal(3, sentence.Comments.Count);
    }

    [Fact]
    public void Later_sentences_keep_the_id_of_their_document()
    {
        List<ConlluSentence> sentences = [.. Read(Sample + "# sent_id = talks-2\n" + Word(1, "Yes", 0, "root"))];

        Assert.Equal("talks", sentences[1].DocId);
        Assert.False(sentences[1].StartsDocument);
        Assert.Equal(14, sentences[1].Line);
    }

    [Fact]
    public void Empty_nodes_are_passed_over_and_unannotated_words_are_read()
    {
        ConlluSentence sentence = Assert.Single(Read("1\tTalks\t_\t_\t_\t_\t_\t_\t_\t_\n1.1\tbegan\t_\t_\t_\t_\t_\t_\t_\t_\n2\tfailed\t_\t_\tXY\t_\t_\t_\t_\t_\n"));

        Assert.Equal(["Talks", "failed"], sentence.Words.Select(w => w.Form));
        Assert.Equal((Upos.X, Xpos.None, -1, Deprel.Dep), (sentence.Words[1].Upos, sentence.Words[1].Xpos, sentence.Words[1].Head, sentence.Words[1].Relation));
    }

    [Theory]
    [InlineData("1\tTalks\tbegan\n", 1, "3 columns")]
    [InlineData("1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n3\tb\tb\tX\t_\t_\t1\tdep\t_\t_\n", 2, "ID '3'")]
    [InlineData("# x\n1\ta\ta\tWORD\t_\t_\t0\troot\t_\t_\n", 2, "UPOS 'WORD'")]
    [InlineData("1\ta\ta\tX\t_\t_\t2\tdep\t_\t_\n\n", 1, "HEAD 2")]
    [InlineData("1\ta\ta\tX\t_\t_\t-1\tdep\t_\t_\n", 1, "HEAD '-1'")]
    [InlineData("1\ta\ta\tX\t_\t_\t0\tsubject\t_\t_\n", 1, "DEPREL 'subject'")]
    [InlineData("2-3\tab\t_\t_\t_\t_\t_\t_\t_\t_\n", 1, "'2-3'")]
    [InlineData("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n", 2, "'ab' ends at word 2")]
    [InlineData("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n\n", 1, "without its words")]
    [InlineData("1\t\ta\tX\t_\t_\t0\troot\t_\t_\n", 1, "FORM is empty")]
    public void A_line_that_breaks_the_format_is_named_by_its_number(string text, int line, string complaint)
    {
        var error = Assert.Throws<ConlluException>(() => Read(text).Count());

        Assert.Equal(line, error.Line);
        Assert.StartsWith($"test.conllu:{line}: CNL001: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sentences_before_a_bad_line_are_read()
    {
        using IEnumerator<ConlluSentence> sentences = Read(Sample + "bad\n").GetEnumerator();

        Assert.True(sentences.MoveNext());
        Assert.Throws<ConlluException>(() => sentences.MoveNext());
    }

    [Fact]
    public void Words_of_a_multiword_token_share_its_characters()
    {
        ConlluText text = ConlluText.From(Assert.Single(Read(Sample)));

        Assert.Equal("Russia's envoy won't come.", text.Text);
        Assert.Equal(["Russia", "'s", "envoy", "wo", "n't", "come", "."], Spell(text));
        Assert.Equal([false, true, false, false, true, false, false], text.Tokens.Continues.Take(text.Tokens.Count));
        Assert.Equal((1, 7), (text.Sentences.Count, text.Sentences.End(0)));
    }

    [Theory]
    [InlineData("gonna", "go na", "go nna")]
    [InlineData("gonna", "gon na", "gon na")]
    [InlineData("won't", "will not", "wo n't")]
    [InlineData("du", "de le", "d u")]
    [InlineData("x", "a b", "x ")]
    public void A_surface_that_its_forms_do_not_spell_is_shared_out(string surface, string forms, string expected)
    {
        string[] words = forms.Split(' ');
        string lines = $"1-2\t{surface}\t_\t_\t_\t_\t_\t_\t_\t_\n" + Word(1, words[0], 0, "root") + Word(2, words[1], 1, "dep");

        ConlluText text = ConlluText.From(Assert.Single(Read(lines)));

        Assert.Equal(expected, string.Join(' ', Spell(text)));
    }

    [Fact]
    public void Writing_an_analysis_and_reading_it_gives_the_same_words_and_tree()
    {
        ConlluSentence sentence = Assert.Single(Read(Sample));
        using var output = new StringWriter();

        new ConlluWriter(output).Write("talks", Analysis(sentence));

        string expected = string.Join('\n', Sample.Replace("\twill\twill", "\two\twill", StringComparison.Ordinal).Replace("\tnot\tnot", "\tn't\tnot", StringComparison.Ordinal)
            .Replace("Gloss=x", "_", StringComparison.Ordinal).Split('\n').Select(WithoutFeatures));
        Assert.Equal(expected, output.ToString());
    }

    [Fact]
    public void Given_tokens_are_written_as_they_were()
    {
        ConlluSentence sentence = Assert.Single(Read(Sample));
        using var output = new StringWriter();

        new ConlluWriter(output).Write(sentence, Analysis(sentence).Sentence(0));

        Assert.Equal(string.Join('\n', Sample.Split('\n').Select(WithoutFeatures)), output.ToString());
    }

    [Fact]
    public void An_analysis_of_other_words_is_refused()
    {
        ConlluSentence sentence = Assert.Single(Read(Sample));

        Assert.Throws<ArgumentException>(() => new ConlluWriter(TextWriter.Null).Write(sentence with { Words = [sentence.Words[0]] }, Analysis(sentence).Sentence(0)));
    }

    private static IEnumerable<ConlluSentence> Read(string text) => ConlluReader.Read(new StringReader(text), "test.conllu");

    private static string Word(int id, string form, int head, string relation) => $"{id}\t{form}\t{form}\tX\t_\t_\t{head}\t{relation}\t_\t_\n";

    private static IEnumerable<string> Spell(ConlluText text) =>
        Enumerable.Range(0, text.Tokens.Count).Select(i => text.Text[text.Tokens.Starts[i]..text.Tokens.Ends[i]]);

    private static string WithoutFeatures(string line)
    {
        string[] columns = line.Split('\t');
        if (columns.Length == 10)
        {
            columns[5] = "_";
        }

        return string.Join('\t', columns);
    }

    private static AnalyzedText Analysis(ConlluSentence sentence)
    {
        ConlluText text = ConlluText.From(sentence);
        return new(
            text.Text, text.Tokens, text.Sentences,
            new([.. sentence.Words.Select(w => w.Upos)], [.. sentence.Words.Select(w => w.Xpos)]),
            new LemmaLayer([.. sentence.Words.Select(w => w.Lemma)]),
            new([.. sentence.Words.Select(w => w.Head)], [.. sentence.Words.Select(w => w.Relation)]),
            new EntityLayer([]));
    }
}
