using Entente.Records;

namespace Entente.Archive.Exchange;

/// <summary>A party to an event as data sets name it.</summary>
/// <param name="Name">As the source writes it; null where it gives a code alone.</param>
/// <param name="Code">Country or body and PLOVER sectors; null where the source supports none.</param>
public sealed record ExchangeParty(string? Name, ActorCode? Code)
{
    /// <summary>The source's own code of the party: <c>AFGINSTAL</c>; null where it has none.</summary>
    public string? SourceCode { get; init; }

    /// <summary>The countries and bodies among parties, in the order told, each once, by the rule of <see cref="DyadExpansion.PartyOf"/>.</summary>
    public static List<string> Parties(IReadOnlyList<ExchangeParty> parties)
    {
        var found = new List<string>(parties.Count);
        foreach (ExchangeParty party in parties)
        {
            if (DyadExpansion.PartyOf(party.Code) is { } code && !found.Contains(code))
            {
                found.Add(code);
            }
        }

        return found;
    }

    /// <summary>The sectors among parties, in the order told, each once.</summary>
    public static IReadOnlyList<string> Sectors(IReadOnlyList<ExchangeParty> parties) => parties switch
    {
        [] => [],
        [{ Code: null }] => [],
        [{ Code: { } code }] => code.Sectors,
        _ => [.. parties.SelectMany(party => party.Code?.Sectors ?? []).Distinct()],
    };
}
