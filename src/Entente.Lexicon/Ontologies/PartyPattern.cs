using Entente.Records;

namespace Entente.Lexicon.Ontologies;

/// <summary>Which parties are meant: those whose code has all the parts asked for.</summary>
/// <remarks><c>RUS</c> is anybody of Russia, <c>REB</c> rebels of any country, <c>RUS GOV</c> the government of Russia and its parts, <c>central-asia GOV</c> governments of that region.</remarks>
public sealed record PartyPattern
{
    /// <summary>As the file writes it.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it asks that there be no party on that side: <c>none</c>.</summary>
    public bool IsNone { get; init; }

    /// <summary>Countries and bodies, any of which fits; null for any.</summary>
    public IReadOnlyList<string>? Countries { get; init; }

    /// <summary>Sectors, each of which the code must bear.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Whether a side holds such a party.</summary>
    /// <param name="side">Codes; null for a party without one, which fits no pattern.</param>
    public bool Holds(IReadOnlyList<ActorCode?> side)
    {
        if (IsNone)
        {
            return side.Count == 0;
        }

        foreach (ActorCode? party in side)
        {
            if (party is { } code && (Countries is null || (code.Country is { } country && Countries.Contains(country))) && Sectors.All(code.Sectors.Contains))
            {
                return true;
            }
        }

        return false;
    }
}
