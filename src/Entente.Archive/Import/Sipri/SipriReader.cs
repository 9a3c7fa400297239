using Entente.Archive.Import.Delimited;
using Entente.Archive.Import.Transfers;
using Entente.Records;

namespace Entente.Archive.Import.Sipri;

/// <summary>Reads what SIPRI's Arms Transfers Database gives out: today's deliveries (comma), the older bulk file (semicolon), the trade register (comma, Latin-1).</summary>
/// <remarks>
/// Lines before the header are passed over. Values are millions of trend-indicator values of what was delivered: no money. A row of the register is a deal with the years of its
/// deliveries; where there are several, nobody says how number and value divide, so each year is given without them, and that is noted.
/// </remarks>
public sealed class SipriReader : IImportReader<Transfer>
{
    private const int LongestPreamble = 30;

    /// <inheritdoc/>
    public IEnumerable<Transfer> Read(Stream input, ImportLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var rows = new RowReader(input, ',');
        if (!FindHeader(rows, log, out bool register))
        {
            yield break;
        }

        ISipriRow reader = register ? new RegisterRow() : new DeliveryRow(NamedColumns.Of(rows));
        foreach (bool _ in RowChecks.Readable(rows, log, [rows.Count], anyEncoding: true, surplus: true))
        {
            if (reader.TryRead(rows, log, out IReadOnlyList<Transfer> read))
            {
                log.Kept++;
                foreach (Transfer transfer in read)
                {
                    yield return transfer;
                }
            }
            else if (log.Refused)
            {
                yield break;
            }
        }
    }

    private static bool FindHeader(RowReader rows, ImportLog log, out bool register)
    {
        register = false;
        for (int line = 0; line < LongestPreamble && rows.Read() != RowState.End; line++)
        {
            ReadOnlySpan<byte> row = rows.Row;
            register = row.StartsWith("Recipient,Supplier"u8) || row.StartsWith("\"Recipient\",\"Supplier\""u8);
            if (row.StartsWith("Deal ID;"u8))
            {
                rows.Again();
                rows.Separate(';');
                _ = rows.Read();
                return true;
            }

            if (register || row.StartsWith("SIPRI AT Database ID,"u8))
            {
                return true;
            }
        }

        if (rows.Any)
        {
            log.RefuseFile("IMP005", "no header of SIPRI's was found", "it starts with 'SIPRI AT Database ID,', 'Deal ID;' or 'Recipient,Supplier'");
        }
        else
        {
            log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
        }

        return false;
    }
}
