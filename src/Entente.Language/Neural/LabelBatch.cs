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

    public LabelBatch(LabelShape shape, int maxWords)
    {
        _shape = shape;
        _room = _store.AllocateFloats((long)(maxWords + 16) * shape.Recurrent.GateWidth);
        _layers = new(_store, shape.Recurrent, maxWords, _room);
        _mask = _store.AllocateFloats((long)maxWords * shape.Recurrent.OutputWidth);
        _dOut = _store.AllocateFloats((long)maxWords * shape.Recurrent.OutputWidth);
        _logits = _store.AllocateFloats((long)maxWords * shape.LabelWidth);
        Gradient = _store.AllocateFloats(shape.Count);
        EmbeddingGradient = _store.AllocateFloats((long)maxWords * shape.Recurrent.Width);
    }

    /// <summary>Gradient of the dense parameters, summed over the batch.</summary>
    public float* Gradient { get; }

    /// <summary>Gradient of each word's summed embedding: words x width.</summary>
    public float* EmbeddingGradient { get; }

    public int Words { get; private set; }

    public double Loss { get; private set; }

    /// <summary>Runs forward and backward; leaves the gradients here.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="rows">Of every word, the rows of its features.</param>
    /// <param name="embeddings">The embedding table.</param>
    /// <param name="parameters">The dense parameters.</param>
    /// <param name="transposed">The same, each matrix transposed in place of itself.</param>
    /// <param name="dropout">Probability that a unit is dropped.</param>
    /// <param name="random">For dropout only.</param>
    public void Run(IReadOnlyList<LabelledSentence> sentences, int[][] rows, float* embeddings, float* parameters, float* transposed, float dropout, Random random)
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
                Loss += FloatKernels.SoftmaxGradient(logits, _shape.Labels, sentence.Labels[i], sentence.Weight);
                new Span<float>(logits + _shape.Labels, labels - _shape.Labels).Clear();
            }
        }

        FloatKernels.Multiply(_logits, labels, transposed + _shape.Weights, inputs, _dOut, inputs, Words, labels, inputs, false);
        FloatKernels.WeightGradient(_layers.Output, inputs, _logits, labels, Words, Gradient + _shape.Weights, Gradient + _shape.Biases, _room);
    }

    public void Dispose() => _store.Dispose();
}
