using Entente.Archive.Import.Delimited;
using Entente.Records;

namespace Entente.Archive.Import.Sipri;

/// <summary>Reads a row of one of SIPRI's shapes.</summary>
internal interface ISipriRow
{
    /// <summary>The transfers of a row; false where it was refused.</summary>
    bool TryRead(RowReader row, ImportLog log, out IReadOnlyList<Transfer> read);
}
