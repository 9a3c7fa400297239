using Entente.Analysis.Counting;
using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>Series whose shifts are known because they were made so: what false alarms, misses and delays are measured on.</summary>
public sealed record SimulatedSeries
{
    /// <summary>First day of each new rate, as indices of periods; ascending; empty for a series without a shift.</summary>
    public IReadOnlyList<int> Cuts { get; init; } = [];

    /// <summary>Events per unit of exposure in each stretch; one more than <see cref="Cuts"/>.</summary>
    public IReadOnlyList<double> Rates { get; init; } = [1];

    /// <summary>Variance over mean in the first stretch; 1 for Poisson counts. The size of the negative binomial is the same in all stretches.</summary>
    public double Dispersion { get; init; } = 1;

    /// <summary>Documents of each period; the mean of the counts is rate times exposure.</summary>
    public required IReadOnlyList<double> Exposures { get; init; }

    /// <summary>Length of the periods.</summary>
    public PeriodKind Kind { get; init; } = PeriodKind.Month;

    /// <summary>Draws one series.</summary>
    public CountSeries Draw(ulong seed)
    {
        var chance = new SeededChance(seed);
        int[] counts = new int[Exposures.Count];
        double size = Dispersion > 1 ? Rates[0] / (Dispersion - 1) : double.PositiveInfinity;
        for (int i = 0, stretch = 0; i < counts.Length; i++)
        {
            while (stretch < Cuts.Count && i >= Cuts[stretch])
            {
                stretch++;
            }

            counts[i] = Exposures[i] > 0 ? chance.NegativeBinomial(Rates[stretch] * Exposures[i], size * Exposures[i]) : 0;
        }

        return CountSeries.Of(Period.Of(new DateOnly(2015, 1, 1), Kind), counts) with { Exposures = Exposures };
    }
}
