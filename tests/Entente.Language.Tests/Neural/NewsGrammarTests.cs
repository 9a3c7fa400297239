using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Neural;

namespace Entente.Language.Tests.Neural;

public class NewsGrammarTests
{
    private static readonly NewsVocabulary Words = new(
        ["Chad", "Mali"], ["Chadian", "Malian"], ["minister"], ["rebel", "troops"], ["attack", "sign", "withdraw", "deny"], ["agreement", "sanction"], ["Deby"]);

    [Fact]
    public void Every_made_up_sentence_is_one_tree_whose_relations_are_all_decided()
    {
        int number = 0;
        foreach (ConlluSentence sentence in new NewsGrammar(Words, 3).Make(3000))
        {
            string text = $"{number++}: {ConlluText.From(sentence).Text}";
            Assert.True(sentence.Words.Count(w => w.Head < 0) == 1, text);
            Assert.True(sentence.Words.All(w => (w.Head < 0) == (w.Relation == Deprel.Root)), text);
            Assert.True(sentence.Words.All(w => w.Relation != Deprel.Dep), $"{text}: {string.Join(' ', sentence.Words.Where(w => w.Relation == Deprel.Dep).Select(w => w.Form))}");
            for (int i = 0; i < sentence.Words.Count; i++)
            {
                int steps = 0;
                for (int at = i; at >= 0; at = sentence.Words[at].Head)
                {
                    Assert.True(++steps <= sentence.Words.Count, text + ": a cycle");
                }
            }
        }
    }

    [Fact]
    public void The_same_seed_makes_the_same_sentences()
    {
        static string[] Texts(int seed) => [.. new NewsGrammar(Words, seed).Make(50).Select(s => ConlluText.From(s).Text)];

        Assert.Equal(Texts(5), Texts(5));
        Assert.NotEqual(Texts(5), Texts(6));
    }
}
