using Entente.Records;

namespace Entente.Archive.Import.Tables;

/// <summary>CAMEO's three letters for what a party is, in PLOVER's terms.</summary>
/// <remarks>
/// The two read some letters differently: CAMEO's MED is the media (PLOVER's JRN) and HLH health (PLOVER's MED); insurgents (INS) and separatists (SEP) are
/// PLOVER's REB. What PLOVER has no sector for (DEV, ENV, HRI, MOD, RAD, SET, UIS and the like) gives none.
/// </remarks>
internal static class CameoSectors
{
    /// <summary>The sector of CAMEO's letters; null where PLOVER has none.</summary>
    public static string? ToPlover(string cameo) => cameo switch
    {
        "MED" => "JRN",
        "HLH" => "MED",
        "INS" or "SEP" => "REB",
        "COP" or "GOV" or "JUD" or "LEG" or "MIL" or "OPP" or "PTY" or "REB" or "SPY" or "UAF" or "PRM" or
            "AGR" or "BUS" or "CRM" or "CVL" or "EDU" or "ELI" or "LAB" or "REF" => cameo,
        _ => null,
    };

    /// <summary>CAMEO's letters of a PLOVER sector; null where CAMEO has none.</summary>
    public static string? FromPlover(string sector) => sector switch
    {
        "JRN" => "MED",
        "MED" => "HLH",
        "PRM" => "UAF",
        "COP" or "GOV" or "JUD" or "LEG" or "MIL" or "OPP" or "PTY" or "REB" or "SPY" or "UAF" or
            "AGR" or "BUS" or "CRM" or "CVL" or "EDU" or "ELI" or "LAB" or "REF" => sector,
        _ => null,
    };

    /// <summary>The body that CAMEO's letters of a type stand for where there is no country; null for others.</summary>
    public static string? Body(string cameo) => cameo switch
    {
        "IGO" or "NGO" or "MNC" or "IMG" => cameo,
        "NGM" => "NGO",
        _ => null,
    };

    /// <summary>The code of a country or body with sectors; null where there is neither.</summary>
    public static ActorCode? Code(string? country, IEnumerable<string> sectors)
    {
        string text = string.Join(' ', (country is null ? [] : new[] { country }).Concat(sectors.Distinct()));
        return text.Length == 0 ? null : ActorCode.Parse(text);
    }
}
