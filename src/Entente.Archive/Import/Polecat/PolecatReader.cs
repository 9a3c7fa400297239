using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Polecat;

/// <summary>Reads POLECAT (NGEC) tables: apart by tabs, with a header.</summary>
/// <remarks>
/// Columns are found by name. Known defects are borne: a header with a <c>Headline</c> that the rows lack, empty columns past the last, rows that are no UTF-8. A
/// party's country is read from its name, or from the number of the Correlates of War project beside it.
/// </remarks>
public sealed class PolecatReader : TableReader<ExchangeEvent>
{
    private static readonly string[] Needed =
        ["Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Actor Name", "Actor Country", "Recipient Name", "Recipient Country"];

    private NamedColumns _columns = NamedColumns.Of(Needed), _whole = NamedColumns.Of(Needed), _withoutHeadline = NamedColumns.Of(Needed);

    /// <summary>A reader with the program's tables.</summary>
    public PolecatReader()
        : base('\t')
    {
    }

    private protected override bool AnyEncoding => true;

    private protected override bool Surplus => true;

    private protected override int[]? Begin(RowReader rows, ImportLog log)
    {
        if (Header(rows, log) is not { } columns || !columns.Has(log, "POLECAT", Needed))
        {
            return null;
        }

        _whole = _columns = columns;
        _withoutHeadline = columns.Find("Headline") < 0 ? columns : columns.Without("Headline");
        return columns == _withoutHeadline ? [columns.Width] : [columns.Width, columns.Width - 1];
    }

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeEvent? read)
    {
        read = null;
        _columns = row.Count < _whole.Width ? _withoutHeadline : _whole;
        int idColumn = _columns.Find("Event ID"), dateColumn = _columns.Find("Event Date"), typeColumn = _columns.Find("Event Type");
        if (Optional(row, idColumn) is not { } id)
        {
            return log.Refuse(row, "IMP009", "Event ID", row[idColumn], "the event's id") && false;
        }

        if (!Cells.TryIsoDay(row.Cell(dateColumn), out DateOnly day))
        {
            return log.Refuse(row, "IMP006", "Event Date", row[dateColumn], "a day, YYYY-MM-DD") && false;
        }

        if (!PloverTerms.TryCategory(Optional(row, typeColumn) ?? "", out PloverType type, out string? implied))
        {
            return log.Refuse(row, "IMP013", "Event Type", row[typeColumn], "a category of PLOVER") && false;
        }

        if (!TryPlace(row, log, out ExchangePlace? place))
        {
            return log.Refuse(row, "IMP008", "Latitude, Longitude", row[_columns.Find("Latitude")], "degrees both, or nothing") && false;
        }

        List<string> modes = Terms(row, _columns.Find("Event Mode"), name => PloverTerms.Mode(type, name), "mode that PLOVER lacks", log);
        read = new()
        {
            Source = "polecat",
            Id = id,
            Date = day,
            When = DateSpan.OfDay(day),
            Type = type,
            Modes = modes.Count == 0 && implied is not null ? [implied] : modes,
            Contexts = Terms(row, _columns.Find("Contexts"), PloverTerms.Context, "context that PLOVER lacks", log),
            Actors = Party(row, "Actor", day, log),
            Recipients = Party(row, "Recipient", day, log),
            Place = place,
            Story = At(row, "Story ID"),
            Publisher = At(row, "Source"),
            Line = row.Line,
        };
        return true;
    }

    private static List<string> Terms(string? cell, Func<string, string?> meaning, string kind, long line, ImportLog log)
    {
        var terms = new List<string>();
        foreach (string name in (cell ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (meaning(name) is not { } term)
            {
                log.Note(kind, name, line);
            }
            else if (!terms.Contains(term))
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    private static List<string> Terms(RowReader row, int column, Func<string, string?> meaning, string kind, ImportLog log) => Terms(Optional(row, column), meaning, kind, row.Line, log);

    /// <summary>One party for each country that is named; the sectors are those of all.</summary>
    private ExchangeParty[] Party(RowReader row, string side, DateOnly day, ImportLog log)
    {
        string? name = Optional(row, _columns.Find(side + " Name")), states = Optional(row, _columns.Find(side + " Country")), numbers = Optional(row, _columns.Find(side + " COW"));
        List<string> sectors = Terms(
            Optional(row, _columns.Find($"Primary {side} Sector")) + ";" + Optional(row, _columns.Find(side + " Sectors")), Sector, "sector that PLOVER lacks", row.Line, log);
        if (name is null && states is null && sectors.Count == 0)
        {
            return [];
        }

        string[] countries = Split(states), cow = Split(numbers);
        if (countries.Length <= 1)
        {
            return [Named(name, Country(countries.FirstOrDefault(), cow.FirstOrDefault(), day, row.Line, log), sectors)];
        }

        string[] names = Split(name);
        return [.. countries.Select((country, at) => Named(names.Length == countries.Length ? names[at] : name, Country(country, cow.Length == countries.Length ? cow[at] : null, day, row.Line, log), sectors))];
    }

    private static ExchangeParty Named(string? name, string? country, List<string> sectors) => new(name, CameoSectors.Code(country, sectors));

    private static string[] Split(string? cell) => (cell ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string? Country(string? name, string? number, DateOnly day, long line, ImportLog log)
    {
        if (name is null or "None")
        {
            return null;
        }

        string? known = CountryTable.Default.FromCodeOrName(name)
            ?? (name is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG" ? name : null)
            ?? (int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int cow) ? CountryTable.Default.FromCow(cow, day) : null);
        if (known is null)
        {
            log.Note("country name without a code", name, line);
        }

        return known;
    }

    private static string? Sector(string name) => ActorCode.IsSector(name) ? name : null;

    private bool TryPlace(RowReader row, ImportLog log, out ExchangePlace? place)
    {
        place = null;
        string? city = At(row, "City"), district = At(row, "District"), province = At(row, "Province"), state = At(row, "Country"), name = At(row, "Placename");
        if (state is null && name is null && city is null)
        {
            return true;
        }

        int latitude = _columns.Find("Latitude"), longitude = _columns.Find("Longitude");
        double? lat = null, lon = null;
        if (latitude >= 0 && longitude >= 0 && At(row, "Latitude") is not null && !RowChecks.TryCoordinates(row.Cell(latitude), row.Cell(longitude), out lat, out lon))
        {
            return false;
        }

        int resolution = city is not null ? 4 : district is not null ? 3 : province is not null ? 2 : 1;
        int? geoname = int.TryParse(At(row, "GeoNames ID"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
        place = ExchangePlace.At(name ?? city ?? district ?? province ?? state, Country(state, null, default, row.Line, log), resolution, province, lat, lon, geoname);
        return true;
    }

    private string? At(RowReader row, string name) => Optional(row, _columns.Find(name));

    private static string? Optional(RowReader row, int column)
    {
        if (column < 0 || column >= row.Count)
        {
            return null;
        }

        string? text = row.Text(column) is { Length: > 0 } found ? found : null;
        return text is "None" or "NA" or "nan" ? null : text;
    }
}
