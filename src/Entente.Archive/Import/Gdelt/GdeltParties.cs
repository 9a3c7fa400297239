using Entente.Archive.Exchange;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Tables;

namespace Entente.Archive.Import.Gdelt;

/// <summary>Reads the ten columns of a GDELT actor.</summary>
/// <remarks>
/// The country is that of Actor1CountryCode (CAMEO's letters). CAMEO's regions (AFR, EUR, MEA ...) are no country, and the party then has none. Without
/// a country, the known groups UNO and EEC are the bodies UNO and EUR, and the types IGO, NGO, NGM, MNC and IMG the body of that name.
/// </remarks>
internal sealed class GdeltParties
{
    private static readonly HashSet<string> Regions = new(StringComparer.Ordinal)
    {
        "AFR", "ASA", "BLK", "CRB", "CAU", "CFR", "CAS", "CEU", "EIN", "EAF", "EEU", "EUR", "LAM", "MEA", "MDT", "NAF", "NMR", "PGS", "SCN", "SAM", "SAS", "SEA", "SAF", "WAF", "WST",
    };

    private readonly Utf8Cache<IReadOnlyList<ExchangeParty>> _cache = new(bits: 16);
    private readonly Utf8Strings _strings;
    private readonly CountryTable _countries;

    public GdeltParties(Utf8Strings strings, CountryTable countries)
    {
        _strings = strings;
        _countries = countries;
    }

    /// <summary>The party whose columns start at <paramref name="first"/>; empty where all are empty.</summary>
    public IReadOnlyList<ExchangeParty> Read(RowReader row, int first, ImportLog log)
    {
        ReadOnlySpan<byte> key = row.Run(first, first + GdeltColumns.LastType);
        return _cache.TryGet(key, out IReadOnlyList<ExchangeParty>? known) ? known : Make(row, first, key, log);
    }

    private IReadOnlyList<ExchangeParty> Make(RowReader row, int first, ReadOnlySpan<byte> key, ImportLog log)
    {
        string? code = _strings.Of(row[first + GdeltColumns.Code]), name = _strings.Of(row[first + GdeltColumns.Name]);
        if (code is null && name is null)
        {
            return _cache.Keep(key, []);
        }

        string? letters = _strings.Of(row[first + GdeltColumns.Country]), group = _strings.Of(row[first + GdeltColumns.Group]);
        string? country = letters is null ? null : _countries.FromCameo(letters);
        if (letters is not null && country is null && !Regions.Contains(letters))
        {
            log.Note("country code without a country", letters, row.Line);
            return [Party(row, first, name, code, country, group)];
        }

        return _cache.Keep(key, [Party(row, first, name, code, country, group)]);
    }

    private ExchangeParty Party(RowReader row, int first, string? name, string? code, string? country, string? group)
    {
        string? body = country ?? group switch { "UNO" => "UNO", "EEC" => "EUR", _ => null };
        var sectors = new List<string>();
        for (int type = GdeltColumns.FirstType; type <= GdeltColumns.LastType; type++)
        {
            if (_strings.Of(row[first + type]) is { } letters)
            {
                body ??= CameoSectors.Body(letters);
                if (CameoSectors.ToPlover(letters) is { } sector && !sectors.Contains(sector))
                {
                    sectors.Add(sector);
                }
            }
        }

        return new(name, CameoSectors.Code(body, sectors)) { SourceCode = code };
    }
}
