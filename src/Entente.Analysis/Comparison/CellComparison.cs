using Entente.Records;

namespace Entente.Analysis.Comparison;

/// <summary>Compares cell with cell.</summary>
internal sealed class CellComparison(CountCells left, CountCells right, Period[] periods)
{
    /// <summary>Two or three cells correlate with anything.</summary>
    private const int FewestCells = 4;

    public SourceAgreement Agreement(string name, IReadOnlyList<Dyad> of, Func<PloverType, bool> type)
    {
        double[] one = [.. of.SelectMany(dyad => periods.Select(period => (double)left.Count(dyad, period, type)))];
        double[] other = [.. of.SelectMany(dyad => periods.Select(period => (double)right.Count(dyad, period, type)))];
        int both = one.Zip(other).Count(cell => cell is { First: > 0, Second: > 0 });
        int onlyLeft = one.Count(c => c > 0) - both, onlyRight = other.Count(c => c > 0) - both;
        double? correlation = one.Length < FewestCells ? null : Correlations.Pearson(one, other);
        (double Low, double High)? interval = Correlations.Interval(correlation, one.Length);
        return new(
            name,
            (int)one.Sum(),
            (int)other.Sum(),
            one.Length,
            both,
            onlyLeft,
            onlyRight,
            correlation,
            interval?.Low,
            interval?.High,
            one.Length < FewestCells ? null : Correlations.Spearman(one, other),
            Kappa(one.Length, both, onlyLeft, onlyRight));
    }

    public OneSided[] OneSided() =>
    [
        .. Alone(left, right, true).Concat(Alone(right, left, false))
            .OrderByDescending(o => o.Count).ThenBy(o => o.Dyad).ThenBy(o => o.Period).ThenBy(o => o.Type).ThenByDescending(o => o.IsLeft),
    ];

    private static IEnumerable<OneSided> Alone(CountCells here, CountCells there, bool isLeft) =>
        here.All().Where(c => there.Count(c.Dyad, c.Period, type => type == c.Type) == 0)
            .Select(c => new OneSided(c.Dyad, c.Period, c.Type, c.Count, isLeft, there.Count(c.Dyad, c.Period, _ => true)));

    private static double? Kappa(double cells, double both, double onlyLeft, double onlyRight)
    {
        if (cells == 0)
        {
            return null;
        }

        double one = (both + onlyLeft) / cells, other = (both + onlyRight) / cells;
        double agreed = 1 - ((onlyLeft + onlyRight) / cells), chance = (one * other) + ((1 - one) * (1 - other));
        return chance < 1 ? (agreed - chance) / (1 - chance) : null;
    }
}
