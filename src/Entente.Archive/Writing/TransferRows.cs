using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Writes transfers: a deal's deliveries of a year once, whatever the number of tables that list them.</summary>
/// <remarks>Memory grows by some tens of bytes with each row of a file: rows alike within one table are counted.</remarks>
internal sealed class TransferRows : IDisposable
{
    private readonly Database _database;
    private readonly Terms _terms;
    private readonly Terms _files;
    private readonly Statement _insert;
    private readonly Statement _revise;
    private readonly Dictionary<ulong, int> _alike = [];
    private string? _file;

    public TransferRows(Database database, Terms terms, Terms files)
    {
        (_database, _terms, _files) = (database, terms, files);
        _insert = database.Prepare(
            "INSERT OR IGNORE INTO transfer(coding, identity, number, file, line, key, supplier, client, year, value, supplier_name, client_name, designation, description, category, condition, ordered, pieces, estimated, local) " +
            "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        _revise = database.Prepare(
            "UPDATE transfer SET value = ?1, pieces = ?2, estimated = ?3, file = ?4, line = ?5 " +
            "WHERE coding = ?6 AND identity = ?7 AND number = ?8 AND (value IS NOT ?1 OR pieces IS NOT ?2 OR estimated IS NOT ?3)");
    }

    /// <summary>Writes a row.</summary>
    public RowOutcome Add(Transfer row, long coding, RowOrigin origin)
    {
        byte[] identity = IdentityOf(row);
        long number = NumberAmongAlike(identity, origin.File), file = _files.NumberOf(origin.File), estimated = row.Estimated ? 1 : 0;
        _insert.Bind(coding).Bind(identity).Bind(number).Bind(file).Bind(origin.Line).Bind(row.Id)
            .Bind(_terms.NumberOf(row.Supplier)).Bind(_terms.NumberOf(row.Client)).Bind((long)row.Year).Bind(row.Value)
            .Bind(_terms.Of(row.SupplierName)).Bind(_terms.Of(row.ClientName)).Bind(_terms.Of(row.Designation)).Bind(_terms.Of(row.Description)).Bind(_terms.Of(row.Category))
            .Bind((long)row.Condition).Bind(row.OrderYear).Bind(row.Number).Bind(estimated).Bind(row.LocalProduction is { } local ? (local ? 1L : 0L) : null)
            .Run();
        if (_database.Changes > 0)
        {
            return RowOutcome.Added;
        }

        _revise.Bind(row.Value).Bind(row.Number).Bind(estimated).Bind(file).Bind(origin.Line).Bind(coding).Bind(identity).Bind(number).Run();
        return _database.Changes > 0 ? RowOutcome.Revised : RowOutcome.Known;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _insert.Dispose();
        _revise.Dispose();
    }

    /// <summary>How many rows like it the file has had so far.</summary>
    private int NumberAmongAlike(byte[] identity, string file)
    {
        if (!string.Equals(file, _file, StringComparison.Ordinal))
        {
            _file = file;
            _alike.Clear();
        }

        ulong key = BinaryPrimitives.ReadUInt64LittleEndian(identity);
        int before = _alike.GetValueOrDefault(key);
        _alike[key] = before + 1;
        return before;
    }

    /// <summary>What says which deal and year a row is of: all of it but its measures, which later tables correct.</summary>
    private static byte[] IdentityOf(Transfer row)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{row.Id}\n{row.SupplierName ?? row.Supplier}\n{row.ClientName ?? row.Client}\n{row.Year}\n{row.Designation}\n{row.Description}\n{row.Category}\n{row.Condition}\n{row.OrderYear}\n{row.LocalProduction}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
    }
}
