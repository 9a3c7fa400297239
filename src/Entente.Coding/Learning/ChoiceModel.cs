using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Entente.Coding.Learning;

/// <summary>A log-linear model of choices: one of several outcomes, or none of them, by hashed features (McFadden's conditional logit). Holds no words of what it was trained on.</summary>
public sealed class ChoiceModel
{
    private const uint Magic = 0x32434843; // "CHC2"

    /// <summary>Weights are integers, in units of one part in this many.</summary>
    internal const int Scale = 1024;

    /// <summary>Weights smaller than this are left out.</summary>
    private const int Least = 8;

    private readonly int _outcomes;
    private readonly ulong[] _keys;
    private readonly short[] _weights;
    private readonly FeatureRows _rows;

    private ChoiceModel(int outcomes, ulong[] keys, short[] weights)
    {
        (_outcomes, _keys, _weights) = (outcomes, keys, weights);
        _rows = new(keys);
    }

    /// <summary>Number of features that bear a weight.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>The sums of the features' weights for the outcomes from 0 on, in units of 1/1024; what is none of them scores 0.</summary>
    /// <param name="features">What is seen.</param>
    /// <param name="scores">Receives as many sums as there is room for.</param>
    internal void Score(FeatureList features, Span<int> scores)
    {
        scores.Clear();
        int count = Math.Min(scores.Length, _outcomes);
        foreach ((ulong feature, _) in CollectionsMarshal.AsSpan(features.Values))
        {
            if (_rows.Of(feature) is >= 0 and int row)
            {
                ReadOnlySpan<short> weights = _weights.AsSpan(row * _outcomes, count);
                for (int outcome = 0; outcome < weights.Length; outcome++)
                {
                    scores[outcome] += weights[outcome];
                }
            }
        }
    }

    /// <summary>The same for one outcome.</summary>
    internal int Score(IEnumerable<ulong> features, int outcome) => features.Sum(feature => Weight(feature, outcome));

    /// <summary>What a feature adds to an outcome, in units of 1/1024.</summary>
    internal int Weight(ulong feature, int outcome) => outcome < _outcomes && _rows.Of(feature) is >= 0 and int row ? _weights[(row * _outcomes) + outcome] : 0;

    /// <summary>A model of rounded weights; those too small to matter are left out.</summary>
    /// <param name="keys">Features and outcomes, each pair once.</param>
    /// <param name="weights">The weight of each.</param>
    internal static ChoiceModel Quantise(IReadOnlyList<(ulong Feature, int Outcome)> keys, ReadOnlySpan<float> weights)
    {
        int outcomes = keys.Count == 0 ? 1 : keys.Max(key => key.Outcome) + 1;
        var kept = new SortedDictionary<ulong, short[]>();
        for (int i = 0; i < keys.Count; i++)
        {
            short weight = (short)Math.Clamp(MathF.Round(weights[i] * Scale), -short.MaxValue, short.MaxValue);
            if (Math.Abs((int)weight) < Least)
            {
                continue;
            }

            if (!kept.TryGetValue(keys[i].Feature, out short[]? row))
            {
                kept[keys[i].Feature] = row = new short[outcomes];
            }

            row[keys[i].Outcome] = weight;
        }

        return new(outcomes, [.. kept.Keys], [.. kept.Values.SelectMany(row => row)]);
    }

    /// <summary>Writes the model, compressed.</summary>
    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.Optimal, leaveOpen: true);
        Span<byte> head = stackalloc byte[12];
        BinaryPrimitives.WriteUInt32LittleEndian(head, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], _keys.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[8..], _outcomes);
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
        int count = bytes.Length < 12 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        int outcomes = count < 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (count < 0 || outcomes < 1 || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != Magic || bytes.Length != 12 + (count * (8 + (2L * outcomes))))
        {
            throw new InvalidDataException("not a model of choices; make one with 'entente train standing', or restore models/standing.bin from the repository.");
        }

        return new(
            outcomes,
            MemoryMarshal.Cast<byte, ulong>(bytes.Slice(12, count * 8)).ToArray(),
            MemoryMarshal.Cast<byte, short>(bytes[(12 + (count * 8))..]).ToArray());
    }
}
