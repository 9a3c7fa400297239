using Entente.Records;

namespace Entente.Lexicon.Importing;

/// <summary>Turns actor codes of CAMEO dictionaries, three letters after three (<c>AFGGOVMIL</c>), into codes as the lexicon has them.</summary>
internal static class CameoActorCode
{
    private static readonly string[] Bodies = ["IGO", "UNO", "EUR", "NGO", "MNC", "ISM", "IMG"];

    /// <summary>The code, or null where nothing of it has a counterpart.</summary>
    /// <param name="cameo">As written, in capitals; a leading <c>~</c>, where an agent's country goes, is passed over.</param>
    /// <param name="isState">Whether three letters are a state's.</param>
    /// <param name="lost">Receives the parts that have no counterpart: groups' own names, religions, ideologies.</param>
    public static ActorCode? Translate(string cameo, Func<string, bool> isState, ICollection<string> lost)
    {
        string letters = cameo.TrimStart('~');
        if (letters.Length < 3 || letters.Length % 3 != 0 || !letters.All(char.IsAsciiLetterUpper))
        {
            return null;
        }

        string? country = null;
        var sectors = new List<string>();
        for (int i = 0; i < letters.Length; i += 3)
        {
            string part = letters.Substring(i, 3);
            bool isBody = Array.IndexOf(Bodies, part) >= 0 || part == "NGM";
            if (isBody && (country is null || country == "IGO"))
            {
                country = part == "NGM" ? "NGO" : part; // IGOUNO is the United Nations
            }
            else if (isState(part) && country is null && sectors.Count == 0)
            {
                country = part;
            }
            else if (Sector(part) is { } sector && ActorCode.IsSector(sector))
            {
                if (!sectors.Contains(sector))
                {
                    sectors.Add(sector);
                }
            }
            else
            {
                lost.Add(part);
            }
        }

        string text = string.Join(' ', country is null ? sectors : sectors.Prepend(country));
        return text.Length > 0 && ActorCode.TryParse(text, out ActorCode code) ? code : null;
    }

    /// <summary>CAMEO's roles under PLOVER's names.</summary>
    private static string Sector(string cameo) => cameo switch
    {
        "INS" or "SEP" => "REB",
        "MED" => "JRN",
        "HLH" => "MED",
        _ => cameo,
    };
}
