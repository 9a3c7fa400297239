using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Entente.Records;

namespace Entente.Archive.Import.Tables;

/// <summary>A CAMEO code in PLOVER's terms.</summary>
/// <param name="Code">Two to four digits, as text: <c>057</c>.</param>
/// <param name="Type">PLOVER's category; null for mere statements.</param>
/// <param name="Modes">PLOVER's modes.</param>
/// <param name="Contexts">PLOVER's contexts.</param>
/// <param name="Goldstein">From -10 to +10.</param>
/// <param name="Label">What it means.</param>
public sealed record CameoMeaning(string Code, PloverType? Type, IReadOnlyList<string> Modes, IReadOnlyList<string> Contexts, double Goldstein, string Label);

/// <summary>CAMEO codes in PLOVER's terms: <c>lexicon/cameo.tsv</c>, as the program was built with it.</summary>
public sealed class CameoTable
{
    private readonly Dictionary<string, CameoMeaning> _byCode = new(StringComparer.Ordinal);

    private CameoTable()
    {
        foreach (string[] row in TableResource.Rows("cameo.tsv"))
        {
            PloverType? type = PloverTypes.TryParse(row[1], out PloverType parsed) ? parsed : null;
            _byCode.Add(row[0], new(row[0], type, Parts(row[2]), Parts(row[3]), double.Parse(row[4], CultureInfo.InvariantCulture), row[5]));
        }
    }

    /// <summary>The table of the program.</summary>
    public static CameoTable Default { get; } = new();

    /// <summary>All codes.</summary>
    public IReadOnlyCollection<CameoMeaning> All => _byCode.Values;

    /// <summary>What a code means.</summary>
    public bool TryGet(string code, [NotNullWhen(true)] out CameoMeaning? meaning) => _byCode.TryGetValue(code, out meaning);

    private static string[] Parts(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
