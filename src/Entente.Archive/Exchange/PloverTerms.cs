using System.Collections.Frozen;
using Entente.Records;

namespace Entente.Archive.Exchange;

/// <summary>PLOVER's words as data sets write them: categories of older drafts, contexts with blanks.</summary>
internal static class PloverTerms
{
    private static readonly FrozenSet<string> Contexts = new[]
    {
        "military", "intelligence", "executive", "legislative", "election", "political_institutions", "pro_democracy", "pro_autocracy", "economic", "legal",
        "reparations", "human_rights", "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity", "inequality", "diplomatic",
        "territory", "peacekeeping", "health", "asylum", "migration", "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
        "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A category by its present or an older name; the mode that an older name implies, if any.</summary>
    /// <returns>False for what is no name of a category. YIELD is none: it has become CONCEDE and RETREAT, and nothing tells which.</returns>
    public static bool TryCategory(string name, out PloverType type, out string? mode)
    {
        (string present, mode) = name.ToUpperInvariant() switch
        {
            "DEMAND" => ("REQUEST", null),
            "DISAPPROVE" => ("ACCUSE", "disapprove"),
            "INVESTIGATE" => ("ACCUSE", "investigate"),
            "FIGHT" => ("ASSAULT", null),
            var other => (other, (string?)null),
        };
        return PloverTypes.TryParse(present, out type);
    }

    /// <summary>A context in PLOVER's spelling; null for what is none.</summary>
    public static string? Context(string name)
    {
        string plain = name.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_').Replace('/', '_');
        return Contexts.Contains(plain) ? plain : null;
    }

    /// <summary>A mode of a category in PLOVER's spelling; null for what is none.</summary>
    public static string? Mode(PloverType type, string name)
    {
        string plain = name.Trim().ToLowerInvariant().Replace(' ', '-').Replace('_', '-');
        return type.HasMode(plain) ? plain : null;
    }
}
