namespace Entente.Archive.Formats;

/// <summary>What an archive knows of a record beyond its document.</summary>
/// <param name="Act">The id of the record that stands for the act: its own, or that of an earlier one.</param>
/// <param name="Printings">How many articles tell the act in the same text; null where another record stands for it.</param>
public sealed record ActStanding(string Act, int? Printings);
