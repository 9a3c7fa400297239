using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>Puts codes together: an owner's and a role noun's.</summary>
internal static class Codes
{
    /// <summary>The code of a role under a country or a coded owner.</summary>
    /// <remarks>
    /// A state gives its country: Russian + troops is RUS MIL. A movement keeps what it is: Hezbollah + fighters is LBN REB. A body takes
    /// only what sets the holder apart from its officials: NATO + troops is IGO MIL, UN + spokesman is UNO.
    /// </remarks>
    public static ActorCode Join(ActorCode owner, ActorCode role)
    {
        if (role.Country is not null)
        {
            return role;
        }

        IReadOnlyList<string> sectors = owner.Sectors;
        string text = owner.Text;
        bool body = owner.Country is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG";
        bool plainState = !body && (sectors.Count == 0 || (sectors.Count == 1 && sectors[0] == "GOV"));
        if (plainState)
        {
            return ActorCode.Parse(owner.Country is { } country ? Append(country, role.Text) : role.Text);
        }

        if (!body)
        {
            return owner;
        }

        foreach (string sector in role.Sectors)
        {
            if (sector is "MIL" or "COP" or "LEG" or "JUD" && !sectors.Contains(sector))
            {
                text = Append(text, sector);
            }
        }

        return ActorCode.Parse(text);
    }

    /// <summary>A country alone or with sectors after it.</summary>
    public static ActorCode Of(string country, string sectors) => ActorCode.Parse(Append(country, sectors));

    /// <summary>The country alone of a code that names its government; any other as it is.</summary>
    public static ActorCode StripGovernment(ActorCode code) =>
        code.Sectors is ["GOV"] && code.Country is { } country ? ActorCode.Parse(country) : code;

    private static string Append(string code, string sectors) => sectors.Length == 0 ? code : string.Concat(code, " ", sectors);
}
