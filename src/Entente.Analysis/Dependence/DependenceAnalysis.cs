using Entente.Records;

namespace Entente.Analysis.Dependence;

/// <summary>Supplier shares, concentration, stock and trend from tables of transfers, with the ties that texts tell beside them.</summary>
/// <remarks>
/// A table counts what it counts: SIPRI's trend-indicator values leave out small arms, spare parts, repair and training. The
/// years of a table's beginning are all the stock it knows; what came before is in no figure.
/// </remarks>
public static class DependenceAnalysis
{
    /// <summary>One result for each client with a transfer, in order of names.</summary>
    /// <param name="transfers">In any order.</param>
    /// <param name="ties">Ties of texts; null for none.</param>
    /// <param name="options">The defaults when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">A half-life or a number of years that cannot be.</exception>
    public static IReadOnlyList<SupplierDependence> Of(IEnumerable<Transfer> transfers, IEnumerable<Sourced<Tie>>? ties = null, DependenceOptions? options = null)
    {
        options ??= new();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RollingYears, 1, nameof(options));
        if (options.HalfLife is { } life)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(life, nameof(options));
        }

        Transfer[] all = [.. transfers.Where(t => options.Category is null || string.Equals(t.Category, options.Category, StringComparison.OrdinalIgnoreCase))];
        Sourced<Tie>[] told = [.. ties ?? []];
        if (all.Length == 0)
        {
            return [];
        }

        int to = options.To ?? all.Max(t => t.Year), from = options.From ?? all.Min(t => t.Year);
        return
        [
            .. all.Where(t => t.Year <= to).GroupBy(t => t.Client, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(client => Of(client.Key, [.. client], from, to, EvidenceOn(client.Key, told), options)),
        ];
    }

    private static SupplierDependence Of(string client, Transfer[] rows, int from, int to, IReadOnlyList<DependenceEvidence> evidence, DependenceOptions options)
    {
        Transfer[] window = [.. rows.Where(t => t.Year >= from)];
        double value = Sum(window), stock = rows.Sum(t => Worn(t, to, options.HalfLife));
        SupplierShare[] suppliers =
        [
            .. rows.GroupBy(t => t.Supplier, StringComparer.Ordinal)
                .Select(g => Share(g.Key, [.. g], from, to, value, stock, options.HalfLife))
                .OrderByDescending(s => s.Value).ThenByDescending(s => s.Stock).ThenBy(s => s.Supplier, StringComparer.Ordinal),
        ];
        string? principal = suppliers.FirstOrDefault(s => s is { IsKnown: true, Value: > 0 })?.Supplier;
        return new(
            client,
            from,
            to,
            value,
            suppliers,
            Concentration([.. suppliers.Select(s => (s.IsKnown, s.Value))]),
            Concentration([.. suppliers.Select(s => (s.IsKnown, s.Stock))]),
            [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Skip(options.RollingYears - 1).Select(year => Step(window, year, options.RollingYears, principal))],
            principal is null ? null : Trend(window, principal),
            window.Count(t => t.Value is null),
            evidence);
    }

    private static SupplierShare Share(string supplier, Transfer[] rows, int from, int to, double value, double stock, double? halfLife)
    {
        Transfer[] window = [.. rows.Where(t => t.Year >= from)];
        double own = Sum(window), held = rows.Sum(t => Worn(t, to, halfLife));
        return new(
            supplier,
            own,
            value > 0 ? own / value : 0,
            own > 0 ? Sum(window.Where(t => t.Estimated)) / own : 0,
            held,
            stock > 0 ? held / stock : 0,
            rows.Min(t => t.Year),
            rows.Max(t => t.Year),
            window.Length);
    }

    /// <summary>What a transfer still counts for as stock.</summary>
    private static double Worn(Transfer transfer, int year, double? halfLife) =>
        (transfer.Value ?? 0) * (halfLife is { } life ? Math.Pow(0.5, (year - transfer.Year) / life) : 1);

    private static double Sum(IEnumerable<Transfer> rows) => rows.Sum(t => t.Value ?? 0);

    private static Bounded? Concentration((bool Known, double Value)[] suppliers)
    {
        double all = suppliers.Sum(s => s.Value);
        if (all <= 0)
        {
            return null;
        }

        double unknown = suppliers.Where(s => !s.Known).Sum(s => s.Value) / all;
        double[] known = [.. suppliers.Where(s => s.Known).Select(s => s.Value / all)];
        double low = known.Sum(share => share * share), largest = known.DefaultIfEmpty(0).Max();
        return new(low + (unknown * unknown), low, low - (largest * largest) + ((largest + unknown) * (largest + unknown)));
    }

    private static DependenceStep Step(Transfer[] window, int year, int years, string? principal)
    {
        (string Supplier, double Value)[] suppliers =
        [
            .. window.Where(t => t.Year > year - years && t.Year <= year).GroupBy(t => t.Supplier, StringComparer.Ordinal).Select(g => (g.Key, Sum(g)))
                .OrderByDescending(s => s.Item2).ThenBy(s => s.Key, StringComparer.Ordinal),
        ];
        double value = suppliers.Sum(s => s.Value);
        (string Supplier, double Value) top = suppliers.FirstOrDefault(s => s is { Supplier.Length: > 0, Value: > 0 });
        return new(
            year,
            value,
            top.Supplier,
            value > 0 ? top.Value / value : null,
            value > 0 ? suppliers.Where(s => s.Supplier == principal).Sum(s => s.Value) / value : null,
            Concentration([.. suppliers.Select(s => (s.Supplier.Length > 0, s.Value))])?.Value);
    }

    private static DependenceTrend? Trend(Transfer[] window, string principal)
    {
        (double, double)[] shares =
        [
            .. window.GroupBy(t => t.Year).Select(g => (Year: (double)g.Key, Value: Sum(g), Own: Sum(g.Where(t => t.Supplier == principal))))
                .Where(y => y.Value > 0).OrderBy(y => y.Year).Select(y => (y.Year, y.Own / y.Value)),
        ];
        return shares.Length < 4 ? null : RankTrend.Of(shares);
    }

    private static DependenceEvidence[] EvidenceOn(string client, IReadOnlyList<Sourced<Tie>> ties) =>
    [
        .. ties.Where(t => t.Record.Status is EventStatus.Reported or EventStatus.Unknown or EventStatus.Historical)
            .SelectMany(t => SuppliersOf(t.Record, client).Select(supplier => (Supplier: supplier, Tie: t)))
            .GroupBy(p => (p.Supplier, p.Tie.Record.Theme?.Kind))
            .OrderBy(g => g.Key.Supplier, StringComparer.Ordinal).ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
            .Select(g => new DependenceEvidence(
                g.Key.Supplier,
                g.Key.Kind,
                g.Count(),
                g.Count(p => p.Tie.Record.Claimed),
                g.Select(p => p.Tie.Record.DocId).Distinct(StringComparer.Ordinal).Count(),
                g.Min(p => p.Tie.Date),
                g.Max(p => p.Tie.Date),
                [.. g.OrderBy(p => p.Tie.Date).ThenBy(p => p.Tie.Record.Id, StringComparer.Ordinal).Select(p => p.Tie.Record.Id)])),
    ];

    /// <summary>On whom a tie says that the client depends, or by whom it is supplied.</summary>
    private static IEnumerable<string> SuppliersOf(Tie tie, string client)
    {
        (IReadOnlyList<Entity> clients, IReadOnlyList<Entity> suppliers) = tie.Kind switch
        {
            TieKind.DependsOn => (tie.Holder, tie.Other),
            TieKind.Supplies => (tie.Other, tie.Holder),
            _ => ((IReadOnlyList<Entity>)[], (IReadOnlyList<Entity>)[]),
        };
        return DyadExpansion.Parties(clients).Contains(client) ? DyadExpansion.Parties(suppliers).Where(s => s != client) : [];
    }
}
