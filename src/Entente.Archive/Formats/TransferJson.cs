using System.Text.Json;
using Entente.Records;

namespace Entente.Archive.Formats;

/// <summary>The record of a transfer as a line of JSON.</summary>
public static class TransferJson
{
    private static readonly string[] Conditions = ["unknown", "new", "second-hand", "modernised"];

    /// <summary>Writes one record, without a line end; what is unknown is left out.</summary>
    public static void Write(Utf8JsonWriter json, Transfer transfer)
    {
        json.WriteStartObject();
        json.WriteString("record"u8, "transfer"u8);
        json.WriteOptional("id"u8, transfer.Id);
        json.WriteString("source"u8, transfer.Source);
        json.WriteString("supplier"u8, transfer.Supplier);
        json.WriteString("client"u8, transfer.Client);
        json.WriteNumber("year"u8, transfer.Year);
        WriteNumber(json, "value"u8, transfer.Value);
        json.WriteOptional("supplierName"u8, transfer.SupplierName);
        json.WriteOptional("clientName"u8, transfer.ClientName);
        json.WriteOptional("designation"u8, transfer.Designation);
        json.WriteOptional("description"u8, transfer.Description);
        json.WriteOptional("category"u8, transfer.Category);
        json.WriteString("condition"u8, Conditions[(int)transfer.Condition]);
        WriteNumber(json, "orderYear"u8, transfer.OrderYear);
        WriteNumber(json, "number"u8, transfer.Number);
        json.WriteBoolean("estimated"u8, transfer.Estimated);
        if (transfer.LocalProduction is { } local)
        {
            json.WriteBoolean("localProduction"u8, local);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads one record back.</summary>
    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">The line is no such record; the message names the member and what was expected.</exception>
    public static Transfer Read(ReadOnlySpan<byte> line)
    {
        using JsonDocument parsed = RecordReading.Parse(line, "transfer");
        JsonElement root = parsed.RootElement;
        string condition = EventJson.Text(root, "condition") ?? "unknown";
        int known = Array.IndexOf(Conditions, condition);
        return new(
            EventJson.Need(EventJson.Text(root, "supplier"), "supplier"),
            EventJson.Need(EventJson.Text(root, "client"), "client"),
            EventJson.Whole(root, "year") ?? throw EventJson.Lacks("year"),
            EventJson.Measure(root, "value"))
        {
            Id = EventJson.Text(root, "id"),
            Source = EventJson.Need(EventJson.Text(root, "source"), "source"),
            SupplierName = EventJson.Text(root, "supplierName"),
            ClientName = EventJson.Text(root, "clientName"),
            Designation = EventJson.Text(root, "designation"),
            Description = EventJson.Text(root, "description"),
            Category = EventJson.Text(root, "category"),
            Condition = known >= 0 ? (TransferCondition)known : throw new FormatException($"\"condition\" is '{condition}'; expected one of {string.Join(", ", Conditions)}"),
            OrderYear = EventJson.Whole(root, "orderYear"),
            Number = EventJson.Measure(root, "number"),
            Estimated = RecordReading.IsTrue(root, "estimated"),
            LocalProduction = root.TryGetProperty("localProduction", out JsonElement local) && local.ValueKind is JsonValueKind.True or JsonValueKind.False ? local.GetBoolean() : null,
        };
    }

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
