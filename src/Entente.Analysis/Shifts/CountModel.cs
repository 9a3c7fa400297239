using Entente.Analysis.Counting;

namespace Entente.Analysis.Shifts;

/// <summary>How likely a stretch of counts is under one constant rate, the rate integrated out.</summary>
/// <remarks>
/// Counts y with exposures E. Poisson: y ~ Poisson(λE), λ ~ Gamma(a, a/m). Over-dispersed: y ~ NB(size rE, p), so that the mean is λE with
/// λ = r(1 − p)/p and variance over mean is 1 + λ/r whatever the exposure; p ~ Beta(1 + ra/m, a), which keeps the prior mean of λ at m and
/// becomes the Poisson model as r grows. a = 1/2; m is the rate of the whole series. With Y and R the sums over the stretch of y and rE:
/// <c>ln p = ln B(1 + ra/m + R, a + Y) − ln B(1 + ra/m, a)</c>, less a term that is the same however the series is cut.
/// All needed of the exposures is worked out once, so that many series with the same exposures and total are scored fast.
/// </remarks>
internal sealed class CountModel
{
    private const double Shape = 0.5;

    private readonly int _n;
    private readonly double _alpha;
    private readonly double _constant;
    private readonly double[] _logGammaOfCount;
    private readonly double[] _sums;
    private readonly double[] _fixed;

    /// <param name="exposures">Of the observed periods, greater than 0, mean 1.</param>
    /// <param name="total">Sum of the counts.</param>
    /// <param name="size">r, per mean exposure; infinite for the Poisson model.</param>
    public CountModel(double[] exposures, int total, double size)
    {
        _n = exposures.Length;
        Size = size;
        Mean = Math.Max(total, 0.5) / exposures.Sum();
        double scale = IsPoisson ? 1 : size;
        _alpha = IsPoisson ? Shape / Mean : 1 + (size * Shape / Mean);
        _constant = IsPoisson ? (Shape * Math.Log(_alpha)) - Gammas.Log(Shape) : Gammas.Log(_alpha + Shape) - Gammas.Log(_alpha) - Gammas.Log(Shape);
        _logGammaOfCount = new double[Math.Min(total, 1 << 16) + 1];
        for (int y = 0; y < _logGammaOfCount.Length; y++)
        {
            _logGammaOfCount[y] = Gammas.Log(Shape + y);
        }

        _sums = new double[_n + 1];
        for (int i = 0; i < _n; i++)
        {
            _sums[i + 1] = _sums[i] + (scale * exposures[i]);
        }

        _fixed = new double[_n * (_n + 1)];
        for (int from = 0; from < _n; from++)
        {
            for (int to = from + 1; to <= _n; to++)
            {
                double sum = _alpha + _sums[to] - _sums[from];
                _fixed[(from * (_n + 1)) + to] = IsPoisson ? Math.Log(sum) : Gammas.Log(sum);
            }
        }
    }

    /// <summary>r; infinite for Poisson.</summary>
    public double Size { get; }

    /// <summary>Prior mean of the rate: events per mean exposure.</summary>
    public double Mean { get; }

    /// <summary>Number of observed periods.</summary>
    public int Length => _n;

    private bool IsPoisson => double.IsPositiveInfinity(Size);

    /// <summary>ln p of the periods [from, to), up to the term that does not depend on how the series is cut.</summary>
    /// <param name="sums">Counts summed from the start: one more entry than periods.</param>
    /// <param name="from">First period.</param>
    /// <param name="to">The period after the last; greater than <paramref name="from"/>.</param>
    public double LogLikelihood(int[] sums, int from, int to)
    {
        int count = sums[to] - sums[from];
        double ofCount = count < _logGammaOfCount.Length ? _logGammaOfCount[count] : Gammas.Log(Shape + count);
        double ofExposure = _fixed[(from * (_n + 1)) + to];
        return IsPoisson
            ? _constant + ofCount - ((Shape + count) * ofExposure)
            : _constant + ofCount + ofExposure - Gammas.Log(_alpha + Shape + _sums[to] - _sums[from] + count);
    }

    /// <summary>Mean and standard deviation of ln λ after the periods [from, to), λ per mean exposure.</summary>
    /// <remarks>ln of a gamma variate has mean ψ(shape) − ln rate and variance ψ′(shape); ln of a beta prime ψ(β) − ψ(α), ψ′(β) + ψ′(α).</remarks>
    public (double Mean, double Deviation) LogRate(int[] sums, int from, int to)
    {
        double shape = Shape + sums[to] - sums[from], exposure = _alpha + _sums[to] - _sums[from];
        return IsPoisson
            ? (Gammas.Digamma(shape) - Math.Log(exposure), Math.Sqrt(Gammas.Trigamma(shape)))
            : (Math.Log(Size) + Gammas.Digamma(shape) - Gammas.Digamma(exposure), Math.Sqrt(Gammas.Trigamma(shape) + Gammas.Trigamma(exposure)));
    }

    /// <summary>Mean of λ after the periods [from, to), per mean exposure.</summary>
    public double MeanRate(int[] sums, int from, int to)
    {
        double shape = Shape + sums[to] - sums[from], exposure = _alpha + _sums[to] - _sums[from];
        return IsPoisson ? shape / exposure : Size * shape / (exposure - 1);
    }
}
