using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Ucdp;

/// <summary>Reads the UCDP Georeferenced Event Dataset: comma-separated, with its header or, as some candidate files come, without.</summary>
/// <remarks>
/// All is ASSAULT. Fighting between two sides (types 1 and 2) is two-sided, all as actors; one-sided violence (type 3) is done by side A to civilians of the country it happened in.
/// A government is coded by its Gleditsch and Ward number; other groups by the lexicon where it knows them on the day, else without a country. <c>best</c> is the number of dead.
/// </remarks>
public sealed class UcdpReader : TableReader<ExchangeEvent>
{
    private static readonly string[] All =
    [
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name",
        "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date", "source_headline",
        "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region",
        "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa", "gwnob",
    ];

    private readonly IPartyNames _names;
    private NamedColumns _columns = NamedColumns.Of(All);

    /// <param name="names">Knows armed groups by name.</param>
    public UcdpReader(IPartyNames names)
        : base(',') => _names = names;

    private protected override int[]? Begin(RowReader rows, ImportLog log)
    {
        bool any = rows.Read() == RowState.Row;
        if (any && rows.Count == All.Length && rows.Row.IndexOf("type_of_violence"u8) < 0)
        {
            rows.Again();
            return [All.Length];
        }

        if (!any)
        {
            log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
            return null;
        }

        _columns = NamedColumns.Of(rows);
        return _columns.Has(log, "UCDP GED", "id", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude", "country", "country_id", "date_prec", "date_start", "date_end", "best", "gwnoa", "gwnob")
            ? [_columns.Width]
            : null;
    }

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeEvent? read)
    {
        read = null;
        if (At(row, "id").IsEmpty)
        {
            return log.Refuse(row, "IMP009", "id", At(row, "id"), "the event's id") && false;
        }

        if (!Cells.TryIsoDay(At(row, "date_start"), out DateOnly start) || !Cells.TryIsoDay(At(row, "date_end"), out DateOnly last) || last < start)
        {
            return log.Refuse(row, "IMP006", "date_start, date_end", At(row, "date_start"), "days, YYYY-MM-DD, the end not before the start") && false;
        }

        if (At(row, "type_of_violence") is not [>= (byte)'1' and <= (byte)'3' and var kind])
        {
            return log.Refuse(row, "IMP014", "type_of_violence", At(row, "type_of_violence"), "1, 2 or 3") && false;
        }

        if (!Cells.TryDigits(At(row, "best"), out int dead))
        {
            return log.Refuse(row, "IMP008", "best", At(row, "best"), "a whole number") && false;
        }

        if (!RowChecks.TryCoordinates(At(row, "latitude"), At(row, "longitude"), out double? latitude, out double? longitude))
        {
            return log.Refuse(row, "IMP008", "latitude, longitude", At(row, "latitude"), "degrees both, or nothing") && false;
        }

        string? country = Number(At(row, "country_id")) is { } state ? CountryTable.Default.FromGleditschWard(state, start) : null;
        if (country is null)
        {
            log.Note("country number without a code", Text(row, "country_id") ?? "", row.Line);
        }

        ExchangeParty[] first = Side(row, "side_a", "gwnoa", kind, start, log), second = Side(row, "side_b", "gwnob", kind, start, log);
        read = new()
        {
            Source = "ucdp",
            Id = Text(row, "id")!,
            Date = start,
            When = new(start, last.AddDays(1)),
            Precision = At(row, "date_prec") switch { [(byte)'1'] => DatePrecision.Day, [(byte)'2' or (byte)'3'] => DatePrecision.Week, [(byte)'4'] => DatePrecision.Month, _ => DatePrecision.Year },
            Type = PloverType.Assault,
            Label = kind switch { (byte)'1' => "state-based violence", (byte)'2' => "non-state violence", _ => "one-sided violence" },
            Actors = kind == '3' ? first : [.. first, .. second],
            Recipients = kind == '3' ? [new("Civilians", CameoSectors.Code(country, ["CVL"]))] : [],
            Place = Place(row, country, latitude, longitude),
            Size = new(dead, null, null),
            Publisher = Text(row, "source_office"),
            Line = row.Line,
        };
        return true;
    }

    private ExchangeParty[] Side(RowReader row, string side, string number, byte kind, DateOnly day, ImportLog log)
    {
        if (Text(row, side) is not { } name)
        {
            return [];
        }

        string[] numbers = (Text(row, number) ?? "").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length == 0)
        {
            return [new(name, _names.Find(name, day) ?? CameoSectors.Code(null, [kind == '2' ? "UAF" : "REB"]))];
        }

        var parties = new List<ExchangeParty>();
        foreach (string one in numbers)
        {
            string? country = int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out int state) ? CountryTable.Default.FromGleditschWard(state, day) : null;
            if (country is null)
            {
                log.Note("country number without a code", one, row.Line);
            }

            parties.Add(new(name, CameoSectors.Code(country, ["GOV"])));
        }

        return [.. parties];
    }

    /// <summary>where_prec: 1 exact, 2 near a place, 3 second-level region, 4 first-level region, 5 a line or area, 6 country, 7 at sea or in the air.</summary>
    private ExchangePlace Place(RowReader row, string? country, double? latitude, double? longitude)
    {
        int resolution = At(row, "where_prec") switch { [(byte)'1' or (byte)'2'] => 4, [(byte)'3'] => 3, [(byte)'6'] => 1, _ => 2 };
        return ExchangePlace.At(Text(row, "where_coordinates") ?? Text(row, "where_description"), country, resolution, Text(row, "adm_1"), latitude, longitude);
    }

    private ReadOnlySpan<byte> At(RowReader row, string name) => _columns.Find(name) is >= 0 and int column ? row[column] : default;

    private string? Text(RowReader row, string name) => _columns.Find(name) is >= 0 and int column && row.Text(column) is { Length: > 0 } text ? text : null;

    private static int? Number(ReadOnlySpan<byte> cell) => Cells.TryDigits(cell, out int number) ? number : null;
}
