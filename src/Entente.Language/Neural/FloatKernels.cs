using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>Dense matrix products in single precision, for training only. Row-major; widths are multiples of 16.</summary>
internal static unsafe class FloatKernels
{
    /// <summary><c>c[m,n] (+)= a[m,k] · b[k,n]</c>.</summary>
    /// <param name="a">m rows of <paramref name="lda"/> floats, of which k are used.</param>
    /// <param name="b">k rows of <paramref name="ldb"/> floats, of which n are used.</param>
    /// <param name="c">m rows of <paramref name="ldc"/> floats, of which n are written.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(float* a, int lda, float* b, int ldb, float* c, int ldc, int m, int k, int n, bool accumulate)
    {
        int column = 0;
        for (; column + 64 <= n; column += 64)
        {
            int row = 0;
            for (; row + 4 <= m; row += 4)
            {
                Block4X64(a + ((long)row * lda), lda, b + column, ldb, c + ((long)row * ldc) + column, ldc, k, accumulate);
            }

            for (; row < m; row++)
            {
                for (int part = 0; part < 64; part += 16)
                {
                    Block1X16(a + ((long)row * lda), b + column + part, ldb, c + ((long)row * ldc) + column + part, k, accumulate);
                }
            }
        }

        for (; column < n; column += 16)
        {
            for (int row = 0; row < m; row++)
            {
                Block1X16(a + ((long)row * lda), b + column, ldb, c + ((long)row * ldc) + column, k, accumulate);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block4X64(float* a, int lda, float* b, int ldb, float* c, int ldc, int k, bool accumulate)
    {
        Vector512<float> c00 = default, c01 = default, c02 = default, c03 = default;
        Vector512<float> c10 = default, c11 = default, c12 = default, c13 = default;
        Vector512<float> c20 = default, c21 = default, c22 = default, c23 = default;
        Vector512<float> c30 = default, c31 = default, c32 = default, c33 = default;
        float* a1 = a + lda;
        float* a2 = a1 + lda;
        float* a3 = a2 + lda;
        for (int i = 0; i < k; i++)
        {
            Vector512<float> b0 = Vector512.Load(b);
            Vector512<float> b1 = Vector512.Load(b + 16);
            Vector512<float> b2 = Vector512.Load(b + 32);
            Vector512<float> b3 = Vector512.Load(b + 48);
            b += ldb;
            Vector512<float> x = Vector512.Create(a[i]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector512.FusedMultiplyAdd(x, b2, c02);
            c03 = Vector512.FusedMultiplyAdd(x, b3, c03);
            x = Vector512.Create(a1[i]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector512.FusedMultiplyAdd(x, b2, c12);
            c13 = Vector512.FusedMultiplyAdd(x, b3, c13);
            x = Vector512.Create(a2[i]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector512.FusedMultiplyAdd(x, b2, c22);
            c23 = Vector512.FusedMultiplyAdd(x, b3, c23);
            x = Vector512.Create(a3[i]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector512.FusedMultiplyAdd(x, b2, c32);
            c33 = Vector512.FusedMultiplyAdd(x, b3, c33);
        }

        Store4(c, c00, c01, c02, c03, accumulate);
        Store4(c + ldc, c10, c11, c12, c13, accumulate);
        Store4(c + (2 * ldc), c20, c21, c22, c23, accumulate);
        Store4(c + (3 * ldc), c30, c31, c32, c33, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(float* c, Vector512<float> v0, Vector512<float> v1, Vector512<float> v2, Vector512<float> v3, bool accumulate)
    {
        if (accumulate)
        {
            v0 += Vector512.Load(c);
            v1 += Vector512.Load(c + 16);
            v2 += Vector512.Load(c + 32);
            v3 += Vector512.Load(c + 48);
        }

        v0.Store(c);
        v1.Store(c + 16);
        v2.Store(c + 32);
        v3.Store(c + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block1X16(float* a, float* b, int ldb, float* c, int k, bool accumulate)
    {
        Vector512<float> sum0 = accumulate ? Vector512.Load(c) : default;
        Vector512<float> sum1 = default;
        int i = 0;
        for (; i + 2 <= k; i += 2)
        {
            sum0 = Vector512.FusedMultiplyAdd(Vector512.Create(a[i]), Vector512.Load(b), sum0);
            sum1 = Vector512.FusedMultiplyAdd(Vector512.Create(a[i + 1]), Vector512.Load(b + ldb), sum1);
            b += 2 * ldb;
        }

        if (i < k)
        {
            sum0 = Vector512.FusedMultiplyAdd(Vector512.Create(a[i]), Vector512.Load(b), sum0);
        }

        (sum0 + sum1).Store(c);
    }

    /// <summary><c>to[columns,rows] = from[rows,columns]</c> transposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(float* from, int ldFrom, int rows, int columns, float* to, int ldTo)
    {
        for (int block = 0; block < rows; block += 16)
        {
            int end = Math.Min(rows, block + 16);
            for (int column = 0; column < columns; column++)
            {
                float* target = to + ((long)column * ldTo);
                for (int row = block; row < end; row++)
                {
                    target[row] = from[((long)row * ldFrom) + column];
                }
            }
        }
    }

    /// <summary><c>y += x</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(float* y, float* x, int n)
    {
        int i = 0;
        for (; i + 16 <= n; i += 16)
        {
            (Vector512.Load(y + i) + Vector512.Load(x + i)).Store(y + i);
        }

        for (; i < n; i++)
        {
            y[i] += x[i];
        }
    }

    /// <summary>Multiplies elementwise; <paramref name="count"/> is rounded up to whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(float* values, float* mask, long count)
    {
        for (long i = 0; i < count; i += 16)
        {
            (Vector512.Load(values + i) * Vector512.Load(mask + i)).Store(values + i);
        }
    }

    /// <summary><c>dW += Xᵀ·dY</c>, <c>db += sum of dY</c>.</summary>
    /// <param name="x">Inputs: words x <paramref name="inputWidth"/>.</param>
    /// <param name="dy">Gradient of the outputs: words x <paramref name="outputWidth"/>.</param>
    /// <param name="room">For the transposed inputs.</param>
    public static void WeightGradient(float* x, int inputWidth, float* dy, int outputWidth, int words, float* dWeights, float* dBias, float* room)
    {
        FloatKernels.Transpose(x, inputWidth, words, inputWidth, room, words);
        FloatKernels.Multiply(room, words, dy, outputWidth, dWeights, outputWidth, inputWidth, words, outputWidth, true);
        for (int t = 0; t < words; t++)
        {
            FloatKernels.Add(dBias, dy + ((long)t * outputWidth), outputWidth);
        }
    }

    /// <summary>Turns logits into the gradient of their cross-entropy.</summary>
    /// <returns>The weighted loss.</returns>
    public static double SoftmaxGradient(float* logits, int count, int gold, float weight)
    {
        float most = float.NegativeInfinity;
        for (int i = 0; i < count; i++)
        {
            most = MathF.Max(most, logits[i]);
        }

        float sum = 0;
        float goldLogit = logits[gold] - most;
        for (int i = 0; i < count; i++)
        {
            logits[i] = MathF.Exp(logits[i] - most);
            sum += logits[i];
        }

        float scale = weight / sum;
        for (int i = 0; i < count; i++)
        {
            logits[i] *= scale;
        }

        logits[gold] -= weight;
        return weight * (MathF.Log(sum) - goldLogit);
    }
}
