using Entente.Records;

namespace Entente.Analysis.Dependence;

/// <summary>What one supplier delivered to a client.</summary>
/// <param name="Supplier">As in <see cref="Transfer.Supplier"/>; empty for the unknown.</param>
/// <param name="Value">Sum of the window, in the unit of the source.</param>
/// <param name="Share">Of the client's sum, 0 to 1.</param>
/// <param name="Estimated">Share of <paramref name="Value"/> in rows that the source marks as estimates.</param>
/// <param name="Stock">What all its transfers up to the last year still count for.</param>
/// <param name="StockShare">Of the client's stock, 0 to 1.</param>
/// <param name="First">First year with a transfer up to the last year of the window.</param>
/// <param name="Last">Last year with one.</param>
/// <param name="Transfers">Rows of the window, with or without a value.</param>
public sealed record SupplierShare(string Supplier, double Value, double Share, double Estimated, double Stock, double StockShare, int First, int Last, int Transfers)
{
    /// <summary>Whether the source names the supplier.</summary>
    public bool IsKnown => Supplier.Length > 0;
}

/// <summary>A measure with what it could be if those whom the source does not name were known.</summary>
/// <param name="Value">With the unknown as one supplier of its own.</param>
/// <param name="Low">With the unknown shared out among many small ones.</param>
/// <param name="High">With all of the unknown from the largest supplier.</param>
public readonly record struct Bounded(double Value, double Low, double High);

/// <summary>The years up to one, added up.</summary>
/// <param name="Year">Last year of the window.</param>
/// <param name="Value">Sum of all suppliers.</param>
/// <param name="Top">Who delivered most; the first in order among equals; null without deliveries of known suppliers.</param>
/// <param name="TopShare">Its share; null without value.</param>
/// <param name="PrincipalShare">The share of the client's principal supplier of the whole window; null without value.</param>
/// <param name="Herfindahl">Null without value.</param>
public sealed record DependenceStep(int Year, double Value, string? Top, double? TopShare, double? PrincipalShare, double? Herfindahl);

/// <summary>Whether the principal supplier's share of a year rises or falls.</summary>
/// <param name="Years">Years with deliveries; at least 4.</param>
/// <param name="Slope">Median of the slopes between any two years (Theil and Sen), in share per year.</param>
/// <param name="Tau">Kendall's rank correlation of share and year (tau-b), -1 to 1.</param>
/// <param name="Chance">How likely as strong a trend would be without one: two-sided, normal approximation with ties (Mann and Kendall).</param>
public sealed record DependenceTrend(int Years, double Slope, double Tau, double Chance);

/// <summary>What texts say about who depends on whom or supplies whom: evidence beside the table, never part of it.</summary>
/// <param name="Supplier">On whom.</param>
/// <param name="Kind">Kind of goods or need; null where the text names none.</param>
/// <param name="Ties">Records.</param>
/// <param name="Claimed">Those that an interested party asserts.</param>
/// <param name="Documents">Documents they stand in.</param>
/// <param name="First">First day of publication; null where unknown.</param>
/// <param name="Last">Last day.</param>
/// <param name="TieIds">The records, in order of day and id.</param>
public sealed record DependenceEvidence(string Supplier, string? Kind, int Ties, int Claimed, int Documents, DateOnly? First, DateOnly? Last, IReadOnlyList<string> TieIds);

/// <summary>How far one client depends on whom for what a table of transfers counts.</summary>
/// <param name="Client">Whose dependence.</param>
/// <param name="From">First year.</param>
/// <param name="To">Last year, and that of the stock.</param>
/// <param name="Value">Sum of the window.</param>
/// <param name="Suppliers">Largest value first, then largest stock, then by name.</param>
/// <param name="Herfindahl">Sum of the squared shares (Herfindahl and Hirschman): 1 for one supplier; null without value in the window.</param>
/// <param name="StockHerfindahl">The same over stock; null without stock.</param>
/// <param name="Steps">Rolling windows, one for each year of the window that has as many years behind it.</param>
/// <param name="Trend">Null with fewer than four years of deliveries.</param>
/// <param name="WithoutValue">Rows of the window that the source gives no value: in no sum.</param>
/// <param name="Evidence">By supplier, then kind.</param>
public sealed record SupplierDependence(
    string Client,
    int From,
    int To,
    double Value,
    IReadOnlyList<SupplierShare> Suppliers,
    Bounded? Herfindahl,
    Bounded? StockHerfindahl,
    IReadOnlyList<DependenceStep> Steps,
    DependenceTrend? Trend,
    int WithoutValue,
    IReadOnlyList<DependenceEvidence> Evidence)
{
    /// <summary>The known supplier with the largest share; null where there is none.</summary>
    public SupplierShare? Principal => Suppliers.FirstOrDefault(s => s is { IsKnown: true, Value: > 0 });
}
