using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Neural;

/// <summary>Elementwise functions, the same in training and at run time.</summary>
/// <remarks>Only additions, multiplications, divisions and roundings of IEEE 754, in a stated order and never fused, so that every processor gives the same bits.</remarks>
internal static class Activations
{
    /// <summary>The logistic function, to about seven digits; arguments beyond ±30 are taken as ±30.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        Vector512<float> bounded = Vector512.Min(Vector512.Max(x, Vector512.Create(-30f)), Vector512.Create(30f));
        Vector512<float> y = bounded * Vector512.Create(-1.44269504f);
        Vector512<float> whole = Vector512.Floor(y + Vector512.Create(0.5f));
        Vector512<float> part = y - whole;
        Vector512<float> power = Vector512.Create(0.0013333558f);
        power = (power * part) + Vector512.Create(0.0096181291f);
        power = (power * part) + Vector512.Create(0.0555041087f);
        power = (power * part) + Vector512.Create(0.2402265070f);
        power = (power * part) + Vector512.Create(0.6931471806f);
        power = (power * part) + Vector512.Create(1f);
        Vector512<int> bits = Vector512.ConvertToInt32Native(whole) << 23;
        Vector512<float> exponential = (power.AsInt32() + bits).AsSingle();
        return Vector512.Create(1f) / (Vector512.Create(1f) + exponential);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Widen(Vector256<short> v) =>
        Avx512F.IsSupported ? Avx512F.ConvertToVector512Int32(v) : Vector512.Create(Vector256.WidenLower(v), Vector256.WidenUpper(v));

    /// <summary>Rounds to the nearest integer, halves to even, and holds it within 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> ToShorts(Vector512<float> v, float scale)
    {
        Vector512<float> scaled = Vector512.Min(Vector512.Max(v * Vector512.Create(scale), Vector512.Create(-32767f)), Vector512.Create(32767f));
        Vector512<int> rounded = (scaled + Vector512.Create(12582912f)).AsInt32() - Vector512.Create(0x4B400000);
        return Avx512F.IsSupported ? Avx512F.ConvertToVector256Int16(rounded) : Vector256.Narrow(rounded.GetLower(), rounded.GetUpper());
    }
}
