using Entente.Archive.Import;
using Entente.Archive.Import.Sipri;
using Entente.Archive.Import.Transfers;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>A table of transfers, whichever of the known forms it has.</summary>
public static class TransferFile
{
    /// <summary>What only SIPRI's files say, in their preamble or header.</summary>
    private static readonly byte[][] SipriMarks = ["SIPRI AT Database ID"u8.ToArray(), "Deal ID;"u8.ToArray(), "Recipient,Supplier"u8.ToArray(), "\"Recipient\",\"Supplier\""u8.ToArray()];

    /// <summary>Reads a table of SIPRI's, or one with the columns supplier, client, year, value.</summary>
    /// <param name="input">The file's bytes, kept in memory while they are read; the caller owns and disposes it.</param>
    /// <param name="log">Counts rows and receives complaints.</param>
    public static IReadOnlyList<Transfer> Read(Stream input, ImportLog log)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        bytes.Position = 0;
        ReadOnlySpan<byte> head = bytes.GetBuffer().AsSpan(0, (int)Math.Min(bytes.Length, 1 << 14));
        bool sipri = false;
        foreach (byte[] mark in SipriMarks)
        {
            sipri |= head.IndexOf(mark) >= 0;
        }

        IImportReader<Transfer> reader = sipri ? new SipriReader() : new TransferCsvReader();
        return [.. reader.Read(bytes, log)];
    }
}
