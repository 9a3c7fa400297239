using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language.Neural;

/// <summary>How the tagger and parser are trained.</summary>
public sealed record SyntaxTrainingOptions
{
    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 32;

    /// <summary>Seed of all chance: first weights, order, dropout.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Threads; the result depends on their number (each has its part of a batch), so it is part of the recipe.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Words in a batch.</summary>
    public int BatchWords { get; init; } = 1200;

    /// <summary>Adam's step at its highest.</summary>
    public float LearningRate { get; init; } = 0.003f;

    /// <summary>Probability that a unit is dropped.</summary>
    public float Dropout { get; init; } = 0.3f;

    /// <summary>Width of embeddings and of each direction of a layer; a multiple of 16.</summary>
    public int Width { get; init; } = 128;

    /// <summary>Recurrent layers.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Width of the arc scorer; a multiple of 16.</summary>
    public int ArcWidth { get; init; } = 128;

    /// <summary>Width of the relation scorer; a multiple of 16.</summary>
    public int RelationHidden { get; init; } = 128;
}

/// <summary>Accuracy of tags and trees on gold words and sentences, all words counted.</summary>
/// <param name="Words">Words scored.</param>
/// <param name="Upos">Right universal tags, 0 to 1.</param>
/// <param name="Xpos">Right Penn tags.</param>
/// <param name="Uas">Right heads.</param>
/// <param name="Las">Right heads and relations, subtypes ignored.</param>
public sealed record SyntaxScores(int Words, double Upos, double Xpos, double Uas, double Las)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"UPOS {Upos:P2} XPOS {Xpos:P2} UAS {Uas:P2} LAS {Las:P2} ({Words} words)");
}

/// <summary>Trains the tagger and parser from CoNLL-U.</summary>
public static unsafe class SyntaxTrainer
{
    /// <summary>Trains and writes a model.</summary>
    /// <param name="training">Gold sentences; those of over 150 words are left out.</param>
    /// <param name="development">Named sets to report on after some epochs; nothing is chosen by them.</param>
    /// <param name="output">Receives the model.</param>
    /// <param name="options">The recipe.</param>
    /// <param name="talk">Progress, in words.</param>
    /// <param name="clock">For the progress' seconds only.</param>
    public static void Train(
        IEnumerable<ConlluSentence> training,
        IReadOnlyList<(string Name, IReadOnlyList<ConlluSentence> Sentences)> development,
        Stream output,
        SyntaxTrainingOptions options,
        TextWriter talk,
        TimeProvider clock)
    {
        List<TrainingSentence> sentences = [.. training.Select(ToTraining).Where(s => s.Count is > 1 and <= 150)];
        var random = new Random(options.Seed);
        var shape = new SyntaxShape(options.Width, options.Layers, options.ArcWidth, options.RelationHidden);
        Dictionary<ulong, int> frequencies = Count(sentences);
        ulong[] words = [.. frequencies.Where(w => w.Value >= 2).OrderByDescending(w => w.Value).ThenBy(w => w.Key).Select(w => w.Key)];
        var features = new WordFeatures(words);
        talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sentences.Count} sentences, {sentences.Sum(s => s.Count)} words, {words.Length} known words, {shape.Count} weights, {features.RowCount} embeddings"));

        using var table = new AdamTable(features.RowCount, shape.Width);
        using var dense = new AdamTable(1, shape.Count);
        Initialise(shape, features, table, dense, random);
        using var blocks = new NativeBlocks();
        float* transposed = blocks.AllocateFloats(shape.Count);
        var batches = new SyntaxBatch[options.Threads];
        var dropped = new Random[options.Threads];
        for (int i = 0; i < options.Threads; i++)
        {
            batches[i] = new SyntaxBatch(shape, (options.BatchWords / options.Threads) + 320);
            dropped[i] = new Random(options.Seed + 1000 + i);
        }

        long steps = 0;
        long stepsInAll = (long)options.Epochs * (sentences.Sum(s => s.Count) / options.BatchWords + 1);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        long started = clock.GetTimestamp();
        int[][] rows = new int[options.Threads][];
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            random.Shuffle(order);
            double loss = 0;
            long seen = 0;
            for (int at = 0; at < order.Length;)
            {
                var parts = new List<TrainingSentence>[options.Threads];
                for (int i = 0; i < parts.Length; i++)
                {
                    parts[i] = [];
                    int size = 0;
                    while (at < order.Length && size < options.BatchWords / options.Threads)
                    {
                        TrainingSentence sentence = sentences[order[at++]];
                        parts[i].Add(sentence);
                        size += sentence.Count;
                    }
                }

                TransposeAll(shape, dense.Values, transposed);
                for (int i = 0; i < parts.Length; i++)
                {
                    rows[i] = Rows(parts[i], features, frequencies, dropped[i]);
                }

                nint denseAt = (nint)dense.Values, tableAt = (nint)table.Values, transposedAt = (nint)transposed;
                Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
                    batches[i].Run(parts[i], rows[i], (float*)tableAt, (float*)denseAt, (float*)transposedAt, options.Dropout, dropped[i]));

                int batchWords = 0;
                foreach (SyntaxBatch batch in batches)
                {
                    batchWords += batch.Words;
                    loss += batch.Loss;
                }

                seen += batchWords;
                for (int i = 1; i < batches.Length; i++)
                {
                    FloatKernels.Add(batches[0].Gradient, batches[i].Gradient, shape.Count);
                }

                steps++;
                float warm = Math.Min(1f, steps / 200f);
                float rate = options.LearningRate * warm * Math.Max(0.01f, 1f - ((float)steps / stepsInAll));
                Update(shape, table, dense, batches, rows, rate, steps, batchWords);
            }

            talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}: loss {loss / seen:F4} a word, {clock.GetElapsedTime(started).TotalSeconds:F0} s"));
            if (epoch % 4 == 0 || epoch == options.Epochs)
            {
                using SyntaxModel model = SyntaxModel.Quantise(shape, words, table.Span, dense.Span);
                foreach ((string name, IReadOnlyList<ConlluSentence> dev) in development)
                {
                    talk.WriteLine($"  {name}: {Evaluate(model, dev)}");
                }
            }

            talk.Flush();
        }

        SyntaxModel.Write(output, shape, words, table.Span, dense.Span);
        foreach (SyntaxBatch batch in batches)
        {
            batch.Dispose();
        }
    }

    /// <summary>Scores a model on gold words and sentences.</summary>
    public static SyntaxScores Evaluate(SyntaxModel model, IReadOnlyList<ConlluSentence> gold)
    {
        using var scratch = new SyntaxScratch();
        int words = 0, upos = 0, xpos = 0, uas = 0, las = 0;
        foreach (ConlluSentence sentence in gold)
        {
            ConlluText text = ConlluText.From(sentence);
            int n = text.Tokens.Count;
            var tags = new TagLayer(new Upos[n], new Xpos[n]);
            var arcs = new ArcLayer(new int[n], new Deprel[n]);
            model.Analyze(text.Text, text.Tokens, text.Sentences, scratch, tags, arcs);
            for (int i = 0; i < n; i++)
            {
                ConlluWord word = sentence.Words[i];
                words++;
                upos += tags.Upos[i] == word.Upos ? 1 : 0;
                xpos += tags.Xpos[i] == word.Xpos ? 1 : 0;
                bool head = arcs.Heads[i] == word.Head;
                uas += head ? 1 : 0;
                las += head && Universal(arcs.Relations[i]).SequenceEqual(Universal(word.Relation)) ? 1 : 0;
            }
        }

        double all = Math.Max(1, words);
        return new(words, upos / all, xpos / all, uas / all, las / all);
    }

    private static ReadOnlySpan<char> Universal(Deprel relation)
    {
        ReadOnlySpan<char> name = relation.Code();
        int colon = name.IndexOf(':');
        return colon < 0 ? name : name[..colon];
    }

    private static TrainingSentence ToTraining(ConlluSentence sentence)
    {
        ConlluText text = ConlluText.From(sentence);
        int n = sentence.Words.Count;
        string[] forms = new string[n];
        for (int i = 0; i < n; i++)
        {
            forms[i] = text.Tokens.Span(i).In(text.Text);
        }

        return new(
            forms,
            [.. sentence.Words.Select(w => w.Upos)],
            [.. sentence.Words.Select(w => w.Xpos)],
            [.. sentence.Words.Select(w => w.Head)],
            [.. sentence.Words.Select(w => w.Relation)]);
    }

    private static Dictionary<ulong, int> Count(List<TrainingSentence> sentences)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (TrainingSentence sentence in sentences)
        {
            foreach (string form in sentence.Forms)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, WordFeatures.HashWord(form), out _)++;
            }
        }

        return counts;
    }

    private static int[] Rows(List<TrainingSentence> sentences, WordFeatures features, Dictionary<ulong, int> frequencies, Random random)
    {
        int[] rows = new int[sentences.Sum(s => s.Count) * WordFeatures.Slots];
        int at = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++, at += WordFeatures.Slots)
            {
                Span<int> target = rows.AsSpan(at, WordFeatures.Slots);
                features.Write(sentence.Forms[i], i == 0, target);

                // A rare word is hidden now and then, so that the unknown word is learnt (Kiperwasser and Goldberg 2016)
                int frequency = frequencies[WordFeatures.HashWord(sentence.Forms[i])];
                if (random.NextDouble() < 0.3 / (0.3 + frequency))
                {
                    target[0] = 0;
                }
            }
        }

        return rows;
    }

    private static void Initialise(SyntaxShape shape, WordFeatures features, AdamTable table, AdamTable dense, Random random)
    {
        for (long i = 0; i < (long)features.RowCount * shape.Width; i++)
        {
            table.Values[i] = (float)((random.NextDouble() - 0.5) * 0.2);
        }

        RecurrentTraining.Initialise(shape.Recurrent, dense.Values, random);
        RecurrentTraining.Draw(dense.Values, shape.TagWeights, 2 * shape.Width, SyntaxShape.TagWidth, 1, random);
        RecurrentTraining.Draw(dense.Values, shape.HeadWeights, 2 * shape.Width, shape.HeadsWidth, 1.4, random);
        RecurrentTraining.Draw(dense.Values, shape.Biaffine, shape.ArcWidth, shape.ArcWidth, 0.7, random);
        RecurrentTraining.Draw(dense.Values, shape.RelationWeights, shape.RelationHidden, SyntaxShape.RelationWidth, 1, random);
        for (int i = 0; i < shape.ArcWidth; i++)
        {
            dense.Values[shape.RootArc + i] = (float)(random.NextDouble() * 0.5);
        }
    }

    internal static void TransposeAll(SyntaxShape shape, float* from, float* to)
    {
        RecurrentTraining.Transpose(shape.Recurrent, from, to);
        RecurrentTraining.Transpose(from, to, shape.TagWeights, 2 * shape.Width, SyntaxShape.TagWidth);
        RecurrentTraining.Transpose(from, to, shape.HeadWeights, 2 * shape.Width, shape.HeadsWidth);
        RecurrentTraining.Transpose(from, to, shape.Biaffine, shape.ArcWidth, shape.ArcWidth);
        RecurrentTraining.Transpose(from, to, shape.RelationWeights, shape.RelationHidden, SyntaxShape.RelationWidth);
    }

    /// <summary>One step of Adam (Kingma and Ba 2015); embeddings only where a row was used.</summary>
    private static void Update(SyntaxShape shape, AdamTable table, AdamTable dense, SyntaxBatch[] batches, int[][] rows, float rate, long step, int words)
    {
        float scale = 1f / words;
        float norm = 0;
        for (int i = 0; i < shape.Count; i++)
        {
            float g = batches[0].Gradient[i] * scale;
            norm += g * g;
        }

        norm = MathF.Sqrt(norm);
        float clip = norm > 2f ? 2f / norm : 1f;
        float size = AdamTable.StepSize(rate, step);
        dense.Step(batches[0].Gradient, scale * clip, size);
        int width = shape.Width;
        for (int b = 0; b < batches.Length; b++)
        {
            for (int t = 0; t < batches[b].Words; t++)
            {
                float* gradient = batches[b].EmbeddingGradient + ((long)t * width);
                for (int slot = 0; slot < WordFeatures.Slots; slot++)
                {
                    table.AddGradient(rows[b][(t * WordFeatures.Slots) + slot], gradient);
                }
            }
        }

        table.StepTouched(scale * clip, size);
    }
}
