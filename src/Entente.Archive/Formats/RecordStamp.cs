namespace Entente.Archive.Formats;

/// <summary>What coded a record: written into each, so that one line alone can be traced.</summary>
/// <param name="Coder">Name and version: <c>entente 0.1.0</c>.</param>
/// <param name="Lexicon">The lexicon's version: the first digits of its hash.</param>
public sealed record RecordStamp(string Coder, string Lexicon);
