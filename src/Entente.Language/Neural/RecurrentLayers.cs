using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>Trained layers of simple recurrent units, quantised: 16-bit activations in and out, the same bits on every processor.</summary>
internal sealed unsafe class RecurrentLayers
{
    private readonly RecurrentShape _shape;
    private readonly WeightStore.Matrix[] _weights;
    private readonly float*[] _biases;
    private readonly float*[] _peepholes;

    public RecurrentLayers(WeightStore store, RecurrentShape shape, ReadOnlySpan<float> parameters)
    {
        _shape = shape;
        _weights = new WeightStore.Matrix[shape.Layers];
        _biases = new float*[shape.Layers];
        _peepholes = new float*[shape.Layers];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            _weights[layer] = store.PackMatrix(parameters, shape.Weights[layer], shape.InputWidth(layer), shape.GateWidth);
            _biases[layer] = store.CopyFloats(parameters, shape.Biases[layer], shape.GateWidth);
            _peepholes[layer] = store.CopyFloats(parameters, shape.Peepholes[layer], 4 * shape.Width);
        }
    }

    /// <summary>Runs one layer.</summary>
    /// <param name="layer">Which.</param>
    /// <param name="x">Its input: words x <see cref="RecurrentShape.InputWidth"/>.</param>
    /// <param name="y">Receives its output: words x <see cref="RecurrentShape.OutputWidth"/>.</param>
    /// <param name="gates">Room for words x <see cref="RecurrentShape.GateWidth"/>.</param>
    /// <param name="pieces">The sentences.</param>
    /// <param name="words">Their words in all.</param>
    public void Run(int layer, short* x, short* y, int* gates, List<SyntaxScratch.Piece> pieces, int words)
    {
        int inputWidth = _shape.InputWidth(layer);
        WeightStore.Matrix weights = _weights[layer];
        IntegerKernels.Multiply(x, inputWidth, weights.Packed, gates, _shape.GateWidth, words, inputWidth, _shape.GateWidth);
        float scale = 1f / (1L << (WeightStore.ActivationBits + weights.Bits));
        foreach (SyntaxScratch.Piece piece in pieces)
        {
            Scan(layer, piece, false, scale, x, inputWidth, y, gates);
            Scan(layer, piece, true, scale, x, inputWidth, y, gates);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Scan(int layer, SyntaxScratch.Piece piece, bool backward, float gateScale, short* x, int inputWidth, short* y, int* gates)
    {
        int h = _shape.Width;
        int gateWidth = _shape.GateWidth;
        int side = backward ? 3 * h : 0;
        int skip = backward && layer > 0 ? h : 0;
        float* bias = _biases[layer] + side;
        float* peep = _peepholes[layer] + (backward ? 2 * h : 0);
        Vector512<float> one = Vector512.Create(1f);
        Vector512<float> scale = Vector512.Create(gateScale);
        Vector512<float> unit = Vector512.Create(1f / (1 << WeightStore.ActivationBits));
        int step = backward ? -1 : 1;
        int start = piece.First + (backward ? piece.Count - 1 : 0);
        for (int u = 0; u < h; u += 16)
        {
            Vector512<float> c = default;
            Vector512<float> bx = Vector512.Load(bias + u);
            Vector512<float> bf = Vector512.Load(bias + h + u);
            Vector512<float> br = Vector512.Load(bias + (2 * h) + u);
            Vector512<float> vf = Vector512.Load(peep + u);
            Vector512<float> vr = Vector512.Load(peep + h + u);
            int* gate = gates + ((long)start * gateWidth) + side + u;
            short* input = x + ((long)start * inputWidth) + skip + u;
            short* output = y + ((long)start * 2 * h) + (backward ? h : 0) + u;
            for (int i = 0; i < piece.Count; i++)
            {
                Vector512<float> candidate = (Vector512.ConvertToSingle(Vector512.Load(gate)) * scale) + bx;
                Vector512<float> forget = Activations.Sigmoid((Vector512.ConvertToSingle(Vector512.Load(gate + h)) * scale) + (vf * c) + bf);
                Vector512<float> highway = Activations.Sigmoid((Vector512.ConvertToSingle(Vector512.Load(gate + (2 * h))) * scale) + (vr * c) + br);
                c = (forget * c) + ((one - forget) * candidate);
                Vector512<float> residual = Vector512.ConvertToSingle(Activations.Widen(Vector256.Load(input))) * unit;
                Vector512<float> result = (highway * c) + ((one - highway) * residual);
                Activations.ToShorts(result, 1 << WeightStore.ActivationBits).Store(output);
                gate += step * gateWidth;
                input += step * inputWidth;
                output += step * 2 * h;
            }
        }
    }
}
