using Entente.Archive.Import.Tables;

namespace Entente.Archive.Export.Graphs;

/// <summary>A party as a node.</summary>
/// <param name="Id">Its code: <c>RUS</c>, <c>AFG REB</c>.</param>
public sealed record GraphNode(string Id)
{
    /// <summary>Country or body.</summary>
    public string Country => Id[..3];

    /// <summary>REB for armed groups; empty for governments and bodies.</summary>
    public string Sector => Id.Length > 4 ? Id[4..] : "";

    /// <summary>Its name in English, for people.</summary>
    public string Label => (CountryTable.Default.NameOf(Country) ?? Country) + (Sector.Length > 0 ? ", armed groups" : "");

    /// <summary>The ends of edges, in order, each once.</summary>
    public static IReadOnlyList<GraphNode> Of(IReadOnlyList<GraphEdge> edges) =>
        [.. edges.SelectMany(edge => new[] { edge.Dyad.Actor, edge.Dyad.Recipient }).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id => new GraphNode(id))];
}
