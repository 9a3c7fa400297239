using System.Globalization;
using Entente.Archive.Formats;
using Entente.Archive.Querying;
using Entente.Archive.Sqlite;
using Entente.Archive.Stories;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Reviewing;

/// <summary>Takes decisions of people about events: kept for ever, the last one counts, and no coding overrules it.</summary>
/// <remarks>Each decision is a transaction of its own.</remarks>
public sealed class ReviewDesk : IDisposable
{
    /// <summary>The coder of the records that reviewers put in the place of others.</summary>
    public const string Coder = "review";

    private readonly TimeProvider _clock;
    private readonly Database _database;
    private readonly Terms _terms;
    private readonly Terms _publishers;
    private readonly TallyBatch _tally;
    private readonly PartyRows _parties;
    private readonly EventRows _events;
    private readonly StoryBook? _stories;

    /// <param name="archive">The archive; the caller disposes it after this.</param>
    /// <param name="clock">Tells when a decision is taken.</param>
    /// <param name="stories">Says which records tell one act; null where each record that is corrected or accepted again counts by itself.</param>
    public ReviewDesk(ArchiveFile archive, TimeProvider clock, IStoryRule? stories = null)
    {
        ArgumentNullException.ThrowIfNull(archive);
        (_clock, _database) = (clock, archive.Database);
        _terms = new(_database, "term", "text");
        _publishers = new(_database, "publisher", "name");
        _tally = new(_database);
        _parties = new(_database, _terms);
        _events = new(_database, _terms, _publishers, _tally, _parties);
        _stories = stories is null ? null : new(_database, stories, _tally, _events, () => _terms.NumberOf(CodingVersion.Own));
    }

    /// <summary>Takes a decision.</summary>
    /// <param name="stored">The event, as the archive gave it.</param>
    /// <param name="verdict">What is decided.</param>
    /// <param name="correction">What stands in its place; given where, and only where, the verdict is corrected.</param>
    /// <param name="reviewer">By whom.</param>
    /// <param name="note">Why; null for nothing.</param>
    /// <returns>The decision as kept.</returns>
    /// <exception cref="ArgumentException">An import cannot be corrected; the correction does not go with the verdict; the event is not what the document's present coding gives.</exception>
    public Decision Decide(StoredEvent stored, Verdict verdict, CodedEvent? correction, string reviewer, string? note)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentException.ThrowIfNullOrWhiteSpace(reviewer);
        if ((verdict == Verdict.Corrected) != (correction is not null) || (correction is not null && stored.Coded is null))
        {
            throw new ArgumentException("a correction goes with the verdict 'corrected', about an event that has words behind it", nameof(correction));
        }

        _database.Execute("BEGIN IMMEDIATE");
        try
        {
            DateTimeOffset now = _clock.GetUtcNow();
            (long? document, bool counts) = State(stored.Number);
            long number = (_database.Number("SELECT max(id) FROM review") ?? 0) + 1;
            Withdraw(stored, document);
            long? replacement = correction is null ? null : Replace(stored, correction, document!.Value, number);
            SetCurrent(stored, counts, verdict == Verdict.Accepted);
            Keep(number, stored, document, verdict, replacement, reviewer, note, now);
            if (document is { } told)
            {
                _stories?.Touch(told);
            }

            _stories?.Settle();
            _tally.Write();
            _database.Execute("COMMIT");
            return new(number, stored.Id, verdict, correction is null ? null : IdOf(stored.Id, number), reviewer, note, now);
        }
        catch
        {
            _tally.Clear();
            _stories?.Forget();
            _terms.Forget();
            if (_database.InTransaction)
            {
                _database.Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>All decisions, in the order taken.</summary>
    public IReadOnlyList<Decision> All()
    {
        using Statement rows = _database.Prepare("SELECT r.id, e.key, r.verdict, c.key, r.reviewer, r.note, r.decided FROM review r JOIN event e ON e.id = r.event LEFT JOIN event c ON c.id = r.correction ORDER BY r.id");
        var found = new List<Decision>();
        while (rows.Step())
        {
            string key = rows.IsWhole(1) ? rows.Long(1).ToString(CultureInfo.InvariantCulture) : rows.Text(1)!;
            found.Add(new(rows.Long(0), key, (Verdict)rows.Int(2), rows.Text(3), rows.Text(4)!, rows.Text(5), DateTimeOffset.FromUnixTimeSeconds(rows.Long(6))));
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stories?.Dispose();
        _events.Dispose();
        _parties.Dispose();
        _tally.Dispose();
        _publishers.Dispose();
        _terms.Dispose();
    }

    private static string IdOf(string id, long number) => string.Create(CultureInfo.InvariantCulture, $"{id}/r{number}");

    private (long? Document, bool Counts) State(long number)
    {
        using Statement row = _database.Prepare("SELECT e.document, e.current, d.id IS NULL OR (d.coding = e.coding AND d.revised_by IS NULL) FROM event e LEFT JOIN document d ON d.id = e.document WHERE e.id = ?");
        row.Bind(number);
        if (!row.Step())
        {
            throw new ArgumentException("the event is not in this archive", nameof(number));
        }

        return row.Int(2) == 1
            ? (row.IsNull(0) ? null : row.Long(0), row.Int(1) == 1)
            : throw new ArgumentException("the event is a reviewer's correction, of an older coding, or of a text that was revised: decide about the one that the document's present coding gives", nameof(number));
    }

    /// <summary>Takes back what an earlier decision about the same act put in its place.</summary>
    private void Withdraw(StoredEvent stored, long? document)
    {
        if (stored.Coded is not { } coded || document is not { } place)
        {
            return;
        }

        using Statement rows = _database.Prepare(
            "SELECT e.id, e.record, e.reprints, e.act IS NULL OR e.act = e.id FROM review r JOIN event e ON e.id = r.correction WHERE r.document = ? AND r.sentence = ? AND r.trigger_first = ? AND r.type = ? AND e.current = 1");
        rows.Bind(place).Bind((long)coded.Sentence).Bind((long)coded.Trigger.Span.Start).Bind((long)coded.Type);
        var earlier = new List<(long Id, CodedEvent Coded, int Reprints, bool Counted)>();
        while (rows.Step())
        {
            earlier.Add((rows.Long(0), EventJson.Read(rows.Utf8(1), out _), rows.Int(2), rows.Int(3) == 1));
        }

        foreach ((long id, CodedEvent replaced, int reprints, bool counted) in earlier)
        {
            if (counted)
            {
                _events.Uncount(replaced, id, stored.Source, reprints);
            }

            Mark(id, false);
        }
    }

    private long Replace(StoredEvent stored, CodedEvent correction, long document, long number)
    {
        using Statement coding = _database.Prepare("INSERT OR IGNORE INTO coding(source, coder, lexicon, models) VALUES (?,?,'','')");
        coding.Bind(stored.Source).Bind(Coder).Run();
        using Statement find = _database.Prepare("SELECT id FROM coding WHERE source = ? AND coder = ? AND lexicon = '' AND models = ''");
        long id = find.Bind(stored.Source).Bind(Coder).Number()!.Value;
        CodedEvent kept = correction with { Id = IdOf(stored.Id, number), DocId = stored.Coded!.DocId, Rule = Coder };
        long row = _events.Add(kept, document, id, new(Coder, ""), current: true, waits: _stories is not null)!.Value;
        if (_stories is null)
        {
            _events.Count(kept, row, stored.Source);
        }

        using Statement sentence = _database.Prepare("INSERT OR IGNORE INTO sentence(document, coding, number, first, past) SELECT document, ?, number, first, past FROM sentence WHERE document = ? AND number = ? LIMIT 1");
        sentence.Bind(id).Bind(document).Bind((long)kept.Sentence).Run();
        return row;
    }

    private void SetCurrent(StoredEvent stored, bool counts, bool shall)
    {
        if (counts == shall)
        {
            return;
        }

        if (stored.Coded is { } coded)
        {
            // One that comes back waits for its act to be found.
            if (shall && _stories is null)
            {
                _events.Count(coded, stored.Number, stored.Source);
            }
            else if (!shall && !stored.IsMention)
            {
                _events.Uncount(coded, stored.Number, stored.Source, stored.Reprints);
            }
        }
        else if (stored.Imported is { } imported)
        {
            _events.CountImport(imported, stored.Number, shall ? 1 : -1);
        }

        Mark(stored.Number, shall);
    }

    private void Mark(long id, bool current)
    {
        using Statement mark = _database.Prepare("UPDATE event SET current = ?1, reprints = 0, act = iif(record IS NULL, NULL, ?2) WHERE id = ?3");
        mark.Bind(current ? 1L : 0L).Bind(_stories is null ? null : 0L).Bind(id).Run();
    }

    private void Keep(long number, StoredEvent stored, long? document, Verdict verdict, long? replacement, string reviewer, string? note, DateTimeOffset now)
    {
        using Statement insert = _database.Prepare("INSERT INTO review(id, event, document, sentence, trigger_first, type, verdict, correction, reviewer, note, decided) VALUES (?,?,?,?,?,?,?,?,?,?,?)");
        insert.Bind(number).Bind(stored.Number).Bind(document).Bind(stored.Coded?.Sentence).Bind(stored.Coded?.Trigger.Span.Start).Bind((long?)stored.Coded?.Type)
            .Bind((long)verdict).Bind(replacement).Bind(reviewer).Bind(note).Bind(now.ToUnixTimeSeconds()).Run();
    }
}
