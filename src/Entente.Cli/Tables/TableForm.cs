namespace Entente.Cli.Tables;

/// <summary>How rows are printed.</summary>
internal enum TableForm
{
    /// <summary>For people: ruled on a terminal, plain columns in a pipe.</summary>
    Table,

    /// <summary>A JSON array, an object a row.</summary>
    Json,

    /// <summary>RFC 4180, with a header.</summary>
    Csv,
}
