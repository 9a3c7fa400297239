using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The agreement record as a line of JSON; what is unknown is left out.</summary>
public static class AgreementJson
{
    /// <summary>Writes one record, without a line end.</summary>
    /// <param name="json">Where to; flushed by the caller.</param>
    /// <param name="record">The record.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="offsets">The map of the document's text where offsets are to be code points; null for UTF-16 code units.</param>
    public static void Write(Utf8JsonWriter json, Agreement record, RecordStamp stamp, CodepointMap? offsets = null)
    {
        RecordReading.Open(json, "agreement", record.Id, record.DocId, record.Sentence);
        EventJson.WriteEntities(json, "parties"u8, record.Parties, offsets);
        EventJson.WriteEntities(json, "signers"u8, record.Signers, offsets);
        json.WriteList("kind"u8, record.Kind);
        json.WriteList("domain"u8, record.Domain);
        json.WriteString("name"u8, record.Name);
        json.WriteString("stage"u8, record.Stage.Code());
        json.WriteOptional("date"u8, record.Date?.ToString());
        if (record.Location is { } location)
        {
            EventJson.WriteLocation(json, location, offsets);
        }

        json.WriteString("status"u8, record.Status.Code());
        json.WriteOptional("sameAs"u8, record.SameAs);
        RecordReading.Close(json, record.Confidence, record.Evidence, stamp, offsets);
    }

    /// <summary>Reads one record back.</summary>
    /// <param name="line">One line, with or without its end.</param>
    /// <param name="stamp">What coded it; empty strings where the record does not say.</param>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static Agreement Read(ReadOnlySpan<byte> line, out RecordStamp stamp) => RecordReading.Read(line, "agreement", out stamp, Of);

    private static Agreement Of(JsonElement root, RecordHead head)
    {
        string stage = EventJson.Need(EventJson.Text(root, "stage"), "stage");
        return new Agreement
        {
            Id = head.Id, DocId = head.DocId, Sentence = head.Sentence, Confidence = head.Confidence, Evidence = head.Evidence,
            Parties = EventJson.Entities(root, "parties"),
            Signers = EventJson.Entities(root, "signers"),
            Kind = EventJson.List(root, "kind"),
            Domain = EventJson.List(root, "domain"),
            Name = EventJson.Need(EventJson.Text(root, "name"), "name"),
            Stage = AgreementTerms.TryParse(stage, out AgreementStage known) ? known : throw new FormatException($"\"stage\" is '{stage}', none that Entente knows"),
            Date = EventJson.Text(root, "date") is { } date ? EventJson.Interval(date) : null,
            Location = EventJson.Location(root),
            Status = RecordReading.Status(root),
            SameAs = EventJson.Text(root, "sameAs"),
        };
    }
}
