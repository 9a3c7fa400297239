using System.Text.Json;
using Entente.Archive.Formats;

namespace Entente.Cli.Tables;

/// <summary>An object a line, for answers that are JSON Lines.</summary>
internal static class JsonLine
{
    /// <summary>Writes one line.</summary>
    /// <param name="output">Where to; flushed by the caller.</param>
    /// <param name="members">Writes what stands between the braces.</param>
    public static void Write(Stream output, Action<Utf8JsonWriter> members)
    {
        using (var json = new Utf8JsonWriter(output, JsonText.OneLine))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
