using Entente.Records;

namespace Entente.Archive.Import.Acled;

/// <summary>ACLED's event and sub-event types in PLOVER's terms.</summary>
internal static class AcledEvents
{
    /// <summary>The six event types.</summary>
    public static readonly string[] Types = ["Battles", "Explosions/Remote violence", "Violence against civilians", "Protests", "Riots", "Strategic developments"];

    /// <summary>Category and mode; no category for developments that PLOVER does not code.</summary>
    /// <returns>False for a type that is none of ACLED's.</returns>
    public static bool TryMeaning(string type, string subType, out PloverType? category, out string? mode)
    {
        (category, mode) = (type, subType) switch
        {
            ("Explosions/Remote violence", "Air/drone strike") => (PloverType.Assault, "aerial"),
            ("Explosions/Remote violence", "Shelling/artillery/missile attack") => (PloverType.Assault, "heavy-weapons"),
            ("Explosions/Remote violence", "Suicide bomb") => (PloverType.Assault, "suicide-attack"),
            ("Explosions/Remote violence", "Remote explosive/landmine/IED" or "Grenade") => (PloverType.Assault, "explosives"),
            ("Explosions/Remote violence", "Chemical weapon") => (PloverType.Assault, "unconventional"),
            ("Violence against civilians", "Abduction/forced disappearance") => (PloverType.Assault, "abduct"),
            ("Violence against civilians", "Sexual violence") => (PloverType.Assault, "sexual"),
            ("Battles" or "Explosions/Remote violence" or "Violence against civilians", _) => (PloverType.Assault, null),
            ("Protests", _) => (PloverType.Protest, "demo"),
            ("Riots", _) => (PloverType.Protest, "riot"),
            ("Strategic developments", "Agreement") => (PloverType.Support, null),
            ("Strategic developments", "Arrests") => (PloverType.Coerce, "arrest"),
            ("Strategic developments", "Looting/property destruction") => (PloverType.Assault, "destroy"),
            _ => ((PloverType?)null, (string?)null),
        };
        return Types.Contains(type);
    }
}
