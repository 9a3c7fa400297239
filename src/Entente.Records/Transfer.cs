namespace Entente.Records;

/// <summary>What shape goods were in when they were transferred.</summary>
public enum TransferCondition : byte
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>Made for the client.</summary>
    New,

    /// <summary>Used before.</summary>
    SecondHand,

    /// <summary>Used before, and modernised for the client.</summary>
    Modernised,
}

/// <summary>What one supplier transferred to one client in one year: a delivery of arms, or any row of a trade table.</summary>
/// <param name="Supplier">
/// ISO 3166-1 alpha-3 where the source's name is a state's; otherwise the name as the source has it, without its marks;
/// empty where the source says that it does not know (SIPRI's "unknown supplier(s)").
/// </param>
/// <param name="Client">The same for who received it.</param>
/// <param name="Year">Year of delivery.</param>
/// <param name="Value">
/// In the unit of the source, at least 0: millions of trend-indicator values for SIPRI; null where the source gives none, which is not zero.
/// </param>
public sealed record Transfer(string Supplier, string Client, int Year, double? Value)
{
    /// <summary>The row's number in its source; null where rows have none. Rows of one deal may share it.</summary>
    public string? Id { get; init; }

    /// <summary>Which table it comes from: <c>sipri</c>, or the name of the file.</summary>
    public required string Source { get; init; }

    /// <summary>The supplier as the source writes it: <c>Turkiye</c>; null where it is the same.</summary>
    public string? SupplierName { get; init; }

    /// <summary>The client as the source writes it; null where it is the same.</summary>
    public string? ClientName { get; init; }

    /// <summary>What was transferred: <c>Mi-17</c>; null where not stated.</summary>
    public string? Designation { get; init; }

    /// <summary>What that is: <c>transport helicopter</c>; null where not stated.</summary>
    public string? Description { get; init; }

    /// <summary>Kind of goods as the source sorts them: <c>Aircraft</c>; null where not stated.</summary>
    public string? Category { get; init; }

    /// <summary>In what shape.</summary>
    public TransferCondition Condition { get; init; }

    /// <summary>Year of the order; null where not stated.</summary>
    public int? OrderYear { get; init; }

    /// <summary>Pieces delivered; null where not stated.</summary>
    public double? Number { get; init; }

    /// <summary>Whether the source marks the year of delivery or the number as its estimate.</summary>
    public bool Estimated { get; init; }

    /// <summary>Whether it was made in the client's country under licence; null where not stated.</summary>
    public bool? LocalProduction { get; init; }
}
