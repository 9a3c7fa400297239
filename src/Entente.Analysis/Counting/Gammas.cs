namespace Entente.Analysis.Counting;

/// <summary>The gamma function and its kin, for positive arguments.</summary>
/// <remarks>Stirling's series after a shift to 10 and beyond: relative error below 1e-12.</remarks>
internal static class Gammas
{
    private const double HalfLogTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x), x &gt; 0.</summary>
    public static double Log(double x)
    {
        double shift = 1;
        while (x < 10)
        {
            shift *= x;
            x += 1;
        }

        double inverse = 1 / x, square = inverse * inverse;
        double series = inverse * (0.083333333333333333 - (square * (0.0027777777777777778 - (square * (0.00079365079365079365 - (square * (0.00059523809523809524 - (square * 0.00084175084175084175))))))));
        double stirling = ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + series;
        return shift == 1 ? stirling : stirling - Math.Log(shift);
    }

    /// <summary>ψ(x), the slope of ln Γ, x &gt; 0.</summary>
    public static double Digamma(double x)
    {
        double sum = 0;
        for (; x < 10; x += 1)
        {
            sum -= 1 / x;
        }

        double square = 1 / (x * x);
        return sum + Math.Log(x) - (0.5 / x) - (square * (0.083333333333333333 - (square * (0.0083333333333333333 - (square * (0.003968253968253968 - (square * 0.0041666666666666667)))))));
    }

    /// <summary>ψ′(x), the slope of ψ, x &gt; 0.</summary>
    public static double Trigamma(double x)
    {
        double sum = 0;
        for (; x < 10; x += 1)
        {
            sum += 1 / (x * x);
        }

        double inverse = 1 / x, square = inverse * inverse;
        return sum + inverse + (0.5 * square) + (inverse * square * (0.16666666666666667 - (square * (0.033333333333333333 - (square * (0.023809523809523810 - (square * 0.033333333333333333)))))));
    }

    /// <summary>ln(exp(a) + exp(b)); either may be minus infinity.</summary>
    public static double LogSum(double a, double b)
    {
        (double most, double least) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(least) ? most : most + Math.Log(1 + Math.Exp(least - most));
    }
}
