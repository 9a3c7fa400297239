using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>How ties and bargains stand: as what they are told, and on whose word.</summary>
/// <param name="Status">As what it is told.</param>
/// <param name="Claimed">Whether an interested party asserts it.</param>
/// <param name="Attribution">Who says so; null where the text itself does.</param>
internal readonly record struct RecordStanding(EventStatus Status, bool Claimed, Quote? Attribution)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">The status is missing or unknown.</exception>
    public static RecordStanding Of(JsonElement root) =>
        new(RecordReading.Status(root), RecordReading.IsTrue(root, "claimed"), EventJson.OptionalQuote(root, "attribution"));

    /// <summary>Writes it.</summary>
    public void Write(Utf8JsonWriter json, CodepointMap? offsets)
    {
        json.WriteString("status"u8, Status.Code());
        json.WriteBoolean("claimed"u8, Claimed);
        RecordReading.WriteOptionalQuote(json, "attribution"u8, Attribution, offsets);
    }
}
