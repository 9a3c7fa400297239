using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Plover;

/// <summary>Reads the parties of a PLOVER record: the manual's block, and NGEC's.</summary>
internal static class PloverParties
{
    /// <summary>The parties under either name; a list of objects, or one object.</summary>
    public static IReadOnlyList<ExchangeParty> Read(JsonElement root, string name, string olderName, long line, ImportLog log)
    {
        if (!root.TryGetProperty(name, out JsonElement list) && (!root.TryGetProperty(olderName, out list) || list.ValueKind == JsonValueKind.String))
        {
            return [];
        }

        return list.ValueKind switch
        {
            JsonValueKind.Array => [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(item => Party(item, line, log))],
            JsonValueKind.Object => [Party(list, line, log)],
            _ => [],
        };
    }

    private static ExchangeParty Party(JsonElement from, long line, ImportLog log)
    {
        string? code = PloverFields.Text(from, "code"), name = PloverFields.Text(from, "country_name");
        string? country = code is null ? (name is null ? null : CountryTable.Default.FromName(name)) : Country(code);
        if (country is null && (code ?? name) is { Length: > 0 } unknown)
        {
            log.Note("country without a code", unknown, line);
        }

        var sectors = new List<string>();
        foreach (string text in new[] { "sector", "other_sectors", "sector_code", "other_sector_codes" }.SelectMany(member => PloverFields.List(from, member)))
        {
            for (int at = 0; at + 3 <= text.Length; at += text.Length > at + 3 && text[at + 3] is ' ' or ';' or ',' ? 4 : 3)
            {
                string sector = text.Substring(at, 3);
                if (!ActorCode.IsSector(sector))
                {
                    log.Note("sector that PLOVER lacks", sector, line);
                }
                else if (!sectors.Contains(sector))
                {
                    sectors.Add(sector);
                }
            }
        }

        return new(PloverFields.Text(from, "entity_text") ?? PloverFields.Text(from, "entity_name") ?? PloverFields.Text(from, "raw_text"), CameoSectors.Code(country, sectors))
        {
            SourceCode = PloverFields.Text(from, "source_code"),
        };
    }

    private static string? Country(string code) =>
        code is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG" ? code : CountryTable.Default.FromCameo(code);
}
