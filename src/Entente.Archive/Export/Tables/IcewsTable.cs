using Entente.Archive.Exchange;
using Entente.Archive.Import.Tables;

namespace Entente.Archive.Export.Tables;

/// <summary>Events in the shape of an ICEWS table: 20 columns apart by tabs, one row a pair of parties.</summary>
/// <remarks>
/// Events without a CAMEO code have no place in it. A number of ICEWS's is kept as id; other ids stay as they are. Sectors are written in ICEWS's plain words. Of a
/// category, mode, context, status, claim and victims nothing is left but the code.
/// </remarks>
public sealed class IcewsTable : IEventExporter
{
    private static readonly string[] Header =
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
        "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ];

    /// <inheritdoc/>
    public string? Codebook => null;

    /// <inheritdoc/>
    public ExportOutcome Write(IEnumerable<ExchangeEvent> events, Stream output)
    {
        using var table = new DelimitedWriter(output, '\t');
        table.Row(Header);
        long written = 0, left = 0;
        foreach (ExchangeEvent coded in events)
        {
            if (coded.Cameo is null)
            {
                left++;
                continue;
            }

            int row = 0;
            foreach ((ExchangeParty? actor, ExchangeParty? recipient) in SourcePairs.Of(coded))
            {
                WriteRow(table, coded, SourcePairs.Id(coded.Id, row++), actor, recipient);
                written++;
            }
        }

        return new(written, left, left > 0 ? "they have no CAMEO code" : null);
    }

    private static void WriteRow(DelimitedWriter table, ExchangeEvent coded, string id, ExchangeParty? actor, ExchangeParty? recipient)
    {
        table.Cell(id).Cell(coded.When.Start);
        WriteParty(table, actor);
        table.Cell(coded.Label ?? (CameoTable.Default.TryGet(coded.Cameo!, out CameoMeaning? meaning) ? meaning.Label : null)).Cell(coded.Cameo).Cell(coded.Goldstein);
        WriteParty(table, recipient);
        ExchangePlace? place = coded.Place;
        table.Cell(coded.Story).Cell(coded.Sentence + 1).Cell(coded.Publisher)
            .Cell(place?.Resolution >= 4 ? place.Name : null).Cell(place?.Resolution == 3 ? place.Name : null).Cell(place?.Admin1 ?? (place?.Resolution == 2 ? place.Name : null))
            .Cell(place?.Country is { } country ? CountryTable.Default.NameOf(country) ?? country : null).Cell(place?.Latitude).Cell(place?.Longitude).End();
    }

    private static void WriteParty(DelimitedWriter table, ExchangeParty? party)
    {
        string? country = party?.Code?.Country;
        string? body = country is "IGO" or "UNO" or "EUR" ? "International Government Organization"
            : country == "NGO" ? "Nongovernmental Organization (International)" : country == "MNC" ? "Multinational Corporation" : null;
        IEnumerable<string> sectors = (party?.Code?.Sectors ?? []).Select(IcewsSectors.NameOf).OfType<string>();
        string? name = party?.Name ?? (country == "UNO" ? "United Nations" : country == "EUR" ? "European Union" : party?.Code?.Text);
        table.Cell(name).Cell(string.Join(',', body is null ? sectors : sectors.Prepend(body))).Cell(body is null && country is not null ? CountryTable.Default.NameOf(country) : null);
    }
}
