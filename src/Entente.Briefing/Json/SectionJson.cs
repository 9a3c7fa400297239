using System.Text.Json;
using Entente.Briefing.Sections;
using static Entente.Briefing.Json.JsonParts;

namespace Entente.Briefing.Json;

/// <summary>A <see cref="BriefSection"/> as JSON: words and codes.</summary>
internal static class SectionJson
{
    public static void Write(Utf8JsonWriter json, BriefSection section)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title);
        if (section.Figures.Count > 0)
        {
            Array(json, "figures", section.Figures, figure => Figure(json, figure));
        }

        Array(json, "groups", section.Groups, group =>
        {
            json.WriteStartObject();
            Optional(json, "title", group.Title);
            Array(json, "items", group.Items, item => Item(json, item, section.Key));
            json.WriteNumber("unlisted", group.Unlisted);
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, SectionFigure figure)
    {
        json.WriteStartObject();
        json.WriteString("id", figure.Id);
        json.WriteString("caption", figure.Caption);
        json.WriteString("unit", figure.Unit);
        Array(json, "columns", figure.Columns, json.WriteStringValue);
        json.WriteStartArray("rows");
        foreach (IReadOnlyList<string> row in figure.Rows)
        {
            json.WriteStartArray();
            foreach (string cell in row)
            {
                json.WriteStringValue(cell);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, SectionItem item, SectionKey key)
    {
        json.WriteStartObject();
        json.WriteString("text", item.Text);
        Array(json, "facts", item.Facts, json.WriteStringValue);
        json.WriteStartObject("codes");
        foreach ((string name, IReadOnlyList<string> values) in item.Codes.Where(code => code.Value.Count > 0))
        {
            Array(json, name, values, json.WriteStringValue);
        }

        json.WriteEndObject();
        Array(json, "records", item.Records, json.WriteStringValue);
        if (item.Links.Count > 0)
        {
            Array(json, "links", item.Links, link => json.WriteStringValue(link.Target));
        }

        Array(json, "quotes", item.Quotes, quote =>
        {
            json.WriteStartObject();
            Optional(json, "docId", quote.Source?.DocId);
            EvidenceOf(json, quote.Evidence, role => role switch { EvidenceRole.Actor => key.Actor, EvidenceRole.Trigger => key.Trigger, EvidenceRole.Recipient => key.Recipient, _ => null });
            json.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
