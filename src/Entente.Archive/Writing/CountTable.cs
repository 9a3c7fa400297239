using Entente.Archive.Sqlite;

namespace Entente.Archive.Writing;

/// <summary>What is counted apart.</summary>
internal readonly record struct CountKey(long Actor, long Recipient, int Day, int Type, long Source, int Span, int Standing) : IComparable<CountKey>
{
    public int CompareTo(CountKey other)
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

/// <summary>Counts and sums; scores in tenths, so that the order of adding does not show in the last digit.</summary>
internal readonly record struct Counts(long Events, long Score, long Goldstein, long GoldsteinEvents, long Dead, long Reprints)
{
    /// <summary>Both together.</summary>
    public Counts Plus(Counts other) =>
        new(Events + other.Events, Score + other.Score, Goldstein + other.Goldstein, GoldsteinEvents + other.GoldsteinEvents, Dead + other.Dead, Reprints + other.Reprints);
}

/// <summary>A table of counts with what is to be added to it: kept in memory, and written at the end of a batch, in the table's order.</summary>
internal sealed class CountTable : IDisposable
{
    private readonly Dictionary<CountKey, Counts> _pending = [];
    private readonly Statement _add;
    private readonly Statement _remove;

    public CountTable(Database database, string table)
    {
        _add = database.Prepare(
            $"INSERT INTO {table}(actor, recipient, day, type, source, span, standing, count, score, goldstein, goldstein_count, dead, reprints) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?) " +
            "ON CONFLICT DO UPDATE SET count = count + excluded.count, score = score + excluded.score, goldstein = goldstein + excluded.goldstein, " +
            "goldstein_count = goldstein_count + excluded.goldstein_count, dead = dead + excluded.dead, reprints = reprints + excluded.reprints");
        _remove = database.Prepare($"DELETE FROM {table} WHERE actor = ? AND recipient = ? AND day = ? AND type = ? AND source = ? AND span = ? AND standing = ? AND count = 0");
    }

    /// <summary>Adds to what is pending.</summary>
    public void Add(CountKey key, Counts counts) => _pending[key] = _pending.TryGetValue(key, out Counts before) ? before.Plus(counts) : counts;

    /// <summary>Writes what is pending; rows that come to nothing are removed.</summary>
    public void Write()
    {
        CountKey[] keys = [.. _pending.Keys];
        Counts[] sums = [.. _pending.Values];
        Array.Sort(keys, sums);
        for (int i = 0; i < keys.Length; i++)
        {
            (CountKey key, Counts counts) = (keys[i], sums[i]);
            BindKey(_add, key).Bind(counts.Events).Bind(counts.Score).Bind(counts.Goldstein).Bind(counts.GoldsteinEvents).Bind(counts.Dead).Bind(counts.Reprints).Run();
            if (counts.Events <= 0)
            {
                BindKey(_remove, key).Run();
            }
        }

        _pending.Clear();
    }

    /// <summary>Forgets what is pending.</summary>
    public void Clear() => _pending.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _add.Dispose();
        _remove.Dispose();
    }

    private static Statement BindKey(Statement statement, CountKey key) =>
        statement.Bind(key.Actor).Bind(key.Recipient).Bind((long)key.Day).Bind((long)key.Type).Bind(key.Source).Bind((long)key.Span).Bind((long)key.Standing);
}
