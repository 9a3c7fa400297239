using System.Globalization;
using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Transfers;
using Entente.Records;

namespace Entente.Archive.Import.Sipri;

/// <summary>A deal of SIPRI's trade register: 16 columns, three of them flags without a name, all years of delivery in one cell.</summary>
internal sealed class RegisterRow : ISipriRow
{
    private const int Width = 16, Client = 0, Supplier = 1, Ordered = 2, OrderedFlag = 3, Designation = 6, Description = 7, Number = 8, NumberFlag = 9, Years = 10, Status = 11, Comments = 12, Value = 15;

    public bool TryRead(RowReader row, ImportLog log, out IReadOnlyList<Transfer> read)
    {
        read = [];
        if (row.Count < Width || row[Supplier].IsEmpty || row[Client].IsEmpty)
        {
            return log.Refuse(row, "IMP009", "Supplier, Recipient", row.Count > Supplier ? row[Supplier] : default, "a name each") && false;
        }

        string[] years = row.Text(Years).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (years.FirstOrDefault(year => !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1900 or > 2200) is not null)
        {
            return log.Refuse(row, "IMP006", "Year(s) of delivery", row[Years], "years apart by semicolons, or nothing") && false;
        }

        if (!SipriCells.TryMeasure(row, Value, log, "SIPRI TIV of delivered weapons", out double? value) || !SipriCells.TryMeasure(row, Number, log, "Number delivered", out double? delivered))
        {
            return false;
        }

        if (years.Length == 0)
        {
            log.Note("deal without a delivery", "", row.Line);
        }
        else if (years.Length > 1 && value is not null)
        {
            log.Note("value of several years, which the register does not divide", "", row.Line);
        }

        string supplier = row.Text(Supplier).Trim(), client = row.Text(Client).Trim(), from = TransferNames.Of(supplier), to = TransferNames.Of(client);
        bool one = years.Length == 1;
        read = [.. years.Select(year => new Transfer(from, to, int.Parse(year, CultureInfo.InvariantCulture), one ? value : null)
        {
            Source = "sipri",
            SupplierName = TransferNames.Kept(supplier, from),
            ClientName = TransferNames.Kept(client, to),
            Designation = SipriCells.Optional(row, Designation),
            Description = SipriCells.Optional(row, Description),
            Condition = SipriCells.Condition(row.Text(Status)),
            OrderYear = Cells.TryDigits(row[Ordered], out int ordered) ? ordered : null,
            Number = one ? delivered : null,
            Estimated = row[OrderedFlag].Contains((byte)'?') || row[NumberFlag].Contains((byte)'?'),
        })];
        return true;
    }
}
