using System.Diagnostics.CodeAnalysis;
using System.Text;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Gdelt;

/// <summary>Reads GDELT's event tables: version 2.0 (61 columns) and 1.0 (58, and 57 before April 2013), apart by tabs, without a header.</summary>
/// <remarks>
/// The category comes from EventCode by <c>lexicon/cameo.tsv</c>; GoldsteinScale is kept as GDELT has it. The place is ActionGeo; that of a country has no
/// coordinates. Kept besides: names and codes of the actors, NumMentions, SOURCEURL. Left out: tone, numbers of sources and articles, places of the actors.
/// </remarks>
public sealed class GdeltEventReader : TableReader<ExchangeEvent>
{
    private readonly Utf8Strings _strings = new();
    private readonly Utf8Cache<CameoMeaning> _codes = new();
    private readonly Utf8Cache<DateSpan> _days = new();
    private readonly GdeltParties _parties;
    private readonly GdeltPlaces _places;

    /// <summary>A reader with the program's tables.</summary>
    public GdeltEventReader()
        : base('\t')
    {
        _parties = new(_strings, CountryTable.Default);
        _places = new(_strings, CountryTable.Default);
    }

    private protected override int[] Begin(RowReader rows, ImportLog log) => GdeltColumns.Widths;

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeEvent? read)
    {
        read = null;
        GdeltColumns columns = GdeltColumns.Of(row.Count);
        if (row[GdeltColumns.Id].IsEmpty || row[GdeltColumns.Id].ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return log.Refuse(row, "IMP009", "GLOBALEVENTID", row[GdeltColumns.Id], "digits") && false;
        }

        if (!TryDay(row[GdeltColumns.Date], out DateSpan day))
        {
            return log.Refuse(row, "IMP006", "SQLDATE", row[GdeltColumns.Date], "a day, YYYYMMDD") && false;
        }

        if (!TryCode(row[GdeltColumns.Event], out CameoMeaning? meaning))
        {
            return log.RefuseCode(row, "EventCode", row[GdeltColumns.Event]);
        }

        if (!log.TryGoldstein(row, "GoldsteinScale", row[GdeltColumns.Goldstein], out double? goldstein))
        {
            return false;
        }

        if (!_places.TryRead(row, columns.ActionPlace, columns, log, out ExchangePlace? place))
        {
            return log.Refuse(row, "IMP008", "ActionGeo", row.Run(columns.ActionPlace, columns.ActionPlace + columns.LatitudeOffset + 1), "a latitude and a longitude in degrees, or neither") && false;
        }

        read = new()
        {
            Source = "gdelt",
            Id = Encoding.UTF8.GetString(row[GdeltColumns.Id]),
            Date = day.Start,
            When = day,
            Type = meaning.Type,
            Modes = meaning.Modes,
            Contexts = meaning.Contexts,
            Cameo = meaning.Code,
            Goldstein = goldstein,
            Actors = _parties.Read(row, GdeltColumns.FirstActor, log),
            Recipients = _parties.Read(row, GdeltColumns.SecondActor, log),
            Place = place,
            Mentions = Cells.TryDigits(row[GdeltColumns.Mentions], out int mentions) ? mentions : null,
            Url = columns.Url is { } url && row[url] is { IsEmpty: false } address ? Encoding.UTF8.GetString(address) : null,
            Line = row.Line,
        };
        return true;
    }

    private bool TryDay(ReadOnlySpan<byte> text, out DateSpan day)
    {
        if (_days.TryGet(text, out day))
        {
            return true;
        }

        if (!Cells.TryCompactDay(text, out DateOnly date))
        {
            return false;
        }

        day = _days.Keep(text, DateSpan.OfDay(date));
        return true;
    }

    private bool TryCode(ReadOnlySpan<byte> text, [NotNullWhen(true)] out CameoMeaning? meaning)
    {
        if (_codes.TryGet(text, out meaning))
        {
            return true;
        }

        if (!CameoTable.Default.TryGet(Encoding.UTF8.GetString(text), out meaning))
        {
            return false;
        }

        _codes.Keep(text, meaning);
        return true;
    }
}
