namespace Entente.Analysis.Comparison;

/// <summary>Correlations of paired values.</summary>
internal static class Correlations
{
    /// <summary>Pearson's; null where one side does not vary.</summary>
    public static double? Pearson(double[] one, double[] other)
    {
        double meanOne = one.DefaultIfEmpty(0).Average(), meanOther = other.DefaultIfEmpty(0).Average();
        double together = 0, squaresOne = 0, squaresOther = 0;
        for (int i = 0; i < one.Length; i++)
        {
            together += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }

        double product = Math.Sqrt(squaresOne * squaresOther);
        return product > 0 ? Math.Clamp(together / product, -1, 1) : null;
    }

    /// <summary>Spearman's: Pearson's of the ranks, equal values sharing their mean rank; null where one side does not vary.</summary>
    public static double? Spearman(double[] one, double[] other) => Pearson(Ranks(one), Ranks(other));

    /// <summary>The 95 % interval of Pearson's by Fisher's z; null with fewer than four values or without a correlation.</summary>
    public static (double Low, double High)? Interval(double? correlation, int count)
    {
        if (correlation is not { } r || count < 4)
        {
            return null;
        }

        double reach = 1.959964 / Math.Sqrt(count - 3.0), z = Math.Atanh(r);
        return (Math.Tanh(z - reach), Math.Tanh(z + reach));
    }

    private static double[] Ranks(double[] values)
    {
        double[] ranks = new double[values.Length];
        int[] order = [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];
        for (int start = 0, end; start < order.Length; start = end)
        {
            end = start;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (int i = start; i < end; i++)
            {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }
        }

        return ranks;
    }
}
