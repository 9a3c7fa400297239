using System.Globalization;
using System.Text;
using System.Xml;

namespace Entente.Archive.Export.Graphs;

/// <summary>Writes a directed graph of parties as GraphML, for networkx, igraph, Gephi, yEd.</summary>
public static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private static readonly (string Id, string For, string Type)[] Keys =
    [
        ("label", "node", "string"), ("country", "node", "string"), ("sector", "node", "string"),
        ("weight", "edge", "int"), ("sign", "edge", "int"), ("score", "edge", "double"), ("cooperation", "edge", "int"), ("conflict", "edge", "int"),
        ("first", "edge", "string"), ("last", "edge", "string"), ("evidence", "edge", "string"),
        ("engagement", "edge", "int"), ("engagementLow", "edge", "int"), ("engagementHigh", "edge", "int"), ("hostility", "edge", "int"), ("hostilityLow", "edge", "int"), ("hostilityHigh", "edge", "int"),
    ];

    internal static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", CloseOutput = false };

    /// <summary>Writes edges and the parties at their ends. <c>weight</c> is the number of events, <c>score</c> the sum of PLOVER scores, <c>sign</c> its sign; <c>engagement</c> and <c>hostility</c> are the rungs on which the pair stands at the end, in both directions alike.</summary>
    public static ExportOutcome Write(IReadOnlyList<GraphEdge> edges, Stream output)
    {
        ArgumentNullException.ThrowIfNull(edges);
        using var xml = XmlWriter.Create(output, Settings);
        xml.WriteStartElement("graphml", Namespace);
        foreach ((string id, string target, string type) in Keys)
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", target);
            xml.WriteAttributeString("attr.name", id);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }

        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "G");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (GraphNode node in GraphNode.Of(edges))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            Data(xml, ("label", node.Label), ("country", node.Country), ("sector", node.Sector));
            xml.WriteEndElement();
        }

        foreach (GraphEdge edge in edges)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", edge.Dyad.Actor);
            xml.WriteAttributeString("target", edge.Dyad.Recipient);
            Data(xml, [.. Values(edge)]);
            xml.WriteEndElement();
        }

        xml.WriteEndDocument();
        xml.Flush();
        output.WriteByte((byte)'\n');
        return new(edges.Count);
    }

    /// <summary>What an edge says, by the names of its attributes.</summary>
    internal static IEnumerable<(string Name, string Value)> Values(GraphEdge edge) =>
    [
        ("weight", edge.Events.ToString(CultureInfo.InvariantCulture)), ("sign", edge.Sign.ToString(CultureInfo.InvariantCulture)), ("score", edge.Score.ToString("0.0", CultureInfo.InvariantCulture)),
        ("cooperation", edge.Cooperation.ToString(CultureInfo.InvariantCulture)), ("conflict", edge.Conflict.ToString(CultureInfo.InvariantCulture)),
        ("first", Day(edge.First)), ("last", Day(edge.Last)), ("evidence", edge.Evidence),
        .. Values("engagement", edge.Engagement), .. Values("hostility", edge.Hostility),
    ];

    private static IEnumerable<(string Name, string Value)> Values(string ladder, GraphLevel? level) => level is null ? [] :
    [
        (ladder, level.Level.ToString(CultureInfo.InvariantCulture)), (ladder + "Low", level.Low.ToString(CultureInfo.InvariantCulture)), (ladder + "High", level.High.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>A day as the formats write it.</summary>
    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Data(XmlWriter xml, params ReadOnlySpan<(string Key, string Value)> values)
    {
        foreach ((string key, string value) in values)
        {
            xml.WriteStartElement("data", Namespace);
            xml.WriteAttributeString("key", key);
            xml.WriteString(value);
            xml.WriteEndElement();
        }
    }
}
