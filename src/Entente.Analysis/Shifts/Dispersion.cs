using Entente.Analysis.Counting;

namespace Entente.Analysis.Shifts;

/// <summary>What a series tells of its over-dispersion: how much more its counts vary than Poisson counts of one rate would.</summary>
/// <remarks>
/// The ratio D of variance to mean is given a posterior over a grid, prior in proportion to 1/√D. The likelihood is that of the counts
/// within blocks of four periods given each block's total (Dirichlet-multinomial with weights rE): the rate drops out, so a shift of the rate,
/// which touches one block, is not taken for noise. Two ways of cutting the blocks, two periods apart, are averaged.
/// </remarks>
internal sealed class Dispersion
{
    private const int Block = 4;
    private static readonly double[] Grid = [1, 1.5, 2, 3, 5, 8, 16, 32, 64];

    private readonly double[] _cumulated;
    private readonly double _mean;

    /// <param name="counts">Of the observed periods.</param>
    /// <param name="exposures">Mean 1.</param>
    public Dispersion(int[] counts, double[] exposures)
    {
        _mean = Math.Max(counts.Sum(), 0.5) / exposures.Sum();
        double[] logs = [.. Grid.Select(d => (-0.5 * Math.Log(d)) + ((LogLikelihood(counts, exposures, SizeOf(d), 0) + LogLikelihood(counts, exposures, SizeOf(d), Block / 2)) / 2))];
        double most = logs.Max();
        double[] weights = [.. logs.Select(l => Math.Exp(l - most))];
        double sum = weights.Sum(), upTo = 0;
        _cumulated = new double[Grid.Length];
        for (int i = 0; i < Grid.Length; i++)
        {
            upTo += weights[i] / sum;
            _cumulated[i] = upTo;
            Ratio += Grid[i] * weights[i] / sum;
        }
    }

    /// <summary>Posterior mean of variance over mean; 1 for Poisson counts.</summary>
    public double Ratio { get; }

    /// <summary>The size r at the posterior mean; infinite where the counts vary as Poisson counts do.</summary>
    public double Size => SizeOf(Ratio);

    /// <summary>A size drawn from the posterior.</summary>
    public double Draw(SeededChance chance)
    {
        double u = chance.Next();
        int i = 0;
        while (i < Grid.Length - 1 && u > _cumulated[i])
        {
            i++;
        }

        return SizeOf(Grid[i]);
    }

    private double SizeOf(double ratio) => ratio < 1.02 ? double.PositiveInfinity : _mean / (ratio - 1);

    private static double LogLikelihood(int[] counts, double[] exposures, double size, int start)
    {
        double sum = 0;
        for (int from = start; from + 1 < counts.Length; from += Block)
        {
            int to = Math.Min(from + Block, counts.Length), total = 0;
            double exposure = 0;
            for (int i = from; i < to; i++)
            {
                total += counts[i];
                exposure += exposures[i];
            }

            if (total < 2)
            {
                continue;
            }

            bool poisson = double.IsPositiveInfinity(size);
            sum += poisson ? -total * Math.Log(exposure) : Gammas.Log(size * exposure) - Gammas.Log((size * exposure) + total);
            for (int i = from; i < to; i++)
            {
                if (counts[i] > 0)
                {
                    sum += poisson ? counts[i] * Math.Log(exposures[i]) : Gammas.Log((size * exposures[i]) + counts[i]) - Gammas.Log(size * exposures[i]);
                }
            }
        }

        return sum;
    }
}
