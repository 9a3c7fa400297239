using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>How much of a year's events each calendar month bears: a yearly pattern that is no shift.</summary>
/// <remarks>
/// The factor of a month is <c>(Y + k) / (r E + k)</c>, with Y its events over all years, E its exposure, r the rate of the whole series and k =
/// <see cref="Weight"/> events of a month like any other: sparse series keep factors near 1. Factors are scaled so that exposure as a whole stays what it was, and never lie below
/// <see cref="Least"/>. Below <see cref="FewestYears"/> whole years a pattern cannot be told from a change, and nothing is adjusted.
/// </remarks>
public static class Seasons
{
    /// <summary>Whole years from which on a yearly pattern is looked for.</summary>
    public const int FewestYears = 3;

    private const double Weight = 2;
    private const double Least = 0.05;

    /// <summary>The exposures times the factors of their months; as they were for series too short, and for quarters and years.</summary>
    /// <param name="periods">The observed periods, in order.</param>
    /// <param name="counts">Events of each.</param>
    /// <param name="exposures">Exposure of each, above 0.</param>
    public static double[] Adjust(IReadOnlyList<Period> periods, IReadOnlyList<int> counts, IReadOnlyList<double> exposures)
    {
        double years = periods.Count == 0 ? 0 : (periods[^1].End.DayNumber - periods[0].Start.DayNumber) / 365.25;
        double all = exposures.Sum();
        if (years < FewestYears - 0.01 || counts.Sum() == 0 || periods[0].Kind is PeriodKind.Quarter or PeriodKind.Year)
        {
            return [.. exposures];
        }

        double rate = counts.Sum() / all;
        double[] events = new double[12], read = new double[12];
        for (int i = 0; i < periods.Count; i++)
        {
            // A week belongs to the month in which it begins.
            events[periods[i].Start.Month - 1] += counts[i];
            read[periods[i].Start.Month - 1] += exposures[i];
        }

        double[] factors = [.. events.Select((y, month) => Math.Max(Least, (y + Weight) / ((rate * read[month]) + Weight)))];
        double[] adjusted = [.. exposures.Select((e, i) => e * factors[periods[i].Start.Month - 1])];
        double scale = all / adjusted.Sum();
        return [.. adjusted.Select(e => e * scale)];
    }
}
