namespace Entente.Language.Neural;

/// <summary>Forward and backward pass of a labelling network over some sentences, for training.</summary>
internal sealed unsafe class LabelBatch : IDisposable
{
    private readonly LabelShape _shape;
    private readonly NativeBlocks _store = new();
    private readonly RecurrentBatch _layers;
    private readonly float* _mask;
    private readonly float* _logits;
    private readonly float* _dOut;
    private readonly float* _room;
    private readonly float* _sides;
    private readonly float* _dSides;
    private readonly float* _hidden;
    private readonly float* _dHidden;
    private readonly float* _pairLogits;

    public LabelBatch(LabelShape shape, int maxWords, int maxPairs)
    {
        _shape = shape;
        _room = _store.AllocateFloats((long)(Math.Max(maxWords, maxPairs) + 16) * shape.Recurrent.GateWidth);
        _layers = new(_store, shape.Recurrent, maxWords, _room);
        _mask = _store.AllocateFloats((long)maxWords * shape.Recurrent.OutputWidth);
        _dOut = _store.AllocateFloats((long)maxWords * shape.Recurrent.OutputWidth);
        _logits = _store.AllocateFloats((long)maxWords * shape.LabelWidth);
        _sides = _store.AllocateFloats((long)maxWords * shape.SidesWidth);
        _dSides = _store.AllocateFloats((long)maxWords * shape.SidesWidth);
        _hidden = _store.AllocateFloats((long)maxPairs * shape.Recurrent.Width);
        _dHidden = _store.AllocateFloats((long)maxPairs * shape.Recurrent.Width);
        _pairLogits = _store.AllocateFloats((long)maxPairs * LabelShape.PairWidth);
        Gradient = _store.AllocateFloats(shape.Count);
        EmbeddingGradient = _store.AllocateFloats((long)maxWords * shape.Recurrent.Width);
    }

    /// <summary>Gradient of the dense parameters, summed over the batch.</summary>
    public float* Gradient { get; }

    /// <summary>Gradient of each pair's summed embedding: pairs x width.</summary>
    public float* PairGradient => _dHidden;

    /// <summary>Gradient of each word's summed embedding: words x width.</summary>
    public float* EmbeddingGradient { get; }

    public int Words { get; private set; }

    public double Loss { get; private set; }

    /// <summary>Runs forward and backward; leaves the gradients here.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="rows">Of every word, the rows of its features.</param>
    /// <param name="pairRows">Of every pair, the rows of its features.</param>
    /// <param name="embeddings">The embedding table.</param>
    /// <param name="parameters">The dense parameters.</param>
    /// <param name="transposed">The same, each matrix transposed in place of itself.</param>
    /// <param name="dropout">Probability that a unit is dropped.</param>
    /// <param name="random">For dropout only.</param>
    public void Run(IReadOnlyList<LabelledSentence> sentences, int[][] rows, int[][] pairRows, float* embeddings, float* parameters, float* transposed, float dropout, Random random)
    {
        int[] lengths = [.. sentences.Select(sentence => sentence.Count)];
        (int h, int out2, int words) = (_shape.Recurrent.Width, _shape.Recurrent.OutputWidth, lengths.Sum());
        (Words, Loss) = (words, 0);
        new Span<float>(Gradient, _shape.Count).Clear();
        for (int t = 0; t < words; t++)
        {
            float* x = _layers.Input + ((long)t * h);
            new Span<float>(x, h).Clear();
            foreach (int row in rows[t])
            {
                FloatKernels.Add(x, embeddings + ((long)row * h), h);
            }
        }

        int first = 0;
        foreach (int length in lengths)
        {
            _layers.DrawMasks(first, length, dropout, random);
            RecurrentBatch.FillMask(_mask, first, length, out2, dropout, random);
            first += length;
        }

        for (int layer = 0; layer < _shape.Recurrent.Layers; layer++)
        {
            _layers.Forward(layer, lengths, words, parameters);
        }

        FloatKernels.Scale(_layers.Output, _mask, (long)words * out2);
        Label(sentences, parameters, transposed);
        if (pairRows.Length > 0)
        {
            Pair(sentences, pairRows, embeddings, parameters, transposed);
        }

        FloatKernels.Scale(_dOut, _mask, (long)words * out2);
        for (int layer = _shape.Recurrent.Layers - 1; layer >= 0; layer--)
        {
            _layers.Backward(layer, lengths, words, parameters, transposed, _dOut, EmbeddingGradient, Gradient);
        }
    }

    private void Label(IReadOnlyList<LabelledSentence> sentences, float* parameters, float* transposed)
    {
        (int inputs, int labels) = (_shape.Recurrent.OutputWidth, _shape.LabelWidth);
        FloatKernels.Multiply(_layers.Output, inputs, parameters + _shape.Weights, labels, _logits, labels, Words, inputs, labels, false);
        int t = 0;
        foreach (LabelledSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++, t++)
            {
                float* logits = _logits + ((long)t * labels);
                FloatKernels.Add(logits, parameters + _shape.Biases, labels);
                Loss += FloatKernels.SoftmaxGradient(logits, _shape.Labels, sentence.Labels[i], 1f);
                new Span<float>(logits + _shape.Labels, labels - _shape.Labels).Clear();
            }
        }

        FloatKernels.Multiply(_logits, labels, transposed + _shape.Weights, inputs, _dOut, inputs, Words, labels, inputs, false);
        FloatKernels.WeightGradient(_layers.Output, inputs, _logits, labels, Words, Gradient + _shape.Weights, Gradient + _shape.Biases, _room);
    }

    /// <summary>Labels the pairs: what both words bring and what is seen of the two, summed and rectified, then a score for each label.</summary>
    private void Pair(IReadOnlyList<LabelledSentence> sentences, int[][] rows, float* embeddings, float* parameters, float* transposed)
    {
        (int inputs, int sides, int h, int labels) = (_shape.Recurrent.OutputWidth, _shape.SidesWidth, _shape.Recurrent.Width, LabelShape.PairWidth);
        FloatKernels.Multiply(_layers.Output, inputs, parameters + _shape.SideWeights, sides, _sides, sides, Words, inputs, sides, false);
        var pairs = new List<(int First, int Second, int Label)>(rows.Length);
        int before = 0;
        foreach (LabelledSentence sentence in sentences)
        {
            pairs.AddRange(sentence.Pairs.Select(pair => (before + pair.First, before + pair.Second, pair.Label)));
            before += sentence.Count;
        }

        for (int k = 0; k < pairs.Count; k++)
        {
            float* hidden = _hidden + ((long)k * h);
            new Span<float>(_sides + ((long)pairs[k].First * sides), h).CopyTo(new Span<float>(hidden, h));
            FloatKernels.Add(hidden, _sides + ((long)pairs[k].Second * sides) + h, h);
            FloatKernels.Add(hidden, parameters + _shape.SideBiases, h);
            foreach (int row in rows[k])
            {
                FloatKernels.Add(hidden, embeddings + ((long)row * h), h);
            }

            for (int u = 0; u < h; u++)
            {
                hidden[u] = MathF.Max(0, hidden[u]);
            }
        }

        FloatKernels.Multiply(_hidden, h, parameters + _shape.PairWeights, labels, _pairLogits, labels, pairs.Count, h, labels, false);
        for (int k = 0; k < pairs.Count; k++)
        {
            float* logits = _pairLogits + ((long)k * labels);
            FloatKernels.Add(logits, parameters + _shape.PairBiases, labels);
            Loss += FloatKernels.SoftmaxGradient(logits, _shape.PairLabels, pairs[k].Label, PairWeight);
            new Span<float>(logits + _shape.PairLabels, labels - _shape.PairLabels).Clear();
        }

        FloatKernels.Multiply(_pairLogits, labels, transposed + _shape.PairWeights, h, _dHidden, h, pairs.Count, labels, h, false);
        FloatKernels.WeightGradient(_hidden, h, _pairLogits, labels, pairs.Count, Gradient + _shape.PairWeights, Gradient + _shape.PairBiases, _room);
        new Span<float>(_dSides, Words * sides).Clear();
        for (int k = 0; k < pairs.Count; k++)
        {
            float* hidden = _hidden + ((long)k * h);
            float* gradient = _dHidden + ((long)k * h);
            for (int u = 0; u < h; u++)
            {
                gradient[u] = hidden[u] > 0 ? gradient[u] : 0;
            }

            FloatKernels.Add(_dSides + ((long)pairs[k].First * sides), gradient, h);
            FloatKernels.Add(_dSides + ((long)pairs[k].Second * sides) + h, gradient, h);
            FloatKernels.Add(Gradient + _shape.SideBiases, gradient, h);
        }

        FloatKernels.Multiply(_dSides, sides, transposed + _shape.SideWeights, inputs, _dOut, inputs, Words, sides, inputs, true);
        FloatKernels.Transpose(_layers.Output, inputs, Words, inputs, _room, Words);
        FloatKernels.Multiply(_room, Words, _dSides, sides, Gradient + _shape.SideWeights, sides, inputs, Words, sides, true);
    }

    /// <summary>How much a pair counts beside a word.</summary>
    private const float PairWeight = 0.5f;

    public void Dispose() => _store.Dispose();
}
