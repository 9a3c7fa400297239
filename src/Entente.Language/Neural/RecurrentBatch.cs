using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>Forward and backward pass of recurrent layers over some sentences, for training.</summary>
internal sealed unsafe class RecurrentBatch
{
    private readonly RecurrentShape _shape;
    private readonly float*[] _inputs;       // per layer: T x I, after dropout
    private readonly float*[] _gates;        // per layer: T x 6H, pre-activations, then candidate, forget, highway
    private readonly float*[] _cells;        // per layer: T x 2H
    private readonly float*[] _masks;        // per layer: T x I dropout
    private readonly float* _dGates;
    private readonly float* _dInput;         // T x 2H
    private readonly float* _room;

    /// <param name="store">Where its arrays live.</param>
    /// <param name="shape">The layers.</param>
    /// <param name="maxWords">Most words of a batch.</param>
    /// <param name="room">For transposes: (words + 16) x <see cref="RecurrentShape.GateWidth"/>.</param>
    public RecurrentBatch(NativeBlocks store, RecurrentShape shape, int maxWords, float* room)
    {
        _shape = shape;
        _room = room;
        _inputs = new float*[shape.Layers + 1];
        _gates = new float*[shape.Layers];
        _cells = new float*[shape.Layers];
        _masks = new float*[shape.Layers];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            _inputs[layer] = store.AllocateFloats((long)maxWords * shape.InputWidth(layer));
            _masks[layer] = store.AllocateFloats((long)maxWords * shape.InputWidth(layer));
            _gates[layer] = store.AllocateFloats((long)maxWords * shape.GateWidth);
            _cells[layer] = store.AllocateFloats((long)maxWords * shape.OutputWidth);
        }

        _inputs[shape.Layers] = store.AllocateFloats((long)maxWords * shape.OutputWidth);
        _dGates = store.AllocateFloats((long)maxWords * shape.GateWidth);
        _dInput = store.AllocateFloats((long)maxWords * shape.OutputWidth);
    }

    /// <summary>The words' summed embeddings: words x width.</summary>
    public float* Input => _inputs[0];

    /// <summary>What the last layer gives: words x <see cref="RecurrentShape.OutputWidth"/>.</summary>
    public float* Output => _inputs[_shape.Layers];

    /// <summary>Draws which units a sentence drops.</summary>
    public void DrawMasks(int first, int count, float dropout, Random random)
    {
        for (int layer = 0; layer < _shape.Layers; layer++)
        {
            FillMask(_masks[layer], first, count, _shape.InputWidth(layer), layer == 0 ? dropout * 0.6f : dropout, random);
        }
    }

    /// <summary>Runs one layer, its input masked first.</summary>
    /// <param name="layer">Which.</param>
    /// <param name="lengths">Words of each sentence.</param>
    /// <param name="words">Words in all.</param>
    /// <param name="parameters">The network's.</param>
    /// <returns>Its output, not masked: words x <see cref="RecurrentShape.OutputWidth"/>.</returns>
    public float* Forward(int layer, int[] lengths, int words, float* parameters)
    {
        int inputWidth = _shape.InputWidth(layer);
        FloatKernels.Scale(_inputs[layer], _masks[layer], (long)words * inputWidth);
        FloatKernels.Multiply(
            _inputs[layer], inputWidth, parameters + _shape.Weights[layer], _shape.GateWidth, _gates[layer], _shape.GateWidth, words, inputWidth, _shape.GateWidth, false);
        float* output = _inputs[layer + 1];
        int first = 0;
        foreach (int count in lengths)
        {
            ScanForward(layer, first, count, false, parameters, output);
            ScanForward(layer, first, count, true, parameters, output);
            first += count;
        }

        return output;
    }

    /// <summary>Runs one layer backward.</summary>
    /// <param name="layer">Which.</param>
    /// <param name="lengths">Words of each sentence.</param>
    /// <param name="words">Words in all.</param>
    /// <param name="parameters">The network's.</param>
    /// <param name="transposed">The same, each matrix transposed in place of itself.</param>
    /// <param name="dOut">Gradient of the layer's output; receives that of its input where the layer is not the first.</param>
    /// <param name="dEmbeddings">Receives the gradient of the first layer's input.</param>
    /// <param name="gradient">Receives the gradient of the parameters, added.</param>
    public void Backward(int layer, int[] lengths, int words, float* parameters, float* transposed, float* dOut, float* dEmbeddings, float* gradient)
    {
        int inputWidth = _shape.InputWidth(layer);
        float* dInput = layer == 0 ? dEmbeddings : _dInput;
        new Span<float>(dInput, words * inputWidth).Clear();
        int first = 0;
        foreach (int count in lengths)
        {
            ScanBackward(layer, first, count, false, parameters, dOut, dInput, gradient);
            ScanBackward(layer, first, count, true, parameters, dOut, dInput, gradient);
            first += count;
        }

        FloatKernels.Multiply(_dGates, _shape.GateWidth, transposed + _shape.Weights[layer], inputWidth, dInput, inputWidth, words, _shape.GateWidth, inputWidth, true);
        FloatKernels.WeightGradient(
            _inputs[layer], inputWidth, _dGates, _shape.GateWidth, words, gradient + _shape.Weights[layer], gradient + _shape.Biases[layer], _room);
        FloatKernels.Scale(dInput, _masks[layer], (long)words * inputWidth);
        if (layer > 0)
        {
            Buffer.MemoryCopy(dInput, dOut, (long)words * inputWidth * 4, (long)words * inputWidth * 4);
        }
    }

    /// <summary>Draws a mask of one sentence: the same units over all its words.</summary>
    public static void FillMask(float* mask, int first, int count, int width, float dropout, Random random)
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
    private void ScanForward(int layer, int first, int count, bool backward, float* parameters, float* output)
    {
        int h = _shape.Width;
        int gateWidth = _shape.GateWidth;
        int inputWidth = _shape.InputWidth(layer);
        int side = backward ? 3 * h : 0;
        int skip = backward && layer > 0 ? h : 0;
        float* bias = parameters + _shape.Biases[layer] + side;
        float* peep = parameters + _shape.Peepholes[layer] + (backward ? 2 * h : 0);
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
    private void ScanBackward(int layer, int first, int count, bool backward, float* parameters, float* dOut, float* dInput, float* gradient)
    {
        int h = _shape.Width;
        int gateWidth = _shape.GateWidth;
        int inputWidth = _shape.InputWidth(layer);
        int side = backward ? 3 * h : 0;
        int skip = backward && layer > 0 ? h : 0;
        float* peep = parameters + _shape.Peepholes[layer] + (backward ? 2 * h : 0);
        float* dPeep = gradient + _shape.Peepholes[layer] + (backward ? 2 * h : 0);
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
                Vector512<float> dy = Vector512.Load(dOut + (t * 2 * h) + (backward ? h : 0) + u);
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
}
