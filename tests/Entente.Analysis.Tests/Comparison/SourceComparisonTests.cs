using Entente.Analysis.Comparison;
using Entente.Records;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Comparison;

public class SourceComparisonTests
{
    /// <summary>Two pairs in two months: counts 1 0 2 0 against 1 1 4 0.</summary>
    [Fact]
    public void Agreement_on_a_small_table_is_as_worked_by_hand()
    {
        DyadCount[] left = [Count("RUS", "AFG", 1, PloverType.Consult, 1), Count("USA", "AFG", 1, PloverType.Consult, 2), Count("USA", "AFG", 2, PloverType.Accuse, 1)];
        DyadCount[] right = [Count("RUS", "AFG", 1, PloverType.Consult, 1), Count("RUS", "AFG", 2, PloverType.Consult, 1), Count("USA", "AFG", 1, PloverType.Consult, 4)];

        SourceComparison found = SourceComparison.Of(left, right, PeriodKind.Month);

        found.Dyads.ShouldBe(2);
        SourceAgreement consult = found.Types[0];
        (consult.Name, consult.Left, consult.Right, consult.Cells, consult.Both, consult.OnlyLeft, consult.OnlyRight).ShouldBe(("CONSULT", 3, 6, 4, 2, 0, 1));
        // Sums of squares 2.75 and 9, of products 4.5.
        consult.Correlation!.Value.ShouldBe(4.5 / Math.Sqrt(2.75 * 9), 1e-12);
        // Ranks 3 1.5 4 1.5 against 2.5 2.5 4 1: sums of squares 4.5 and 4.5, of products 2.25 + 1.5 = 3.75.
        consult.RankCorrelation!.Value.ShouldBe(3.75 / 4.5, 1e-12);
        // Agreed 3/4; chance 2/4 x 3/4 + 2/4 x 1/4 = 1/2.
        consult.Kappa!.Value.ShouldBe(0.5, 1e-12);
        consult.Overlap!.Value.ShouldBe(2 / 3.0, 1e-12);
    }

    [Fact]
    public void What_only_one_has_is_listed_with_what_the_other_has_instead()
    {
        DyadCount[] left = [Count("USA", "AFG", 1, PloverType.Accuse, 3)];
        DyadCount[] right = [Count("USA", "AFG", 1, PloverType.Reject, 2)];

        SourceComparison found = SourceComparison.Of(left, right, PeriodKind.Month);

        found.OneSided.Select(o => (o.Type, o.Count, o.IsLeft, o.OtherCount)).ShouldBe([(PloverType.Accuse, 3, true, 2), (PloverType.Reject, 2, false, 3)]);
        found.Total.Overlap.ShouldBe(1);
        found.Quads.Single(q => q.Name == "verbal-conflict").Overlap.ShouldBe(1);
    }

    [Fact]
    public void Only_periods_that_both_cover_are_compared()
    {
        DyadCount[] left = [Count("RUS", "AFG", 1, PloverType.Aid, 9), Count("RUS", "AFG", 3, PloverType.Aid, 1)];
        DyadCount[] right = [Count("RUS", "AFG", 3, PloverType.Aid, 1), Count("RUS", "AFG", 5, PloverType.Aid, 1)];

        SourceComparison found = SourceComparison.Of(left, right, PeriodKind.Month);

        (found.From, found.To).ShouldBe((Month(3), Month(3)));
        found.Total.Left.ShouldBe(1);
        SourceComparison.Of(left[..1], right[1..], PeriodKind.Month).From.ShouldBeNull();
    }

    [Fact]
    public void Quiet_periods_that_both_read_count_and_two_cells_correlate_with_nothing()
    {
        DyadCount[] left = [Count("RUS", "AFG", 3, PloverType.Aid, 1)], right = [Count("RUS", "AFG", 3, PloverType.Aid, 1)];
        Period[] read = [Month(1), Month(5)];

        SourceComparison found = SourceComparison.Of(left, right, PeriodKind.Month, null, read, read);
        SourceComparison untold = SourceComparison.Of(left, right, PeriodKind.Month);

        (found.From, found.To, found.Total.Cells).ShouldBe((Month(1), Month(5), 5));
        found.Total.Correlation!.Value.ShouldBe(1, 1e-12);
        (untold.Total.Cells, untold.Total.Correlation, untold.Total.RankCorrelation).ShouldBe((1, null, null));
        SourceComparison.Of(left, right, PeriodKind.Month, null, [Month(1)], [Month(5)]).From.ShouldBeNull();
    }

    [Fact]
    public void A_source_agrees_with_itself() =>
        Prop.ForAll(SomeCounts.ToArbitrary(), counts =>
        {
            SourceComparison found = SourceComparison.Of(counts, counts.Reverse(), PeriodKind.Month);

            found.OneSided.ShouldBeEmpty();
            found.Total.Correlation.GetValueOrDefault(1).ShouldBe(1, 1e-9);
            found.Total.Kappa.GetValueOrDefault(1).ShouldBe(1, 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Turning_the_sources_round_turns_the_result_round() =>
        Prop.ForAll(SomeCounts.ToArbitrary(), SomeCounts.ToArbitrary(), (one, other) =>
        {
            SourceComparison forth = SourceComparison.Of(one, other, PeriodKind.Month), back = SourceComparison.Of(other, one, PeriodKind.Month);

            (back.Total.OnlyLeft, back.Total.OnlyRight).ShouldBe((forth.Total.OnlyRight, forth.Total.OnlyLeft));
            back.Total.Kappa.ShouldBe(forth.Total.Kappa);
            back.OneSided.Count.ShouldBe(forth.OneSided.Count);
        }).QuickCheckThrowOnFailure();

    private static Gen<DyadCount[]> SomeCounts =>
        Gen.ArrayOf(
            from actor in Gen.Elements("RUS", "USA", "PAK")
            from month in Gen.Choose(1, 4)
            from type in Gen.Elements(PloverType.Consult, PloverType.Aid, PloverType.Accuse)
            from count in Gen.Choose(1, 5)
            select Count(actor, "AFG", month, type, count));

    private static Period Month(int month) => Period.Of(new DateOnly(2024, month, 1), PeriodKind.Month);

    private static DyadCount Count(string actor, string recipient, int month, PloverType type, int count) =>
        new(new(actor, recipient), Month(month), type, count, count * type.Score(), 0, 0, 0);
}
