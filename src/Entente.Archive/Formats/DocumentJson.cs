using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>A document as the line of JSON that <c>code</c> reads.</summary>
public static class DocumentJson
{
    /// <summary>Writes one document, without a line end; what is unknown is left out.</summary>
    public static void Write(Utf8JsonWriter json, Document document)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, document.Id);
        json.WriteDay("date"u8, document.Date);
        json.WriteOptional("title"u8, document.Title);
        json.WriteOptional("publisher"u8, document.Publisher);
        json.WriteOptional("author"u8, document.Author);
        json.WriteOptional("url"u8, document.Url);
        json.WriteOptional("language"u8, document.Language);
        json.WriteString("text"u8, document.Text);
        json.WriteEndObject();
    }
}
