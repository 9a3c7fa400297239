namespace Entente.Coding.Roles;

/// <summary>What a party is in its sentence, whatever the act.</summary>
/// <param name="Sector">See <see cref="Sectors"/>.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Country">Country or body; null for none.</param>
/// <param name="Relation">How its words hang in the tree.</param>
/// <param name="Preposition">The preposition or possessive mark that opens its phrase; empty for none.</param>
/// <param name="IsInner">Whether it stands inside another party's words.</param>
/// <param name="IsOuter">Whether another party stands inside its words.</param>
/// <param name="IsCountryTwice">Whether another party has its country.</param>
internal sealed record PartyFacts(
    string Sector, string Kind, string? Country, string Relation, string Preposition, bool IsInner, bool IsOuter, bool IsCountryTwice);
