using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Pairs and counts of the transaction at hand, kept in memory and added to the tables at its end, in the tables' order.</summary>
internal sealed class TallyBatch : IDisposable
{
    private readonly Dictionary<(long Source, int Day), (int Documents, int Events)> _volume = [];
    private readonly List<(long Actor, long Recipient, int Day, long Event)> _pairs = [];
    private readonly CountTable _days;
    private readonly CountTable _months;
    private readonly Statement _addVolume;
    private readonly Statement _addPair;
    private readonly Statement _addDyad;

    public TallyBatch(Database database)
    {
        _days = new(database, "tally");
        _months = new(database, "tally_month");
        _addVolume = database.Prepare("INSERT INTO volume(source, day, documents, events) VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents, events = events + excluded.events");
        _addDyad = database.Prepare("INSERT OR IGNORE INTO dyad(actor, recipient) VALUES (?,?)");
        _addPair = database.Prepare("INSERT OR IGNORE INTO pair(actor, recipient, day, event) VALUES (?,?,?,?)");
    }

    /// <summary>Counts an event of a pair.</summary>
    /// <param name="actor">Number of the acting party.</param>
    /// <param name="recipient">Number of the other.</param>
    /// <param name="source">Number of the source.</param>
    /// <param name="row">The event.</param>
    /// <param name="sign">1 adds, -1 takes back, 0 counts reprints alone.</param>
    /// <param name="reprints">How many further articles tell it in the same text; to be taken back where negative.</param>
    public void Count(long actor, long recipient, long source, DyadicEvent row, int sign, int reprints)
    {
        int days = row.When.End.DayNumber - row.When.Start.DayNumber;
        var key = new CountKey(actor, recipient, row.When.Start.DayNumber, (int)row.Type, source, days <= 7 ? 0 : days, ((int)row.Status * 2) + (row.Claimed ? 1 : 0));
        var counts = new Counts(sign, sign * Tenths(row.Score), sign * Tenths(row.Goldstein ?? 0), row.Goldstein is null ? 0 : sign, sign * (row.Dead ?? 0), reprints);
        _days.Add(key, counts);
        _months.Add(Period.Of(row.When, PeriodKind.Month) is { } month ? key with { Day = month.Start.DayNumber, Span = 0 } : key, counts);
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
        WritePairs();
        _days.Write();
        _months.Write();
        foreach (((long source, int day), (int documents, int events)) in _volume.OrderBy(item => item.Key))
        {
            _addVolume.Bind(source).Bind((long)day).Bind((long)documents).Bind((long)events).Run();
        }

        _volume.Clear();
    }

    /// <summary>Forgets what is pending.</summary>
    public void Clear()
    {
        _days.Clear();
        _months.Clear();
        _volume.Clear();
        _pairs.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _days.Dispose();
        _months.Dispose();
        _addVolume.Dispose();
        _addPair.Dispose();
        _addDyad.Dispose();
    }

    private void WritePairs()
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

        _pairs.Clear();
    }

    private static long Tenths(double score) => (long)Math.Round(score * 10);
}
