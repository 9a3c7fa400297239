namespace Entente.Archive.Export;

/// <summary>What an exporter did.</summary>
/// <param name="Written">Rows, features or edges written.</param>
/// <param name="LeftOut">Events that the format has no room for.</param>
/// <param name="Why">Why those were left out; null where none was.</param>
public sealed record ExportOutcome(long Written, long LeftOut = 0, string? Why = null);
