using System.Collections.Frozen;
using Entente.Records;

namespace Entente.Archive.Import.Tables;

/// <summary>ICEWS's names of sectors in PLOVER's terms.</summary>
/// <remarks>
/// ICEWS names several hundred, nested; <c>icews-sectors.tsv</c> lists the plain ones, and what ends in a word of <see cref="Endings"/> follows it. Religions,
/// ethnic groups and places on the political scale say what somebody is, not which sector acts, and give none.
/// </remarks>
internal static class IcewsSectors
{
    private static readonly FrozenDictionary<string, string> Names =
        TableResource.Rows("icews-sectors.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> FirstNames =
        TableResource.Rows("icews-sectors.tsv").Where(row => row[1].Length > 0).DistinctBy(row => row[1]).ToDictionary(row => row[1], row => row[0], StringComparer.Ordinal);

    private static readonly (string Ending, string Sector)[] Endings =
    [
        (" Ministry", "GOV"), (" Business", "BUS"), (" Divisions", "MIL"), (" Party", "PTY"), (" IGOs", "IGO"), (" NGOs", "NGO"), (" News", "JRN"), (" Special Forces", "MIL"),
        (" Entertainment", "JRN"), (" Insurgents", "REB"), (" Separatists", "REB"), (" Rebels", "REB"),
    ];

    /// <summary>Country-slot bodies and sectors of a comma-separated list.</summary>
    /// <param name="list">Such as <c>Executive,Foreign Ministry,Government</c>.</param>
    /// <param name="country">ISO code; null where none is given: then a body may stand in its place.</param>
    /// <param name="name">The party's name, which tells the United Nations and the European Union from other bodies.</param>
    public static ActorCode? Code(string list, string? country, string name)
    {
        var sectors = new List<string>();
        string? body = null;
        foreach (string part in list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string meaning = Meaning(part);
            if (meaning is "IGO" or "NGO" or "MNC")
            {
                body ??= meaning;
            }
            else if (meaning.Length > 0 && !sectors.Contains(meaning))
            {
                sectors.Add(meaning);
            }
        }

        sectors.Sort(StringComparer.Ordinal);
        return CameoSectors.Code(country ?? (body == "IGO" ? Named(name) : body), sectors);
    }

    /// <summary>ICEWS's plain word of a PLOVER sector: the first that means it; null where it has none.</summary>
    public static string? NameOf(string sector) => FirstNames.GetValueOrDefault(sector);

    private static string Meaning(string part)
    {
        if (Names.TryGetValue(part, out string? sector))
        {
            return sector;
        }

        foreach ((string ending, string meaning) in Endings)
        {
            if (part.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return meaning;
            }
        }

        return "";
    }

    private static string Named(string name) =>
        name is "United Nations" || name.StartsWith("UN ", StringComparison.Ordinal) || name.Contains("(United Nations)", StringComparison.Ordinal) ? "UNO"
        : name is "European Union" or "European Commission" or "European Parliament" or "European Council" || name.Contains("(European Union)", StringComparison.Ordinal) ? "EUR"
        : "IGO";
}
