using Entente.Archive.Import.Tables;

namespace Entente.Archive.Import.Transfers;

/// <summary>Who supplies and receives, as tables of transfers name them.</summary>
internal static class TransferNames
{
    /// <summary>The ISO code of a state; the name without SIPRI's marks (<c>*</c> no state, <c>**</c> an organisation) for others; empty where the source says that it does not know.</summary>
    public static string Of(string name)
    {
        string plain = name.Trim().TrimEnd('*').TrimEnd();
        return plain is "unknown supplier(s)" or "unknown recipient(s)" ? "" : name.TrimEnd().EndsWith('*') ? plain : CountryTable.Default.FromCodeOrName(plain) ?? plain;
    }

    /// <summary>The name as it stands, where <see cref="Of"/> gives another.</summary>
    public static string? Kept(string name, string code) => string.Equals(name, code, StringComparison.Ordinal) ? null : name;
}
