using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Places;

/// <summary>A land border.</summary>
/// <param name="A">Code of the one state; stands before <paramref name="B"/> in the alphabet.</param>
/// <param name="B">Code of the other.</param>
/// <param name="Place">The row: <c>lexicon/borders.tsv:31</c>.</param>
public sealed record Border(string A, string B, string Place);

/// <summary>Which states share a land border.</summary>
public sealed class BorderList
{
    private readonly Lazy<ILookup<string, string>> _neighbours;

    internal BorderList(LexiconImage image)
    {
        All = new RecordList<Border>(image, Section.Borders, ImageRecords.ReadBorder);
        _neighbours = new(() => All
            .SelectMany(border => new[] { (Of: border.A, Is: border.B), (Of: border.B, Is: border.A) })
            .ToLookup(pair => pair.Of, pair => pair.Is, StringComparer.Ordinal));
    }

    /// <summary>All rows, in file order.</summary>
    public IReadOnlyList<Border> All { get; }

    /// <summary>Codes of the states that <paramref name="state"/> has a land border with, in file order.</summary>
    public IEnumerable<string> NeighboursOf(string state) => _neighbours.Value[state];

    /// <summary>Whether two states have a land border with each other.</summary>
    public bool Share(string a, string b) => _neighbours.Value[a].Contains(b, StringComparer.Ordinal);
}
