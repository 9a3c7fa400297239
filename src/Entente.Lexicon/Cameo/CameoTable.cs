using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Entente.Lexicon.Compiling;
using Entente.Records;

namespace Entente.Lexicon.Cameo;

/// <summary>A CAMEO code.</summary>
/// <param name="Code">Two to four digits, as text: <c>057</c>.</param>
/// <param name="Type">PLOVER's category; null for mere statements, which are no event.</param>
/// <param name="Mode">PLOVER's mode; null for none.</param>
/// <param name="Contexts">PLOVER's contexts; empty for none.</param>
/// <param name="Goldstein">From -10 to +10.</param>
/// <param name="Label">What it means, in our words.</param>
/// <param name="Place">The row: <c>lexicon/cameo.tsv:31</c>.</param>
public sealed record CameoCode(string Code, PloverType? Type, string? Mode, IReadOnlyList<string> Contexts, double Goldstein, string Label, string Place);

/// <summary>All CAMEO codes, in order of code.</summary>
public sealed class CameoTable : IReadOnlyList<CameoCode>
{
    private readonly RecordList<CameoCode> _records;
    private readonly Lazy<Dictionary<string, CameoCode>> _byCode;

    internal CameoTable(LexiconImage image)
    {
        _records = new RecordList<CameoCode>(image, Section.Cameo, ImageRecords.ReadCameoCode);
        _byCode = new(() => _records.ToDictionary(row => row.Code, StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public CameoCode this[int index] => _records[index];

    /// <summary>The entry of a code.</summary>
    public bool TryGet(string code, [NotNullWhen(true)] out CameoCode? entry) => _byCode.Value.TryGetValue(code, out entry);

    /// <inheritdoc/>
    public IEnumerator<CameoCode> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
