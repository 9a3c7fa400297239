using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Entente.Coding.Learning;

/// <summary>
/// Several yes-no questions asked of the same hashed features: for each a log-linear model and the calibration of its sum (Platt 1999). Holds no
/// words of what it was trained on.
/// </summary>
internal sealed class LogLinearModel
{
    private const float Scale = 1f / 1024;

    private readonly ulong[] _keys;
    private readonly short[] _weights;
    private readonly FeatureRows _rows;
    private readonly (double Slope, double Offset)[] _curves;

    /// <param name="keys">Hashes of the features, ascending.</param>
    /// <param name="weights">In units of 1/1024: for each feature one weight of each question.</param>
    /// <param name="curves">For each question slope and offset of its logistic curve.</param>
    internal LogLinearModel(ulong[] keys, short[] weights, (double Slope, double Offset)[] curves)
    {
        _keys = keys;
        _weights = weights;
        _curves = curves;
        _rows = new(keys);
    }

    /// <summary>The same model with another curve laid over a question's: of the log-odds that it gives, slope times plus offset.</summary>
    public LogLinearModel Bent(int question, double slope, double offset)
    {
        (double Slope, double Offset)[] curves = [.. _curves];
        curves[question] = (slope * curves[question].Slope, (slope * curves[question].Offset) + offset);
        return new(_keys, _weights, curves);
    }

    /// <summary>Number of questions.</summary>
    public int Questions => _curves.Length;

    /// <summary>Number of features that bear a weight.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>The sums of weights for each question, in units of 1/65536: integers, so that their order does not matter.</summary>
    public void Sums(List<KeyValuePair<ulong, float>> features, Span<long> sums)
    {
        sums.Clear();
        foreach ((ulong key, float value) in CollectionsMarshal.AsSpan(features))
        {
            int row = _rows.Of(key);
            if (row < 0)
            {
                continue;
            }

            int quantity = (int)MathF.Round(value * 64);
            ReadOnlySpan<short> weights = _weights.AsSpan(row * _curves.Length, sums.Length);
            for (int question = 0; question < weights.Length; question++)
            {
                sums[question] += quantity * weights[question];
            }
        }
    }

    /// <summary>The sum as a log-odds before calibration.</summary>
    public static double Odds(long sum) => sum * (Scale / 64.0);

    /// <summary>The calibrated probability of a sum, three decimals.</summary>
    public double Probability(int question, long sum)
    {
        (double slope, double offset) = _curves[question];
        return Math.Round(1 / (1 + Math.Exp(-((slope * Odds(sum)) + offset))), 3);
    }

    /// <summary>What a feature adds to a question's log-odds.</summary>
    public double Weight(int question, KeyValuePair<ulong, float> feature) =>
        _rows.Of(feature.Key) is >= 0 and int row ? feature.Value * _weights[(row * _curves.Length) + question] * Scale : 0;

    /// <summary>Keeps the weights that matter, as whole numbers.</summary>
    public static LogLinearModel Quantise(IReadOnlyList<ulong> keys, IReadOnlyList<float[]> weights, (double Slope, double Offset)[] curves)
    {
        int questions = curves.Length;
        var kept = new List<(ulong Key, short[] Weights)>();
        for (int i = 0; i < keys.Count; i++)
        {
            var row = new short[questions];
            bool matters = false;
            for (int question = 0; question < questions; question++)
            {
                row[question] = (short)Math.Clamp(MathF.Round(weights[question][i] / Scale), -32767, 32767);
                matters |= Math.Abs((int)row[question]) >= 4;
            }

            if (matters)
            {
                kept.Add((keys[i], row));
            }
        }

        kept.Sort((a, b) => a.Key.CompareTo(b.Key));
        return new([.. kept.Select(k => k.Key)], [.. kept.SelectMany(k => k.Weights)], curves);
    }

    /// <summary>Writes the model.</summary>
    public void Write(Stream output)
    {
        Span<byte> head = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(head, _keys.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], Questions);
        output.Write(head);
        Span<byte> curve = stackalloc byte[16];
        foreach ((double slope, double offset) in _curves)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(curve, slope);
            BinaryPrimitives.WriteDoubleLittleEndian(curve[8..], offset);
            output.Write(curve);
        }

        output.Write(MemoryMarshal.AsBytes(_keys.AsSpan()));
        output.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Reads a model from the front of <paramref name="bytes"/> and moves past it.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    public static LogLinearModel Read(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8)
        {
            throw new InvalidDataException("the model ends too early; restore it from the repository.");
        }

        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes), questions = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        long size = 8L + (16L * questions) + (8L * count) + (2L * count * questions);
        if (count < 0 || questions is < 1 or > 16 || bytes.Length < size)
        {
            throw new InvalidDataException("the model ends too early; restore it from the repository.");
        }

        var curves = new (double, double)[questions];
        for (int question = 0; question < questions; question++)
        {
            ReadOnlySpan<byte> curve = bytes[(8 + (16 * question))..];
            curves[question] = (BinaryPrimitives.ReadDoubleLittleEndian(curve), BinaryPrimitives.ReadDoubleLittleEndian(curve[8..]));
        }

        ReadOnlySpan<byte> rest = bytes[(8 + (16 * questions))..];
        ulong[] keys = MemoryMarshal.Cast<byte, ulong>(rest[..(8 * count)]).ToArray();
        short[] weights = MemoryMarshal.Cast<byte, short>(rest.Slice(8 * count, 2 * count * questions)).ToArray();
        bytes = bytes[(int)size..];
        return new(keys, weights, curves);
    }
}
