using Entente.Archive.Import.Delimited;
using Entente.Records;

namespace Entente.Archive.Import.Sipri;

/// <summary>What SIPRI's shapes share.</summary>
internal static class SipriCells
{
    /// <summary>A number of at least 0, or nothing.</summary>
    public static bool TryMeasure(RowReader row, int column, ImportLog log, string name, out double? value)
    {
        value = null;
        ReadOnlySpan<byte> cell = row[column].Trim((byte)' ');
        if (cell.IsEmpty)
        {
            return true;
        }

        if (!Cells.TryNumber(cell, out double number) || number < 0)
        {
            return log.Refuse(row, "IMP008", name, cell, "a number of at least 0, or nothing") && false;
        }

        value = number;
        return true;
    }

    /// <summary>In what shape the goods were.</summary>
    public static TransferCondition Condition(string text) => text.Trim().ToLowerInvariant() switch
    {
        "new" => TransferCondition.New,
        "second hand" => TransferCondition.SecondHand,
        "second hand but modernized" or "second hand but modernised" => TransferCondition.Modernised,
        _ => TransferCondition.Unknown,
    };

    /// <summary>A cell's text; null for nothing.</summary>
    public static string? Optional(RowReader row, int column) => column >= 0 && row.Text(column).Trim() is { Length: > 0 } text ? text : null;
}
