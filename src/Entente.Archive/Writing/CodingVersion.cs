namespace Entente.Archive.Writing;

/// <summary>What coded records: a coder with its lexicon and models, or an import of what others coded.</summary>
/// <param name="Source">What users choose by: <c>entente</c>, <c>gdelt</c>, <c>icews</c>.</param>
/// <param name="Coder">Name and version.</param>
/// <param name="Lexicon">Its version; empty for imports.</param>
/// <param name="Models">Names and hashes of the models; empty for imports.</param>
public sealed record CodingVersion(string Source, string Coder, string Lexicon = "", string Models = "")
{
    /// <summary>The source of what this program coded.</summary>
    public const string Own = "entente";
}
