using System.Globalization;
using Entente.Archive.Exchange;
using Entente.Archive.Formats;
using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Finds single events, with their documents and the words behind them.</summary>
public sealed class EventFinder : IDisposable
{
    private const string Columns =
        "SELECT e.id, e.key, c.source, e.day, e.days, e.type, c.coder, c.lexicon, e.current, e.record, e.cameo, e.modes, e.status, e.claimed, coalesce(d.key, e.story), d.title, " +
        "coalesce(e.publisher, d.publisher), coalesce(d.url, e.url), s.first, s.past, d.text, e.place, " +
        "e.actors, e.recipients, e.filed, e.precision, e.contexts, e.goldstein, e.confidence, e.dead, e.injured, e.arrested, e.country, e.admin1, e.latitude, e.longitude, e.resolution, e.geoname, " +
        "e.story, e.sentence, e.label, e.words, e.mentions, coalesce(a.key, e.key), e.reprints, coalesce(nullif(e.act, 0), e.id) " +
        "FROM event e JOIN coding c ON c.id = e.coding LEFT JOIN event a ON a.id = e.act LEFT JOIN document d ON d.id = e.document LEFT JOIN sentence s ON s.document = e.document AND s.coding = e.coding AND s.number = e.sentence ";

    private readonly Database _database;
    private readonly TermTexts _terms;
    private readonly TermTexts _publishers;
    private readonly Statement _mentions;
    private readonly bool _anyMentions;
    private readonly Dictionary<long, ExchangeParty[]> _sides = [];

    /// <param name="archive">The archive; the caller disposes it after this.</param>
    public EventFinder(ArchiveFile archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _database = archive.Database;
        _terms = new(_database);
        _publishers = new(_database, "publisher", "name");
        _mentions = _database.Prepare(
            "SELECT count(*), count(DISTINCT identifier), count(DISTINCT publisher), min(time), max(time) FROM mention WHERE event = ? AND coding IN (SELECT id FROM coding WHERE source = ?)");
        _anyMentions = _database.Number("SELECT 1 FROM mention LIMIT 1") is not null;
    }

    /// <summary>All events that bear an id: several where more than one coding or source gave it.</summary>
    public IReadOnlyList<StoredEvent> Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        using Statement rows = _database.Prepare(Columns + "WHERE e.key = ? ORDER BY e.current DESC, c.source, e.id");
        _ = EventRows.IsWhole(id, out long whole) ? rows.Bind(whole) : rows.Bind(id);
        var found = new List<StoredEvent>();
        while (rows.Step())
        {
            found.Add(Read(rows));
        }

        return found;
    }

    /// <summary>Events that count, by day, then id.</summary>
    /// <param name="selection">Which. Its parties are those of the events' pairs.</param>
    /// <param name="words">Words, in SQLite's FTS5 syntax, that the article holds; null for all. Imports hold none.</param>
    /// <param name="mentions">Whether each record is given, of reprints and repetitions too, and not only the one that stands for the act. With words each is given: what is asked for are articles.</param>
    /// <exception cref="ArchiveException">The words are no query.</exception>
    public IEnumerable<StoredEvent> Find(Selection selection, string? words = null, bool mentions = false)
    {
        ArgumentNullException.ThrowIfNull(selection);
        bool parties = selection.Pair is not null || selection.Actors.Count > 0;
        using Statement rows = _database.Prepare(
            Columns + "WHERE e.current = 1 AND e.day >= ? AND e.day < ? "
            + (mentions || words is not null ? "" : "AND (e.act IS NULL OR e.act = e.id) ")
            + (words is null ? "" : "AND e.document IN (SELECT rowid FROM document_words WHERE document_words MATCH ?) ") + "ORDER BY e.day, e.key, e.id");
        rows.Bind(selection.From?.DayNumber ?? 0L).Bind(selection.Until?.DayNumber ?? DateOnly.MaxValue.DayNumber + 1L);
        if (words is not null)
        {
            rows.Bind(words);
        }

        HashSet<long>? among = parties ? EventsOf(selection) : null;
        while (rows.Step())
        {
            if (among is not null && !among.Contains(rows.Long(45)))
            {
                continue;
            }

            StoredEvent stored = Read(rows);
            if (selection.Includes(stored.Source) && selection.Includes(stored.Status, stored.Claimed) && (selection.Types.Count == 0 || (stored.Type is { } type && selection.Types.Contains(type))))
            {
                yield return stored;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _terms.Dispose();
        _publishers.Dispose();
        _mentions.Dispose();
    }

    /// <summary>Numbers of the events with a pair that is asked for.</summary>
    private HashSet<long> EventsOf(Selection selection)
    {
        using Statement dyads = _database.Prepare("SELECT actor, recipient FROM dyad");
        using Statement events = _database.Prepare("SELECT event FROM pair WHERE actor = ? AND recipient = ? AND day >= ? AND day < ?");
        var found = new HashSet<long>();
        while (dyads.Step())
        {
            if (!selection.Includes(new Dyad(_terms.Of(dyads.Long(0)), _terms.Of(dyads.Long(1)))))
            {
                continue;
            }

            events.Bind(dyads.Long(0)).Bind(dyads.Long(1)).Bind(selection.From?.DayNumber ?? 0L).Bind(selection.Until?.DayNumber ?? DateOnly.MaxValue.DayNumber + 1L);
            while (events.Step())
            {
                found.Add(events.Long(0));
            }
        }

        return found;
    }

    private StoredEvent Read(Statement rows)
    {
        CodedEvent? coded = rows.IsNull(9) ? null : EventJson.Read(rows.Utf8(9), out _);
        ExchangeEvent? imported = coded is null ? ReadImport(rows) : null;
        string? text = rows.Text(20);
        TextSpan? sentence = rows.IsNull(18) ? null : new TextSpan(rows.Int(18), rows.Int(19));
        return new(rows.Long(0), Key(rows), rows.Text(2)!, When(rows), rows.IsNull(5) ? null : (PloverType)rows.Int(5))
        {
            Stamp = new(rows.Text(6)!, rows.Text(7)!),
            Counts = rows.Int(8) == 1,
            Act = Key(rows, 43),
            Reprints = rows.Int(44),
            Coded = coded,
            Imported = imported,
            Dyads = coded is not null ? DyadExpansion.Of(coded) : [.. imported!.Pairs().Select(pair => pair.Dyad)],
            Cameo = _terms.Of(rows, 10),
            Modes = _terms.ListOf(rows, 11),
            Status = (EventStatus)rows.Int(12),
            Claimed = rows.Int(13) != 0,
            DocId = rows.Text(14),
            Title = rows.Text(15),
            Publisher = _publishers.Of(rows, 16),
            Url = rows.Text(17),
            Sentence = sentence,
            SentenceText = text is not null && sentence is { } span ? span.In(text) : imported?.Text,
            Place = rows.Text(21),
            Mentions = imported is null ? null : MentionsOf(imported),
        };
    }

    /// <summary>What the archive holds of the reports that mention an event; null where it holds none.</summary>
    private MentionCount? MentionsOf(ExchangeEvent imported)
    {
        if (!_anyMentions)
        {
            return null;
        }

        EventRows.BindKey(_mentions, imported.Id).Bind(imported.Source);
        _ = _mentions.Step();
        MentionCount? found = _mentions.Int(0) == 0
            ? null
            : new(_mentions.Int(0), _mentions.Int(1), _mentions.Int(2), DateTime.UnixEpoch.AddSeconds(_mentions.Long(3)), DateTime.UnixEpoch.AddSeconds(_mentions.Long(4)));
        _mentions.Reset();
        return found;
    }

    private ExchangeEvent ReadImport(Statement rows) => new()
    {
        Source = rows.Text(2)!,
        Id = Key(rows),
        Date = DateOnly.FromDayNumber(rows.Int(24)),
        When = When(rows),
        Precision = (DatePrecision)rows.Int(25),
        Type = rows.IsNull(5) ? null : (PloverType)rows.Int(5),
        Modes = _terms.ListOf(rows, 11),
        Contexts = _terms.ListOf(rows, 26),
        Cameo = _terms.Of(rows, 10),
        Goldstein = rows.IsNull(27) ? null : rows.Long(27) / 10.0,
        Label = _terms.Of(rows, 40),
        Status = (EventStatus)rows.Int(12),
        Claimed = rows.Int(13) != 0,
        Confidence = rows.IsNull(28) ? null : rows.Long(28) / 1000.0,
        Actors = Side(rows, 22),
        Recipients = Side(rows, 23),
        Place = PlaceOf(rows),
        Size = rows.IsNull(29) && rows.IsNull(30) && rows.IsNull(31) ? null : new(rows.MaybeInt(29), rows.MaybeInt(30), rows.MaybeInt(31)),
        Story = rows.Text(38),
        Sentence = rows.MaybeInt(39),
        Publisher = _publishers.Of(rows, 16),
        Url = rows.Text(17),
        Text = rows.Text(41),
        Mentions = rows.MaybeInt(42),
    };

    private ExchangePlace? PlaceOf(Statement rows) => rows.MaybeInt(36) is not { } resolution ? null : new(rows.Text(21), _terms.Of(rows, 32), resolution)
    {
        Admin1 = rows.Text(33),
        Latitude = rows.MaybeReal(34),
        Longitude = rows.MaybeReal(35),
        GeonameId = rows.MaybeInt(37),
    };

    private ExchangeParty[] Side(Statement rows, int column)
    {
        if (rows.IsNull(column))
        {
            return [];
        }

        long number = rows.Long(column);
        if (!_sides.TryGetValue(number, out ExchangeParty[]? side))
        {
            side = SideJson.Read(_terms.Of(number));
            _sides.Add(number, side);
        }

        return side;
    }

    private static string Key(Statement rows, int column = 1) => rows.IsWhole(column) ? rows.Long(column).ToString(CultureInfo.InvariantCulture) : rows.Text(column)!;

    private static DateSpan When(Statement rows)
    {
        var start = DateOnly.FromDayNumber(rows.Int(3));
        return new(start, start.AddDays(rows.Int(4)));
    }
}
