using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Archive.Reviewing;
using Entente.Archive.Sqlite;
using Entente.Archive.Stories;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Adds to an archive: documents with what was coded in them, and what others coded or list.</summary>
/// <remarks>
/// Writes in batches, a transaction each: what a batch holds is there together or not at all. <see cref="Commit"/> ends a batch; imports
/// end one by themselves every <see cref="MostRows"/> rows. What was not committed when the writer is disposed, or when the program ends, was never
/// there. While a batch is open other writers wait.
/// </remarks>
public sealed class ArchiveWriter : IDisposable
{
    /// <summary>Imported rows after which a batch is committed.</summary>
    public const int MostRows = 50_000;

    private readonly Database _database;
    private readonly TimeProvider _clock;
    private readonly CodingVersion _coding;
    private readonly Terms _terms;
    private readonly Terms _publishers;
    private readonly Terms _files;
    private readonly TallyBatch _tally;
    private readonly PartyRows _parties;
    private readonly EventRows _events;
    private readonly RecordRows _records;
    private readonly DocumentRows _documents;
    private readonly Retiring _retiring;
    private readonly Decisions _decisions;
    private readonly TransferRows _transfers;
    private readonly MentionRows _mentions;
    private readonly RecordStamp _stamp;
    private readonly StoryBook? _stories;
    private long _codingId;
    private long _source;
    private int _rows;

    /// <param name="archive">The archive; the caller disposes it after the writer.</param>
    /// <param name="coding">What coded the records to come.</param>
    /// <param name="clock">Tells when a document came in.</param>
    /// <param name="stories">Says which documents print one text and which records tell one act. Null for a writer of imports; documents that one adds count each by itself, until <see cref="StorySettler"/> has looked at them.</param>
    public ArchiveWriter(ArchiveFile archive, CodingVersion coding, TimeProvider clock, IStoryRule? stories = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(coding);
        ArgumentNullException.ThrowIfNull(clock);
        (_database, _coding, _clock) = (archive.Database, coding, clock);
        _stamp = new(coding.Coder, coding.Lexicon);
        _terms = new(_database, "term", "text");
        _publishers = new(_database, "publisher", "name");
        _files = new(_database, "file", "name");
        _tally = new(_database);
        _parties = new(_database, _terms);
        _events = new(_database, _terms, _publishers, _tally, _parties);
        _records = new(_database, _parties, _files);
        _documents = new(_database, _publishers);
        _retiring = new(_database, _tally, _events);
        _decisions = new(_database);
        _transfers = new(_database, _terms, _files);
        _mentions = new(_database, _publishers, _files);
        _stories = stories is null ? null : new(_database, stories, _tally, _events, () => _source);
    }

    /// <summary>Imported events that are new.</summary>
    public long Imported { get; private set; }

    /// <summary>Imported events that were there already, and changed nothing.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Adds an event that another system coded; its source is that of the writer's coding.</summary>
    /// <returns>False where the archive holds it already: the same id, filed under the same day.</returns>
    /// <exception cref="ArchiveException">The disk is full, or another program does not let go.</exception>
    public bool Import(ExchangeEvent row)
    {
        ArgumentNullException.ThrowIfNull(row);
        BeginRow();
        if (_events.Import(row, _codingId) is not { } id)
        {
            Duplicates++;
            return false;
        }

        Imported++;
        _tally.CountVolume(_source, row.When.Start.DayNumber, 0, 1);
        foreach (DyadicEvent pair in row.Pairs())
        {
            _events.CountPair(pair, id, _source);
        }

        return true;
    }

    /// <summary>Adds a transfer that a table lists, under the writer's coding.</summary>
    /// <param name="row">The transfer.</param>
    /// <param name="origin">Where its row stands. Rows alike within one file are several; the same in another file are those that are there.</param>
    /// <exception cref="ArchiveException">The disk is full, or another program does not let go.</exception>
    public RowOutcome Import(Transfer row, RowOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(row);
        BeginRow();
        return _transfers.Add(row, _codingId, origin);
    }

    /// <summary>Adds an agreement that a data set lists, under the writer's coding.</summary>
    /// <param name="row">The agreement; its id is the key.</param>
    /// <param name="origin">Where its row stands.</param>
    /// <exception cref="ArchiveException">The disk is full, or another program does not let go.</exception>
    public RowOutcome Import(Agreement row, RowOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(row);
        BeginRow();
        return _records.Import(row, _codingId, _stamp, origin);
    }

    /// <summary>Adds a mention of an event that another system coded; the event need not be there.</summary>
    /// <param name="row">The mention.</param>
    /// <param name="origin">Where its row stands.</param>
    /// <exception cref="ArchiveException">The disk is full, or another program does not let go.</exception>
    public RowOutcome Import(ExchangeMention row, RowOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(row);
        BeginRow();
        return _mentions.Add(row, _codingId, origin);
    }

    /// <summary>Adds a document with what was coded in it.</summary>
    /// <param name="document">Its id has to be free: <see cref="Querying.DocumentFinder.WithFreeId"/> gives one.</param>
    /// <param name="records">What was coded; its document ids are the document's.</param>
    /// <exception cref="ArchiveException">The disk is full, or another program does not let go.</exception>
    public AddOutcome Add(Document document, DocumentRecords records)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(records);
        Begin();
        AddOutcome outcome = _documents.Insert(document, _codingId, records.Sentences.Count, _clock.GetUtcNow(), _stories is not null, out long id);
        if (outcome != AddOutcome.Added)
        {
            return outcome;
        }

        bool counts = true;
        if (DocumentIdentity.IsUrl(document) && _documents.Settle(document) is { } revised)
        {
            outcome = AddOutcome.Revised;
            counts = revised.Id != id;
            if (counts)
            {
                _retiring.Document(revised.Id, corrections: true);
            }

            if (_stories is null ? counts : _stories.Remove(revised.Id, revised.Day) && counts)
            {
                _tally.CountVolume(_source, revised.Day, -1, 0);
            }
        }

        Store(id, document, records, counts);
        if (counts && _stories is null)
        {
            _tally.CountVolume(_source, document.Date.DayNumber, 1, 0);
        }
        else if (counts)
        {
            _stories!.Add(id);
        }

        return outcome;
    }

    /// <summary>Codes a document of the archive anew: what an older coding says stays under that coding, and no longer counts. Review decisions are kept and hold for the new coding too.</summary>
    /// <param name="document">As the archive gave it.</param>
    /// <param name="records">What was coded.</param>
    /// <returns>False where it is not in the archive, is coded so already, or was revised.</returns>
    /// <exception cref="ArchiveException">The disk is full, or another program does not let go.</exception>
    public bool Recode(Document document, DocumentRecords records)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(records);
        Begin();
        if (_documents.Find(document.Id, _codingId) is not { } id)
        {
            return false;
        }

        _retiring.Document(id);
        Store(id, document, records, counts: true);
        _documents.SetCoding(id, _codingId, records.Sentences.Count);
        _stories?.Touch(id);
        return true;
    }

    /// <summary>Makes all that was added since the last call lasting.</summary>
    /// <exception cref="ArchiveException">The disk is full; the batch is undone, what was there before is kept.</exception>
    public void Commit()
    {
        if (!_database.InTransaction)
        {
            return;
        }

        try
        {
            _stories?.Settle();
            _tally.Write();
            _database.Execute("COMMIT");
        }
        catch (ArchiveException)
        {
            Undo();
            throw;
        }

        _rows = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Undo();
        _stories?.Dispose();
        _mentions.Dispose();
        _transfers.Dispose();
        _decisions.Dispose();
        _retiring.Dispose();
        _documents.Dispose();
        _records.Dispose();
        _events.Dispose();
        _parties.Dispose();
        _tally.Dispose();
        _files.Dispose();
        _publishers.Dispose();
        _terms.Dispose();
    }

    /// <summary>Makes room for an imported row, after a commit where the batch is long enough.</summary>
    private void BeginRow()
    {
        if (_rows >= MostRows)
        {
            Commit();
        }

        Begin();
        _rows++;
    }

    private void Begin()
    {
        if (_database.InTransaction)
        {
            return;
        }

        _database.Execute("BEGIN IMMEDIATE");
        using Statement find = _database.Prepare("SELECT id FROM coding WHERE source = ? AND coder = ? AND lexicon = ? AND models = ?");
        using Statement add = _database.Prepare("INSERT OR IGNORE INTO coding(source, coder, lexicon, models) VALUES (?,?,?,?)");
        add.Bind(_coding.Source).Bind(_coding.Coder).Bind(_coding.Lexicon).Bind(_coding.Models).Run();
        _codingId = find.Bind(_coding.Source).Bind(_coding.Coder).Bind(_coding.Lexicon).Bind(_coding.Models).Number()!.Value;
        _source = _terms.NumberOf(_coding.Source);
    }

    private void Store(long id, Document document, DocumentRecords records, bool counts)
    {
        foreach (CodedEvent coded in records.Events)
        {
            bool stands = counts && !_decisions.Replaces(id, coded);
            bool waits = _stories is not null;
            long? number = _events.Add(coded, id, _codingId, _stamp, stands, waits) ?? (stands ? _events.Revive(coded, id, _codingId, waits) : null);
            if (number is { } counted && stands && !waits)
            {
                _events.Count(coded, counted, _coding.Source);
            }
        }

        _records.Add(records, id, document.Date, _codingId, _stamp, counts);
        _documents.AddSentences(id, _codingId, records);
    }

    private void Undo()
    {
        _tally.Clear();
        _terms.Forget();
        _publishers.Forget();
        _files.Forget();
        _events.Forget();
        _stories?.Forget();
        _rows = 0;
        if (_database.InTransaction)
        {
            _database.Execute("ROLLBACK");
        }
    }
}
