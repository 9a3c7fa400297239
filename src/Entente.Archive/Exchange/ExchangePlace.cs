namespace Entente.Archive.Exchange;

/// <summary>Where an event took place, as data sets say it.</summary>
/// <param name="Name">As the source writes it; null where only the country is known.</param>
/// <param name="Country">ISO 3166-1 alpha-3; null where the source gives none, or none that is known.</param>
/// <param name="Resolution">PLOVER's 5 (below a city), 4 city, 3 district, 2 province, 1 country.</param>
public sealed record ExchangePlace(string? Name, string? Country, int Resolution)
{
    /// <summary>First-level region; null where not stated.</summary>
    public string? Admin1 { get; init; }

    /// <summary>Degrees north; null where not stated, and for a country: its centre is no place.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east; null where not stated, and for a country.</summary>
    public double? Longitude { get; init; }

    /// <summary>GeoNames' number; null where not stated.</summary>
    public int? GeonameId { get; init; }

    /// <summary>The same without coordinates where they would be those of a whole country.</summary>
    internal static ExchangePlace At(string? name, string? country, int resolution, string? admin1, double? latitude, double? longitude, int? geonameId = null) =>
        resolution == 1
            ? new(name, country, 1) { GeonameId = geonameId }
            : new(name, country, resolution) { Admin1 = admin1, Latitude = latitude, Longitude = longitude, GeonameId = geonameId };
}
