namespace Entente.Analysis.Counting;

/// <summary>A rate with its interval.</summary>
/// <param name="Mean">Posterior mean.</param>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public readonly record struct RateEstimate(double Mean, double Low, double High)
{
    /// <summary>The rate behind a count, per <paramref name="exposure"/>: Poisson, Jeffreys' prior, 90 % interval; null without exposure.</summary>
    /// <remarks>
    /// Posterior Gamma(count + 1/2, exposure). Ends: exp(ψ(s) ± 1.645 √ψ′(s)) / exposure with s = count + 1/2, a normal for ln of the rate; so an
    /// interval is given to nought too. Counts that come in bursts vary more than this says.
    /// </remarks>
    public static RateEstimate? Of(int count, double exposure)
    {
        if (!(exposure > 0))
        {
            return null;
        }

        double shape = count + 0.5, width = 1.6448536269514722 * Math.Sqrt(Gammas.Trigamma(shape)), log = Gammas.Digamma(shape);
        return new(shape / exposure, count == 0 ? 0 : Math.Exp(log - width) / exposure, Math.Exp(log + width) / exposure);
    }
}
