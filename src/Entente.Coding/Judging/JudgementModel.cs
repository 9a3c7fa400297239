using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Entente.Coding.Judging;

/// <summary>How likely a record is right: a log-linear model over hashed features, and a calibration of its sum. Holds no words of what it was trained on.</summary>
public sealed class JudgementModel
{
    private const uint Magic = 0x3147444A; // "JDG1"
    private const float Scale = 1f / 1024;

    private readonly ulong[] _keys;
    private readonly short[] _weights;
    private readonly Dictionary<ulong, short> _byKey;

    internal JudgementModel(ulong[] keys, short[] weights, double slope, double offset, double threshold)
    {
        _keys = keys;
        _weights = weights;
        (Slope, Offset, Threshold) = (slope, offset, threshold);
        _byKey = new Dictionary<ulong, short>(keys.Length);
        for (int i = 0; i < keys.Length; i++)
        {
            _byKey[keys[i]] = weights[i];
        }
    }

    /// <summary>Number of features that bear a weight.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>Records less likely than this are not made.</summary>
    public double Threshold { get; }

    /// <summary>What a guess must reach: a record for which no frame's conditions all hold.</summary>
    public double GuessThreshold => Math.Max(0.5, Threshold);

    internal double Slope { get; }

    internal double Offset { get; }

    /// <summary>The sum of weights, in units of 1/65536: integers, so that their order does not matter.</summary>
    internal long Sum(List<KeyValuePair<ulong, float>> features)
    {
        long sum = 0;
        foreach ((ulong key, float value) in features)
        {
            if (_byKey.TryGetValue(key, out short weight))
            {
                sum += (int)MathF.Round(value * 64) * weight;
            }
        }

        return sum;
    }

    /// <summary>The calibrated probability of a sum (Platt 1999), three decimals.</summary>
    internal double Probability(long sum) => Math.Round(1 / (1 + Math.Exp(-((Slope * (sum * (Scale / 64.0))) + Offset))), 3);

    /// <summary>What a feature adds.</summary>
    internal double Weight(KeyValuePair<ulong, float> feature) =>
        _byKey.TryGetValue(feature.Key, out short weight) ? feature.Value * weight * Scale : 0;

    internal static JudgementModel Quantise(IReadOnlyList<ulong> keys, ReadOnlySpan<float> weights, double slope, double offset, double threshold)
    {
        var kept = new List<(ulong Key, short Weight)>();
        for (int i = 0; i < keys.Count; i++)
        {
            short weight = (short)Math.Clamp(MathF.Round(weights[i] / Scale), -32767, 32767);
            if (Math.Abs((int)weight) >= 4)
            {
                kept.Add((keys[i], weight));
            }
        }

        kept.Sort((a, b) => a.Key.CompareTo(b.Key));
        return new([.. kept.Select(k => k.Key)], [.. kept.Select(k => k.Weight)], slope, offset, threshold);
    }

    /// <summary>Writes the model, compressed.</summary>
    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        Span<byte> head = stackalloc byte[32];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _keys.Length);
        BinaryPrimitives.WriteDoubleLittleEndian(head[8..], Slope);
        BinaryPrimitives.WriteDoubleLittleEndian(head[16..], Offset);
        BinaryPrimitives.WriteDoubleLittleEndian(head[24..], Threshold);
        packed.Write(head);
        packed.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        packed.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no such model.</exception>
    public static JudgementModel Load(Stream input)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true))
        {
            packed.CopyTo(unpacked);
        }

        ReadOnlySpan<byte> bytes = unpacked.ToArray();
        if (bytes.Length < 32 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic)
        {
            throw new InvalidDataException("not a judgement model; make one with 'entente train judge', or restore models/judge.bin from the repository.");
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        return new(
            MemoryMarshal.Cast<byte, ulong>(bytes.Slice(32, count * 8)).ToArray(),
            MemoryMarshal.Cast<byte, short>(bytes.Slice(32 + (count * 8), count * 2)).ToArray(),
            BinaryPrimitives.ReadDoubleLittleEndian(bytes[8..]),
            BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]),
            BinaryPrimitives.ReadDoubleLittleEndian(bytes[24..]));
    }
}
