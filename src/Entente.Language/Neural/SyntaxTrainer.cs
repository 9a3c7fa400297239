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
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.98f;
    private const float Epsilon = 1e-8f;

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

        using var table = new NativeTable(features.RowCount, shape.Width);
        using var dense = new NativeTable(1, shape.Count);
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

    private static void Initialise(SyntaxShape shape, WordFeatures features, NativeTable table, NativeTable dense, Random random)
    {
        for (long i = 0; i < (long)features.RowCount * shape.Width; i++)
        {
            table.Values[i] = (float)((random.NextDouble() - 0.5) * 0.2);
        }

        void Matrix(int at, int inputs, int outputs, double gain)
        {
            double bound = gain * Math.Sqrt(6.0 / (inputs + outputs));
            for (int i = 0; i < inputs * outputs; i++)
            {
                dense.Values[at + i] = (float)(((random.NextDouble() * 2) - 1) * bound);
            }
        }

        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Matrix(shape.LayerWeights[layer], shape.InputWidth(layer), shape.Width, 1);
            Matrix(shape.LayerWeights[layer], shape.InputWidth(layer), shape.GateWidth, 1.6);
            for (int side = 0; side < 2; side++)
            {
                for (int u = 0; u < shape.Width; u++)
                {
                    dense.Values[shape.LayerBiases[layer] + (side * 3 * shape.Width) + shape.Width + u] = (float)(random.NextDouble() * 2);
                }
            }
        }

        Matrix(shape.TagWeights, 2 * shape.Width, SyntaxShape.TagWidth, 1);
        Matrix(shape.HeadWeights, 2 * shape.Width, shape.HeadsWidth, 1.4);
        Matrix(shape.Biaffine, shape.ArcWidth, shape.ArcWidth, 0.7);
        Matrix(shape.RelationWeights, shape.RelationHidden, SyntaxShape.RelationWidth, 1);
        for (int i = 0; i < shape.ArcWidth; i++)
        {
            dense.Values[shape.RootArc + i] = (float)(random.NextDouble() * 0.5);
        }
    }

    internal static void TransposeAll(SyntaxShape shape, float* from, float* to)
    {
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Transpose(from, to, shape.LayerWeights[layer], shape.InputWidth(layer), shape.GateWidth);
        }

        Transpose(from, to, shape.TagWeights, 2 * shape.Width, SyntaxShape.TagWidth);
        Transpose(from, to, shape.HeadWeights, 2 * shape.Width, shape.HeadsWidth);
        Transpose(from, to, shape.Biaffine, shape.ArcWidth, shape.ArcWidth);
        Transpose(from, to, shape.RelationWeights, shape.RelationHidden, SyntaxShape.RelationWidth);
    }

    private static void Transpose(float* from, float* to, int at, int rows, int columns) =>
        FloatKernels.Transpose(from + at, columns, rows, columns, to + at, rows);

    /// <summary>One step of Adam (Kingma and Ba 2015); embeddings only where a row was used.</summary>
    private static void Update(SyntaxShape shape, NativeTable table, NativeTable dense, SyntaxBatch[] batches, int[][] rows, float rate, long step, int words)
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
        float correction1 = 1f - MathF.Pow(Beta1, step);
        float correction2 = 1f - MathF.Pow(Beta2, step);
        float stepSize = rate * MathF.Sqrt(correction2) / correction1;
        Adam(dense.Values, dense.First, dense.Second, batches[0].Gradient, shape.Count, scale * clip, stepSize);

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

        table.ForEachTouched((row, gradient) =>
            Adam(table.Values + ((long)row * width), table.First + ((long)row * width), table.Second + ((long)row * width), (float*)gradient, width, scale * clip, stepSize));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Adam(float* values, float* first, float* second, float* gradient, int count, float scale, float rate)
    {
        Vector512<float> b1 = Vector512.Create(Beta1), c1 = Vector512.Create(1 - Beta1);
        Vector512<float> b2 = Vector512.Create(Beta2), c2 = Vector512.Create(1 - Beta2);
        Vector512<float> step = Vector512.Create(rate), tiny = Vector512.Create(Epsilon);
        int i = 0;
        for (; i + 16 <= count; i += 16)
        {
            Vector512<float> g = Vector512.Load(gradient + i) * Vector512.Create(scale);
            Vector512<float> m = (Vector512.Load(first + i) * b1) + (g * c1);
            Vector512<float> v = (Vector512.Load(second + i) * b2) + (g * g * c2);
            m.Store(first + i);
            v.Store(second + i);
            (Vector512.Load(values + i) - (step * m / (Vector512.Sqrt(v) + tiny))).Store(values + i);
        }

        for (; i < count; i++)
        {
            float g = gradient[i] * scale;
            first[i] = (first[i] * Beta1) + (g * (1 - Beta1));
            second[i] = (second[i] * Beta2) + (g * g * (1 - Beta2));
            values[i] -= rate * first[i] / (MathF.Sqrt(second[i]) + Epsilon);
        }
    }

    /// <summary>A table of parameters with Adam's moments and the gradients of the rows a step touched.</summary>
    private sealed class NativeTable : IDisposable
    {
        private readonly NativeBlocks _blocks = new();
        private readonly int _width;
        private readonly int[] _slots;
        private readonly List<int> _touched = [];
        private readonly List<nint> _gradients = [];

        public NativeTable(int rows, int width)
        {
            _width = width;
            Count = (long)rows * width;
            Values = _blocks.AllocateFloats(Count);
            First = _blocks.AllocateFloats(Count);
            Second = _blocks.AllocateFloats(Count);
            _slots = new int[rows];
        }

        public long Count { get; }

        public float* Values { get; }

        public float* First { get; }

        public float* Second { get; }

        public ReadOnlySpan<float> Span => new(Values, (int)Count);

        public void AddGradient(int row, float* gradient)
        {
            int slot = _slots[row];
            if (slot == 0)
            {
                _touched.Add(row);
                slot = _touched.Count;
                _slots[row] = slot;
                if (_gradients.Count < slot)
                {
                    _gradients.Add((nint)_blocks.AllocateFloats(_width));
                }

                Buffer.MemoryCopy(gradient, (float*)_gradients[slot - 1], _width * 4L, _width * 4L);
                return;
            }

            FloatKernels.Add((float*)_gradients[slot - 1], gradient, _width);
        }

        public void ForEachTouched(Action<int, nint> act)
        {
            for (int i = 0; i < _touched.Count; i++)
            {
                act(_touched[i], _gradients[i]);
                _slots[_touched[i]] = 0;
            }

            _touched.Clear();
        }

        public void Dispose() => _blocks.Dispose();
    }
}
