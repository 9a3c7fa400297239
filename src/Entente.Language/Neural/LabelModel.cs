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
    private const uint Magic = 0x314C424C; // "LBL1"

    private readonly WeightStore _store = new();
    private readonly LabelShape _shape;
    private readonly Dictionary<ulong, int> _rows;
    private readonly ulong[] _features;
    private readonly float[] _parameters;
    private readonly short* _embeddings;
    private readonly RecurrentLayers _layers;
    private readonly WeightStore.Matrix _labels;
    private readonly int[] _biases;

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
    }

    /// <summary>Labels of a word.</summary>
    public int Labels => _shape.Labels;

    /// <summary>Number of features it knows.</summary>
    public int FeatureCount => _rows.Count;

    /// <summary>What one unit of a score is worth in log-odds.</summary>
    public double Unit => 1.0 / (1L << (WeightStore.ActivationBits + _labels.Bits));

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
                    (Vector256.Load(target + u) + Vector256.Load(source + u)).Store(target + u);
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
        Span<byte> head = stackalloc byte[20];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        int[] sizes = [_shape.Recurrent.Width, _shape.Recurrent.Layers, _shape.Labels, _features.Length];
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
        if (bytes.Length < 20 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("not a model that labels words; make it anew with 'entente train judgement', or restore the file from the repository.");
        }

        ReadOnlySpan<int> sizes = MemoryMarshal.Cast<byte, int>(bytes[4..20]);
        var shape = new LabelShape(sizes[0], sizes[1], sizes[2]);
        (int count, int width) = (sizes[3], sizes[0]);
        long expected = 20 + (count * (8L + (width * 2))) + (shape.Count * 4L);
        if (bytes.Length != expected)
        {
            throw new InvalidDataException($"{bytes.Length} bytes where {expected} were expected; make the model anew with 'entente train judgement'.");
        }

        int at = 20 + (count * 8);
        return new(
            shape,
            MemoryMarshal.Cast<byte, ulong>(bytes[20..at]).ToArray(),
            MemoryMarshal.Cast<byte, short>(bytes.Slice(at, count * width * 2)),
            MemoryMarshal.Cast<byte, float>(bytes[(at + (count * width * 2))..]));
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();
}
