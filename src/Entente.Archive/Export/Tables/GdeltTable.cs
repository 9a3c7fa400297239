using System.Globalization;
using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Tables;

namespace Entente.Archive.Export.Tables;

/// <summary>Events in the shape of GDELT 2.0's event table: 61 columns apart by tabs, without a header, one row a pair of parties.</summary>
/// <remarks>
/// Events without a CAMEO code have no place in it. GLOBALEVENTID is a number: an id that is none gives one by a hash of its text (FNV-1a, 18 digits), the same every time. What GDELT counts and
/// nobody here knows (tone, sources, articles, root event) stays empty. Of category, mode, context, status, claim and victims nothing is left but the code.
/// </remarks>
public sealed class GdeltTable : IEventExporter
{
    /// <inheritdoc/>
    public string? Codebook => null;

    /// <inheritdoc/>
    public ExportOutcome Write(IEnumerable<ExchangeEvent> events, Stream output)
    {
        using var table = new DelimitedWriter(output, '\t');
        long written = 0, left = 0;
        foreach (ExchangeEvent coded in events)
        {
            if (coded.Cameo is not { } code)
            {
                left++;
                continue;
            }

            int row = 0;
            foreach ((ExchangeParty? actor, ExchangeParty? recipient) in SourcePairs.Of(coded))
            {
                WriteRow(table, coded, code, Number(SourcePairs.Id(coded.Id, row++)), actor, recipient);
                written++;
            }
        }

        return new(written, left, left > 0 ? "they have no CAMEO code" : null);
    }

    private static void WriteRow(DelimitedWriter table, ExchangeEvent coded, string code, string id, ExchangeParty? actor, ExchangeParty? recipient)
    {
        DateOnly day = coded.When.Start;
        string compact = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        double fraction = day.Year + (((day.Month * 30) + day.Day) / 365.0);
        table.Cell(id).Cell(compact).Cell(compact[..6]).Cell(compact[..4]).Cell(fraction.ToString("0.0000", CultureInfo.InvariantCulture));
        WriteParty(table, actor);
        WriteParty(table, recipient);
        table.Cell((string?)null).Cell(code).Cell(code[..Math.Min(3, code.Length)]).Cell(code[..2]).Cell(Quad(code)).Cell(coded.Goldstein).Cell(coded.Mentions).Cell((string?)null).Cell((string?)null).Cell((string?)null);
        WritePlace(table, null);
        WritePlace(table, null);
        WritePlace(table, coded.Place);
        table.Cell(coded.Date.ToString("yyyyMMdd'000000'", CultureInfo.InvariantCulture)).Cell(coded.Url).End();
    }

    /// <summary>Ten columns: code, name, country, known group, ethnic, two religions, three types.</summary>
    private static void WriteParty(DelimitedWriter table, ExchangeParty? party)
    {
        string? country = party?.Code?.Country;
        bool body = country is "IGO" or "NGO" or "MNC" or "IMG" or "ISM" or "UNO" or "EUR";
        string? letters = body || country is null ? null : CountryTable.Default.CameoOf(country);
        string? group = country switch { "UNO" => "UNO", "EUR" => "EEC", _ => null };
        string[] types = [.. (body && group is null ? new[] { country! } : []).Concat((party?.Code?.Sectors ?? []).Select(CameoSectors.FromPlover).OfType<string>())];
        string code = party?.SourceCode ?? string.Concat(new[] { letters ?? group }.Concat(types));
        table.Cell(code.Length > 0 ? code : null).Cell(party?.Name).Cell(letters).Cell(group).Cell((string?)null).Cell((string?)null).Cell((string?)null);
        for (int at = 0; at < 3; at++)
        {
            table.Cell(at < types.Length ? types[at] : null);
        }
    }

    /// <summary>Eight columns: type, full name, country, first-level region, second-level region, latitude, longitude, id.</summary>
    private static void WritePlace(DelimitedWriter table, ExchangePlace? place)
    {
        bool american = place?.Country == "USA";
        string? type = place?.Resolution switch { null => "0", 1 => "1", 2 or 3 => american ? "2" : "5", _ => american ? "3" : "4" };
        table.Cell(type).Cell(place?.Name).Cell(place?.Country is { } country ? CountryTable.Default.FipsOf(country) : null).Cell(place?.Admin1).Cell((string?)null)
            .Cell(place?.Latitude).Cell(place?.Longitude).Cell(place?.GeonameId);
    }

    /// <summary>1 to 4 by the first two digits, as GDELT has it.</summary>
    private static string Quad(string code) => int.Parse(code.AsSpan(0, 2), CultureInfo.InvariantCulture) switch { <= 5 => "1", <= 8 => "2", <= 13 => "3", _ => "4" };

    private static string Number(string id)
    {
        if (id.Length is > 0 and <= 18 && id.All(char.IsAsciiDigit))
        {
            return id;
        }

        ulong hash = 14695981039346656037;
        foreach (byte part in Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ part) * 1099511628211;
        }

        return ((hash % 900_000_000_000_000_000) + 100_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
    }
}
