using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Counts of the transaction at hand, kept in memory and added to the table at its end, in the table's order.</summary>
internal sealed class TallyBatch : IDisposable
{
    private readonly Dictionary<Key, Counts> _pending = [];
    private readonly Dictionary<(long Source, int Day), (int Documents, int Events)> _volume = [];
    private readonly List<(long Actor, long Recipient, int Day, long Event)> _pairs = [];
    private readonly Statement _add;
    private readonly Statement _remove;
    private readonly Statement _addVolume;
    private readonly Statement _addPair;
    private readonly Statement _addDyad;

    public TallyBatch(Database database)
    {
        _add = database.Prepare(
            "INSERT INTO tally(actor, recipient, day, type, source, span, standing, count, score, goldstein, goldstein_count, dead) VALUES (?,?,?,?,?,?,?,?,?,?,?,?) " +
            "ON CONFLICT DO UPDATE SET count = count + excluded.count, score = score + excluded.score, goldstein = goldstein + excluded.goldstein, " +
            "goldstein_count = goldstein_count + excluded.goldstein_count, dead = dead + excluded.dead");
        _remove = database.Prepare("DELETE FROM tally WHERE actor = ? AND recipient = ? AND day = ? AND type = ? AND source = ? AND span = ? AND standing = ? AND count = 0");
        _addVolume = database.Prepare("INSERT INTO volume(source, day, documents, events) VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, events = events + excluded.events");
        _addDyad = database.Prepare("INSERT OR IGNORE INTO dyad(actor, recipient) VALUES (?,?)");
        _addPair = database.Prepare("INSERT OR IGNORE INTO pair(actor, recipient, day, event) VALUES (?,?,?,?)");
    }

    /// <summary>Counts an event of a pair.</summary>
    /// <param name="actor">Number of the acting party.</param>
    /// <param name="recipient">Number of the other.</param>
    /// <param name="source">Number of the source.</param>
    /// <param name="row">The event.</param>
    /// <param name="sign">1 adds, -1 takes back.</param>
    public void Count(long actor, long recipient, long source, DyadicEvent row, int sign)
    {
        int days = row.When.End.DayNumber - row.When.Start.DayNumber;
        var key = new Key(actor, recipient, row.When.Start.DayNumber, (int)row.Type, source, days <= 7 ? 0 : days, ((int)row.Status * 2) + (row.Claimed ? 1 : 0));
        _pending.TryGetValue(key, out Counts counts);
        _pending[key] = new(
            counts.Events + sign,
            counts.Score + (sign * Tenths(row.Score)),
            counts.Goldstein + (sign * Tenths(row.Goldstein ?? 0)),
            counts.GoldsteinEvents + (row.Goldstein is null ? 0 : sign),
            counts.Dead + (sign * (row.Dead ?? 0)));
    }

    /// <summary>Counts documents and events of a source on a day.</summary>
    public void CountVolume(long source, int day, int documents, int events)
    {
        _volume.TryGetValue((source, day), out (int Documents, int Events) counts);
        _volume[(source, day)] = (counts.Documents + documents, counts.Events + events);
    }

    /// <summary>Adds a row of pair.</summary>
    public void Pair(long actor, long recipient, int day, long id) => _pairs.Add((actor, recipient, day, id));

    /// <summary>Adds all of it to the tables.</summary>
    public void Write()
    {
        _pairs.Sort();
        (long Actor, long Recipient) last = default;
        foreach ((long actor, long recipient, int day, long id) in _pairs)
        {
            if (last != (actor, recipient))
            {
                last = (actor, recipient);
                _addDyad.Bind(actor).Bind(recipient).Run();
            }

            _addPair.Bind(actor).Bind(recipient).Bind((long)day).Bind(id).Run();
        }

        foreach ((Key key, Counts counts) in _pending.OrderBy(item => item.Key))
        {
            BindKey(_add, key).Bind(counts.Events).Bind(counts.Score).Bind(counts.Goldstein).Bind(counts.GoldsteinEvents).Bind(counts.Dead).Run();
            if (counts.Events <= 0)
            {
                BindKey(_remove, key).Run();
            }
        }

        foreach (((long source, int day), (int documents, int events)) in _volume.OrderBy(item => item.Key))
        {
            _addVolume.Bind(source).Bind((long)day).Bind((long)documents).Bind((long)events).Run();
        }

        Clear();
    }

    /// <summary>Forgets what is pending.</summary>
    public void Clear()
    {
        _pending.Clear();
        _volume.Clear();
        _pairs.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _add.Dispose();
        _remove.Dispose();
        _addVolume.Dispose();
        _addPair.Dispose();
        _addDyad.Dispose();
    }

    private static long Tenths(double score) => (long)Math.Round(score * 10);

    private static Statement BindKey(Statement statement, Key key) =>
        statement.Bind(key.Actor).Bind(key.Recipient).Bind((long)key.Day).Bind((long)key.Type).Bind(key.Source).Bind((long)key.Span).Bind((long)key.Standing);

    private readonly record struct Key(long Actor, long Recipient, int Day, int Type, long Source, int Span, int Standing) : IComparable<Key>
    {
        public int CompareTo(Key other)
        {
            int by = Actor.CompareTo(other.Actor);
            by = by != 0 ? by : Recipient.CompareTo(other.Recipient);
            by = by != 0 ? by : Day.CompareTo(other.Day);
            by = by != 0 ? by : Type.CompareTo(other.Type);
            by = by != 0 ? by : Source.CompareTo(other.Source);
            by = by != 0 ? by : Span.CompareTo(other.Span);
            return by != 0 ? by : Standing.CompareTo(other.Standing);
        }
    }

    private readonly record struct Counts(long Events, long Score, long Goldstein, long GoldsteinEvents, long Dead);
}
