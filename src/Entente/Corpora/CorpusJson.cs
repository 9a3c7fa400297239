using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Records;

namespace Entente.Corpora;

/// <summary>Blocks as JSON Lines in the shape of the gold sets, with UTF-16 spans: for whoever trains or tests something else on the corpus.</summary>
public static class CorpusJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one block and a line end.</summary>
    public static void Write(Stream output, CorpusBlock block)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", block.Id);
            json.WriteString("date", block.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("manner", block.Manner);
            json.WriteString("text", block.Text);
            json.WriteStartObject("gold");
            json.WriteStartArray("events");
            foreach (CorpusAct act in block.Acts)
            {
                WriteAct(json, act);
            }

            json.WriteEndArray();
            json.WriteStartArray("records");
            foreach (CorpusNote note in block.Notes)
            {
                WriteNote(json, note);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteAct(Utf8JsonWriter json, CorpusAct act)
    {
        json.WriteStartObject();
        json.WriteString("event", act.Type.Code());
        WriteTexts(json, "accept", [act.Type.Code()]);
        json.WriteString("quad", act.Type.Quad().Code());
        WriteTexts(json, "mode", act.Modes);
        WriteTexts(json, "context", act.Contexts);
        if (act.Cameo is not null)
        {
            json.WriteString("cameo", act.Cameo);
        }

        json.WriteString("status", act.Status.Code());
        json.WriteBoolean("claimed", act.Claimed);
        json.WriteBoolean("reciprocal", act.Reciprocal);
        WriteParties(json, "actor", act.Actor);
        WriteParties(json, "recipient", act.Recipient);
        json.WritePropertyName("trigger");
        WriteQuote(json, act.Trigger, null);
        if (act.Attribution is not null)
        {
            json.WritePropertyName("attribution");
            WriteQuote(json, act.Attribution, null);
        }

        json.WriteEndObject();
    }

    private static void WriteNote(Utf8JsonWriter json, CorpusNote note)
    {
        json.WriteStartObject();
        json.WriteString("record", note.Kind);
        if (note.Tie is { } tie)
        {
            json.WriteString("tie", tie.Code());
        }

        foreach ((string key, string value) in note.Fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            bool isParty = note.Parties.TryGetValue(key, out IReadOnlyList<CorpusParty>? parties);
            bool isQuote = note.Quotes.TryGetValue(key, out IReadOnlyList<Quote>? quotes);
            if (isParty)
            {
                WriteParties(json, key, parties!);
            }

            if (isQuote)
            {
                json.WriteStartArray(isParty ? key + "Themes" : key);
                foreach (Quote quote in quotes!)
                {
                    WriteQuote(json, quote, null);
                }

                json.WriteEndArray();
            }

            if (!isParty && !isQuote)
            {
                json.WriteString(key, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteParties(Utf8JsonWriter json, string name, IReadOnlyList<CorpusParty> parties)
    {
        json.WriteStartArray(name);
        foreach (CorpusParty party in parties)
        {
            WriteQuote(json, party.Quote, party.Code?.Text);
        }

        json.WriteEndArray();
    }

    private static void WriteQuote(Utf8JsonWriter json, Quote quote, string? code)
    {
        json.WriteStartObject();
        json.WriteString("text", quote.Text);
        json.WriteNumber("start", quote.Span.Start);
        json.WriteNumber("end", quote.Span.End);
        if (code is not null)
        {
            json.WriteString("code", code);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
