using Entente.Language.Arcs;
using Entente.Coding.Clauses;
using Entente.Language;

namespace Entente.Coding.Tests.Clauses;

public class ArgumentsTests
{
    [Fact]
    public void A_passive_gives_its_by_phrase_as_subject_and_its_subject_as_object()
    {
        AnalyzedText text = SomeText.Tree("Troops/NOUN/NNS/troop/3/nsubj:pass were/AUX/VBD/be/3/aux:pass attacked/VERB/VBN/attack/0/root by/ADP/IN/by/5/case rebels/NOUN/NNS/rebel/3/obl:agent");

        var arguments = new Arguments(new Tree(text));

        Assert.Equal("rebels", Word(text, arguments.Subject(2)));
        Assert.Equal("Troops", Word(text, arguments.Object(2)));
    }

    [Fact]
    public void A_passive_by_a_day_has_no_subject()
    {
        AnalyzedText text = SomeText.Tree("Troops/NOUN/NNS/troop/3/nsubj:pass were/AUX/VBD/be/3/aux:pass withdrawn/VERB/VBN/withdraw/0/root by/ADP/IN/by/5/case Friday/PROPN/NNP/Friday/3/obl");

        Assert.Equal(-1, new Arguments(new Tree(text)).Subject(2));
    }

    [Fact]
    public void A_relative_pronoun_stands_for_its_antecedent()
    {
        AnalyzedText text = SomeText.Tree("Rebels/NOUN/NNS/rebel/5/nsubj who/PRON/WP/who/3/nsubj attacked/VERB/VBD/attack/1/acl:relcl towns/NOUN/NNS/town/3/obj fled/VERB/VBD/flee/0/root");

        Assert.Equal("Rebels", Word(text, new Arguments(new Tree(text)).Subject(2)));
    }

    [Fact]
    public void A_reduced_relative_clause_has_the_noun_as_its_object()
    {
        AnalyzedText text = SomeText.Tree("The/DET/DT/the/2/det man/NOUN/NN/man/6/nsubj arrested/VERB/VBN/arrest/2/acl by/ADP/IN/by/5/case police/NOUN/NNS/police/3/obl died/VERB/VBD/die/0/root");

        var arguments = new Arguments(new Tree(text));

        Assert.Equal("police", Word(text, arguments.Subject(2)));
        Assert.Equal("man", Word(text, arguments.Object(2)));
    }

    [Theory]
    [InlineData("urged", "urge", "Mali")]
    [InlineData("promised", "promise", "Chad")]
    public void The_verb_decides_whose_the_infinitive_is(string form, string lemma, string expected)
    {
        AnalyzedText text = SomeText.Tree($"Chad/PROPN/NNP/Chad/2/nsubj {form}/VERB/VBD/{lemma}/0/root Mali/PROPN/NNP/Mali/2/obj to/PART/TO/to/5/mark leave/VERB/VB/leave/2/xcomp");

        Assert.Equal(expected, Word(text, new Arguments(new Tree(text)).Subject(4)));
    }

    [Fact]
    public void The_object_is_understood_after_accused_of()
    {
        AnalyzedText text = SomeText.Tree("Chad/PROPN/NNP/Chad/2/nsubj accused/VERB/VBD/accuse/0/root Mali/PROPN/NNP/Mali/2/obj of/SCONJ/IN/of/5/mark shelling/VERB/VBG/shell/2/advcl villages/NOUN/NNS/village/5/obj");

        Assert.Equal("Mali", Word(text, new Arguments(new Tree(text)).Subject(4)));
    }

    [Fact]
    public void Coordinated_verbs_share_subject_and_object()
    {
        AnalyzedText text = SomeText.Tree("Police/NOUN/NNS/police/2/nsubj beat/VERB/VBD/beat/0/root and/CCONJ/CC/and/4/cc arrested/VERB/VBD/arrest/2/conj students/NOUN/NNS/student/2/obj");

        var arguments = new Arguments(new Tree(text));

        Assert.Equal("Police", Word(text, arguments.Subject(3)));
        Assert.Equal("students", Word(text, arguments.Object(3)));
    }

    [Fact]
    public void A_light_verb_lends_its_noun_subject_and_phrases()
    {
        AnalyzedText text = SomeText.Tree("Iran/PROPN/NNP/Iran/2/nsubj launched/VERB/VBD/launch/0/root an/DET/DT/a/4/det attack/NOUN/NN/attack/2/obj on/ADP/IN/on/6/case Iraq/PROPN/NNP/Iraq/2/obl");
        var tree = new Tree(text);
        var nouns = new NounArguments(tree, new Arguments(tree));
        Fillers subject = default, target = default;

        nouns.AddSubject(3, ref subject);
        nouns.AddPhrases(3, "on", ref target);

        Assert.Equal("Iran", Word(text, subject[0]));
        Assert.Equal("Iraq", Word(text, target[0]));
    }

    [Fact]
    public void An_acting_minister_is_the_subject_where_the_parser_read_a_clause()
    {
        var tree = new Tree(SomeText.Tree("Chad/PROPN/NNP/Chad/5/nmod:poss 's/PART/POS/'s/1/case acting/VERB/VBG/act/6/advcl defence/NOUN/NN/defence/5/compound minister/NOUN/NN/minister/3/obj resigned/VERB/VBD/resign/0/root"));

        Assert.Equal((5, Deprel.Nsubj), (tree.Head(4), tree.Relation(4)));
        Assert.Equal((4, Deprel.Amod), (tree.Head(2), tree.Relation(2)));
    }

    private static string Word(AnalyzedText text, int token) => text[token].ToString();
}
