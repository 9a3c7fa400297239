using Entente.Language.Neural;

namespace Entente.Language.Tests.Neural;

public unsafe class IntegerKernelTests
{
    [Theory]
    [InlineData(1, 2, 16)]
    [InlineData(5, 128, 80)]
    [InlineData(7, 256, 768)]
    [InlineData(4, 130, 64)]
    public void Every_kernel_sums_as_the_plain_loop_does_to_the_bit(int m, int k, int n)
    {
        var random = new Random(5);
        short[] x = Fill(random, m * k);
        short[] weights = Fill(random, k * n);
        short[] packed = new short[k * n];
        IntegerKernels.Pack(weights, k, n, packed);
        int[] fast = new int[m * n];
        int[] portable = new int[m * n];

        fixed (short* xs = x)
        fixed (short* ws = packed)
        fixed (int* ys = fast)
        fixed (int* zs = portable)
        {
            IntegerKernels.Multiply(xs, k, ws, ys, n, m, k, n);
            IntegerKernels.MultiplyPortable(xs, k, ws, zs, n, m, k, n);
        }

        for (int row = 0; row < m; row++)
        {
            for (int column = 0; column < n; column++)
            {
                int expected = 0;
                for (int i = 0; i < k; i++)
                {
                    expected = unchecked(expected + (x[(row * k) + i] * weights[(i * n) + column]));
                }

                Assert.Equal(expected, fast[(row * n) + column]);
                Assert.Equal(expected, portable[(row * n) + column]);
            }
        }
    }

    private static short[] Fill(Random random, int count)
    {
        short[] values = new short[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (short)random.Next(-32767, 32768);
        }

        return values;
    }
}
