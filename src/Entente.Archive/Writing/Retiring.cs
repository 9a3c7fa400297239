using Entente.Archive.Formats;
using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Takes what was coded in a document out of what counts; the records stay, under the coding that made them.</summary>
internal sealed class Retiring : IDisposable
{
    private readonly TallyBatch _tally;
    private readonly EventRows _events;
    private readonly StatementSet _statements;
    private readonly Statement _current;
    private readonly Statement _retireEvents;
    private readonly Statement _retireRecords;

    public Retiring(Database database, TallyBatch tally, EventRows events)
    {
        _statements = new(database);
        (_tally, _events) = (tally, events);
        _current = _statements.Prepare("SELECT e.id, e.record, c.source, e.reprints, e.act IS NULL OR e.act = e.id FROM event e JOIN coding c ON c.id = e.coding WHERE e.document = ? AND e.current = 1 AND (?2 OR e.coding NOT IN (SELECT id FROM coding WHERE coder = '" + Reviewing.ReviewDesk.Coder + "'))");
        _retireEvents = _statements.Prepare("UPDATE event SET current = 0, reprints = 0 WHERE id = ?");
        _retireRecords = _statements.Prepare("UPDATE record SET current = 0 WHERE document = ? AND current = 1");
    }

    /// <summary>Retires all records of a document.</summary>
    /// <param name="document">Its number.</param>
    /// <param name="corrections">Also what reviewers put in the place of coded events.</param>
    public void Document(long document, bool corrections = false)
    {
        // Pairs that wait in the batch have to be in the table to be taken out of it.
        _tally.Write();
        var events = new List<(long Id, CodedEvent Coded, string Source, int Reprints, bool Counted)>();
        _current.Bind(document).Bind(corrections ? 1L : 0L);
        while (_current.Step())
        {
            events.Add((_current.Long(0), EventJson.Read(_current.Utf8(1), out _), _current.Text(2)!, _current.Int(3), _current.Int(4) == 1));
        }

        foreach ((long id, CodedEvent coded, string source, int reprints, bool counted) in events)
        {
            if (counted)
            {
                _events.Uncount(coded, id, source, reprints);
            }

            _retireEvents.Bind(id).Run();
        }

        _retireRecords.Bind(document).Run();
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();
}
