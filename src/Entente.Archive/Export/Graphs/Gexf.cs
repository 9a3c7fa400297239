using System.Globalization;
using System.Xml;

namespace Entente.Archive.Export.Graphs;

/// <summary>Writes a directed graph of parties as GEXF 1.3, dynamic: an edge lives in the spells in which there were events.</summary>
public static class Gexf
{
    private const string Namespace = "http://gexf.net/1.3";

    private static readonly (string Id, string Type)[] NodeAttributes = [("country", "string"), ("sector", "string")];

    private static readonly (string Id, string Type)[] EdgeAttributes =
        [("sign", "integer"), ("score", "double"), ("cooperation", "integer"), ("conflict", "integer"), ("first", "string"), ("last", "string"), ("evidence", "string"),
        ("engagement", "integer"), ("engagementLow", "integer"), ("engagementHigh", "integer"), ("hostility", "integer"), ("hostilityLow", "integer"), ("hostilityHigh", "integer")];

    /// <summary>Writes edges and the parties at their ends.</summary>
    public static ExportOutcome Write(IReadOnlyList<GraphEdge> edges, Stream output)
    {
        ArgumentNullException.ThrowIfNull(edges);
        using var xml = XmlWriter.Create(output, GraphMl.Settings);
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("mode", "dynamic");
        xml.WriteAttributeString("timeformat", "date");
        Declare(xml, "node", NodeAttributes);
        Declare(xml, "edge", EdgeAttributes);
        xml.WriteStartElement("nodes", Namespace);
        foreach (GraphNode node in GraphNode.Of(edges))
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            xml.WriteAttributeString("label", node.Label);
            Values(xml, [("country", node.Country), ("sector", node.Sector)]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        int number = 0;
        foreach (GraphEdge edge in edges)
        {
            WriteEdge(xml, edge, number++);
        }

        xml.WriteEndDocument();
        xml.Flush();
        output.WriteByte((byte)'\n');
        return new(edges.Count);
    }

    private static void WriteEdge(XmlWriter xml, GraphEdge edge, int number)
    {
        xml.WriteStartElement("edge", Namespace);
        xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("source", edge.Dyad.Actor);
        xml.WriteAttributeString("target", edge.Dyad.Recipient);
        xml.WriteAttributeString("weight", edge.Events.ToString(CultureInfo.InvariantCulture));
        Values(xml, GraphMl.Values(edge).Where(value => value.Name != "weight"));
        xml.WriteStartElement("spells", Namespace);
        foreach ((DateOnly start, DateOnly end) in edge.Spells)
        {
            xml.WriteStartElement("spell", Namespace);
            xml.WriteAttributeString("start", GraphMl.Day(start));
            xml.WriteAttributeString("end", GraphMl.Day(end));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Declare(XmlWriter xml, string target, (string Id, string Type)[] attributes)
    {
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", target);
        foreach ((string id, string type) in attributes)
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("title", id);
            xml.WriteAttributeString("type", type);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Values(XmlWriter xml, IEnumerable<(string Name, string Value)> values)
    {
        xml.WriteStartElement("attvalues", Namespace);
        foreach ((string name, string value) in values)
        {
            xml.WriteStartElement("attvalue", Namespace);
            xml.WriteAttributeString("for", name);
            xml.WriteAttributeString("value", value);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
