using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Entente.Coding.Learning;

/// <summary>A log-linear model of choices: one of several outcomes, or none of them, by hashed features (McFadden's conditional logit). Holds no words of what it was trained on.</summary>
public sealed class ChoiceModel
{
    private const uint Magic = 0x31434843; // "CHC1"

    /// <summary>Weights are integers, in units of one part in this many.</summary>
    internal const int Scale = 1024;

    private readonly ulong[] _keys;
    private readonly short[] _weights;
    private readonly FeatureRows _rows;

    private ChoiceModel(ulong[] keys, short[] weights)
    {
        (_keys, _weights) = (keys, weights);
        _rows = new(keys);
    }

    /// <summary>Number of features that bear a weight, for each outcome its own.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>The sum of the features' weights for an outcome, in units of 1/1024; what has none of the outcomes scores 0.</summary>
    internal int Score(FeatureList features, int outcome)
    {
        int sum = 0;
        foreach ((ulong feature, _) in CollectionsMarshal.AsSpan(features.Values))
        {
            sum += Weight(feature, outcome);
        }

        return sum;
    }

    /// <summary>The same of hashes alone.</summary>
    internal int Score(IEnumerable<ulong> features, int outcome) => features.Sum(feature => Weight(feature, outcome));

    /// <summary>What a feature adds to an outcome, in units of 1/1024.</summary>
    internal int Weight(ulong feature, int outcome) => _rows.Of(Key(feature, outcome)) is >= 0 and int row ? _weights[row] : 0;

    /// <summary>The key of a feature's weight for one outcome.</summary>
    internal static ulong Key(ulong feature, int outcome)
    {
        ulong key = (feature ^ (ulong)(outcome + 1)) * 0x9E3779B97F4A7C15;
        return key ^ (key >> 32);
    }

    /// <summary>A model of rounded weights; those too small to matter are left out.</summary>
    internal static ChoiceModel Quantise(IReadOnlyList<ulong> keys, ReadOnlySpan<float> weights)
    {
        var kept = new List<(ulong Key, short Weight)>();
        for (int i = 0; i < keys.Count; i++)
        {
            short weight = (short)Math.Clamp(MathF.Round(weights[i] * Scale), -short.MaxValue, short.MaxValue);
            if (Math.Abs((int)weight) >= 8)
            {
                kept.Add((keys[i], weight));
            }
        }

        kept.Sort((a, b) => a.Key.CompareTo(b.Key));
        return new([.. kept.Select(k => k.Key)], [.. kept.Select(k => k.Weight)]);
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
    public static ChoiceModel Load(Stream input)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true))
        {
            packed.CopyTo(unpacked);
        }

        ReadOnlySpan<byte> bytes = unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length);
        int count = bytes.Length < 8 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (count < 0 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || bytes.Length != 8 + ((long)count * 10))
        {
            throw new InvalidDataException("not a model of choices; make one with 'entente train standing', or restore models/standing.bin from the repository.");
        }

        return new(
            MemoryMarshal.Cast<byte, ulong>(bytes.Slice(8, count * 8)).ToArray(),
            MemoryMarshal.Cast<byte, short>(bytes.Slice(8 + (count * 8), count * 2)).ToArray());
    }
}
