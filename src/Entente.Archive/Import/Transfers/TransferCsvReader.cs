using System.Diagnostics.CodeAnalysis;
using Entente.Archive.Import.Delimited;
using Entente.Records;

namespace Entente.Archive.Import.Transfers;

/// <summary>Reads any table of who supplied what worth to whom in which year: apart by commas, semicolons or tabs, with a header.</summary>
/// <remarks>
/// Columns by name: supplier (exporter, seller, origin), client (recipient, importer, buyer, destination), year, value (tiv, amount); besides, where they are there, designation, description,
/// category. Parties are ISO codes or names of states; what is neither stays as it is. An empty value is unknown, not zero.
/// </remarks>
public sealed class TransferCsvReader : TableReader<Transfer>
{
    private string _source = "";
    private int _supplier, _client, _year, _value, _designation, _description, _category;

    /// <summary>A reader of one table.</summary>
    public TransferCsvReader()
        : base(',')
    {
    }

    private protected override bool AnyEncoding => true;

    private protected override int[]? Begin(RowReader rows, ImportLog log)
    {
        if (rows.Read() == RowState.End)
        {
            log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
            return null;
        }

        if (rows.Count == 1)
        {
            char separator = rows.Row.Contains((byte)'\t') ? '\t' : ';';
            rows.Again();
            rows.Separate(separator);
            _ = rows.Read();
        }

        var columns = NamedColumns.Of(rows);
        _supplier = columns.Find("supplier", "exporter", "seller", "origin", "supplier country", "reporter");
        _client = columns.Find("client", "recipient", "importer", "buyer", "destination", "partner");
        _year = columns.Find("year", "delivery year", "period");
        _value = columns.Find("value", "tiv", "amount", "trade value", "tiv delivery values");
        (_designation, _description, _category) = (columns.Find("designation"), columns.Find("description"), columns.Find("category"));
        if (_supplier < 0 || _client < 0 || _year < 0 || _value < 0)
        {
            log.RefuseFile("IMP005", "the header lacks one of the columns supplier, client, year, value", "the first line names the columns");
            return null;
        }

        _source = Path.GetFileNameWithoutExtension(log.Name);
        return [columns.Width];
    }

    private protected override bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out Transfer? read)
    {
        read = null;
        string supplier = row.Text(_supplier).Trim(), client = row.Text(_client).Trim();
        if (supplier.Length == 0 || client.Length == 0)
        {
            return log.Refuse(row, "IMP009", "supplier, client", row[_supplier], "a code or name each") && false;
        }

        if (!Cells.TryDigits(row.Cell(_year), out int year) || year is < 1800 or > 2200)
        {
            return log.Refuse(row, "IMP006", "year", row[_year], "a year, such as 2019") && false;
        }

        double? value = null;
        if (!row.Cell(_value).IsEmpty)
        {
            if (!Cells.TryNumber(row.Cell(_value), out double number) || number < 0)
            {
                return log.Refuse(row, "IMP008", "value", row[_value], "a number of at least 0 with a decimal point, or nothing", "no separators of thousands") && false;
            }

            value = number;
        }

        string from = TransferNames.Of(supplier), to = TransferNames.Of(client);
        read = new(from, to, year, value)
        {
            Source = _source,
            SupplierName = TransferNames.Kept(supplier, from),
            ClientName = TransferNames.Kept(client, to),
            Designation = Optional(row, _designation),
            Description = Optional(row, _description),
            Category = Optional(row, _category),
        };
        return true;
    }

    private static string? Optional(RowReader row, int column) => column >= 0 && row.Text(column) is { Length: > 0 } text ? text : null;
}
