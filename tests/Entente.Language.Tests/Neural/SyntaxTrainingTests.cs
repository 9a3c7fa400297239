using System.Runtime.InteropServices;
using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Neural;
using Entente.Language.Tags;

namespace Entente.Language.Tests.Neural;

public unsafe class SyntaxTrainingTests
{
    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var shape = new SyntaxShape(16, 2, 16, 16);
        var features = new WordFeatures([]);
        var random = new Random(3);
        float[] embeddings = Draw(random, features.RowCount * 16, 0.5);
        float[] parameters = Draw(random, shape.Count, 0.4);
        TrainingSentence[] sentences =
        [
            new(["Chad", "met", "Mali", "."], [Upos.Propn, Upos.Verb, Upos.Propn, Upos.Punct], [Xpos.Nnp, Xpos.Vbd, Xpos.Nnp, Xpos.Period],
                [1, -1, 1, 1], [Deprel.Nsubj, Deprel.Root, Deprel.Obj, Deprel.Punct]),
            new(["Talks", "failed"], [Upos.Noun, Upos.Verb], [Xpos.Nns, Xpos.Vbd], [1, -1], [Deprel.Nsubj, Deprel.Root]),
        ];
        int[] rows = new int[6 * WordFeatures.Slots];
        int at = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++, at += WordFeatures.Slots)
            {
                features.Write(sentence.Forms[i], i == 0, rows.AsSpan(at, WordFeatures.Slots));
            }
        }

        using var batch = new SyntaxBatch(shape, 64);
        double Loss()
        {
            float[] transposed = Transposed(shape, parameters);
            fixed (float* e = embeddings, p = parameters, t = transposed)
            {
                batch.Run(sentences, rows, e, p, t, 0f, random);
            }

            return batch.Loss;
        }

        Loss();
        float[] gradient = new Span<float>(batch.Gradient, shape.Count).ToArray();
        float[] embeddingGradient = new Span<float>(batch.EmbeddingGradient, 6 * 16).ToArray();

        // Every block of parameters has some of its slopes tried
        int wrong = 0, tried = 0;
        for (int k = 0; k < 600; k++)
        {
            int i = (int)((long)k * shape.Count / 600);
            float kept = parameters[i];
            const float step = 0.01f;
            parameters[i] = kept + step;
            double up = Loss();
            parameters[i] = kept - step;
            double down = Loss();
            parameters[i] = kept;
            double slope = (up - down) / (2 * step);
            tried++;
            wrong += Math.Abs(slope - gradient[i]) > 0.02 + (0.05 * Math.Abs(slope)) ? 1 : 0;
        }

        Assert.True(wrong <= tried / 100, $"{wrong} of {tried} slopes differ from the gradient (kinks of the rectifier allow one in a hundred)");

        for (int u = 0; u < 16; u++)
        {
            int i = (rows[0] * 16) + u;
            float kept = embeddings[i];
            embeddings[i] = kept + 0.01f;
            double up = Loss();
            embeddings[i] = kept - 0.01f;
            double down = Loss();
            embeddings[i] = kept;

            // Row 0, the unknown word, is shared by all six words
            double expected = 0;
            for (int t = 0; t < 6; t++)
            {
                expected += embeddingGradient[(t * 16) + u];
            }

            Assert.Equal((up - down) / 0.02, expected, 0.05 + (0.05 * Math.Abs(expected)));
        }
    }

    [Fact]
    public void A_small_treebank_is_learnt_and_the_same_seed_gives_the_same_model()
    {
        string[] actors = ["Chad", "Mali", "Niger", "Togo", "Kenya", "Ghana"];
        string[] verbs = ["met", "warned", "thanked", "attacked"];
        var sentences = new List<ConlluSentence>();
        foreach (string actor in actors)
        {
            foreach (string verb in verbs)
            {
                foreach (string recipient in actors.Where(r => r != actor))
                {
                    sentences.Add(new ConlluSentence
                    {
                        Words =
                        [
                            new(actor, actor, Upos.Propn, Xpos.Nnp, "_", 1, Deprel.Nsubj, true),
                            new(verb, verb, Upos.Verb, Xpos.Vbd, "_", -1, Deprel.Root, true),
                            new(recipient, recipient, Upos.Propn, Xpos.Nnp, "_", 1, Deprel.Obj, true),
                            new("again", "again", Upos.Adv, Xpos.Rb, "_", 1, Deprel.Advmod, false),
                            new(".", ".", Upos.Punct, Xpos.Period, "_", 1, Deprel.Punct, true),
                        ],
                    });
                }
            }
        }

        var options = new SyntaxTrainingOptions { Epochs = 60, LearningRate = 0.01f, Dropout = 0.1f, Width = 32, Layers = 2, ArcWidth = 32, RelationHidden = 32, BatchWords = 100, Threads = 2 };
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        SyntaxTrainer.Train(sentences, [], first, options, TextWriter.Null, TimeProvider.System);
        SyntaxTrainer.Train(sentences, [], second, options, TextWriter.Null, TimeProvider.System);

        Assert.Equal(first.ToArray(), second.ToArray());
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, first.ToArray());
            using SyntaxModel model = SyntaxModel.Load(path);
            SyntaxScores scores = SyntaxTrainer.Evaluate(model, sentences);
            Assert.True(scores.Las > 0.99 && scores.Upos > 0.99, scores.ToString());

            string unpacked = path + ".raw";
            SyntaxModel.Unpack(path, unpacked);
            using SyntaxModel twin = SyntaxModel.Load(unpacked);
            Assert.Equal(scores, SyntaxTrainer.Evaluate(twin, sentences));
            File.Delete(unpacked);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static float[] Draw(Random random, int count, double width)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (float)(((random.NextDouble() * 2) - 1) * width);
        }

        return values;
    }

    private static float[] Transposed(SyntaxShape shape, float[] parameters)
    {
        float[] to = new float[shape.Count];
        fixed (float* p = parameters, t = to)
        {
            SyntaxTrainer.TransposeAll(shape, p, t);
        }

        return to;
    }
}
