using System.Globalization;

namespace Entente.Archive.Import.Tables;

/// <summary>Countries in the systems of codes and names that data sets use, to ISO 3166-1 alpha-3.</summary>
/// <remarks>
/// <c>countries.tsv</c> is the table: ISO numeric, FIPS 10-4, Correlates of War, Gleditsch and Ward, CAMEO where it differs from ISO, names as data
/// sets write them. Nothing is guessed: what it does not list is null. Names of data sets go before everyday usage: <c>Congo</c> is the Republic of the Congo.
/// </remarks>
public sealed class CountryTable
{
    private static readonly DateOnly UnionOfSerbiaAndMontenegro = new(2003, 2, 4), SerbiaAlone = new(2006, 6, 5);

    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _numeric = [], _cow = [], _gw = [];
    private readonly Dictionary<string, string> _fips = new(StringComparer.Ordinal), _cameo = new(StringComparer.Ordinal), _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _fipsOf = new(StringComparer.Ordinal), _cameoOf = new(StringComparer.Ordinal), _nameOf = new(StringComparer.Ordinal);

    private CountryTable()
    {
        foreach (string[] row in TableResource.Rows("countries.tsv"))
        {
            string code = row[0];
            _codes.Add(code);
            AddNumbers(_numeric, row[1], code);
            AddTexts(_fips, row[2], code);
            AddNumbers(_cow, row[3], code);
            AddNumbers(_gw, row[4], code);
            AddTexts(_cameo, row[5], code);
            AddTexts(_names, row[6], code);
            _nameOf[code] = row[6].Split('|')[0];
            _cameoOf[code] = row[5].Length > 0 ? row[5].Split('|')[0] : code;
            if (row[2].Length > 0)
            {
                _fipsOf[code] = row[2].Split('|')[0];
            }
        }
    }

    /// <summary>The table of the program.</summary>
    public static CountryTable Default { get; } = new();

    /// <summary>Whether it is a country's ISO 3166-1 alpha-3 code, or one of a state that no longer is (SUN, DDR, YUG, CSK, SCG).</summary>
    public bool IsCode(string code) => _codes.Contains(code);

    /// <summary>By ISO 3166-1 numeric: 643.</summary>
    public string? FromNumeric(int number) => _numeric.GetValueOrDefault(number);

    /// <summary>By FIPS 10-4, as GDELT uses it for places: <c>RS</c> is Russia, <c>AU</c> Austria.</summary>
    public string? FromFips(string code) => _fips.GetValueOrDefault(code);

    /// <summary>By CAMEO's three letters: ISO but for a few, such as <c>ROM</c>.</summary>
    public string? FromCameo(string code) => _cameo.TryGetValue(code, out string? iso) ? iso : _codes.Contains(code) ? code : null;

    /// <summary>By the number of the Correlates of War project. 365 is Russia with the Soviet Union, as that project holds them to be one state.</summary>
    /// <param name="number">Such as 700.</param>
    /// <param name="day">345 was Yugoslavia, then Serbia and Montenegro, then Serbia.</param>
    public string? FromCow(int number, DateOnly day) => Successor(_cow.GetValueOrDefault(number), day);

    /// <summary>By the number of Gleditsch and Ward, as UCDP uses it.</summary>
    public string? FromGleditschWard(int number, DateOnly day) => Successor(_gw.GetValueOrDefault(number), day);

    /// <summary>By name as data sets write it; capitals, and blanks around it, do not matter.</summary>
    public string? FromName(string name) => _names.GetValueOrDefault(name.Trim());

    /// <summary>By ISO code, or else by name.</summary>
    public string? FromCodeOrName(string text) => IsCode(text) ? text : FromName(text);

    /// <summary>The FIPS 10-4 code of a country; null where it has none.</summary>
    public string? FipsOf(string code) => _fipsOf.GetValueOrDefault(code);

    /// <summary>CAMEO's letters of a country; null where the code is none.</summary>
    public string? CameoOf(string code) => _cameoOf.GetValueOrDefault(code);

    /// <summary>The name of a country in English; null where the code is none.</summary>
    public string? NameOf(string code) => _nameOf.GetValueOrDefault(code);

    private static string? Successor(string? code, DateOnly day) =>
        code != "YUG" || day < UnionOfSerbiaAndMontenegro ? code : day < SerbiaAlone ? "SCG" : "SRB";

    private static void AddNumbers(Dictionary<int, string> table, string cell, string code)
    {
        foreach (string number in cell.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            table.Add(int.Parse(number, CultureInfo.InvariantCulture), code);
        }
    }

    private static void AddTexts(Dictionary<string, string> table, string cell, string code)
    {
        foreach (string text in cell.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            table.Add(text, code);
        }
    }
}
