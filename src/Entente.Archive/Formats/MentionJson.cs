using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>A mention as <c>entities</c> writes it.</summary>
/// <param name="Quote">Its words.</param>
/// <param name="Type">PER, ORG, GPE, LOC, NORP or EVENT.</param>
/// <param name="Code">Who the lexicon says it is on the text's day; null where it says nothing, or the text has no day.</param>
public sealed record CodedMention(Quote Quote, string Type, ActorCode? Code);

/// <summary>The answer of <c>entities</c> as a line of JSON: <c>{"id","entities":[{"text","start","end","type","code"}]}</c>.</summary>
public static class MentionJson
{
    /// <summary>Writes the mentions of one text, without a line end.</summary>
    public static void Write(Utf8JsonWriter json, string id, IReadOnlyList<CodedMention> mentions, CodepointMap? offsets = null)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteStartArray("entities"u8);
        foreach (CodedMention mention in mentions)
        {
            json.WriteStartObject();
            json.WriteSpan(mention.Quote, offsets);
            json.WriteString("type"u8, mention.Type);
            json.WriteOptional("code"u8, mention.Code?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
