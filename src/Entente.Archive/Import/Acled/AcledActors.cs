using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Acled;

/// <summary>ACLED's names of actors and its eight kinds, in PLOVER's terms.</summary>
/// <remarks>
/// A country is taken from the name where it states one: <c>Military Forces of Chad (2021-)</c>, <c>Civilians (Chad)</c>. Rebels and militias are named without one; their code comes from
/// the lexicon where it knows them on the day, else they bear the sector alone.
/// </remarks>
internal static partial class AcledActors
{
    private static readonly string[] Kinds = ["", "State Forces", "Rebel", "Political Militia", "Identity Militia", "Rioters", "Protesters", "Civilians", "Other"];

    /// <summary>The number of a kind, 1 to 8, written as a number or in words; 0 for none, null for what is no kind.</summary>
    public static int? Kind(string cell)
    {
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number is >= 0 and <= 8 ? number : null;
        }

        for (int kind = 1; kind < Kinds.Length; kind++)
        {
            if (cell.StartsWith(Kinds[kind], StringComparison.OrdinalIgnoreCase) || (kind == 2 && cell == "Rebel Groups") || (kind == 8 && cell.StartsWith("External", StringComparison.OrdinalIgnoreCase)))
            {
                return kind;
            }
        }

        return cell.Length == 0 ? 0 : null;
    }

    /// <summary>The party of a name and kind.</summary>
    public static ExchangeParty Of(string name, int kind, DateOnly day, IPartyNames names)
    {
        string? sector = kind switch
        {
            1 => name.StartsWith("Police", StringComparison.Ordinal) ? "COP" : name.StartsWith("Military", StringComparison.Ordinal) ? "MIL" : name.StartsWith("Government", StringComparison.Ordinal) ? "GOV" : null,
            2 => "REB",
            3 or 4 => "UAF",
            5 or 6 or 7 => "CVL",
            _ => null,
        };
        string? country = CountryOf(name);
        if (country is null && kind is 2 or 3 or 4 or 8 && names.Find(Years().Replace(name, "").Trim(), day) is { } known)
        {
            return new(name, known);
        }

        return new(name, CameoSectors.Code(country, sector is null ? [] : [sector]));
    }

    private static string? CountryOf(string name)
    {
        string plain = Years().Replace(name, "").Trim();
        if (Within().Match(plain) is { Success: true } within && CountryTable.Default.FromName(within.Groups[1].Value) is { } country)
        {
            return country;
        }

        int of = plain.IndexOf(" of ", StringComparison.Ordinal);
        return of < 0 ? null : CountryTable.Default.FromName(plain[(of + 4)..]);
    }

    [GeneratedRegex(@"\s*\(\d{4}-(\d{4})?\)")]
    private static partial Regex Years();

    [GeneratedRegex(@"\(([^()]+)\)")]
    private static partial Regex Within();
}
