using System.Diagnostics.CodeAnalysis;
using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;
using Entente.Records;

namespace Entente.Archive.Import.Phoenix;

/// <summary>Reads Phoenix event tables: 26 columns apart by tabs, without a header; a header, where there is one, is passed over.</summary>
/// <remarks>Actors are CAMEO codes: a country or body, a role, and attributes.</remarks>
public sealed class PhoenixReader : TableReader<ExchangeEvent>
{
    private const int Width = 26, Id = 0, Date = 1, Source = 5, Target = 9, Event = 13, Goldstein = 16, Latitude = 18, Longitude = 19, Place = 20, State = 21, Country = 22, Urls = 24, Publishers = 25;

    /// <summary>A reader with the program's tables.</summary>
    public PhoenixReader()
        : base('\t')
    {
    }

    private protected override int[] Begin(RowReader rows, ImportLog log) => [Width];

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out ExchangeEvent? read)
    {
        read = null;
        if (row.Line == 1 && row[Id].SequenceEqual("EventID"u8))
        {
            log.Rows--;
            return false;
        }

        if (row[Id].IsEmpty)
        {
            return log.Refuse(row, "IMP009", "EventID", row[Id], "the event's id") && false;
        }

        if (!Cells.TryCompactDay(row[Date], out DateOnly day) && !Cells.TryIsoDay(row[Date], out day))
        {
            return log.Refuse(row, "IMP006", "Date", row[Date], "a day, YYYYMMDD") && false;
        }

        if (!log.TryCameo(row, "EventCode", row.Text(Event), out CameoMeaning? meaning) || !log.TryGoldstein(row, "GoldsteinScore", row[Goldstein], out double? scale))
        {
            return false;
        }

        if (!RowChecks.TryCoordinates(row[Latitude], row[Longitude], out double? latitude, out double? longitude))
        {
            return log.Refuse(row, "IMP008", "Lat, Lon", row[Latitude], "degrees both, or nothing") && false;
        }

        read = new()
        {
            Source = "phoenix",
            Id = row.Text(Id),
            Date = day,
            When = DateSpan.OfDay(day),
            Type = meaning.Type,
            Modes = meaning.Modes,
            Contexts = meaning.Contexts,
            Cameo = meaning.Code,
            Goldstein = scale,
            Actors = Party(row, Source, log),
            Recipients = Party(row, Target, log),
            Place = PlaceOf(row, latitude, longitude, log),
            Publisher = Optional(row, Publishers),
            Url = Optional(row, Urls)?.Split(';')[0],
            Line = row.Line,
        };
        return true;
    }

    private static ExchangeParty[] Party(RowReader row, int first, ImportLog log)
    {
        string? code = Optional(row, first), entity = Optional(row, first + 1);
        if (code is null && entity is null)
        {
            return [];
        }

        string letters = entity ?? code![..Math.Min(3, code!.Length)];
        string? country = letters is "IGO" or "NGO" or "MNC" or "IMG" or "UNO" ? letters : CountryTable.Default.FromCameo(letters);
        if (country is null)
        {
            log.Note("country code without a country", letters, row.Line);
        }

        var sectors = new List<string>();
        foreach (string text in new[] { Optional(row, first + 2) ?? "", Optional(row, first + 3) ?? "" })
        {
            for (int at = 0; at + 3 <= text.Length; at += 3)
            {
                if (CameoSectors.ToPlover(text.Substring(at, 3)) is { } sector)
                {
                    sectors.Add(sector);
                }
            }
        }

        return [new(null, CameoSectors.Code(country, sectors)) { SourceCode = code }];
    }

    private static ExchangePlace? PlaceOf(RowReader row, double? latitude, double? longitude, ImportLog log)
    {
        string? name = Optional(row, Place), state = Optional(row, State), letters = Optional(row, Country);
        if (name is null && letters is null)
        {
            return null;
        }

        string? country = letters is null ? null : CountryTable.Default.FromCameo(letters) ?? CountryTable.Default.FromName(letters);
        if (letters is not null && country is null)
        {
            log.Note("country code without a country", letters, row.Line);
        }

        bool whole = name is null || (country is not null && CountryTable.Default.FromName(name) == country);
        return ExchangePlace.At(name, country, whole ? 1 : string.Equals(name, state, StringComparison.OrdinalIgnoreCase) ? 2 : 4, state, latitude, longitude);
    }

    private static string? Optional(RowReader row, int column) => row.Text(column) is { Length: > 0 } text && text is not ("NULL" or "NA" or "---") ? text : null;
}
