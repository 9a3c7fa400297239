using System.Text;
using Entente.Language.Neural;

namespace Entente.Language.Tests.Neural;

public unsafe class LabelTrainingTests
{
    private const int Labels = 3, PairLabels = 2;

    [Fact]
    public void The_gradient_is_the_slope_of_the_loss()
    {
        var shape = new LabelShape(16, 2, Labels, PairLabels);
        var random = new Random(3);
        float[] embeddings = Draw(random, 12 * 16), parameters = Draw(random, shape.Count);
        int[][] rows = [[0, 1], [2], [3, 4, 5], [], [6, 1]];
        int[][] pairRows = [[7], [8, 9], [10]];
        LabelledSentence[] sentences =
        [
            new([[], [], []], [0, 1, 2], [new(1, 0, [], 1), new(1, 2, [], 0)]),
            new([[], []], [1, 0], [new(0, 1, [], 1)]),
        ];
        using var batch = new LabelBatch(shape, 16, 8);

        float wrong = 0, tried = 0;
        Compare(parameters, new Span<float>(Gradients(batch.Gradient), shape.Count).ToArray());
        Compare(embeddings, EmbeddingSlopes());
        Assert.InRange(wrong, 0, tried / 100);
        Assert.InRange(tried, 300, 1000);

        float* Gradients(float* gradient)
        {
            Loss();
            return gradient;
        }

        float[] EmbeddingSlopes()
        {
            Loss();
            float[] slopes = new float[embeddings.Length];
            void Take(int[][] of, float* from)
            {
                for (int k = 0; k < of.Length; k++)
                {
                    foreach (int row in of[k])
                    {
                        for (int u = 0; u < 16; u++)
                        {
                            slopes[(row * 16) + u] += from[(k * 16) + u];
                        }
                    }
                }
            }

            Take(rows, batch.EmbeddingGradient);
            Take(pairRows, batch.PairGradient);
            return slopes;
        }

        void Compare(float[] values, float[] slopes)
        {
            for (int i = 0; i < values.Length; i += Math.Max(1, values.Length / 200))
            {
                float kept = values[i];
                const float step = 0.01f;
                values[i] = kept + step;
                double up = Loss();
                values[i] = kept - step;
                double down = Loss();
                values[i] = kept;
                double slope = (up - down) / (2 * step);
                tried++;
                wrong += Math.Abs(slope - slopes[i]) > 0.02 + (0.05 * Math.Abs(slope)) ? 1 : 0;
            }
        }

        double Loss()
        {
            float[] transposed = new float[shape.Count];
            fixed (float* e = embeddings, p = parameters, t = transposed)
            {
                RecurrentTraining.Transpose(shape.Recurrent, p, t);
                RecurrentTraining.Transpose(p, t, shape.Weights, shape.Recurrent.OutputWidth, shape.LabelWidth);
                RecurrentTraining.Transpose(p, t, shape.SideWeights, shape.Recurrent.OutputWidth, shape.SidesWidth);
                RecurrentTraining.Transpose(p, t, shape.PairWeights, shape.Recurrent.Width, LabelShape.PairWidth);
                batch.Run(sentences, rows, pairRows, e, p, t, 0f, random);
            }

            return batch.Loss;
        }
    }

    [Fact]
    public void It_learns_a_label_that_turns_on_a_word_far_off_and_which_of_two_words_a_third_goes_with()
    {
        using LabelModel model = LabelTrainer.Train([.. Enumerable.Range(0, 400).Select(Example)], Labels, PairLabels, new() { Width = 32, LeastFrequency = 1, BatchWords = 120, Epochs = 40, Dropout = 0.1f, FeatureDropout = 0 });
        using var scratch = new LabelScratch();
        int right = 0, rightPairs = 0, all = 0;
        Span<int> pair = stackalloc int[PairLabels];
        for (int i = 400; i < 460; i++)
        {
            LabelledSentence sentence = Example(i);
            int[] scores = Score(model, sentence, scratch);
            all++;
            right += Best(scores.AsSpan(sentence.Count * Labels - Labels, Labels)) == sentence.Labels[^1] ? 1 : 0;
            foreach (LabelledPair known in sentence.Pairs)
            {
                model.ScorePair(known.First, known.Second, known.Features, scratch, pair);
                rightPairs += Best(pair) == known.Label ? 1 : 0;
            }
        }

        Assert.InRange(right, all * 9 / 10, all);
        Assert.InRange(rightPairs, all * 2 * 9 / 10, all * 2);
    }

    [Fact]
    public void The_same_sentences_give_the_same_model_and_a_written_model_says_the_same()
    {
        LabelledSentence[] sentences = [.. Enumerable.Range(0, 60).Select(Example)];
        var options = new LabelTrainingOptions { Width = 16, LeastFrequency = 1, Epochs = 3 };
        using LabelModel first = LabelTrainer.Train(sentences, Labels, PairLabels, options), second = LabelTrainer.Train(sentences, Labels, PairLabels, options);
        byte[] written = Written(first);
        Assert.Equal(written, Written(second));
        using LabelModel read = LabelModel.Load(new MemoryStream(written));
        using LabelScratch scratch = new(), other = new();
        Assert.Equal(Score(first, sentences[0], other), Score(read, sentences[0], scratch));
        Assert.Equal(first.FeatureCount, read.FeatureCount);
    }

    [Fact]
    public void A_broken_file_is_told_as_such()
    {
        using var stream = new MemoryStream();
        using (var packed = new System.IO.Compression.BrotliStream(stream, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            packed.Write(Encoding.ASCII.GetBytes("this is not a model of labels"));
        }

        stream.Position = 0;
        Assert.Contains("train judgement", Assert.Throws<InvalidDataException>(() => LabelModel.Load(stream)).Message, StringComparison.Ordinal);
    }

    /// <summary>The last word's label is told by the first; of the two words after it, it goes with the one that bears the first's colour.</summary>
    private static LabelledSentence Example(int number)
    {
        var random = new Random(number);
        int kind = random.Next(Labels), length = 6 + random.Next(5);
        bool left = random.Next(2) == 0;
        ulong[][] words = [.. Enumerable.Range(0, length).Select(_ => new ulong[] { 100 + (ulong)random.Next(20) })];
        words[0] = [1000 + (ulong)kind];
        words[1] = [left ? 2000ul : 2001ul];
        words[2] = [left ? 2001ul : 2000ul];
        words[^1] = [3000];
        int[] labels = new int[length];
        labels[^1] = kind;
        return new(words, labels, [new(length - 1, 1, [], left ? 1 : 0), new(length - 1, 2, [], left ? 0 : 1)]);
    }

    private static int[] Score(LabelModel model, LabelledSentence sentence, LabelScratch scratch)
    {
        ulong[] features = [.. sentence.Features.SelectMany(word => word)];
        int end = 0;
        int[] ends = [.. sentence.Features.Select(word => end += word.Length)];
        return model.Score(features, ends, scratch).ToArray();
    }

    private static byte[] Written(LabelModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }

    private static int Best(ReadOnlySpan<int> scores)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        return best;
    }

    private static float[] Draw(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)((random.NextDouble() - 0.5) * 0.8))];
}
