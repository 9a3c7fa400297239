using Entente.Coding.Resolution;

namespace Entente.Coding.Roles;

/// <summary>What a party is to the learnt choices: its sector, never its name or country.</summary>
internal static class Sectors
{
    /// <summary>"country" for a bare one, else the first sector, the body (IGO, UNO ...), or "uncoded".</summary>
    public static string Of(Party party)
    {
        if (party.Entity.Code is not { } code)
        {
            return "uncoded";
        }

        if (code.Sectors.Count > 0)
        {
            return code.Sectors[0];
        }

        return code.Country is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG" ? code.Country : "country";
    }
}
