namespace Entente.Coding.Homes;

/// <summary>A country or body that a phrase may belong to.</summary>
internal sealed class HomeCandidate(string country)
{
    /// <summary>The code's first part.</summary>
    public string Country { get; } = country;

    /// <summary>Where it is named, in text order; never empty once gathered.</summary>
    public List<CountryMention> Mentions { get; } = [];
}
