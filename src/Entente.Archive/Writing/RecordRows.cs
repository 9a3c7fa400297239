using System.Buffers;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Kinds of records other than events, as the table <c>record</c> numbers them.</summary>
internal enum RecordKind
{
    Agreement = 1,
    Tie = 2,
    Bargain = 3,
    Assessment = 4,
}

/// <summary>Writes agreements, ties, bargains and assessments with their parties.</summary>
internal sealed class RecordRows : IDisposable
{
    private readonly Database _database;
    private readonly PartyRows _parties;
    private readonly Terms _files;
    private readonly StatementSet _statements;
    private readonly Statement _insert;
    private readonly Statement _revise;
    private readonly Statement _revive;
    private readonly ArrayBufferWriter<byte> _json = new(4096);

    public RecordRows(Database database, PartyRows parties, Terms files)
    {
        _statements = new(database);
        (_database, _parties, _files) = (database, parties, files);
        _insert = _statements.Prepare("INSERT OR IGNORE INTO record(kind, key, coding, current, document, sentence, file, line, day, status, claimed, confidence, record) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
        _revive = _statements.Prepare("UPDATE record SET current = 1, original = NULL, reprints = 0 WHERE key = ? AND coding = ? AND document = ?");
        _revise = _statements.Prepare("UPDATE record SET record = ?1, day = ?2, file = ?3, line = ?4 WHERE key = ?5 AND coding = ?6 AND record <> ?1");
    }

    /// <summary>Writes all of a document's.</summary>
    /// <param name="records">What was coded.</param>
    /// <param name="document">The document's number.</param>
    /// <param name="day">Its day.</param>
    /// <param name="coding">Number of the coding.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="current">Whether they count.</param>
    public void Add(DocumentRecords records, long document, DateOnly day, long coding, RecordStamp stamp, bool current)
    {
        foreach (Agreement record in records.Agreements)
        {
            Insert(RecordKind.Agreement, record.Id, coding, current, (document, record.Sentence), null, record.Date?.Start ?? day, record.Status, false, record.Confidence,
                json => AgreementJson.Write(json, record, stamp), record.Parties, record.Signers);
        }

        foreach (Tie record in records.Ties)
        {
            Insert(RecordKind.Tie, record.Id, coding, current, (document, record.Sentence), null, day, record.Status, record.Claimed, record.Confidence,
                json => TieJson.Write(json, record, stamp), record.Holder, record.Other);
        }

        foreach (Bargain record in records.Bargains)
        {
            Insert(RecordKind.Bargain, record.Id, coding, current, (document, record.Sentence), null, day, record.Status, record.Claimed, record.Confidence,
                json => BargainJson.Write(json, record, stamp), PartiesOf(record.Gives), PartiesOf(record.Gets));
        }

        foreach (Assessment record in records.Assessments)
        {
            Insert(RecordKind.Assessment, record.Id, coding, current, (document, record.Sentence), null, day, EventStatus.Reported, false, record.Confidence,
                json => AssessmentJson.Write(json, record, stamp), record.About, []);
        }
    }

    /// <summary>Writes an agreement that a data set lists.</summary>
    /// <param name="record">The agreement; one that nobody dates stands at the first of all days.</param>
    /// <param name="coding">Number of the coding.</param>
    /// <param name="stamp">Which data set.</param>
    /// <param name="origin">Where its row stands.</param>
    public RowOutcome Import(Agreement record, long coding, RecordStamp stamp, RowOrigin origin)
    {
        (long File, long Line) row = (_files.NumberOf(origin.File), origin.Line);
        DateOnly day = record.Date?.Start ?? DateOnly.MinValue;
        if (Insert(RecordKind.Agreement, record.Id, coding, true, null, row, day, record.Status, false, record.Confidence, json => AgreementJson.Write(json, record, stamp), record.Parties, record.Signers))
        {
            return RowOutcome.Added;
        }

        // What Insert wrote is still at hand.
        _revise.BindText(_json.WrittenSpan).Bind((long)day.DayNumber).Bind(row.File).Bind(row.Line).Bind(record.Id).Bind(coding).Run();
        return _database.Changes > 0 ? RowOutcome.Revised : RowOutcome.Known;
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private static Entity[] PartiesOf(IReadOnlyList<BargainSide> sides) => [.. sides.Where(side => side.Party is not null).Select(side => side.Party!)];

    /// <returns>False where it is there already.</returns>
    private bool Insert(
        RecordKind kind, string key, long coding, bool current, (long Document, int Sentence)? place, (long File, long Line)? row, DateOnly day, EventStatus status, bool claimed, double confidence,
        Action<Utf8JsonWriter> write, IReadOnlyList<Entity> first, IReadOnlyList<Entity> second)
    {
        _json.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_json, JsonText.OneLine))
        {
            write(json);
        }

        _insert.Bind((long)kind).Bind(key).Bind(coding).Bind(current ? 1L : 0L).Bind(place?.Document).Bind(place?.Sentence).Bind(row?.File).Bind(row?.Line).Bind((long)day.DayNumber)
            .Bind((long)status).Bind(claimed ? 1L : 0L).Bind((long)Math.Round(confidence * 1000)).BindText(_json.WrittenSpan).Run();
        if (_database.Changes == 0)
        {
            // An earlier run of the same coding left it: it counts again.
            if (current && place is { } told)
            {
                _revive.Bind(key).Bind(coding).Bind(told.Document).Run();
            }

            return false;
        }

        long id = _database.LastId;
        _parties.Add((int)kind, id, 0, first);
        _parties.Add((int)kind, id, 1, second);
        return true;
    }
}
