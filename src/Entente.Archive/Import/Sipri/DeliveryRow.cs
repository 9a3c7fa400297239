using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Transfers;
using Entente.Records;

namespace Entente.Archive.Import.Sipri;

/// <summary>A deal and a year of delivery: SIPRI's file of today and the older bulk file, which differ in a few names of columns.</summary>
internal sealed class DeliveryRow(NamedColumns columns) : ISipriRow
{
    private readonly int _id = columns.Find("SIPRI AT Database ID", "Deal ID"), _supplier = columns.Find("Supplier", "Seller"), _client = columns.Find("Recipient", "Buyer"),
        _designation = columns.Find("Designation"), _description = columns.Find("Description"), _category = columns.Find("Armament category"), _ordered = columns.Find("Order date"),
        _number = columns.Find("Numbers delivered"), _numberEstimated = columns.Find("Numbers delivered is estimate"), _year = columns.Find("Delivery year"),
        _yearEstimated = columns.Find("Delivery year is estimate"), _status = columns.Find("Status"), _value = columns.Find("TIV delivery values"), _local = columns.Find("Local production");

    public bool TryRead(RowReader row, ImportLog log, out IReadOnlyList<Transfer> read)
    {
        read = [];
        if (row[_supplier].IsEmpty || row[_client].IsEmpty)
        {
            return log.Refuse(row, "IMP009", "Supplier, Recipient", row[_supplier], "a name each") && false;
        }

        if (!Cells.TryDigits(row[_year], out int year) || year is < 1900 or > 2200)
        {
            return log.Refuse(row, "IMP006", "Delivery year", row[_year], "a year, such as 2019") && false;
        }

        if (!SipriCells.TryMeasure(row, _value, log, "TIV delivery values", out double? value) || !SipriCells.TryMeasure(row, _number, log, "Numbers delivered", out double? number))
        {
            return false;
        }

        string supplier = row.Text(_supplier), client = row.Text(_client), from = TransferNames.Of(supplier), to = TransferNames.Of(client);
        read =
        [
            new(from, to, year, value)
            {
                Id = SipriCells.Optional(row, _id),
                Source = "sipri",
                SupplierName = TransferNames.Kept(supplier, from),
                ClientName = TransferNames.Kept(client, to),
                Designation = SipriCells.Optional(row, _designation),
                Description = SipriCells.Optional(row, _description),
                Category = SipriCells.Optional(row, _category),
                Condition = SipriCells.Condition(row.Text(_status)),
                OrderYear = Cells.TryDigits(row[_ordered], out int ordered) ? ordered : null,
                Number = number,
                Estimated = row[_yearEstimated].SequenceEqual("Yes"u8) || row[_numberEstimated].SequenceEqual("Yes"u8),
                LocalProduction = row[_local] switch { [(byte)'Y', ..] => true, [(byte)'N', ..] => false, _ => null },
            },
        ];
        return true;
    }
}
