namespace Entente.Language.Neural;

/// <summary>A network's quantised weights, outside the collected heap and aligned to whole vectors.</summary>
internal sealed unsafe class WeightStore : IDisposable
{
    /// <summary>Activations are 16-bit integers of so many binary places.</summary>
    public const int ActivationBits = 11;

    private readonly NativeBlocks _blocks = new();

    public float* CopyFloats(ReadOnlySpan<float> parameters, int at, int count)
    {
        float* copy = (float*)_blocks.Allocate(count * sizeof(float));
        parameters.Slice(at, count).CopyTo(new Span<float>(copy, count));
        return copy;
    }

    public short* CopyShorts(ReadOnlySpan<short> values)
    {
        short* copy = (short*)_blocks.Allocate(values.Length * (long)sizeof(short));
        values.CopyTo(new Span<short>(copy, values.Length));
        return copy;
    }

    /// <summary>Packs a matrix as <see cref="IntegerKernels"/> reads it, with as many binary places as its greatest weight leaves.</summary>
    public Matrix PackMatrix(ReadOnlySpan<float> parameters, int at, int inputs, int outputs)
    {
        ReadOnlySpan<float> weights = parameters.Slice(at, inputs * outputs);
        float most = 0;
        foreach (float weight in weights)
        {
            most = MathF.Max(most, MathF.Abs(weight));
        }

        int bits = 12;
        while (bits > 4 && most * (1 << bits) > 32000)
        {
            bits--;
        }

        short* packed = (short*)_blocks.Allocate(weights.Length * sizeof(short));
        IntegerKernels.Pack(Shorts(weights, bits), inputs, outputs, new Span<short>(packed, weights.Length));
        return new Matrix(packed, bits);
    }

    /// <summary>Rounds to 16-bit integers of so many binary places.</summary>
    public static short[] Shorts(ReadOnlySpan<float> values, int bits)
    {
        short[] quantised = new short[values.Length];
        float scale = 1 << bits;
        for (int i = 0; i < values.Length; i++)
        {
            quantised[i] = (short)Math.Clamp(MathF.Round(values[i] * scale), -32767, 32767);
        }

        return quantised;
    }

    /// <summary>Rounds to 32-bit integers of so many binary places.</summary>
    public static int[] Integers(ReadOnlySpan<float> values, int bits)
    {
        int[] quantised = new int[values.Length];
        float scale = 1L << bits;
        for (int i = 0; i < values.Length; i++)
        {
            quantised[i] = (int)MathF.Round(values[i] * scale);
        }

        return quantised;
    }

    public void Dispose() => _blocks.Dispose();

    /// <summary>A packed matrix and its binary places.</summary>
    public readonly struct Matrix(short* packed, int bits)
    {
        public short* Packed { get; } = packed;

        public int Bits { get; } = bits;
    }
}
