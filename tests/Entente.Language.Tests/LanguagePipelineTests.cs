using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Tests;

public class LanguagePipelineTests
{
    private static readonly Lazy<LanguagePipeline> Pipeline = new(() => LanguagePipeline.Load(Path.Combine(RepositoryRoot(), "models")));

    [Fact]
    public void A_plain_sentence_gets_its_tree_and_lemmas()
    {
        AnalyzedText text = Pipeline.Value.Analyze("Kenyan troops attacked the rebels in Somalia on Monday.");

        Assert.Equal(1, text.Sentences.Count);
        Token verb = text[2];
        Assert.Equal("attack", verb.Lemma);
        Assert.Equal(-1, verb.HeadIndex);
        Assert.Equal(Upos.Verb, verb.Pos);
        Assert.Equal((2, Deprel.Nsubj), (text[1].HeadIndex, text[1].Relation));
        Assert.Equal((2, Deprel.Obj), (text[4].HeadIndex, text[4].Relation));
    }

    [Fact]
    public void A_scratch_serves_text_after_text_and_changes_nothing_in_the_result()
    {
        string[] texts = ["Chad and Mali signed a pact.", "", "  ", "The minister, who resigned, had been criticised by MPs. Talks go on.", "ok", "\ud800 broken \0 text"];
        using var scratch = new AnalysisScratch();
        foreach (string text in texts.Concat(texts))
        {
            AnalyzedText kept = Pipeline.Value.Analyze(text);
            AnalyzedText pooled = Pipeline.Value.Analyze(text, scratch);

            Assert.Equal(kept.Count, pooled.Count);
            for (int i = 0; i < kept.Count; i++)
            {
                Assert.Equal((kept[i].HeadIndex, kept[i].Relation, kept[i].Pos, kept[i].Lemma), (pooled[i].HeadIndex, pooled[i].Relation, pooled[i].Pos, pooled[i].Lemma));
            }
        }
    }

    [Fact]
    public void Every_sentence_of_any_text_is_one_tree()
    {
        var random = new Random(23);
        using var scratch = new AnalysisScratch();
        string[] parts = ["the", "Russia", ",", ".", "attacked", "-", "\"", "and", "12", "who", "\n", "\n\n", "U.S.", "(", "of", "%%", "é", "中"];
        for (int round = 0; round < 300; round++)
        {
            string text = string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 400)).Select(_ => parts[random.Next(parts.Length)]));
            AnalyzedText analyzed = Pipeline.Value.Analyze(text, scratch);
            for (int s = 0; s < analyzed.Sentences.Count; s++)
            {
                Sentence sentence = analyzed.Sentence(s);
                int roots = 0;
                for (int i = sentence.First; i < sentence.End; i++)
                {
                    roots += analyzed[i].HeadIndex < 0 ? 1 : 0;
                    int steps = 0;
                    for (int at = i; at >= 0; at = analyzed[at].HeadIndex)
                    {
                        Assert.InRange(at, sentence.First, sentence.End - 1);
                        Assert.True(++steps <= sentence.Count, $"seed 23, round {round}: a cycle");
                    }
                }

                Assert.True(roots == 1, $"seed 23, round {round}: {roots} roots");
            }
        }
    }

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Entente.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Entente.slnx stands in no folder above the tests");
    }
}
