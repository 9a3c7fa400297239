using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Neural;

/// <summary>Forward and backward pass of the network over some sentences, for training.</summary>
/// <remarks>Gradients of the loss: cross-entropy of heads, relations, universal and Penn tags, summed over words.</remarks>
internal sealed unsafe class SyntaxBatch : IDisposable
{
    private readonly SyntaxShape _shape;
    private readonly NativeBlocks _store = new();
    private readonly RecurrentBatch _layers;
    private readonly float* _outMask;
    private readonly float* _tagOut;
    private readonly float* _top;
    private readonly float* _tagLogits;
    private readonly float* _heads;
    private readonly float* _dHeads;
    private readonly float* _query;
    private readonly float* _dQuery;
    private readonly float* _hidden;
    private readonly float* _dHidden;
    private readonly float* _relLogits;
    private readonly float* _scratch;        // transposes
    private readonly float* _dOut;           // T x 2H
    private readonly float* _dTag;
    private readonly float* _arcScores;

    public SyntaxBatch(SyntaxShape shape, int maxWords)
    {
        _shape = shape;
        MaxWords = maxWords;
        int h = shape.Width;
        _scratch = _store.AllocateFloats((long)(maxWords + 16) * shape.Recurrent.GateWidth);
        _layers = new(_store, shape.Recurrent, maxWords, _scratch);
        _outMask = _store.AllocateFloats((long)maxWords * 2 * h);
        _tagOut = _store.AllocateFloats((long)maxWords * 2 * h);
        _top = _layers.Output;
        _tagLogits = _store.AllocateFloats((long)maxWords * SyntaxShape.TagWidth);
        _heads = _store.AllocateFloats((long)maxWords * shape.HeadsWidth);
        _dHeads = _store.AllocateFloats((long)maxWords * shape.HeadsWidth);
        _query = _store.AllocateFloats((long)maxWords * shape.ArcWidth);
        _dQuery = _store.AllocateFloats((long)maxWords * shape.ArcWidth);
        _hidden = _store.AllocateFloats((long)maxWords * shape.RelationHidden);
        _dHidden = _store.AllocateFloats((long)maxWords * shape.RelationHidden);
        _relLogits = _store.AllocateFloats((long)maxWords * SyntaxShape.RelationWidth);
        _dOut = _store.AllocateFloats((long)maxWords * 2 * h);
        _dTag = _store.AllocateFloats((long)maxWords * 2 * h);
        _arcScores = _store.AllocateFloats(512 * 520L);
        Gradient = _store.AllocateFloats(shape.Count);
        EmbeddingGradient = _store.AllocateFloats((long)maxWords * h);
    }

    public int MaxWords { get; }

    /// <summary>Gradient of the dense parameters, summed over the batch.</summary>
    public float* Gradient { get; }

    /// <summary>Gradient with respect to each word's summed embedding: words x width.</summary>
    public float* EmbeddingGradient { get; }

    public int Words { get; private set; }

    public double Loss { get; private set; }

    public void Dispose() => _store.Dispose();

    /// <summary>Runs forward and backward over <paramref name="sentences"/>; leaves the gradients here.</summary>
    /// <param name="sentences">At most <see cref="MaxWords"/> words in all.</param>
    /// <param name="rows">Embedding rows of every word, <see cref="WordFeatures.Slots"/> each, batch order.</param>
    /// <param name="embeddings">The embedding table.</param>
    /// <param name="parameters">The dense parameters.</param>
    /// <param name="transposed">The same weights, each matrix transposed in place of itself.</param>
    /// <param name="dropout">Probability that a unit is dropped.</param>
    /// <param name="random">For dropout only.</param>
    public void Run(IReadOnlyList<TrainingSentence> sentences, int[] rows, float* embeddings, float* parameters, float* transposed, float dropout, Random random)
    {
        int h = _shape.Width;
        int words = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            words += sentence.Count;
        }

        Words = words;
        Loss = 0;
        new Span<float>(Gradient, _shape.Count).Clear();

        // Embeddings
        float* x0 = _layers.Input;
        for (int t = 0; t < words; t++)
        {
            float* x = x0 + ((long)t * h);
            new Span<float>(x, h).Clear();
            for (int slot = 0; slot < WordFeatures.Slots; slot++)
            {
                FloatKernels.Add(x, embeddings + ((long)rows[(t * WordFeatures.Slots) + slot] * h), h);
            }
        }

        // Masks: one for each sentence and unit, the same over its words (Gal and Ghahramani 2016)
        int first = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            _layers.DrawMasks(first, sentence.Count, dropout, random);
            RecurrentBatch.FillMask(_outMask, first, sentence.Count, 2 * h, dropout, random);
            first += sentence.Count;
        }

        int[] lengths = [.. sentences.Select(sentence => sentence.Count)];
        for (int layer = 0; layer < _shape.Recurrent.Layers; layer++)
        {
            float* output = _layers.Forward(layer, lengths, words, parameters);
            if (layer == _shape.TagLayer)
            {
                long size = (long)words * 2 * h;
                Buffer.MemoryCopy(output, _tagOut, size * 4, size * 4);
                FloatKernels.Scale(_tagOut, _outMask, size);
            }
        }

        FloatKernels.Scale(_top, _outMask, (long)words * 2 * h);
        ScoreTags(sentences, parameters, transposed);
        ScoreTree(sentences, parameters, transposed);

        // Backward through the layers; _dOut holds the gradient of the last layer's output, after its mask
        FloatKernels.Scale(_dOut, _outMask, (long)words * 2 * h);
        for (int layer = _shape.Recurrent.Layers - 1; layer >= 0; layer--)
        {
            if (layer == _shape.TagLayer)
            {
                FloatKernels.Scale(_dTag, _outMask, (long)words * 2 * h);
                FloatKernels.Add(_dOut, _dTag, words * 2 * h);
            }

            _layers.Backward(layer, lengths, words, parameters, transposed, _dOut, EmbeddingGradient, Gradient);
        }
    }

    private void ScoreTags(IReadOnlyList<TrainingSentence> sentences, float* parameters, float* transposed)
    {
        int h2 = 2 * _shape.Width;
        FloatKernels.Multiply(_tagOut, h2, parameters + _shape.TagWeights, SyntaxShape.TagWidth, _tagLogits, SyntaxShape.TagWidth, Words, h2, SyntaxShape.TagWidth, false);
        float* bias = parameters + _shape.TagBiases;
        int t = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++, t++)
            {
                float* logits = _tagLogits + ((long)t * SyntaxShape.TagWidth);
                FloatKernels.Add(logits, bias, SyntaxShape.TagWidth);
                Loss += FloatKernels.SoftmaxGradient(logits, UposNames.Count, (int)sentence.Upos[i], 1f);
                Loss += FloatKernels.SoftmaxGradient(logits + UposNames.Count, XposNames.Count, (int)sentence.Xpos[i], 0.5f);
                for (int k = SyntaxShape.TagCount; k < SyntaxShape.TagWidth; k++)
                {
                    logits[k] = 0;
                }
            }
        }

        FloatKernels.Multiply(_tagLogits, SyntaxShape.TagWidth, transposed + _shape.TagWeights, h2, _dTag, h2, Words, SyntaxShape.TagWidth, h2, false);
        FloatKernels.WeightGradient(_tagOut, h2, _tagLogits, SyntaxShape.TagWidth, Words, Gradient + _shape.TagWeights, Gradient + _shape.TagBiases, _scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreTree(IReadOnlyList<TrainingSentence> sentences, float* parameters, float* transposed)
    {
        int h2 = 2 * _shape.Width;
        int d = _shape.ArcWidth;
        int m = _shape.RelationHidden;
        int width = _shape.HeadsWidth;
        FloatKernels.Multiply(_top, h2, parameters + _shape.HeadWeights, width, _heads, width, Words, h2, width, false);
        float* bias = parameters + _shape.HeadBiases;
        for (int t = 0; t < Words; t++)
        {
            float* row = _heads + ((long)t * width);
            FloatKernels.Add(row, bias, width);
            for (int i = 0; i < 2 * d; i++)
            {
                row[i] = MathF.Max(0, row[i]);
            }
        }

        new Span<float>(_dHeads, Words * width).Clear();
        new Span<float>(_dQuery, Words * d).Clear();
        FloatKernels.Multiply(_heads, width, parameters + _shape.Biaffine, d, _query, d, Words, d, d, false);
        float* prior = parameters + _shape.HeadPrior;
        float* dPrior = Gradient + _shape.HeadPrior;
        float* root = parameters + _shape.RootArc;
        float* dRoot = Gradient + _shape.RootArc;
        float* distances = parameters + _shape.Distances;
        float* dDistances = Gradient + _shape.Distances;
        int first = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            int n = sentence.Count;
            float rootPrior = Dot(root, prior, d);
            float* headPriors = _arcScores + (511L * 520);
            for (int j = 0; j < n; j++)
            {
                headPriors[j] = Dot(_heads + ((long)(first + j) * width) + d, prior, d);
            }

            for (int i = 0; i < n; i++)
            {
                float* scores = _arcScores;
                float* query = _query + ((long)(first + i) * d);
                float* dQuery = _dQuery + ((long)(first + i) * d);
                for (int j = 0; j < n; j++)
                {
                    scores[j] = j == i ? -1e9f : Dot(query, _heads + ((long)(first + j) * width) + d, d) + headPriors[j] + distances[SyntaxShape.DistanceOf(i, j)];
                }

                scores[n] = Dot(query, root, d) + rootPrior + distances[SyntaxShape.RootDistance];
                int gold = sentence.Heads[i] < 0 ? n : sentence.Heads[i];
                Loss += FloatKernels.SoftmaxGradient(scores, n + 1, gold, 1f);
                for (int j = 0; j < n; j++)
                {
                    float g = scores[j];
                    if (j == i || MathF.Abs(g) < 1e-6f)
                    {
                        continue;
                    }

                    float* head = _heads + ((long)(first + j) * width) + d;
                    float* dHead = _dHeads + ((long)(first + j) * width) + d;
                    dDistances[SyntaxShape.DistanceOf(i, j)] += g;
                    Combine(g, query, prior, dHead, head, dQuery, dPrior, d);
                }

                dDistances[SyntaxShape.RootDistance] += scores[n];
                Combine(scores[n], query, prior, dRoot, root, dQuery, dPrior, d);
            }

            first += n;
        }

        // Query = dependent · biaffine
        FloatKernels.Multiply(_dQuery, d, transposed + _shape.Biaffine, d, _dHeads, width, Words, d, d, true);
        FloatKernels.Transpose(_heads, width, Words, d, _scratch, Words);
        FloatKernels.Multiply(_scratch, Words, _dQuery, d, Gradient + _shape.Biaffine, d, d, Words, d, true);

        // Relations of the gold arcs
        float* rootRelation = parameters + _shape.RootRelation;
        first = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++)
            {
                float* dependent = _heads + ((long)(first + i) * width) + (2 * d);
                float* head = sentence.Heads[i] < 0 ? rootRelation : _heads + ((long)(first + sentence.Heads[i]) * width) + (2 * d) + m;
                float* hidden = _hidden + ((long)(first + i) * m);
                for (int k = 0; k < m; k++)
                {
                    hidden[k] = MathF.Max(0, dependent[k] + head[k]);
                }
            }

            first += sentence.Count;
        }

        int labels = SyntaxShape.RelationWidth;
        FloatKernels.Multiply(_hidden, m, parameters + _shape.RelationWeights, labels, _relLogits, labels, Words, m, labels, false);
        int at = 0;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++, at++)
            {
                float* logits = _relLogits + ((long)at * labels);
                FloatKernels.Add(logits, parameters + _shape.RelationBiases, labels);
                Loss += FloatKernels.SoftmaxGradient(logits, SyntaxShape.RelationCount, (int)sentence.Relations[i], 1f);
                for (int k = SyntaxShape.RelationCount; k < labels; k++)
                {
                    logits[k] = 0;
                }
            }
        }

        FloatKernels.Multiply(_relLogits, labels, transposed + _shape.RelationWeights, m, _dHidden, m, Words, labels, m, false);
        FloatKernels.WeightGradient(_hidden, m, _relLogits, labels, Words, Gradient + _shape.RelationWeights, Gradient + _shape.RelationBiases, _scratch);
        first = 0;
        float* dRootRelation = Gradient + _shape.RootRelation;
        foreach (TrainingSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Count; i++)
            {
                float* hidden = _hidden + ((long)(first + i) * m);
                float* dHidden = _dHidden + ((long)(first + i) * m);
                float* dDependent = _dHeads + ((long)(first + i) * width) + (2 * d);
                float* dHead = sentence.Heads[i] < 0 ? dRootRelation : _dHeads + ((long)(first + sentence.Heads[i]) * width) + (2 * d) + m;
                for (int k = 0; k < m; k++)
                {
                    float g = hidden[k] > 0 ? dHidden[k] : 0;
                    dDependent[k] += g;
                    dHead[k] += g;
                }
            }

            first += sentence.Count;
        }

        for (int t = 0; t < Words; t++)
        {
            float* row = _heads + ((long)t * width);
            float* dRow = _dHeads + ((long)t * width);
            for (int i = 0; i < 2 * d; i++)
            {
                if (row[i] <= 0)
                {
                    dRow[i] = 0;
                }
            }
        }

        FloatKernels.Multiply(_dHeads, width, transposed + _shape.HeadWeights, h2, _dOut, h2, Words, width, h2, false);
        FloatKernels.WeightGradient(_top, h2, _dHeads, width, Words, Gradient + _shape.HeadWeights, Gradient + _shape.HeadBiases, _scratch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Dot(float* a, float* b, int n)
    {
        Vector512<float> sum = default;
        for (int i = 0; i < n; i += 16)
        {
            sum += Vector512.Load(a + i) * Vector512.Load(b + i);
        }

        return Vector512.Sum(sum);
    }

    /// <summary>The gradient of one arc: of the head (query + prior), of the query (head), of the prior (head).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Combine(float g, float* query, float* prior, float* dHead, float* head, float* dQuery, float* dPrior, int n)
    {
        Vector512<float> scale = Vector512.Create(g);
        for (int i = 0; i < n; i += 16)
        {
            Vector512<float> q = Vector512.Load(query + i);
            Vector512<float> k = Vector512.Load(head + i);
            (Vector512.Load(dHead + i) + (scale * (q + Vector512.Load(prior + i)))).Store(dHead + i);
            (Vector512.Load(dQuery + i) + (scale * k)).Store(dQuery + i);
            (Vector512.Load(dPrior + i) + (scale * k)).Store(dPrior + i);
        }
    }
}
