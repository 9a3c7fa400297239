using System.Globalization;
using Entente.Analysis.Dependence;
using Entente.Records;
using Entente.Testing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Dependence;

public class DependenceTests
{
    private const string Deliveries = "data/sipri-deliveries-2000-2023.csv";

    [Fact]
    public void Shares_and_concentration_of_a_small_table()
    {
        Transfer[] table = [Row("RUS", 2000, 60), Row("RUS", 2001, 20), Row("CHN", 2001, 20), Row("USA", 2001, null)];

        SupplierDependence found = DependenceAnalysis.Of(table).ShouldHaveSingleItem();

        found.Value.ShouldBe(100);
        found.Suppliers.Select(s => (s.Supplier, s.Share)).ShouldBe([("RUS", 0.8), ("CHN", 0.2), ("USA", 0)]);
        found.Herfindahl!.Value.Value.ShouldBe(0.68, 1e-12);
        found.WithoutValue.ShouldBe(1);
        found.Principal!.Supplier.ShouldBe("RUS");
    }

    /// <summary>RUS 50, CHN 30, unknown 20: .25 + .09 + .04; spread out .34; all Russian .49 + .09.</summary>
    [Fact]
    public void An_unknown_supplier_makes_bounds()
    {
        SupplierDependence found = DependenceAnalysis.Of([Row("RUS", 2000, 50), Row("CHN", 2000, 30), Row("", 2000, 20)])[0];

        found.Herfindahl!.Value.Value.ShouldBe(0.38, 1e-12);
        found.Herfindahl!.Value.Low.ShouldBe(0.34, 1e-12);
        found.Herfindahl!.Value.High.ShouldBe(0.58, 1e-12);
        found.Suppliers[^1].IsKnown.ShouldBeFalse();
    }

    /// <summary>Twenty years halve what came in 1990, forty quarter what came in 1970: 50 of RUS and 25 of CHN against 30 new of USA.</summary>
    [Fact]
    public void Stock_wears_out_by_half_in_each_half_life()
    {
        Transfer[] table = [Row("RUS", 1990, 100), Row("CHN", 1970, 100), Row("USA", 2010, 30)];

        SupplierDependence worn = DependenceAnalysis.Of(table, options: new() { From = 2006, To = 2010, HalfLife = 20 })[0];
        SupplierDependence held = DependenceAnalysis.Of(table, options: new() { From = 2006, To = 2010, HalfLife = null })[0];

        worn.Suppliers.Select(s => (s.Supplier, s.Share, Math.Round(s.Stock, 9))).ShouldBe([("USA", 1, 30), ("RUS", 0, 50), ("CHN", 0, 25)]);
        worn.Suppliers[1].StockShare.ShouldBe(50 / 105.0, 1e-12);
        held.Suppliers.Single(s => s.Supplier == "CHN").Stock.ShouldBe(100);
    }

    [Fact]
    public void Rolling_windows_show_who_took_over()
    {
        Transfer[] table = [Row("RUS", 2000, 10), Row("RUS", 2001, 10), Row("CHN", 2002, 30), Row("CHN", 2003, 30)];

        SupplierDependence found = DependenceAnalysis.Of(table, options: new() { RollingYears = 2 })[0];

        found.Steps.Select(s => (s.Year, s.Top, s.TopShare)).ShouldBe([(2001, "RUS", 1), (2002, "CHN", 0.75), (2003, "CHN", 1)]);
        found.Steps[1].PrincipalShare.ShouldBe(0.75);
    }

    /// <summary>Shares 0, .25, .5, .75, 1 in five years: S = 10, tau 1, variance 5 x 4 x 15 / 18, z = 9 / 4.0825 = 2.2045.</summary>
    [Fact]
    public void The_trend_is_that_of_Theil_Sen_and_Mann_Kendall()
    {
        Transfer[] table = [.. Enumerable.Range(0, 5).SelectMany(i => new[] { Row("CHN", 2000 + i, 25 * i), Row("RUS", 2000 + i, 100 - (25 * i)) }), Row("CHN", 2004, 1)];

        DependenceTrend trend = DependenceAnalysis.Of(table)[0].Trend!;

        trend.Years.ShouldBe(5);
        trend.Slope.ShouldBe(0.25, 1e-9);
        trend.Tau.ShouldBe(1, 1e-12);
        trend.Chance.ShouldBe(0.02749, 1e-4);
    }

    [Fact]
    public void Ties_of_texts_stand_beside_the_table()
    {
        Sourced<Tie>[] ties =
        [
            SomeTies.Told("t1", TieKind.DependsOn, "AFG GOV", "RUS", "2024-05-02", theme: "equipment"),
            SomeTies.Told("t2", TieKind.Supplies, "RUS GOV", "AFG", "2024-05-01", theme: "equipment", claimed: true),
            SomeTies.Told("t3", TieKind.Allied, "AFG", "CHN", "2024-05-01"),
            SomeTies.Told("t4", TieKind.DependsOn, "TJK", "RUS", "2024-05-01"),
        ];

        DependenceEvidence evidence = DependenceAnalysis.Of([Row("RUS", 2000, 1)], ties)[0].Evidence.ShouldHaveSingleItem();

        (evidence.Supplier, evidence.Kind, evidence.Ties, evidence.Claimed).ShouldBe(("RUS", "equipment", 2, 1));
        evidence.TieIds.ShouldBe(["t2", "t1"]);
    }

    [SharedTheory(Deliveries)]
    [InlineData("Afghanistan", 0.568, "United States", 0.737, "Russia", 0.147)]
    [InlineData("Pakistan", 0.379, "China", 0.590, null, null)]
    [InlineData("Iran", 0.429, "Russia", 0.603, null, null)]
    [InlineData("Kazakhstan", 0.731, "Russia", 0.853, null, null)]
    [InlineData("Tajikistan", 0.844, "Russia", 0.917, null, null)]
    [InlineData("Uzbekistan", 0.243, null, null, null, null)]
    [InlineData("Kyrgyzstan", 0.527, null, null, null, null)]
    [InlineData("Turkmenistan", 0.207, null, null, null, null)]
    public void Concentration_of_arms_suppliers_2000_to_2023_is_as_known(string client, double herfindahl, string? first, double? firstShare, string? second, double? secondShare)
    {
        SupplierDependence found = DependenceAnalysis.Of(SipriRows.Value.Where(r => r.Client == client))[0];

        found.Herfindahl!.Value.Value.ShouldBe(herfindahl, 5e-4);
        (string? Name, double? Share)[] expected = [(first, firstShare), (second, secondShare)];
        foreach ((string? name, double? share) in expected.Where(e => e.Name is not null))
        {
            found.Suppliers.Single(s => s.Supplier == name).Share.ShouldBe(share!.Value, 5e-4);
        }
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_another_client_changes_anything() =>
        Prop.ForAll(SomeTables.ToArbitrary(), table =>
        {
            string one = Told(DependenceAnalysis.Of(table, options: Years));
            string turned = Told(DependenceAnalysis.Of(table.Reverse(), options: Years));
            string joined = Told(DependenceAnalysis.Of(table.Append(new Transfer("USA", "ZWE", 2003, 7) { Source = "made up" }), options: Years).Where(d => d.Client == "AFG"));

            turned.ShouldBe(one);
            joined.ShouldBe(one);
        }).QuickCheckThrowOnFailure();

    private static readonly DependenceOptions Years = new() { From = 2000, To = 2009, HalfLife = null };

    private static Gen<Transfer[]> SomeTables =>
        Gen.ArrayOf(
            from supplier in Gen.Elements("RUS", "CHN", "USA", "")
            from year in Gen.Choose(2000, 2009)
            from value in Gen.Choose(0, 40)
            select Row(supplier, year, value));

    /// <summary>SIPRI's deliveries as they lie beside the checkout.</summary>
    private static readonly Lazy<IReadOnlyList<Transfer>> SipriRows = new(() => [.. File.ReadLines(SharedFile.PathTo(Deliveries)).Skip(12).Select(Sipri)]);

    /// <summary>The columns that are asked for stand before the first and after the last that may hold a comma in quotes.</summary>
    private static Transfer Sipri(string line)
    {
        string[] cells = line.Split(',');
        return new(cells[1], cells[2], int.Parse(cells[^7], CultureInfo.InvariantCulture), double.Parse(cells[^2], CultureInfo.InvariantCulture)) { Source = "sipri" };
    }

    private static Transfer Row(string supplier, int year, double? value) => new(supplier, "AFG", year, value) { Source = "made up" };

    private static string Told(IEnumerable<SupplierDependence> found) =>
        string.Join('\n', found.Select(d => $"{d.Client} {d.Value} {d.Herfindahl} {d.StockHerfindahl} {d.Trend} {string.Join(',', d.Suppliers)} {string.Join(',', d.Steps)}"));
}
