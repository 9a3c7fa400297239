using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>What every record bears, whatever its kind.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DocId">The document.</param>
/// <param name="Sentence">The sentence, from 0.</param>
/// <param name="Confidence">Probability that it is right.</param>
/// <param name="Evidence">The words behind it.</param>
internal readonly record struct RecordHead(string Id, string DocId, int Sentence, double Confidence, Quote Evidence)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="FormatException">A member is missing; the message names it.</exception>
    public static RecordHead Of(JsonElement root) => new(
        EventJson.Need(EventJson.Text(root, "id"), "id"),
        EventJson.Need(EventJson.Text(root, "docId"), "docId"),
        EventJson.Whole(root, "sentence") ?? throw EventJson.Lacks("sentence"),
        EventJson.Measure(root, "confidence") ?? throw EventJson.Lacks("confidence"),
        EventJson.OptionalQuote(root, "evidence") ?? throw EventJson.Lacks("evidence"));
}
