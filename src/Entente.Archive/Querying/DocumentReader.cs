using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Gives documents out again, whole.</summary>
public sealed class DocumentReader : IDisposable
{
    private const int AtOnce = 256;
    private const string Columns = "SELECT d.id, d.key, d.day, d.text, d.title, p.name, d.author, d.url, d.language FROM document d LEFT JOIN publisher p ON p.id = d.publisher ";

    private readonly Sqlite.Database _database;
    private readonly StatementSet _statements;
    private readonly Statement _byKey;
    private readonly Statement _outdated;
    private readonly Statement _coding;

    /// <param name="archive">The archive; the caller disposes it after this.</param>
    public DocumentReader(ArchiveFile archive)
    {
        _statements = new(archive.Database);
        ArgumentNullException.ThrowIfNull(archive);
        _database = archive.Database;
        _byKey = _statements.Prepare(Columns + "WHERE d.key = ?");
        _outdated = _statements.Prepare(Columns + "WHERE d.id > ? AND d.coding IS NOT ? AND d.revised_by IS NULL ORDER BY d.id LIMIT ?");
        _coding = _statements.Prepare("SELECT id FROM coding WHERE source = ? AND coder = ? AND lexicon = ? AND models = ?");
    }

    /// <summary>The document of an id; null where there is none.</summary>
    public Document? Get(string id)
    {
        _byKey.Bind(id);
        Document? found = _byKey.Step() ? Read(_byKey) : null;
        _byKey.Reset();
        return found;
    }

    /// <summary>The documents that count and that another coding than this coded last, in the order they came in; a few hundred are in memory.</summary>
    public IEnumerable<Document> NotCodedBy(CodingVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        long last = 0;
        var some = new List<Document>();
        do
        {
            some.Clear();
            long? coding = _coding.Bind(version.Source).Bind(version.Coder).Bind(version.Lexicon).Bind(version.Models).Number();
            _outdated.Bind(last).Bind(coding ?? -1).Bind((long)AtOnce);
            while (_outdated.Step())
            {
                last = _outdated.Long(0);
                some.Add(Read(_outdated));
            }

            foreach (Document document in some)
            {
                yield return document;
            }
        }
        while (some.Count == AtOnce);
    }

    /// <summary>The documents that count, by day, then id.</summary>
    /// <param name="withText">Says by its id whether a document is given with its words; without, its text is empty.</param>
    public IEnumerable<Document> Counting(Func<string, bool> withText)
    {
        ArgumentNullException.ThrowIfNull(withText);
        using Statement rows = _database.Prepare(Columns.Replace("d.text", "''", StringComparison.Ordinal) + "WHERE d.revised_by IS NULL ORDER BY d.day, d.key");
        while (rows.Step())
        {
            Document bare = Read(rows);
            yield return withText(bare.Id) ? Get(bare.Id)! : bare;
        }
    }

    /// <summary>What coded the documents that count, in order.</summary>
    public IReadOnlyList<CodingVersion> Codings()
    {
        using Statement rows = _database.Prepare("SELECT source, coder, lexicon, models FROM coding WHERE id IN (SELECT coding FROM document WHERE revised_by IS NULL) ORDER BY source, coder, lexicon, models");
        var found = new List<CodingVersion>();
        while (rows.Step())
        {
            found.Add(new(rows.Text(0)!, rows.Text(1)!, rows.Text(2)!, rows.Text(3)!));
        }

        return found;
    }

    /// <summary>How many sentences the documents that count have.</summary>
    public long Sentences() => _database.Number("SELECT sum(sentences) FROM document WHERE revised_by IS NULL") ?? 0;

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private static Document Read(Statement row) => new(row.Text(1)!, DateOnly.FromDayNumber(row.Int(2)), row.Text(3)!)
    {
        Title = row.Text(4),
        Publisher = row.Text(5),
        Author = row.Text(6),
        Url = row.Text(7),
        Language = row.Text(8),
    };
}
