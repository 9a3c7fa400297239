using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Language.Neural;

/// <summary>Products of 16-bit matrices with 32-bit sums: exact, so every processor gives the same.</summary>
/// <remarks>
/// A weight matrix of n outputs and k inputs (k even, n a multiple of 16) is packed as blocks of 16 outputs; within a block, for each pair of
/// inputs, the 16 outputs' two weights side by side. Sums wrap around at 32 bits, the same everywhere.
/// </remarks>
internal static unsafe class IntegerKernels
{
    /// <summary>Packs <c>weights[k inputs][n outputs]</c>.</summary>
    public static void Pack(ReadOnlySpan<short> weights, int inputs, int outputs, Span<short> packed)
    {
        int at = 0;
        for (int block = 0; block < outputs; block += 16)
        {
            for (int pair = 0; pair < inputs; pair += 2)
            {
                for (int o = 0; o < 16; o++)
                {
                    packed[at++] = weights[(pair * outputs) + block + o];
                    packed[at++] = weights[((pair + 1) * outputs) + block + o];
                }
            }
        }
    }

    /// <summary><c>y[m,n] = x[m,k] · packed</c>.</summary>
    /// <param name="x">m rows of <paramref name="ldx"/> values; the first <paramref name="k"/> of each are used; k even.</param>
    /// <param name="packed">As <see cref="Pack"/> lays it out.</param>
    /// <param name="y">m rows of <paramref name="ldy"/> sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(short* x, int ldx, short* packed, int* y, int ldy, int m, int k, int n)
    {
        if (Avx512BW.IsSupported)
        {
            MultiplyAvx512(x, ldx, packed, y, ldy, m, k, n);
        }
        else if (Avx2.IsSupported)
        {
            MultiplyAvx2(x, ldx, packed, y, ldy, m, k, n);
        }
        else
        {
            MultiplyPortable(x, ldx, packed, y, ldy, m, k, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyAvx512(short* x, int ldx, short* packed, int* y, int ldy, int m, int k, int n)
    {
        int pairs = k / 2;
        long blockSize = (long)pairs * 32;
        int block = 0;
        for (; block + 64 <= n; block += 64)
        {
            short* w0 = packed + (block / 16 * blockSize);
            short* w1 = w0 + blockSize;
            short* w2 = w1 + blockSize;
            short* w3 = w2 + blockSize;
            int row = 0;
            for (; row + 4 <= m; row += 4)
            {
                int* x0 = (int*)(x + ((long)row * ldx));
                int* x1 = (int*)(x + ((long)(row + 1) * ldx));
                int* x2 = (int*)(x + ((long)(row + 2) * ldx));
                int* x3 = (int*)(x + ((long)(row + 3) * ldx));
                Vector512<int> s00 = default, s01 = default, s02 = default, s03 = default;
                Vector512<int> s10 = default, s11 = default, s12 = default, s13 = default;
                Vector512<int> s20 = default, s21 = default, s22 = default, s23 = default;
                Vector512<int> s30 = default, s31 = default, s32 = default, s33 = default;
                long at = 0;
                for (int p = 0; p < pairs; p++, at += 32)
                {
                    Vector512<short> a = Vector512.Load(w0 + at);
                    Vector512<short> b = Vector512.Load(w1 + at);
                    Vector512<short> c = Vector512.Load(w2 + at);
                    Vector512<short> d = Vector512.Load(w3 + at);
                    Vector512<short> v = Vector512.Create(x0[p]).AsInt16();
                    s00 += Avx512BW.MultiplyAddAdjacent(a, v);
                    s01 += Avx512BW.MultiplyAddAdjacent(b, v);
                    s02 += Avx512BW.MultiplyAddAdjacent(c, v);
                    s03 += Avx512BW.MultiplyAddAdjacent(d, v);
                    v = Vector512.Create(x1[p]).AsInt16();
                    s10 += Avx512BW.MultiplyAddAdjacent(a, v);
                    s11 += Avx512BW.MultiplyAddAdjacent(b, v);
                    s12 += Avx512BW.MultiplyAddAdjacent(c, v);
                    s13 += Avx512BW.MultiplyAddAdjacent(d, v);
                    v = Vector512.Create(x2[p]).AsInt16();
                    s20 += Avx512BW.MultiplyAddAdjacent(a, v);
                    s21 += Avx512BW.MultiplyAddAdjacent(b, v);
                    s22 += Avx512BW.MultiplyAddAdjacent(c, v);
                    s23 += Avx512BW.MultiplyAddAdjacent(d, v);
                    v = Vector512.Create(x3[p]).AsInt16();
                    s30 += Avx512BW.MultiplyAddAdjacent(a, v);
                    s31 += Avx512BW.MultiplyAddAdjacent(b, v);
                    s32 += Avx512BW.MultiplyAddAdjacent(c, v);
                    s33 += Avx512BW.MultiplyAddAdjacent(d, v);
                }

                Store(y + ((long)row * ldy) + block, s00, s01, s02, s03);
                Store(y + ((long)(row + 1) * ldy) + block, s10, s11, s12, s13);
                Store(y + ((long)(row + 2) * ldy) + block, s20, s21, s22, s23);
                Store(y + ((long)(row + 3) * ldy) + block, s30, s31, s32, s33);
            }

            for (; row < m; row++)
            {
                int* x0 = (int*)(x + ((long)row * ldx));
                Vector512<int> s0 = default, s1 = default, s2 = default, s3 = default;
                long at = 0;
                for (int p = 0; p < pairs; p++, at += 32)
                {
                    Vector512<short> v = Vector512.Create(x0[p]).AsInt16();
                    s0 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w0 + at), v);
                    s1 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w1 + at), v);
                    s2 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w2 + at), v);
                    s3 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w3 + at), v);
                }

                Store(y + ((long)row * ldy) + block, s0, s1, s2, s3);
            }
        }

        for (; block < n; block += 16)
        {
            short* w0 = packed + (block / 16 * blockSize);
            for (int row = 0; row < m; row++)
            {
                int* x0 = (int*)(x + ((long)row * ldx));
                Vector512<int> s0 = default, s1 = default;
                int p = 0;
                for (; p + 2 <= pairs; p += 2)
                {
                    s0 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w0 + (p * 32)), Vector512.Create(x0[p]).AsInt16());
                    s1 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w0 + (p * 32) + 32), Vector512.Create(x0[p + 1]).AsInt16());
                }

                if (p < pairs)
                {
                    s0 += Avx512BW.MultiplyAddAdjacent(Vector512.Load(w0 + (p * 32)), Vector512.Create(x0[p]).AsInt16());
                }

                (s0 + s1).Store(y + ((long)row * ldy) + block);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(int* y, Vector512<int> v0, Vector512<int> v1, Vector512<int> v2, Vector512<int> v3)
    {
        v0.Store(y);
        v1.Store(y + 16);
        v2.Store(y + 32);
        v3.Store(y + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyAvx2(short* x, int ldx, short* packed, int* y, int ldy, int m, int k, int n)
    {
        int pairs = k / 2;
        long blockSize = (long)pairs * 32;
        for (int block = 0; block < n; block += 16)
        {
            short* w = packed + (block / 16 * blockSize);
            int row = 0;
            for (; row + 4 <= m; row += 4)
            {
                int* x0 = (int*)(x + ((long)row * ldx));
                int* x1 = (int*)(x + ((long)(row + 1) * ldx));
                int* x2 = (int*)(x + ((long)(row + 2) * ldx));
                int* x3 = (int*)(x + ((long)(row + 3) * ldx));
                Vector256<int> s00 = default, s01 = default, s10 = default, s11 = default;
                Vector256<int> s20 = default, s21 = default, s30 = default, s31 = default;
                for (int p = 0; p < pairs; p++)
                {
                    Vector256<short> a = Vector256.Load(w + (p * 32));
                    Vector256<short> b = Vector256.Load(w + (p * 32) + 16);
                    Vector256<short> v = Vector256.Create(x0[p]).AsInt16();
                    s00 += Avx2.MultiplyAddAdjacent(a, v);
                    s01 += Avx2.MultiplyAddAdjacent(b, v);
                    v = Vector256.Create(x1[p]).AsInt16();
                    s10 += Avx2.MultiplyAddAdjacent(a, v);
                    s11 += Avx2.MultiplyAddAdjacent(b, v);
                    v = Vector256.Create(x2[p]).AsInt16();
                    s20 += Avx2.MultiplyAddAdjacent(a, v);
                    s21 += Avx2.MultiplyAddAdjacent(b, v);
                    v = Vector256.Create(x3[p]).AsInt16();
                    s30 += Avx2.MultiplyAddAdjacent(a, v);
                    s31 += Avx2.MultiplyAddAdjacent(b, v);
                }

                int* target = y + ((long)row * ldy) + block;
                s00.Store(target);
                s01.Store(target + 8);
                s10.Store(target + ldy);
                s11.Store(target + ldy + 8);
                s20.Store(target + (2 * ldy));
                s21.Store(target + (2 * ldy) + 8);
                s30.Store(target + (3 * ldy));
                s31.Store(target + (3 * ldy) + 8);
            }

            for (; row < m; row++)
            {
                int* x0 = (int*)(x + ((long)row * ldx));
                Vector256<int> s0 = default, s1 = default;
                for (int p = 0; p < pairs; p++)
                {
                    Vector256<short> v = Vector256.Create(x0[p]).AsInt16();
                    s0 += Avx2.MultiplyAddAdjacent(Vector256.Load(w + (p * 32)), v);
                    s1 += Avx2.MultiplyAddAdjacent(Vector256.Load(w + (p * 32) + 16), v);
                }

                s0.Store(y + ((long)row * ldy) + block);
                s1.Store(y + ((long)row * ldy) + block + 8);
            }
        }
    }

    /// <summary>The same sums on any processor; internal for the test that holds the others against it.</summary>
    internal static void MultiplyPortable(short* x, int ldx, short* packed, int* y, int ldy, int m, int k, int n)
    {
        int pairs = k / 2;
        int* sums = stackalloc int[16];
        for (int block = 0; block < n; block += 16)
        {
            short* w = packed + ((long)(block / 16) * pairs * 32);
            for (int row = 0; row < m; row++)
            {
                short* xs = x + ((long)row * ldx);
                new Span<int>(sums, 16).Clear();
                for (int p = 0; p < pairs; p++)
                {
                    int a = xs[2 * p];
                    int b = xs[(2 * p) + 1];
                    short* pair = w + (p * 32);
                    for (int o = 0; o < 16; o++)
                    {
                        sums[o] = unchecked(sums[o] + (pair[2 * o] * a) + (pair[(2 * o) + 1] * b));
                    }
                }

                new Span<int>(sums, 16).CopyTo(new Span<int>(y + ((long)row * ldy) + block, 16));
            }
        }
    }
}
