using Entente.Records;

namespace Entente.Analysis.Comparison;

/// <summary>How two sources agree on one category or quad.</summary>
/// <param name="Name">As the codebook writes it: <c>CONSULT</c>, <c>material-conflict</c>; <c>all</c> for everything.</param>
/// <param name="Left">Events of the first source.</param>
/// <param name="Right">Events of the second.</param>
/// <param name="Cells">Pairs times periods compared.</param>
/// <param name="Both">Cells in which both have an event.</param>
/// <param name="OnlyLeft">Cells in which only the first has.</param>
/// <param name="OnlyRight">Cells in which only the second has.</param>
/// <param name="Correlation">Of the counts of the cells (Pearson); null where a source does not vary, or with fewer than four cells.</param>
/// <param name="CorrelationLow">Lower end of its 95 % interval by Fisher's z; null with fewer than four cells.</param>
/// <param name="CorrelationHigh">Upper end.</param>
/// <param name="RankCorrelation">Of the ranks (Spearman), which single large counts do not carry; null where the other is.</param>
/// <param name="Kappa">Agreement on whether there is an event, beyond chance (Cohen); null where chance leaves no room.</param>
public sealed record SourceAgreement(
    string Name,
    int Left,
    int Right,
    int Cells,
    int Both,
    int OnlyLeft,
    int OnlyRight,
    double? Correlation,
    double? CorrelationLow,
    double? CorrelationHigh,
    double? RankCorrelation,
    double? Kappa)
{
    /// <summary>Cells that both have, of those that either has (Jaccard); null where neither has any.</summary>
    public double? Overlap => Both + OnlyLeft + OnlyRight == 0 ? null : (double)Both / (Both + OnlyLeft + OnlyRight);
}

/// <summary>What only one source has: events of a category between a pair in a period in which the other has none of that category.</summary>
/// <param name="Dyad">The pair.</param>
/// <param name="Period">When.</param>
/// <param name="Type">The category.</param>
/// <param name="Count">Events of the one source.</param>
/// <param name="IsLeft">Whether the first source has them.</param>
/// <param name="OtherCount">Events of other categories that the other source has there.</param>
public sealed record OneSided(Dyad Dyad, Period Period, PloverType Type, int Count, bool IsLeft, int OtherCount);

/// <summary>Two sources on the same pairs and periods.</summary>
/// <param name="From">First period compared; null where the sources have none in common.</param>
/// <param name="To">Last period.</param>
/// <param name="Dyads">Pairs that either has in these periods.</param>
/// <param name="Total">All categories together.</param>
/// <param name="Quads">By quad, in order.</param>
/// <param name="Types">By category, in order; those that neither has are left out.</param>
/// <param name="ByDyad">All categories together, for each pair; most events first, then in order.</param>
/// <param name="OneSided">What only one has: most events first, then in order.</param>
public sealed record SourceComparison(
    Period? From,
    Period? To,
    int Dyads,
    SourceAgreement Total,
    IReadOnlyList<SourceAgreement> Quads,
    IReadOnlyList<SourceAgreement> Types,
    IReadOnlyList<SourceAgreement> ByDyad,
    IReadOnlyList<OneSided> OneSided)
{
    /// <summary>Compares two sources over the periods that both cover: from the later of their first periods to the earlier of their last.</summary>
    /// <param name="left">Counts of the first source, of periods of <paramref name="grain"/>.</param>
    /// <param name="right">Counts of the second.</param>
    /// <param name="grain">Length of the periods.</param>
    /// <param name="within">Days to keep to; null for all.</param>
    /// <param name="leftCovers">Periods in which the first source was read at all, in any order; null or empty where only its counts tell.</param>
    /// <param name="rightCovers">The same of the second.</param>
    /// <remarks>
    /// The cells are all pairs that either source has, times all periods: where both have nothing they agree, which is why
    /// kappa and overlap are given beside the correlations. Events within one country are compared too.
    /// </remarks>
    public static SourceComparison Of(IEnumerable<DyadCount> left, IEnumerable<DyadCount> right, PeriodKind grain, DateSpan? within = null, IReadOnlyList<Period>? leftCovers = null, IReadOnlyList<Period>? rightCovers = null)
    {
        CountCells one = new(left.Where(InWindow)), other = new(right.Where(InWindow));
        (Period First, Period Last)? here = Covered(one, leftCovers), there = Covered(other, rightCovers);
        bool common = here is not null && there is not null;
        Period? from = common ? Later(here!.Value.First, there!.Value.First) : null, to = common ? Earlier(here!.Value.Last, there!.Value.Last) : null;
        Period[] periods = from is { } start && to is { } end && start <= end ? [.. Period.Range(start, end)] : [];
        (from, to) = periods.Length == 0 ? (null, null) : (from, to);
        one.Keep(periods);
        other.Keep(periods);
        Dyad[] dyads = [.. one.Dyads.Union(other.Dyads).Order()];
        var cells = new CellComparison(one, other, periods);
        return new(
            from,
            to,
            dyads.Length,
            cells.Agreement("all", dyads, _ => true),
            [.. Enum.GetValues<Quad>().Select(quad => cells.Agreement(quad.Code(), dyads, type => type.Quad() == quad))],
            [.. Enum.GetValues<PloverType>().Select(type => cells.Agreement(type.Code(), dyads, t => t == type)).Where(a => a.Left + a.Right > 0)],
            [.. dyads.Select(dyad => cells.Agreement(dyad.ToString(), [dyad], _ => true)).OrderByDescending(a => a.Left + a.Right)],
            cells.OneSided());

        bool InWindow(DyadCount count) =>
            count.Period.Kind != grain
                ? throw new ArgumentException($"a count of {count.Period} is not of the periods asked for", nameof(grain))
                : within is not { } span || (count.Period.Start >= span.Start && count.Period.End <= span.End);
    }

    /// <summary>From the first to the last period that was read; that has events where nobody tells what was read.</summary>
    private static (Period First, Period Last)? Covered(CountCells cells, IReadOnlyList<Period>? covers) =>
        covers is { Count: > 0 } ? (covers.Min(), covers.Max()) : cells.First is { } first && cells.Last is { } last ? (first, last) : null;

    private static Period Later(Period one, Period other) => one > other ? one : other;

    private static Period Earlier(Period one, Period other) => one < other ? one : other;
}
