using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Writes who takes part in an event or another record.</summary>
internal sealed class PartyRows : IDisposable
{
    /// <summary>The kind of events.</summary>
    public const int Event = 0;

    private readonly Database _database;
    private readonly Terms _terms;
    private readonly StatementSet _statements;
    private readonly Statement _insert;
    private readonly Statement _findActor;
    private readonly Statement _addActor;

    public PartyRows(Database database, Terms terms)
    {
        _statements = new(database);
        (_database, _terms) = (database, terms);
        _insert = _statements.Prepare("INSERT OR REPLACE INTO party(kind, owner, side, number, first, past, code, party, actor, role) VALUES (?,?,?,?,?,?,?,?,?,?)");
        _findActor = _statements.Prepare("SELECT id FROM actor WHERE key = ?");
        _addActor = _statements.Prepare("INSERT INTO actor(key, name) VALUES (?,?)");
    }

    /// <summary>Writes a side of a record.</summary>
    /// <param name="kind">0 for events, else the record's kind.</param>
    /// <param name="owner">The record's number.</param>
    /// <param name="side">Which side.</param>
    /// <param name="entities">Who stands there.</param>
    public void Add(int kind, long owner, int side, IReadOnlyList<Entity> entities)
    {
        for (int i = 0; i < entities.Count; i++)
        {
            Entity entity = entities[i];
            _insert.Bind((long)kind).Bind(owner).Bind((long)side).Bind((long)i).Bind((long)entity.Quote.Span.Start).Bind((long)entity.Quote.Span.End)
                .Bind(_terms.Of(entity.Code?.Text)).Bind(_terms.Of(DyadExpansion.PartyOf(entity.Code)))
                .Bind(ActorOf(entity.Id ?? entity.Name, entity.Name)).Bind(_terms.Of(entity.Role)).Run();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private long? ActorOf(string? key, string? name)
    {
        if (key is null)
        {
            return null;
        }

        if (_findActor.Bind(key).Number() is { } known)
        {
            return known;
        }

        _addActor.Bind(key).Bind(name).Run();
        return _database.LastId;
    }
}
