using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Writes documents, and settles which of several texts at one URL counts.</summary>
internal sealed class DocumentRows : IDisposable
{
    private readonly Database _database;
    private readonly Terms _publishers;
    private readonly StatementSet _statements;
    private readonly Statement _find;
    private readonly Statement _keyTaken;
    private readonly Statement _insert;
    private readonly Statement _versions;
    private readonly Statement _revise;
    private readonly Statement _sentence;
    private readonly Statement _outdated;
    private readonly Statement _setCoding;

    public DocumentRows(Database database, Terms publishers)
    {
        _statements = new(database);
        (_database, _publishers) = (database, publishers);
        _find = _statements.Prepare("SELECT id FROM document WHERE identity = ? AND hash = ?");
        _keyTaken = _statements.Prepare("SELECT id FROM document WHERE key = ?");
        _insert = _statements.Prepare("INSERT INTO document(key, identity, hash, day, title, publisher, author, url, language, text, added, coding, sentences, story) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
        _versions = _statements.Prepare("SELECT id, day FROM document WHERE identity = ? AND revised_by IS NULL ORDER BY day DESC, id DESC");
        _revise = _statements.Prepare("UPDATE document SET revised_by = ? WHERE id = ?");
        _outdated = _statements.Prepare("SELECT id FROM document WHERE key = ? AND coding IS NOT ? AND revised_by IS NULL");
        _setCoding = _statements.Prepare("UPDATE document SET coding = ?, sentences = ? WHERE id = ?");
        _sentence = _statements.Prepare("INSERT OR IGNORE INTO sentence(document, coding, number, first, past) VALUES (?,?,?,?,?)");
    }

    /// <summary>Adds a document that is not there.</summary>
    /// <param name="document">The document.</param>
    /// <param name="coding">Number of its coding.</param>
    /// <param name="sentences">How many it has.</param>
    /// <param name="now">When it came in.</param>
    /// <param name="waits">Whether its story is to be found before the transaction ends; else whoever opens the archive next finds it.</param>
    /// <param name="id">Its number.</param>
    public AddOutcome Insert(Document document, long coding, int sentences, DateTimeOffset now, bool waits, out long id)
    {
        string identity = DocumentIdentity.Of(document);
        byte[] hash = DocumentIdentity.HashOf(document);
        id = _find.Bind(identity).Bind(hash).Number() ?? 0;
        if (id != 0)
        {
            return AddOutcome.Known;
        }

        if (_keyTaken.Bind(document.Id).Number() is not null)
        {
            return AddOutcome.IdTaken;
        }

        _insert.Bind(document.Id).Bind(identity).Bind(hash).Bind((long)document.Date.DayNumber).Bind(document.Title).Bind(_publishers.Of(document.Publisher))
            .Bind(document.Author).Bind(document.Url).Bind(document.Language).Bind(document.Text).Bind(now.ToUnixTimeSeconds()).Bind(coding).Bind((long)sentences).Bind(waits ? 0L : null).Run();
        id = _database.LastId;
        return AddOutcome.Added;
    }

    /// <summary>The number of a document that counts and is not coded so yet; null where there is none.</summary>
    public long? Find(string key, long coding) => _outdated.Bind(key).Bind(coding).Number();

    /// <summary>Notes what coded a document last.</summary>
    public void SetCoding(long id, long coding, int sentences) => _setCoding.Bind(coding).Bind((long)sentences).Bind(id).Run();

    /// <summary>Of the texts at a document's URL the one of the latest day counts; of several of one day, the one that came last.</summary>
    /// <param name="document">One that was just added.</param>
    /// <returns>The text that does not count from now on, which may be the new one; null where there is no other.</returns>
    public (long Id, int Day)? Settle(Document document)
    {
        var versions = new List<(long Id, int Day)>();
        _versions.Bind(DocumentIdentity.Of(document));
        while (_versions.Step())
        {
            versions.Add((_versions.Long(0), _versions.Int(1)));
        }

        if (versions.Count < 2)
        {
            return null;
        }

        // The one that counted so far is the only other.
        _revise.Bind(versions[0].Id).Bind(versions[1].Id).Run();
        return versions[1];
    }

    /// <summary>Keeps the sentences that hold records.</summary>
    public void AddSentences(long id, long coding, DocumentRecords records)
    {
        IEnumerable<int> numbers = records.Events.Select(record => record.Sentence)
            .Concat(records.Agreements.Select(record => record.Sentence))
            .Concat(records.Ties.Select(record => record.Sentence))
            .Concat(records.Bargains.Select(record => record.Sentence))
            .Concat(records.Assessments.Select(record => record.Sentence));
        foreach (int number in numbers.Distinct().Order())
        {
            TextSpan span = records.Sentences[number];
            _sentence.Bind(id).Bind(coding).Bind((long)number).Bind((long)span.Start).Bind((long)span.End).Run();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
