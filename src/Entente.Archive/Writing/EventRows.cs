using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Archive.Querying;
using Entente.Archive.Sqlite;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>Writes events: the row itself, its parties, its pairs and counts.</summary>
internal sealed class EventRows : IDisposable
{
    private const string Columns =
        "key, coding, current, document, sentence, filed, day, days, precision, type, modes, contexts, cameo, goldstein, status, claimed, confidence, actor_sectors, recipient_sectors, " +
        "dead, injured, arrested, country, admin1, place, latitude, longitude, resolution, geoname, actors, recipients, publisher, story, url, label, words, mentions, rule, trigger_first, record, act";

    private readonly Database _database;
    private readonly Terms _terms;
    private readonly Terms _publishers;
    private readonly TallyBatch _tally;
    private readonly PartyRows _parties;
    private readonly ImportedSides _sides;
    private readonly StatementSet _statements;
    private readonly Statement _insert;
    private readonly Statement _removePair;
    private readonly Statement _find;
    private readonly Statement _revive;
    private readonly ArrayBufferWriter<byte> _json = new(4096);

    public EventRows(Database database, Terms terms, Terms publishers, TallyBatch tally, PartyRows parties)
    {
        _statements = new(database);
        (_database, _terms, _publishers, _tally, _parties) = (database, terms, publishers, tally, parties);
        _sides = new(terms);
        string places = string.Join(',', Enumerable.Repeat('?', Columns.Count(c => c == ',') + 1));
        _insert = _statements.Prepare($"INSERT OR IGNORE INTO event({Columns}) VALUES ({places})");
        _find = _statements.Prepare("SELECT id FROM event WHERE key = ? AND coding = ? AND filed = ? AND document = ? AND current = 0");
        _revive = _statements.Prepare("UPDATE event SET current = 1, reprints = 0, act = ? WHERE id = ?");
        _removePair = _statements.Prepare("DELETE FROM pair WHERE actor = ? AND recipient = ? AND day = ? AND event = ?");
    }

    /// <summary>Writes an imported event's own row.</summary>
    /// <returns>Its number; null where the archive holds it already.</returns>
    public long? Import(ExchangeEvent row, long coding)
    {
        ExchangePlace? place = row.Place;
        BindKey(_insert, row.Id).Bind(coding).Bind(1L).Bind((long?)null).Bind(row.Sentence).Bind((long)row.Date.DayNumber);
        BindWhen(row.When, row.Precision)
            .Bind((long?)row.Type).Bind(_terms.Of(row.Modes)).Bind(_terms.Of(row.Contexts)).Bind(_terms.Of(row.Cameo)).Bind(Tenths(row.Goldstein))
            .Bind((long)row.Status).Bind(row.Claimed ? 1L : 0L).Bind(row.Confidence is { } confidence ? (long)Math.Round(confidence * 1000) : null)
            .Bind(_terms.Of(ExchangeParty.Sectors(row.Actors))).Bind(_terms.Of(ExchangeParty.Sectors(row.Recipients)))
            .Bind(row.Size?.Dead).Bind(row.Size?.Injured).Bind(row.Size?.Arrested)
            .Bind(_terms.Of(place?.Country)).Bind(place?.Admin1).Bind(place?.Name).Bind(place?.Latitude).Bind(place?.Longitude).Bind(place?.Resolution).Bind(place?.GeonameId)
            .Bind(_sides.Of(row.Actors)).Bind(_sides.Of(row.Recipients))
            .Bind(_publishers.Of(row.Publisher)).Bind(row.Story).Bind(row.Url).Bind(_terms.Of(row.Label)).Bind(row.Text).Bind(row.Mentions)
            .Bind((long?)null).Bind((long?)null).Bind((string?)null).Bind((long?)null)
            .Run();
        return _database.Changes == 0 ? null : _database.LastId;
    }

    /// <summary>Writes a coded event with its parties.</summary>
    /// <returns>Its number; null where the archive holds it already.</returns>
    /// <param name="coded">The event.</param>
    /// <param name="document">Number of its document.</param>
    /// <param name="coding">Number of its coding.</param>
    /// <param name="stamp">What coded it.</param>
    /// <param name="current">Whether it counts.</param>
    /// <param name="waits">Whether the act that it tells is still to be found: then it is not to be counted before.</param>
    public long? Add(CodedEvent coded, long document, long coding, RecordStamp stamp, bool current, bool waits)
    {
        EventLocation? place = coded.Location;
        BindKey(_insert, coded.Id).Bind(coding).Bind(current ? 1L : 0L).Bind(document).Bind((long)coded.Sentence).Bind((long)coded.Date.DayNumber);
        BindWhen(coded.EventDate, coded.DatePrecision)
            .Bind((long)coded.Type).Bind(_terms.Of(coded.Mode)).Bind(_terms.Of(coded.Context)).Bind(_terms.Of(coded.Cameo)).Bind(Tenths(coded.Goldstein))
            .Bind((long)coded.Status).Bind(coded.Claimed ? 1L : 0L).Bind((long)Math.Round(coded.Confidence * 1000))
            .Bind(_terms.Of(DyadicEvents.Sectors(coded.Actor))).Bind(_terms.Of(DyadicEvents.Sectors(coded.Recipient)))
            .Bind(coded.Size?.Dead).Bind(coded.Size?.Injured).Bind(coded.Size?.Arrested)
            .Bind(_terms.Of(place?.Country)).Bind(place?.Admin1).Bind(place?.Quote.Text).Bind(place?.Latitude).Bind(place?.Longitude).Bind(place?.Resolution).Bind(place?.GeonameId)
            .Bind((long?)null).Bind((long?)null).Bind((long?)null).Bind((string?)null).Bind((string?)null).Bind((long?)null).Bind((string?)null).Bind((long?)null).Bind(_terms.Of(coded.Rule)).Bind((long)coded.Trigger.Span.Start)
            .BindText(Json(coded, stamp)).Bind(waits ? 0L : null)
            .Run();
        if (_database.Changes == 0)
        {
            return null;
        }

        long id = _database.LastId;
        _parties.Add(PartyRows.Event, id, 0, coded.Actor);
        _parties.Add(PartyRows.Event, id, 1, coded.Recipient);
        return id;
    }

    /// <summary>Lets an event count again that an earlier run of the same coding left.</summary>
    /// <returns>Its number; null where there is none.</returns>
    public long? Revive(CodedEvent coded, long document, long coding, bool waits)
    {
        long? id = BindKey(_find, coded.Id).Bind(coding).Bind((long)coded.Date.DayNumber).Bind(document).Number();
        if (id is { } found)
        {
            _revive.Bind(waits ? 0L : null).Bind(found).Run();
        }

        return id;
    }

    /// <summary>Counts the pairs of a coded event.</summary>
    public void Count(CodedEvent coded, long id, string source, int reprints = 0)
    {
        long number = _terms.NumberOf(source);
        foreach (DyadicEvent row in DyadicEvents.Of(coded, source, null))
        {
            CountPair(row, id, number, reprints);
        }

        _tally.CountVolume(number, coded.EventDate.Start.DayNumber, 0, 1);
    }

    /// <summary>Counts reprints of an event that is counted, or takes them back.</summary>
    public void CountReprints(CodedEvent coded, string source, int reprints)
    {
        foreach (DyadicEvent row in DyadicEvents.Of(coded, source, null))
        {
            _tally.Count(_terms.NumberOf(row.Dyad.Actor), _terms.NumberOf(row.Dyad.Recipient), _terms.NumberOf(source), row, 0, reprints);
        }
    }

    /// <summary>Counts one pair of an event.</summary>
    public void CountPair(DyadicEvent row, long id, long source, int reprints = 0)
    {
        long actor = _terms.NumberOf(row.Dyad.Actor), recipient = _terms.NumberOf(row.Dyad.Recipient);
        _tally.Pair(actor, recipient, row.When.Start.DayNumber, id);
        _tally.Count(actor, recipient, source, row, 1, reprints);
    }

    /// <summary>Counts the pairs of an imported event, or takes them back.</summary>
    public void CountImport(ExchangeEvent imported, long id, int sign)
    {
        long number = _terms.NumberOf(imported.Source);
        foreach (DyadicEvent row in imported.Pairs())
        {
            if (sign > 0)
            {
                CountPair(row, id, number);
            }
            else
            {
                UncountPair(row, id, number);
            }
        }

        _tally.CountVolume(number, imported.When.Start.DayNumber, 0, sign);
    }

    /// <summary>Takes the pairs of a coded event back out of the counts.</summary>
    public void Uncount(CodedEvent coded, long id, string source, int reprints)
    {
        long number = _terms.NumberOf(source);
        foreach (DyadicEvent row in DyadicEvents.Of(coded, source, null))
        {
            UncountPair(row, id, number, reprints);
        }

        _tally.CountVolume(number, coded.EventDate.Start.DayNumber, 0, -1);
    }

    private void UncountPair(DyadicEvent row, long id, long source, int reprints = 0)
    {
        long actor = _terms.NumberOf(row.Dyad.Actor), recipient = _terms.NumberOf(row.Dyad.Recipient);
        _removePair.Bind(actor).Bind(recipient).Bind((long)row.When.Start.DayNumber).Bind(id).Run();
        _tally.Count(actor, recipient, source, row, -1, -reprints);
    }

    /// <summary>Whether an id is kept as a whole number: one that is written back the same.</summary>
    public static bool IsWhole(string id, out long whole)
    {
        whole = 0;
        return id.Length is > 0 and <= 18 && (id[0] != '0' || id.Length == 1) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out whole);
    }

    /// <summary>Forgets numbers it knows, after a transaction was undone.</summary>
    public void Forget() => _sides.Forget();

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    /// <summary>Binds an event's id as the archive keeps it: a whole number where it is written as one, else text.</summary>
    public static Statement BindKey(Statement statement, string id) => IsWhole(id, out long whole) ? statement.Bind(whole) : statement.Bind(id);

    private Statement BindWhen(DateSpan when, DatePrecision precision) =>
        _insert.Bind((long)when.Start.DayNumber).Bind((long)(when.End.DayNumber - when.Start.DayNumber)).Bind((long)precision);

    private static long? Tenths(double? value) => value is { } known ? (long)Math.Round(known * 10) : null;

    private ReadOnlySpan<byte> Json(CodedEvent coded, RecordStamp stamp)
    {
        _json.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_json, JsonText.OneLine))
        {
            EventJson.Write(json, coded, stamp);
        }

        return _json.WrittenSpan;
    }
}
