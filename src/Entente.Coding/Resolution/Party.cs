using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>What kind of thing bears a party's words: what pronouns and conditions can tell apart.</summary>
internal enum PartyKind : byte
{
    /// <summary>A state or its government.</summary>
    State,

    /// <summary>One person.</summary>
    Person,

    /// <summary>Several people: troops, rebels, protesters.</summary>
    Group,

    /// <summary>An institution, a company, a body.</summary>
    Organisation,

    /// <summary>A place that stands for those who hold it or live there.</summary>
    Place,

    /// <summary>A thing that belongs to a coded party: "a Russian ship".</summary>
    Thing,
}

/// <summary>A party where it stands in the text.</summary>
/// <param name="Entity">What the record shows.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Head">The head word of the mention.</param>
internal sealed record Party(Entity Entity, PartyKind Kind, int Head)
{
    /// <summary>The country or body of its code; null for none.</summary>
    public string? Country => Entity.Code?.Country;

    /// <summary>Whether it bears a code.</summary>
    public bool IsCoded => Entity.Code is not null;
}
