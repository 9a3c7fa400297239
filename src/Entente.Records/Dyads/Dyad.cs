namespace Entente.Records;

/// <summary>An ordered pair of parties: who acts, then towards whom.</summary>
/// <param name="Actor">Country (ISO 3166-1 alpha-3) or body (IGO, UNO, EUR, NGO, MNC, ISM, IMG); with REB, its armed groups.</param>
/// <param name="Recipient">The same for whom it is done to; equal to <paramref name="Actor"/> for what happens within one country.</param>
/// <remarks>Ordered by actor, then recipient, code unit by code unit.</remarks>
public readonly record struct Dyad(string Actor, string Recipient) : IComparable<Dyad>
{
    /// <summary>Whether both sides belong to one country or body.</summary>
    public bool IsDomestic => string.Equals(Actor, Recipient, StringComparison.Ordinal);

    /// <summary>The pair without its direction.</summary>
    public Relation Relation => Relation.Of(Actor, Recipient);

    /// <inheritdoc/>
    public int CompareTo(Dyad other)
    {
        int byActor = string.CompareOrdinal(Actor, other.Actor);
        return byActor != 0 ? byActor : string.CompareOrdinal(Recipient, other.Recipient);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Actor} -> {Recipient}";

    /// <summary>By actor, then recipient.</summary>
    public static bool operator <(Dyad left, Dyad right) => left.CompareTo(right) < 0;

    /// <summary>By actor, then recipient.</summary>
    public static bool operator <=(Dyad left, Dyad right) => left.CompareTo(right) <= 0;

    /// <summary>By actor, then recipient.</summary>
    public static bool operator >(Dyad left, Dyad right) => left.CompareTo(right) > 0;

    /// <summary>By actor, then recipient.</summary>
    public static bool operator >=(Dyad left, Dyad right) => left.CompareTo(right) >= 0;
}

/// <summary>A pair of parties without direction; <see cref="First"/> never sorts after <see cref="Second"/>.</summary>
public readonly record struct Relation : IComparable<Relation>
{
    private Relation(string first, string second)
    {
        First = first;
        Second = second;
    }

    /// <summary>The party whose code sorts first.</summary>
    public string First { get; }

    /// <summary>The other party; the same as <see cref="First"/> within one country.</summary>
    public string Second { get; }

    /// <summary>Whether both sides belong to one country or body.</summary>
    public bool IsDomestic => string.Equals(First, Second, StringComparison.Ordinal);

    /// <summary>The relation of two parties, in either order.</summary>
    public static Relation Of(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? new(one, other) : new(other, one);

    /// <inheritdoc/>
    public int CompareTo(Relation other)
    {
        int byFirst = string.CompareOrdinal(First, other.First);
        return byFirst != 0 ? byFirst : string.CompareOrdinal(Second, other.Second);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{First}-{Second}";

    /// <summary>By first party, then second.</summary>
    public static bool operator <(Relation left, Relation right) => left.CompareTo(right) < 0;

    /// <summary>By first party, then second.</summary>
    public static bool operator <=(Relation left, Relation right) => left.CompareTo(right) <= 0;

    /// <summary>By first party, then second.</summary>
    public static bool operator >(Relation left, Relation right) => left.CompareTo(right) > 0;

    /// <summary>By first party, then second.</summary>
    public static bool operator >=(Relation left, Relation right) => left.CompareTo(right) >= 0;
}
