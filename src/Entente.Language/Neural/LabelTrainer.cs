using System.Runtime.InteropServices;

namespace Entente.Language.Neural;

/// <summary>How a network that labels words is trained.</summary>
public sealed record LabelTrainingOptions
{
    /// <summary>Passes over the data.</summary>
    public int Epochs { get; init; } = 14;

    /// <summary>Seed of all chance: first weights, order, dropout.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Words in a batch.</summary>
    public int BatchWords { get; init; } = 500;

    /// <summary>Adam's step at its highest.</summary>
    public float LearningRate { get; init; } = 0.003f;

    /// <summary>Probability that a unit is dropped.</summary>
    public float Dropout { get; init; } = 0.4f;

    /// <summary>Probability that a feature of a word is left out.</summary>
    public float FeatureDropout { get; init; } = 0.25f;

    /// <summary>Features seen less often are not learnt.</summary>
    public int LeastFrequency { get; init; } = 3;

    /// <summary>Width of embeddings and of each direction of a layer; a multiple of 16.</summary>
    public int Width { get; init; } = 96;

    /// <summary>Recurrent layers.</summary>
    public int Layers { get; init; } = 2;
}

/// <summary>Trains a <see cref="LabelModel"/>. One thread; the same result each time.</summary>
public sealed unsafe class LabelTrainer : IDisposable
{
    private readonly LabelTrainingOptions _options;
    private readonly IReadOnlyList<LabelledSentence> _sentences;
    private readonly LabelShape _shape;
    private readonly Dictionary<ulong, int> _rows;
    private readonly ulong[] _features;
    private readonly AdamTable _table, _dense;
    private readonly NativeBlocks _store = new();
    private readonly float* _transposed;

    private LabelTrainer(IReadOnlyList<LabelledSentence> sentences, int labels, int pairLabels, LabelTrainingOptions options)
    {
        (_options, _sentences) = (options, sentences);
        _shape = new(options.Width, options.Layers, labels, pairLabels);
        _features = Known(sentences, options.LeastFrequency);
        _rows = _features.Select((feature, row) => (feature, row)).ToDictionary(pair => pair.feature, pair => pair.row);
        _table = new(_features.Length, options.Width);
        _dense = new(1, _shape.Count);
        _transposed = _store.AllocateFloats(_shape.Count);
    }

    /// <summary>Trains a model.</summary>
    /// <param name="sentences">What to learn from, in a stable order.</param>
    /// <param name="labels">Number of labels.</param>
    /// <param name="pairLabels">Number of labels of pairs.</param>
    /// <param name="options">The recipe.</param>
    public static LabelModel Train(IReadOnlyList<LabelledSentence> sentences, int labels, int pairLabels, LabelTrainingOptions options)
    {
        using var trainer = new LabelTrainer(sentences, labels, pairLabels, options);
        trainer.Run();
        return LabelModel.Quantise(trainer._shape, trainer._features, trainer._table.Span, trainer._dense.Span);
    }

    private static ulong[] Known(IReadOnlyList<LabelledSentence> sentences, int least)
    {
        var counts = new Dictionary<ulong, int>();
        foreach (ulong feature in sentences.SelectMany(sentence => sentence.Features.Concat(sentence.Pairs.Select(pair => pair.Features))).SelectMany(features => features))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
        }

        return [.. counts.Where(count => count.Value >= least).Select(count => count.Key).Order()];
    }

    private void Run()
    {
        var random = new Random(_options.Seed);
        for (long i = 0; i < _table.Count; i++)
        {
            _table.Values[i] = (float)((random.NextDouble() - 0.5) * 0.2);
        }

        RecurrentTraining.Initialise(_shape.Recurrent, _dense.Values, random);
        RecurrentTraining.Draw(_dense.Values, _shape.Weights, _shape.Recurrent.OutputWidth, _shape.LabelWidth, 1, random);
        RecurrentTraining.Draw(_dense.Values, _shape.SideWeights, _shape.Recurrent.OutputWidth, _shape.SidesWidth, 1, random);
        RecurrentTraining.Draw(_dense.Values, _shape.PairWeights, _shape.Recurrent.Width, LabelShape.PairWidth, 1, random);
        int longest = _sentences.Max(sentence => sentence.Count);
        using var batch = new LabelBatch(_shape, _options.BatchWords + longest, MaxPairs());
        int[] order = [.. Enumerable.Range(0, _sentences.Count)];
        long steps = 0, stepsInAll = (long)_options.Epochs * ((_sentences.Sum(s => s.Count) / _options.BatchWords) + 1);
        for (int epoch = 0; epoch < _options.Epochs; epoch++)
        {
            random.Shuffle(order);
            for (int at = 0; at < order.Length;)
            {
                var part = new List<LabelledSentence>();
                for (int size = 0; at < order.Length && size < _options.BatchWords; at++)
                {
                    part.Add(_sentences[order[at]]);
                    size += part[^1].Count;
                }

                Step(batch, part, random, ++steps, stepsInAll);
            }
        }
    }

    private void Step(LabelBatch batch, List<LabelledSentence> part, Random random, long step, long steps)
    {
        RecurrentTraining.Transpose(_shape.Recurrent, _dense.Values, _transposed);
        RecurrentTraining.Transpose(_dense.Values, _transposed, _shape.Weights, _shape.Recurrent.OutputWidth, _shape.LabelWidth);
        RecurrentTraining.Transpose(_dense.Values, _transposed, _shape.SideWeights, _shape.Recurrent.OutputWidth, _shape.SidesWidth);
        RecurrentTraining.Transpose(_dense.Values, _transposed, _shape.PairWeights, _shape.Recurrent.Width, LabelShape.PairWidth);
        int[][] rows = [.. part.SelectMany(sentence => sentence.Features).Select(word => RowsOf(word, random))];
        int[][] pairRows = [.. part.SelectMany(sentence => sentence.Pairs).Select(pair => RowsOf(pair.Features, random))];
        batch.Run(part, rows, pairRows, _table.Values, _dense.Values, _transposed, _options.Dropout, random);
        float scale = 1f / batch.Words;
        float norm = 0;
        for (int i = 0; i < _shape.Count; i++)
        {
            float g = batch.Gradient[i] * scale;
            norm += g * g;
        }

        norm = MathF.Sqrt(norm);
        float clip = norm > 2f ? 2f / norm : 1f;
        float rate = _options.LearningRate * Math.Min(1f, step / 100f) * Math.Max(0.01f, 1f - ((float)step / steps));
        float stepSize = AdamTable.StepSize(rate, step);
        _dense.Step(batch.Gradient, scale * clip, stepSize);
        for (int t = 0; t < batch.Words; t++)
        {
            foreach (int row in rows[t])
            {
                _table.AddGradient(row, batch.EmbeddingGradient + ((long)t * _options.Width));
            }
        }

        for (int k = 0; k < pairRows.Length; k++)
        {
            foreach (int row in pairRows[k])
            {
                _table.AddGradient(row, batch.PairGradient + ((long)k * _options.Width));
            }
        }

        _table.StepTouched(scale * clip, stepSize);
    }

    /// <summary>As many pairs as the sentences richest in them bring to a batch.</summary>
    private int MaxPairs() => (_options.BatchWords + 1) * Math.Max(1, _sentences.Max(sentence => (sentence.Pairs.Count + sentence.Count - 1) / sentence.Count)) + _sentences.Max(sentence => sentence.Pairs.Count);

    private int[] RowsOf(ulong[] word, Random random)
    {
        var rows = new List<int>(word.Length);
        foreach (ulong feature in word)
        {
            if (_rows.TryGetValue(feature, out int row) && random.NextSingle() >= _options.FeatureDropout)
            {
                rows.Add(row);
            }
        }

        return [.. rows];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _table.Dispose();
        _dense.Dispose();
        _store.Dispose();
    }
}
