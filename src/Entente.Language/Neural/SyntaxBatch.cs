using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Neural;

/// <summary>Forward and backward pass of the network over some sentences, for training.</summary>
/// <remarks>Gradients of the loss: cross-entropy of heads, relations, universal and Penn tags, summed over words.</remarks>
internal sealed unsafe class SyntaxBatch : IDisposable
{
    private readonly SyntaxShape _shape;
    private readonly NativeBlocks _blocks = new();
    private readonly float*[] _inputs;       // per layer: T x I, after dropout
    private readonly float*[] _gates;        // per layer: T x 6H, pre-activations, then candidate, forget, highway
    private readonly float*[] _cells;        // per layer: T x 2H
    private readonly float*[] _masks;        // per layer: T x I dropout
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
    private readonly float* _dGates;
    private readonly float* _dOut;           // T x 2H
    private readonly float* _dTag;
    private readonly float* _dInput;         // T x 2H
    private readonly float* _arcScores;

    public SyntaxBatch(SyntaxShape shape, int maxWords)
    {
        _shape = shape;
        MaxWords = maxWords;
        int h = shape.Width;
        _inputs = new float*[shape.Layers + 1];
        _gates = new float*[shape.Layers];
        _cells = new float*[shape.Layers];
        _masks = new float*[shape.Layers];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            _inputs[layer] = _blocks.AllocateFloats((long)maxWords * shape.InputWidth(layer));
            _masks[layer] = _blocks.AllocateFloats((long)maxWords * shape.InputWidth(layer));
            _gates[layer] = _blocks.AllocateFloats((long)maxWords * shape.GateWidth);
            _cells[layer] = _blocks.AllocateFloats((long)maxWords * 2 * h);
        }

        _inputs[shape.Layers] = _blocks.AllocateFloats((long)maxWords * 2 * h);
        _outMask = _blocks.AllocateFloats((long)maxWords * 2 * h);
        _tagOut = _blocks.AllocateFloats((long)maxWords * 2 * h);
        _top = _inputs[shape.Layers];
        _tagLogits = _blocks.AllocateFloats((long)maxWords * SyntaxShape.TagWidth);
        _heads = _blocks.AllocateFloats((long)maxWords * shape.HeadsWidth);
        _dHeads = _blocks.AllocateFloats((long)maxWords * shape.HeadsWidth);
        _query = _blocks.AllocateFloats((long)maxWords * shape.ArcWidth);
        _dQuery = _blocks.AllocateFloats((long)maxWords * shape.ArcWidth);
        _hidden = _blocks.AllocateFloats((long)maxWords * shape.RelationHidden);
        _dHidden = _blocks.AllocateFloats((long)maxWords * shape.RelationHidden);
        _relLogits = _blocks.AllocateFloats((long)maxWords * SyntaxShape.RelationWidth);
        _scratch = _blocks.AllocateFloats((long)(maxWords + 16) * shape.GateWidth);
        _dGates = _blocks.AllocateFloats((long)maxWords * shape.GateWidth);
        _dOut = _blocks.AllocateFloats((long)maxWords * 2 * h);
        _dTag = _blocks.AllocateFloats((long)maxWords * 2 * h);
        _dInput = _blocks.AllocateFloats((long)maxWords * 2 * h);
        _arcScores = _blocks.AllocateFloats(512 * 520L);
        Gradient = _blocks.AllocateFloats(shape.Count);
        EmbeddingGradient = _blocks.AllocateFloats((long)maxWords * h);
    }

    public int MaxWords { get; }

    /// <summary>Gradient of the dense parameters, summed over the batch.</summary>
    public float* Gradient { get; }

    /// <summary>Gradient with respect to each word's summed embedding: words x width.</summary>
    public float* EmbeddingGradient { get; }

    public int Words { get; private set; }

    public double Loss { get; private set; }

    public void Dispose() => _blocks.Dispose();

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
        float* x0 = _inputs[0];
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
            for (int layer = 0; layer < _shape.Layers; layer++)
            {
                FillMask(_masks[layer], first, sentence.Count, _shape.InputWidth(layer), layer == 0 ? dropout * 0.6f : dropout, random);
            }

            FillMask(_outMask, first, sentence.Count, 2 * h, dropout, random);
            first += sentence.Count;
        }

        Scale(x0, _masks[0], (long)words * h);

        // Layers
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            int inputWidth = _shape.InputWidth(layer);
            float* gates = _gates[layer];
            FloatKernels.Multiply(_inputs[layer], inputWidth, parameters + _shape.LayerWeights[layer], _shape.GateWidth, gates, _shape.GateWidth, words, inputWidth, _shape.GateWidth, false);
            float* output = _inputs[layer + 1];
            first = 0;
            foreach (TrainingSentence sentence in sentences)
            {
                ScanForward(layer, first, sentence.Count, false, parameters, output);
                ScanForward(layer, first, sentence.Count, true, parameters, output);
                first += sentence.Count;
            }

            if (layer == _shape.TagLayer)
            {
                long size = (long)words * 2 * h;
                Buffer.MemoryCopy(output, _tagOut, size * 4, size * 4);
                Scale(_tagOut, _outMask, size);
            }

            Scale(output, layer + 1 < _shape.Layers ? _masks[layer + 1] : _outMask, (long)words * 2 * h);
        }

        ScoreTags(sentences, parameters, transposed);
        ScoreTree(sentences, parameters, transposed);

        // Backward through the layers; _dOut holds the gradient of the last layer's output, after its mask
        Scale(_dOut, _outMask, (long)words * 2 * h);
        for (int layer = _shape.Layers - 1; layer >= 0; layer--)
        {
            if (layer == _shape.TagLayer)
            {
                Scale(_dTag, _outMask, (long)words * 2 * h);
                FloatKernels.Add(_dOut, _dTag, words * 2 * h);
            }

            int inputWidth = _shape.InputWidth(layer);
            float* dInput = layer == 0 ? EmbeddingGradient : _dInput;
            new Span<float>(dInput, words * inputWidth).Clear();
            first = 0;
            foreach (TrainingSentence sentence in sentences)
            {
                ScanBackward(layer, first, sentence.Count, false, parameters, dInput);
                ScanBackward(layer, first, sentence.Count, true, parameters, dInput);
                first += sentence.Count;
            }

            FloatKernels.Multiply(_dGates, _shape.GateWidth, transposed + _shape.LayerWeights[layer], inputWidth, dInput, inputWidth, words, _shape.GateWidth, inputWidth, true);
            WeightGradient(_inputs[layer], inputWidth, _dGates, _shape.GateWidth, words, Gradient + _shape.LayerWeights[layer], Gradient + _shape.LayerBiases[layer]);
            Scale(dInput, _masks[layer], (long)words * inputWidth);
            if (layer > 0)
            {
                Buffer.MemoryCopy(dInput, _dOut, (long)words * inputWidth * 4, (long)words * inputWidth * 4);
            }
        }
    }

    private static void FillMask(float* mask, int first, int count, int width, float dropout, Random random)
    {
        float keep = 1f / (1f - dropout);
        float* row = mask + ((long)first * width);
        for (int i = 0; i < width; i++)
        {
            row[i] = dropout > 0 && random.NextSingle() < dropout ? 0f : keep;
        }

        for (int t = 1; t < count; t++)
        {
            Buffer.MemoryCopy(row, row + ((long)t * width), width * 4L, width * 4L);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(float* values, float* mask, long count)
    {
        for (long i = 0; i < count; i += 16)
        {
            (Vector512.Load(values + i) * Vector512.Load(mask + i)).Store(values + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanForward(int layer, int first, int count, bool backward, float* parameters, float* output)
    {
        int h = _shape.Width;
        int gateWidth = _shape.GateWidth;
        int inputWidth = _shape.InputWidth(layer);
        int side = backward ? 3 * h : 0;
        int skip = backward && layer > 0 ? h : 0;
        float* bias = parameters + _shape.LayerBiases[layer] + side;
        float* peep = parameters + _shape.LayerPeepholes[layer] + (backward ? 2 * h : 0);
        float* cells = _cells[layer] + (backward ? h : 0);
        float* target = output + (backward ? h : 0);
        Vector512<float> one = Vector512.Create(1f);
        for (int u = 0; u < h; u += 16)
        {
            Vector512<float> c = default;
            Vector512<float> bx = Vector512.Load(bias + u);
            Vector512<float> bf = Vector512.Load(bias + h + u);
            Vector512<float> br = Vector512.Load(bias + (2 * h) + u);
            Vector512<float> vf = Vector512.Load(peep + u);
            Vector512<float> vr = Vector512.Load(peep + h + u);
            for (int step = 0; step < count; step++)
            {
                long t = first + (backward ? count - 1 - step : step);
                float* gate = _gates[layer] + (t * gateWidth) + side + u;
                Vector512<float> candidate = Vector512.Load(gate) + bx;
                Vector512<float> forget = Activations.Sigmoid(Vector512.Load(gate + h) + (vf * c) + bf);
                Vector512<float> highway = Activations.Sigmoid(Vector512.Load(gate + (2 * h)) + (vr * c) + br);
                c = (forget * c) + ((one - forget) * candidate);
                Vector512<float> x = Vector512.Load(_inputs[layer] + (t * inputWidth) + skip + u);
                Vector512<float> y = (highway * c) + ((one - highway) * x);
                candidate.Store(gate);
                forget.Store(gate + h);
                highway.Store(gate + (2 * h));
                c.Store(cells + (t * 2 * h) + u);
                y.Store(target + (t * 2 * h) + u);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanBackward(int layer, int first, int count, bool backward, float* parameters, float* dInput)
    {
        int h = _shape.Width;
        int gateWidth = _shape.GateWidth;
        int inputWidth = _shape.InputWidth(layer);
        int side = backward ? 3 * h : 0;
        int skip = backward && layer > 0 ? h : 0;
        float* peep = parameters + _shape.LayerPeepholes[layer] + (backward ? 2 * h : 0);
        float* dPeep = Gradient + _shape.LayerPeepholes[layer] + (backward ? 2 * h : 0);
        float* cells = _cells[layer] + (backward ? h : 0);
        Vector512<float> one = Vector512.Create(1f);
        for (int u = 0; u < h; u += 16)
        {
            Vector512<float> vf = Vector512.Load(peep + u);
            Vector512<float> vr = Vector512.Load(peep + h + u);
            Vector512<float> dvf = Vector512.Load(dPeep + u);
            Vector512<float> dvr = Vector512.Load(dPeep + h + u);
            Vector512<float> dc = default;
            for (int step = count - 1; step >= 0; step--)
            {
                long t = first + (backward ? count - 1 - step : step);
                float* gate = _gates[layer] + (t * gateWidth) + side + u;
                float* dGate = _dGates + (t * gateWidth) + side + u;
                Vector512<float> candidate = Vector512.Load(gate);
                Vector512<float> forget = Vector512.Load(gate + h);
                Vector512<float> highway = Vector512.Load(gate + (2 * h));
                Vector512<float> c = Vector512.Load(cells + (t * 2 * h) + u);
                Vector512<float> previous = step == 0 ? default : Vector512.Load(cells + ((backward ? t + 1 : t - 1) * 2 * h) + u);
                Vector512<float> x = Vector512.Load(_inputs[layer] + (t * inputWidth) + skip + u);
                Vector512<float> dy = Vector512.Load(_dOut + (t * 2 * h) + (backward ? h : 0) + u);
                Vector512<float> dHighway = dy * (c - x) * highway * (one - highway);
                dc += dy * highway;
                float* dx = dInput + (t * inputWidth) + skip + u;
                (Vector512.Load(dx) + (dy * (one - highway))).Store(dx);
                Vector512<float> dForget = dc * (previous - candidate) * forget * (one - forget);
                Vector512<float> dCandidate = dc * (one - forget);
                dvf += dForget * previous;
                dvr += dHighway * previous;
                dc = (dc * forget) + (dForget * vf) + (dHighway * vr);
                dCandidate.Store(dGate);
                dForget.Store(dGate + h);
                dHighway.Store(dGate + (2 * h));
            }

            dvf.Store(dPeep + u);
            dvr.Store(dPeep + h + u);
        }
    }

    /// <summary><c>dW += Xᵀ·dY</c>, <c>db += sum of dY</c>.</summary>
    private void WeightGradient(float* x, int inputWidth, float* dy, int outputWidth, int words, float* dWeights, float* dBias)
    {
        FloatKernels.Transpose(x, inputWidth, words, inputWidth, _scratch, words);
        FloatKernels.Multiply(_scratch, words, dy, outputWidth, dWeights, outputWidth, inputWidth, words, outputWidth, true);
        for (int t = 0; t < words; t++)
        {
            FloatKernels.Add(dBias, dy + ((long)t * outputWidth), outputWidth);
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
                Loss += SoftmaxGradient(logits, UposNames.Count, (int)sentence.Upos[i], 1f);
                Loss += SoftmaxGradient(logits + UposNames.Count, XposNames.Count, (int)sentence.Xpos[i], 0.5f);
                for (int k = SyntaxShape.TagCount; k < SyntaxShape.TagWidth; k++)
                {
                    logits[k] = 0;
                }
            }
        }

        FloatKernels.Multiply(_tagLogits, SyntaxShape.TagWidth, transposed + _shape.TagWeights, h2, _dTag, h2, Words, SyntaxShape.TagWidth, h2, false);
        WeightGradient(_tagOut, h2, _tagLogits, SyntaxShape.TagWidth, Words, Gradient + _shape.TagWeights, Gradient + _shape.TagBiases);
    }

    /// <summary>Turns logits into the gradient of their cross-entropy.</summary>
    /// <returns>The weighted loss.</returns>
    private static double SoftmaxGradient(float* logits, int count, int gold, float weight)
    {
        float most = float.NegativeInfinity;
        for (int i = 0; i < count; i++)
        {
            most = MathF.Max(most, logits[i]);
        }

        float sum = 0;
        float goldLogit = logits[gold] - most;
        for (int i = 0; i < count; i++)
        {
            logits[i] = MathF.Exp(logits[i] - most);
            sum += logits[i];
        }

        float scale = weight / sum;
        for (int i = 0; i < count; i++)
        {
            logits[i] *= scale;
        }

        logits[gold] -= weight;
        return weight * (MathF.Log(sum) - goldLogit);
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
                Loss += SoftmaxGradient(scores, n + 1, gold, 1f);
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
                Loss += SoftmaxGradient(logits, SyntaxShape.RelationCount, (int)sentence.Relations[i], 1f);
                for (int k = SyntaxShape.RelationCount; k < labels; k++)
                {
                    logits[k] = 0;
                }
            }
        }

        FloatKernels.Multiply(_relLogits, labels, transposed + _shape.RelationWeights, m, _dHidden, m, Words, labels, m, false);
        WeightGradient(_hidden, m, _relLogits, labels, Words, Gradient + _shape.RelationWeights, Gradient + _shape.RelationBiases);
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
        WeightGradient(_top, h2, _dHeads, width, Words, Gradient + _shape.HeadWeights, Gradient + _shape.HeadBiases);
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
