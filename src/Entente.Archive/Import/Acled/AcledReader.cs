using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Acled;

/// <summary>Reads ACLED's tables: comma-separated, with a header.</summary>
/// <remarks>
/// ACLED's first and second actor have no direction. Fighting between two sides (Battles, and agreements) is read as two-sided, all as actors; in violence against civilians, remote violence and
/// all else the first acts and the second is acted upon. <c>fatalities</c> are the dead. A place is as exact as <c>geo_precision</c> says: 1 a town, 2 near one, 3 a region.
/// </remarks>
public sealed class AcledReader : TableReader<ExchangeEvent>
{
    private static readonly string[] Needed = ["event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "inter1", "actor2", "inter2", "country", "fatalities"];

    private static readonly string[] DayForms = ["yyyy-MM-dd", "dd MMMM yyyy", "d MMMM yyyy", "dd/MM/yyyy"];

    private readonly IPartyNames _names;
    private NamedColumns _columns = NamedColumns.Of(Needed);
    private int _id, _date, _type, _subType;

    /// <param name="names">Knows armed groups by name.</param>
    public AcledReader(IPartyNames names)
        : base(',') => _names = names;

    private protected override int[]? Begin(RowReader rows, ImportLog log)
    {
        if (Header(rows, log) is not { } columns || !columns.Has(log, "ACLED", Needed))
        {
            return null;
        }

        _columns = columns;
        _id = columns.Find("event_id_cnty");
        _date = columns.Find("event_date");
        _type = columns.Find("event_type");
        _subType = columns.Find("sub_event_type");
        return [columns.Width];
    }

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeEvent? read)
    {
        read = null;
        if (row[_id].IsEmpty)
        {
            return log.Refuse(row, "IMP009", "event_id_cnty", row[_id], "the event's id") && false;
        }

        if (!DateOnly.TryParseExact(row.Text(_date), DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return log.Refuse(row, "IMP006", "event_date", row[_date], "a day, YYYY-MM-DD or 01 June 2018") && false;
        }

        string type = row.Text(_type), subType = row.Text(_subType);
        if (!AcledEvents.TryMeaning(type, subType, out PloverType? category, out string? mode))
        {
            return log.Refuse(row, "IMP014", "event_type", row[_type], string.Join(", ", AcledEvents.Types)) && false;
        }

        if (!TryParty(row, "actor1", "inter1", day, log, out ExchangeParty[] first) || !TryParty(row, "actor2", "inter2", day, log, out ExchangeParty[] second))
        {
            return false;
        }

        if (!Cells.TryDigits(row[_columns.Find("fatalities")], out int dead))
        {
            return log.Refuse(row, "IMP008", "fatalities", row[_columns.Find("fatalities")], "a whole number") && false;
        }

        if (!TryPlace(row, log, out ExchangePlace? place))
        {
            return log.Refuse(row, "IMP008", "latitude, longitude", At(row, "latitude"), "degrees both, or nothing") && false;
        }

        bool twoSided = type == "Battles" || subType == "Agreement";
        int precision = At(row, "time_precision") is [var digit] ? digit - '0' : 1;
        read = new()
        {
            Source = "acled",
            Id = row.Text(_id),
            Date = day,
            When = precision switch { 2 => new(day, day.AddDays(7)), 3 => new(new(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, 1).AddMonths(1)), _ => DateSpan.OfDay(day) },
            Precision = precision switch { 2 => DatePrecision.Week, 3 => DatePrecision.Month, _ => DatePrecision.Day },
            Type = category,
            Modes = mode is null ? [] : [mode],
            Label = subType.Length > 0 ? $"{type}: {subType}" : type,
            Actors = twoSided ? [.. first, .. second] : first,
            Recipients = twoSided ? [] : second,
            Place = place,
            Size = new(dead, null, null),
            Publisher = Optional(row, "source"),
            Text = Optional(row, "notes"),
            Line = row.Line,
        };
        return true;
    }

    private bool TryParty(RowReader row, string name, string kind, DateOnly day, ImportLog log, out ExchangeParty[] party)
    {
        party = [];
        if (AcledActors.Kind(row.Text(_columns.Find(kind))) is not { } number)
        {
            return log.Refuse(row, "IMP014", kind, row[_columns.Find(kind)], "1 to 8, or the name of a kind of actor such as State Forces") && false;
        }

        string called = row.Text(_columns.Find(name));
        party = called.Length == 0 ? [] : [AcledActors.Of(called, number, day, _names)];
        return true;
    }

    private bool TryPlace(RowReader row, ImportLog log, out ExchangePlace? place)
    {
        place = null;
        if (!RowChecks.TryCoordinates(At(row, "latitude"), At(row, "longitude"), out double? latitude, out double? longitude))
        {
            return false;
        }

        string state = row.Text(_columns.Find("country"));
        string? country = CountryTable.Default.FromName(state)
            ?? (Cells.TryDigits(At(row, "iso"), out int number) ? CountryTable.Default.FromNumeric(number) : null);
        if (country is null)
        {
            log.Note("country name without a code", state, row.Line);
        }

        int resolution = At(row, "geo_precision") is [(byte)'3'] ? 2 : 4;
        place = ExchangePlace.At(Optional(row, "location"), country, resolution, Optional(row, "admin1"), latitude, longitude);
        return true;
    }

    private ReadOnlySpan<byte> At(RowReader row, string name) => _columns.Find(name) is >= 0 and int column ? row[column] : default;

    private string? Optional(RowReader row, string name) => _columns.Find(name) is >= 0 and int column && row.Text(column) is { Length: > 0 } text ? text : null;
}
