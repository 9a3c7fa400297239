using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;

namespace Entente.Archive.Import.Gdelt;

/// <summary>Reads the columns of a GDELT place.</summary>
internal sealed class GdeltPlaces(Utf8Strings strings, CountryTable countries)
{
    private readonly Utf8Cache<ExchangePlace?> _cache = new(bits: 16);

    /// <summary>The place whose columns start at <paramref name="first"/>; null where there is none.</summary>
    /// <returns>False where its coordinates cannot be read.</returns>
    public bool TryRead(RowReader row, int first, GdeltColumns columns, ImportLog log, out ExchangePlace? place)
    {
        ReadOnlySpan<byte> key = row.Run(first, first + columns.LatitudeOffset + 1);
        if (_cache.TryGet(key, out place))
        {
            return true;
        }

        // 1 country, 2 US state, 3 US city, 4 city elsewhere, 5 first-level region elsewhere; 0 and empty: no place.
        int resolution = row[first] is [var type] ? type switch { (byte)'1' => 1, (byte)'2' or (byte)'5' => 2, (byte)'3' or (byte)'4' => 4, _ => 0 } : 0;
        if (resolution == 0)
        {
            place = _cache.Keep(key, null);
            return true;
        }

        if (!RowChecks.TryCoordinates(row[first + columns.LatitudeOffset], row[first + columns.LatitudeOffset + 1], out double? latitude, out double? longitude))
        {
            return false;
        }

        string? letters = strings.Of(row[first + 2]), country = letters is null ? null : countries.FromFips(letters);
        place = ExchangePlace.At(strings.Of(row[first + 1]), country, resolution, strings.Of(row[first + 3]), latitude, longitude);
        if (letters is not null && country is null)
        {
            log.Note("FIPS code without a country", letters, row.Line);
            return true;
        }

        _cache.Keep(key, place);
        return true;
    }
}
