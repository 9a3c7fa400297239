using Entente.Analysis.Counting;

namespace Entente.Analysis.Shifts;

/// <summary>What a cut must gain so that series without a shift yield no more shifts than asked for.</summary>
/// <remarks>
/// Parametric bootstrap, given the total: under one rate, the counts given their sum are Dirichlet-multinomial with weights rE, whatever the rate
/// (multinomial where the counts are Poisson). Each replicate draws r from the posterior of <see cref="Dispersion"/>, so that what is not
/// known of the noise makes the bar higher. Of each replicate the penalties are noted at which its first and its second cut would appear; the bar is the one
/// that the wanted number of cuts per series exceeds.
/// </remarks>
internal sealed class NullCalibration(CountModel model, Dispersion dispersion, double[] exposures, int total, ShiftOptions options)
{
    private readonly int[] _lengths = Lengths(exposures.Length, options.ShortestStretch);

    /// <summary>The least penalty that holds the rate; null as soon as it is clear that <paramref name="reached"/> is below it.</summary>
    /// <param name="reached">The penalty up to which the series itself has a cut.</param>
    /// <param name="expected">Wanted number of cuts in a series without a shift, between 0 and 1.</param>
    public double? Penalty(double reached, double expected)
    {
        int replicates = Math.Clamp((int)Math.Ceiling(options.ReplicatesAbove / expected) - 1, 39, options.MostReplicates);
        int allowed = (int)(expected * (replicates + 1));
        if (allowed == 0)
        {
            return null;
        }

        var chance = new SeededChance(options.Seed);
        var bars = new List<double>(2 * replicates);
        int[] sums = new int[exposures.Length + 1];
        int above = 0;
        for (int b = 0; b < replicates; b++)
        {
            Draw(chance, sums);
            (double first, double second) = Bars(sums);
            bars.Add(first);
            bars.Add(second);
            above += (first >= reached ? 1 : 0) + (second >= reached ? 1 : 0);
            if (above >= allowed)
            {
                return null;
            }
        }

        bars.Sort((x, y) => y.CompareTo(x));
        return Math.Max(0, bars[allowed - 1]);
    }

    private void Draw(SeededChance chance, int[] sums)
    {
        double size = dispersion.Draw(chance);
        double[] weights = double.IsPositiveInfinity(size) ? exposures : [.. exposures.Select(e => chance.Gamma(size * e))];
        double rest = weights.Sum();
        if (!(rest > 0))
        {
            // Every weight too small for a double: all events fall together.
            weights = new double[exposures.Length];
            weights[(int)(chance.Next() * weights.Length)] = rest = 1;
        }

        int left = total;
        for (int i = 0; i < weights.Length; i++)
        {
            int count = i == weights.Length - 1 ? left : chance.Binomial(left, Math.Clamp(weights[i] / rest, 0, 1));
            sums[i + 1] = sums[i] + count;
            left -= count;
            rest = Math.Max(rest - weights[i], double.Epsilon);
        }
    }

    /// <summary>The penalties below which a series shows at least one cut, and at least two.</summary>
    private (double First, double Second) Bars(int[] sums)
    {
        int n = exposures.Length, shortest = options.ShortestStretch;
        double whole = model.LogLikelihood(sums, 0, n), one = double.NegativeInfinity, two = double.NegativeInfinity;
        Span<double> heads = stackalloc double[n + 1], tails = stackalloc double[n + 1];
        for (int at = shortest; at <= n - shortest; at++)
        {
            heads[at] = model.LogLikelihood(sums, 0, at);
            tails[at] = model.LogLikelihood(sums, at, n);
            one = Math.Max(one, heads[at] + tails[at] - whole);
        }

        foreach (int length in _lengths)
        {
            for (int from = shortest; from + length <= n - shortest; from++)
            {
                two = Math.Max(two, heads[from] + model.LogLikelihood(sums, from, from + length) + tails[from + length] - whole);
            }
        }

        return two - one < one ? (one, two - one) : (two / 2, two / 2);
    }

    /// <summary>Lengths of a middle stretch that are tried: all short ones, then steps of a fifth.</summary>
    private static int[] Lengths(int n, int shortest)
    {
        var lengths = new List<int>();
        for (int length = shortest; length <= n - (2 * shortest); length += Math.Max(1, length / 5))
        {
            lengths.Add(length);
        }

        return [.. lengths];
    }
}
