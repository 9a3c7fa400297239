using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Icews;

/// <summary>Reads ICEWS event tables: 20 columns apart by tabs, with a header; plain (.tsv) or with quotes about strings (.tab).</summary>
/// <remarks>
/// Columns are found by name, so that tables with further columns (those of the R package) are read too. <c>NA</c>, <c>NULL</c> and nothing mean unknown. Event
/// ids repeat across dates: the key is id and date. A consultation stands in two rows, one for each direction, and is read as two events, as ICEWS counts it.
/// </remarks>
public sealed class IcewsReader : TableReader<ExchangeEvent>
{
    private static readonly string[] Needed =
        ["Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country"];

    private readonly Utf8Strings _strings = new();
    private readonly Utf8Cache<IReadOnlyList<ExchangeParty>> _parties = new(bits: 16);
    private Places _at = new(NamedColumns.Of(Needed));

    /// <summary>A reader with the program's tables.</summary>
    public IcewsReader()
        : base('\t')
    {
    }

    private protected override int[]? Begin(RowReader rows, ImportLog log)
    {
        if (Header(rows, log) is not { } columns || !columns.Has(log, "ICEWS", Needed))
        {
            return null;
        }

        _at = new(columns);
        return [columns.Width];
    }

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeEvent? read)
    {
        Places at = _at;
        read = null;
        if (Known(row.Cell(at.Id)) is not { } id)
        {
            return log.Refuse(row, "IMP009", "Event ID", row[at.Id], "the event's number") && false;
        }

        if (!TryDay(row.Cell(at.Date), out DateOnly day))
        {
            return log.Refuse(row, "IMP006", "Event Date", row[at.Date], "a day, YYYY-MM-DD") && false;
        }

        string? scale = Known(row.Cell(at.Intensity));
        if (!log.TryCameo(row, "CAMEO Code", Known(row.Cell(at.Cameo)) ?? "", out CameoMeaning? meaning)
            || !log.TryGoldstein(row, "Intensity", scale is null ? default : row.Cell(at.Intensity), out double? intensity))
        {
            return false;
        }

        if (!TryPlace(row, at, log, out ExchangePlace? place))
        {
            return log.Refuse(row, "IMP008", "Latitude, Longitude", row.Cell(at.Latitude), "degrees both, or NA both") && false;
        }

        read = new()
        {
            Source = "icews",
            Id = id,
            Date = day,
            When = DateSpan.OfDay(day),
            Type = meaning.Type,
            Modes = meaning.Modes,
            Contexts = meaning.Contexts,
            Cameo = meaning.Code,
            Goldstein = intensity,
            Label = Known(row.Cell(at.Label)),
            Actors = Party(row, at.Source, at.SourceSectors, at.SourceCountry, log),
            Recipients = Party(row, at.Target, at.TargetSectors, at.TargetCountry, log),
            Place = place,
            Story = Optional(row, at.Story),
            Sentence = Optional(row, at.Sentence) is { } number1 && int.TryParse(number1, NumberStyles.None, CultureInfo.InvariantCulture, out int sentence) && sentence > 0 ? sentence - 1 : null,
            Publisher = Optional(row, at.Publisher),
            Line = row.Line,
        };
        return true;
    }

    private IReadOnlyList<ExchangeParty> Party(RowReader row, int name, int sectors, int country, ImportLog log)
    {
        ReadOnlySpan<byte> key = sectors == name + 1 && country == name + 2 ? row.Run(name, country) : default;
        if (!key.IsEmpty && _parties.TryGet(key, out IReadOnlyList<ExchangeParty>? known))
        {
            return known;
        }

        string? called = Known(row.Cell(name)), state = Known(row.Cell(country)), iso = state is null ? null : CountryTable.Default.FromName(state);
        IReadOnlyList<ExchangeParty> party = called is null && state is null
            ? []
            : [new(called, IcewsSectors.Code(Known(row.Cell(sectors)) ?? "", iso, called ?? ""))];
        if (state is not null && iso is null)
        {
            log.Note("country name without a code", state, row.Line);
            return party;
        }

        return key.IsEmpty ? party : _parties.Keep(key, party);
    }

    private bool TryPlace(RowReader row, Places at, ImportLog log, out ExchangePlace? place)
    {
        place = null;
        string? city = Optional(row, at.City), district = Optional(row, at.District), province = Optional(row, at.Province), state = Optional(row, at.Country);
        if (state is null && city is null && province is null)
        {
            return true;
        }

        string? latitude = Optional(row, at.Latitude), longitude = Optional(row, at.Longitude);
        if (!RowChecks.TryCoordinates(Encoding.UTF8.GetBytes(latitude ?? ""), Encoding.UTF8.GetBytes(longitude ?? ""), out double? lat, out double? lon))
        {
            return false;
        }

        string? iso = state is null ? null : CountryTable.Default.FromName(state);
        if (state is not null && iso is null)
        {
            log.Note("country name without a code", state, row.Line);
        }

        int resolution = city is not null ? 4 : district is not null ? 3 : province is not null ? 2 : 1;
        place = ExchangePlace.At(city ?? district ?? province ?? state, iso, resolution, province, lat, lon);
        return true;
    }

    private string? Optional(RowReader row, int column) => column < 0 ? null : Known(row.Cell(column));

    private string? Known(ReadOnlySpan<byte> cell) => cell.SequenceEqual("NA"u8) || cell.SequenceEqual("NULL"u8) ? null : _strings.Of(cell);

    private static bool TryDay(ReadOnlySpan<byte> text, out DateOnly day) =>
        Cells.TryIsoDay(text, out day)
        || DateOnly.TryParseExact(Encoding.UTF8.GetString(text.Length > 10 ? [] : text), "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>Where the columns stand; -1 for those that the table lacks.</summary>
    private sealed class Places(NamedColumns columns)
    {
        public int Id { get; } = columns.Find("Event ID");

        public int Date { get; } = columns.Find("Event Date");

        public int Source { get; } = columns.Find("Source Name");

        public int SourceSectors { get; } = columns.Find("Source Sectors");

        public int SourceCountry { get; } = columns.Find("Source Country");

        public int Label { get; } = columns.Find("Event Text");

        public int Cameo { get; } = columns.Find("CAMEO Code");

        public int Intensity { get; } = columns.Find("Intensity");

        public int Target { get; } = columns.Find("Target Name");

        public int TargetSectors { get; } = columns.Find("Target Sectors");

        public int TargetCountry { get; } = columns.Find("Target Country");

        public int Story { get; } = columns.Find("Story ID");

        public int Sentence { get; } = columns.Find("Sentence Number");

        public int Publisher { get; } = columns.Find("Publisher");

        public int City { get; } = columns.Find("City");

        public int District { get; } = columns.Find("District");

        public int Province { get; } = columns.Find("Province");

        public int Country { get; } = columns.Find("Country");

        public int Latitude { get; } = columns.Find("Latitude");

        public int Longitude { get; } = columns.Find("Longitude");
    }
}
