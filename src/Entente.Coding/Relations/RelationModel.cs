using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Entente.Records;

namespace Entente.Coding.Relations;

/// <summary>A log-linear model over hashed features: one weight for each feature and class. Holds no words of what it was trained on.</summary>
public sealed class RelationModel
{
    private const uint Magic = 0x314C4552; // "REL1"
    private const float Scale = 1f / 1024;

    private readonly ulong[] _keys;
    private readonly short[] _weights;
    private readonly Dictionary<ulong, int> _rows;

    internal RelationModel(ulong[] keys, short[] weights)
    {
        _keys = keys;
        _weights = weights;
        _rows = new Dictionary<ulong, int>(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            _rows[keys[i]] = i;
        }
    }

    /// <summary>Number of features that bear weights.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>Quantises trained weights; features whose weights all vanish are left out.</summary>
    internal static RelationModel Quantise(IReadOnlyList<ulong> keys, ReadOnlySpan<float> weights)
    {
        var kept = new List<(ulong Key, int Row)>();
        for (int i = 0; i < keys.Count; i++)
        {
            for (int c = 0; c < RelationClasses.Count; c++)
            {
                if (MathF.Abs(weights[(i * RelationClasses.Count) + c]) >= 4 * Scale)
                {
                    kept.Add((keys[i], i));
                    break;
                }
            }
        }

        kept.Sort((a, b) => a.Key.CompareTo(b.Key));
        short[] quantised = new short[kept.Count * RelationClasses.Count];
        for (int i = 0; i < kept.Count; i++)
        {
            for (int c = 0; c < RelationClasses.Count; c++)
            {
                quantised[(i * RelationClasses.Count) + c] = (short)Math.Clamp(MathF.Round(weights[(kept[i].Row * RelationClasses.Count) + c] / Scale), -32767, 32767);
            }
        }

        return new([.. kept.Select(k => k.Key)], quantised);
    }

    /// <summary>The probability of each class.</summary>
    internal double[] Score(Dictionary<ulong, float> features)
    {
        // Sums are over integers (values in 64ths), so that their order does not matter
        long[] sums = new long[RelationClasses.Count];
        foreach ((ulong key, float value) in features)
        {
            if (!_rows.TryGetValue(key, out int row))
            {
                continue;
            }

            int units = (int)MathF.Round(value * 64);
            for (int c = 0; c < RelationClasses.Count; c++)
            {
                sums[c] += units * _weights[(row * RelationClasses.Count) + c];
            }
        }

        return Softmax(sums);
    }

    /// <summary>What each feature adds to a class.</summary>
    internal IEnumerable<(ulong Key, double Weight)> Explain(Dictionary<ulong, float> features, int type)
    {
        foreach ((ulong key, float value) in features)
        {
            if (_rows.TryGetValue(key, out int row))
            {
                yield return (key, value * _weights[(row * RelationClasses.Count) + type] * Scale);
            }
        }
    }

    private static double[] Softmax(long[] sums)
    {
        long most = sums.Max();
        double[] probabilities = new double[sums.Length];
        double all = 0;
        for (int c = 0; c < sums.Length; c++)
        {
            probabilities[c] = Math.Exp((sums[c] - most) * (Scale / 64.0));
            all += probabilities[c];
        }

        for (int c = 0; c < sums.Length; c++)
        {
            probabilities[c] /= all;
        }

        return probabilities;
    }

    /// <summary>Writes the model, compressed.</summary>
    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _keys.Length);
        packed.Write(head);
        packed.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        packed.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no such model.</exception>
    public static RelationModel Load(Stream input)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true))
        {
            packed.CopyTo(unpacked);
        }

        ReadOnlySpan<byte> bytes = unpacked.ToArray();
        if (bytes.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("not a relation model; make one with 'entente train relate', or restore models/relate.bin from the repository.");
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        return new(
            MemoryMarshal.Cast<byte, ulong>(bytes.Slice(8, count * 8)).ToArray(),
            MemoryMarshal.Cast<byte, short>(bytes.Slice(8 + (count * 8), count * RelationClasses.Count * 2)).ToArray());
    }
}
