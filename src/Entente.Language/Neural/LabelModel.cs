using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>A trained network that labels the words of a sentence from their features: summed embeddings, simple recurrent units in both directions, a score for each label.</summary>
/// <remarks>
/// Read-only and shared by all threads; each brings its own <see cref="LabelScratch"/>. Scores are sums of integers, the same on every processor.
/// What a word's features are is the caller's: hashes, of which the model knows those that it was trained with.
/// </remarks>
public sealed unsafe class LabelModel : IDisposable
{
    private const uint Magic = 0x324C424C; // "LBL2"

    private readonly WeightStore _store = new();
    private readonly LabelShape _shape;
    private readonly Dictionary<ulong, int> _rows;
    private readonly ulong[] _features;
    private readonly float[] _parameters;
    private readonly short* _embeddings;
    private readonly RecurrentLayers _layers;
    private readonly WeightStore.Matrix _labels;
    private readonly int[] _biases;
    private readonly WeightStore.Matrix _sides;
    private readonly float* _sideBiases;
    private readonly WeightStore.Matrix _pairs;
    private readonly int[] _pairBiases;

    private LabelModel(LabelShape shape, ulong[] features, ReadOnlySpan<short> embeddings, ReadOnlySpan<float> parameters)
    {
        _shape = shape;
        _features = features;
        _parameters = parameters.ToArray();
        _rows = new(features.Length);
        for (int i = 0; i < features.Length; i++)
        {
            _rows.Add(features[i], i);
        }

        _embeddings = _store.CopyShorts(embeddings);
        _layers = new(_store, shape.Recurrent, parameters);
        _labels = _store.PackMatrix(parameters, shape.Weights, shape.Recurrent.OutputWidth, shape.LabelWidth);
        _biases = WeightStore.Integers(parameters.Slice(shape.Biases, shape.LabelWidth), WeightStore.ActivationBits + _labels.Bits);
        _sides = _store.PackMatrix(parameters, shape.SideWeights, shape.Recurrent.OutputWidth, shape.SidesWidth);
        _sideBiases = _store.CopyFloats(parameters, shape.SideBiases, shape.SidesWidth);
        _pairs = _store.PackMatrix(parameters, shape.PairWeights, shape.Recurrent.Width, LabelShape.PairWidth);
        _pairBiases = WeightStore.Integers(parameters.Slice(shape.PairBiases, LabelShape.PairWidth), WeightStore.ActivationBits + _pairs.Bits);
    }

    /// <summary>Labels of a word.</summary>
    public int Labels => _shape.Labels;

    /// <summary>Number of features it knows.</summary>
    public int FeatureCount => _rows.Count;

    /// <summary>What one unit of a score is worth in log-odds.</summary>
    public double Unit => 1.0 / (1L << (WeightStore.ActivationBits + _labels.Bits));

    /// <summary>Labels of a pair.</summary>
    public int PairLabels => _shape.PairLabels;

    /// <summary>What one unit of a pair's score is worth in log-odds.</summary>
    public double PairUnit => 1.0 / (1L << (WeightStore.ActivationBits + _pairs.Bits));

    internal LabelShape Shape => _shape;

    /// <summary>Scores the words of a sentence.</summary>
    /// <param name="features">The features of all words, one after the other.</param>
    /// <param name="ends">Of each word, where its features end.</param>
    /// <param name="scratch">This thread's room.</param>
    /// <returns>Words x <see cref="Labels"/> scores, in units of <see cref="Unit"/>; valid until the scratch is used again. Words past the 512th have none.</returns>
    public ReadOnlySpan<int> Score(ReadOnlySpan<ulong> features, ReadOnlySpan<int> ends, LabelScratch scratch)
    {
        int words = Math.Min(ends.Length, LabelScratch.MaxWords);
        scratch.Prepare(_shape);
        Embed(features, ends[..words], scratch.Input);
        scratch.Pieces.Clear();
        scratch.Pieces.Add(new(0, words));
        short* x = scratch.Input;
        for (int layer = 0; layer < _shape.Recurrent.Layers; layer++)
        {
            short* y = x == scratch.Input ? scratch.Output : scratch.Input;
            _layers.Run(layer, x, y, scratch.Gates, scratch.Pieces, words);
            x = y;
        }

        scratch.Keep(x, words);
        IntegerKernels.Multiply(x, _shape.Recurrent.OutputWidth, _labels.Packed, scratch.Gates, _shape.LabelWidth, words, _shape.Recurrent.OutputWidth, _shape.LabelWidth);
        int[] scores = scratch.Scores;
        for (int t = 0; t < words; t++)
        {
            for (int label = 0; label < _shape.Labels; label++)
            {
                scores[(t * _shape.Labels) + label] = scratch.Gates[(t * _shape.LabelWidth) + label] + _biases[label];
            }
        }

        return scores.AsSpan(0, words * _shape.Labels);
    }

    /// <summary>Scores a pair of words of the sentence that was scored last with the same scratch.</summary>
    /// <param name="first">Counted in the sentence; below 512.</param>
    /// <param name="second">The same.</param>
    /// <param name="features">Of the pair.</param>
    /// <param name="scratch">The same room.</param>
    /// <param name="scores">Receives <see cref="PairLabels"/> scores, in units of <see cref="PairUnit"/>.</param>
    public void ScorePair(int first, int second, ReadOnlySpan<ulong> features, LabelScratch scratch, Span<int> scores)
    {
        (int h, int sides) = (_shape.Recurrent.Width, _shape.SidesWidth);
        if (!scratch.HasSides)
        {
            PrepareSides(scratch);
        }

        short* hidden = scratch.Hidden;
        short* left = scratch.Sides + ((long)first * sides);
        short* right = scratch.Sides + ((long)second * sides) + h;
        for (int u = 0; u < h; u += 16)
        {
            Vector256.AddSaturate(Vector256.Load(left + u), Vector256.Load(right + u)).Store(hidden + u);
        }

        foreach (ulong feature in features)
        {
            if (_rows.TryGetValue(feature, out int row))
            {
                short* source = _embeddings + ((long)row * h);
                for (int u = 0; u < h; u += 16)
                {
                    Vector256.AddSaturate(Vector256.Load(hidden + u), Vector256.Load(source + u)).Store(hidden + u);
                }
            }
        }

        for (int u = 0; u < h; u += 16)
        {
            Vector256.Max(Vector256.Load(hidden + u), default).Store(hidden + u);
        }

        IntegerKernels.Multiply(hidden, h, _pairs.Packed, scratch.Gates, LabelShape.PairWidth, 1, h, LabelShape.PairWidth);
        for (int label = 0; label < _shape.PairLabels; label++)
        {
            scores[label] = scratch.Gates[label] + _pairBiases[label];
        }
    }

    /// <summary>What each word brings to pairs; both sides' bias goes to the first.</summary>
    private void PrepareSides(LabelScratch scratch)
    {
        (int inputs, int sides) = (_shape.Recurrent.OutputWidth, _shape.SidesWidth);
        IntegerKernels.Multiply(scratch.Top, inputs, _sides.Packed, scratch.Gates, sides, scratch.Words, inputs, sides);
        Vector512<float> scale = Vector512.Create(1f / (1L << (WeightStore.ActivationBits + _sides.Bits)));
        for (int t = 0; t < scratch.Words; t++)
        {
            for (int u = 0; u < sides; u += 16)
            {
                Vector512<float> value = (Vector512.ConvertToSingle(Vector512.Load(scratch.Gates + ((long)t * sides) + u)) * scale) + Vector512.Load(_sideBiases + u);
                Activations.ToShorts(value, 1 << WeightStore.ActivationBits).Store(scratch.Sides + ((long)t * sides) + u);
            }
        }

        scratch.HasSides = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Embed(ReadOnlySpan<ulong> features, ReadOnlySpan<int> ends, short* x)
    {
        int h = _shape.Recurrent.Width;
        int at = 0;
        for (int t = 0; t < ends.Length; t++)
        {
            short* target = x + ((long)t * h);
            new Span<short>(target, h).Clear();
            for (; at < ends[t]; at++)
            {
                if (!_rows.TryGetValue(features[at], out int row))
                {
                    continue;
                }

                short* source = _embeddings + ((long)row * h);
                for (int u = 0; u < h; u += 16)
                {
                    Vector256.AddSaturate(Vector256.Load(target + u), Vector256.Load(source + u)).Store(target + u);
                }
            }
        }
    }

    internal static LabelModel Quantise(LabelShape shape, ulong[] features, ReadOnlySpan<float> embeddings, ReadOnlySpan<float> parameters) =>
        new(shape, features, WeightStore.Shorts(embeddings, WeightStore.ActivationBits), parameters);

    /// <summary>Writes the model: sizes, hashes of features, 16-bit embeddings, parameters; compressed with Brotli.</summary>
    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        Span<byte> head = stackalloc byte[24];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        int[] sizes = [_shape.Recurrent.Width, _shape.Recurrent.Layers, _shape.Labels, _shape.PairLabels, _features.Length];
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head[(4 + (4 * i))..], sizes[i]);
        }

        packed.Write(head);
        packed.Write(MemoryMarshal.AsBytes(_features.AsSpan()));
        packed.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<short>(_embeddings, _features.Length * _shape.Recurrent.Width)));
        packed.Write(MemoryMarshal.AsBytes(_parameters.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The stream is no model of this kind.</exception>
    public static LabelModel Load(Stream input)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true))
        {
            packed.CopyTo(unpacked);
        }

        ReadOnlySpan<byte> bytes = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        if (bytes.Length < 24 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("not a model that labels words; make it anew with 'entente train judgement', or restore the file from the repository.");
        }

        ReadOnlySpan<int> sizes = MemoryMarshal.Cast<byte, int>(bytes[4..24]);
        var shape = new LabelShape(sizes[0], sizes[1], sizes[2], sizes[3]);
        (int count, int width) = (sizes[4], sizes[0]);
        long expected = 24 + (count * (8L + (width * 2))) + (shape.Count * 4L);
        if (bytes.Length != expected)
        {
            throw new InvalidDataException($"{bytes.Length} bytes where {expected} were expected; make the model anew with 'entente train judgement'.");
        }

        int at = 24 + (count * 8);
        return new(
            shape,
            MemoryMarshal.Cast<byte, ulong>(bytes[24..at]).ToArray(),
            MemoryMarshal.Cast<byte, short>(bytes.Slice(at, count * width * 2)),
            MemoryMarshal.Cast<byte, float>(bytes[(at + (count * width * 2))..]));
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
