using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Whether an archive holds a document, and which id a new one is given.</summary>
/// <remarks>For a connection of its own, beside the one that writes: it sees what is committed.</remarks>
public sealed class DocumentFinder : IDisposable
{
    private readonly StatementSet _statements;
    private readonly Statement _find;
    private readonly Statement _key;
    private readonly Statement _place;

    /// <param name="archive">The archive; the caller disposes it after this.</param>
    public DocumentFinder(ArchiveFile archive)
    {
        _statements = new(archive.Database);
        ArgumentNullException.ThrowIfNull(archive);
        _find = _statements.Prepare("SELECT id FROM document WHERE identity = ? AND hash = ?");
        _place = _statements.Prepare("SELECT id FROM document WHERE identity = ? LIMIT 1");
        _key = _statements.Prepare("SELECT id FROM document WHERE key = ?");
    }

    /// <summary>Whether the same words of the same place are there.</summary>
    public bool Holds(Document document) => _find.Bind(DocumentIdentity.Of(document)).Bind(DocumentIdentity.HashOf(document)).Number() is not null;

    /// <summary>Whether any text of the same place is there.</summary>
    public bool HoldsPlace(Document document) => _place.Bind(DocumentIdentity.Of(document)).Number() is not null;

    /// <summary>The document with an id that is free: its own, or that with the first digits of its hash behind it.</summary>
    public Document WithFreeId(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return _key.Bind(document.Id).Number() is null
            ? document
            : document with { Id = document.Id + "#" + Convert.ToHexStringLower(DocumentIdentity.HashOf(document).AsSpan(0, 6)) };
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
