using Entente.Archive.Formats;
using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Querying;

/// <summary>Asks an archive: series, events with the words behind them, records of all kinds.</summary>
/// <remarks>Answers come in an order that depends on what is stored alone, not on when it came in. Only what counts is given: not what an older coding, a revised text or a rejected record says.</remarks>
public sealed class ArchiveReader : IDisposable
{
    private readonly Database _database;
    private readonly TermTexts _terms;
    private readonly TermTexts _publishers;

    /// <param name="archive">The archive; the caller disposes it after the reader.</param>
    public ArchiveReader(ArchiveFile archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _database = archive.Database;
        _terms = new(_database);
        _publishers = new(_database, "publisher", "name");
    }

    /// <summary>Who coded the events and documents in the archive, in order: <c>entente</c>, <c>gdelt</c> ...</summary>
    public IReadOnlyList<string> Sources() =>
        Texts("SELECT t.text FROM term t WHERE t.id IN (SELECT source FROM volume WHERE documents <> 0 OR events <> 0) ORDER BY t.text");

    /// <summary>The rows of the events asked for: by dyad, then day, then id.</summary>
    /// <param name="selection">Which.</param>
    public IEnumerable<DyadicEvent> Events(Selection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        using Statement rows = _database.Prepare(
            "SELECT e.key, e.day, e.days, e.type, e.modes, e.contexts, e.cameo, e.goldstein, e.status, e.claimed, e.actor_sectors, e.recipient_sectors, e.dead, coalesce(d.key, e.story), coalesce(e.publisher, d.publisher), c.source, e.sentence, e.reprints, e.id " +
            "FROM pair p CROSS JOIN event e ON e.id = p.event JOIN coding c ON c.id = e.coding LEFT JOIN document d ON d.id = e.document " +
            "WHERE p.actor = ? AND p.recipient = ? AND p.day >= ? AND p.day < ? ORDER BY p.day");
        using Statement printings = _database.Prepare(
            "SELECT e.key, d.key, d.publisher, e.sentence FROM event h JOIN document f ON f.id = h.document JOIN document d ON d.story = f.story JOIN event e ON e.document = d.id " +
            "WHERE h.id = ?1 AND e.act = ?1 AND e.current = 1 AND d.id <> f.id ORDER BY d.id, e.sentence, e.id");
        foreach ((long actor, long recipient, Dyad dyad) in Dyads(selection))
        {
            rows.Bind(actor).Bind(recipient).Bind(First(selection)).Bind(Past(selection));
            var ofDay = new List<DyadicEvent>();
            while (rows.Step())
            {
                DyadicEvent row = Row(rows, dyad);
                if (ofDay.Count > 0 && ofDay[0].When.Start != row.When.Start)
                {
                    foreach (DyadicEvent earlier in InOrder(ofDay))
                    {
                        yield return earlier;
                    }

                    ofDay.Clear();
                }

                if (selection.Includes(row))
                {
                    ofDay.Add(row);
                    if (selection.EachPrinting && row.Printings > 1)
                    {
                        ofDay.AddRange(Reprints(printings, row, rows.Long(18)));
                    }
                }
            }

            foreach (DyadicEvent last in InOrder(ofDay))
            {
                yield return last;
            }
        }
    }

    /// <summary>What the events asked for come to: by dyad, then period, then category.</summary>
    /// <param name="selection">Which.</param>
    /// <param name="kind">Length of the periods; an event whose date is coarser is left out (<see cref="Period.Of(DateSpan, PeriodKind)"/>).</param>
    public IReadOnlyList<DyadCount> Counts(Selection selection, PeriodKind kind)
    {
        ArgumentNullException.ThrowIfNull(selection);
        using Statement rows = _database.Prepare(
            $"SELECT day, type, source, span, standing, count, score, goldstein, goldstein_count, dead, reprints FROM {TableFor(selection, kind)} WHERE actor = ? AND recipient = ? AND day >= ? AND day < ? ORDER BY day");
        var counts = new List<DyadCount>();
        var ofDyad = new PeriodTally(kind, counts);
        HashSet<long>? sources = SourceNumbers(selection);
        foreach ((long actor, long recipient, Dyad dyad) in Dyads(selection))
        {
            rows.Bind(actor).Bind(recipient).Bind(First(selection)).Bind(Past(selection));
            while (rows.Step())
            {
                int standing = rows.Int(4);
                var type = (PloverType)rows.Int(1);
                if (selection.Includes((EventStatus)(standing >> 1), (standing & 1) != 0)
                    && (sources is null || sources.Contains(rows.Long(2)))
                    && (selection.Types.Count == 0 || selection.Types.Contains(type)))
                {
                    ofDyad.Add(dyad, rows.Int(0), rows.Int(3), type, new(rows.Int(5), rows.Long(6), rows.Long(7), rows.Int(8), rows.Int(9), rows.Int(10)));
                }
            }

            ofDyad.End(dyad);
        }

        return counts;
    }

    /// <summary>How much there was at all in each period, in order; only periods with anything.</summary>
    /// <param name="selection">Its window and sources count; its parties do not.</param>
    /// <param name="kind">Length of the periods.</param>
    /// <returns>Documents published; of a source without documents, its events.</returns>
    public IReadOnlyList<(Period Period, int Documents)> Coverage(Selection selection, PeriodKind kind)
    {
        ArgumentNullException.ThrowIfNull(selection);
        using Statement withDocuments = _database.Prepare("SELECT source FROM volume GROUP BY source HAVING sum(documents) > 0");
        var readers = new HashSet<long>();
        while (withDocuments.Step())
        {
            readers.Add(withDocuments.Long(0));
        }

        HashSet<long>? sources = SourceNumbers(selection);
        using Statement rows = _database.Prepare("SELECT day, source, documents, events FROM volume WHERE day >= ? AND day < ?");
        rows.Bind(First(selection)).Bind(Past(selection));
        var volume = new SortedDictionary<Period, int>();
        while (rows.Step())
        {
            int count = rows.Int(readers.Contains(rows.Long(1)) ? 2 : 3);
            if (count > 0 && (sources is null || sources.Contains(rows.Long(1))))
            {
                var period = Period.Of(DateOnly.FromDayNumber(rows.Int(0)), kind);
                volume[period] = volume.GetValueOrDefault(period) + count;
            }
        }

        return [.. volume.Select(item => (item.Key, item.Value))];
    }

    /// <summary>Agreements, by day, then id.</summary>
    public IReadOnlyList<Sourced<Agreement>> Agreements(Selection selection) =>
        Records(RecordKind.Agreement, selection, line => AgreementJson.Read(line, out _), record => record.Parties.Concat(record.Signers), record => (record.Status, false));

    /// <summary>Ties, by day, then id.</summary>
    public IReadOnlyList<Sourced<Tie>> Ties(Selection selection) =>
        Records(RecordKind.Tie, selection, line => TieJson.Read(line, out _), record => record.Holder.Concat(record.Other), record => (record.Status, record.Claimed));

    /// <summary>Bargains, by day, then id.</summary>
    public IReadOnlyList<Sourced<Bargain>> Bargains(Selection selection) =>
        Records(
            RecordKind.Bargain,
            selection,
            line => BargainJson.Read(line, out _),
            record => record.Gives.Concat(record.Gets).Where(side => side.Party is not null).Select(side => side.Party!),
            record => (record.Status, record.Claimed));

    /// <summary>Assessments, by day, then id.</summary>
    public IReadOnlyList<Sourced<Assessment>> Assessments(Selection selection) =>
        Records(RecordKind.Assessment, selection, line => AssessmentJson.Read(line, out _), record => record.About, _ => (EventStatus.Reported, false));

    /// <summary>Transfers, by source, client, year, supplier, then as they came in. Of all clients and years: shares and stock need what lies outside a selection too.</summary>
    /// <param name="sources">Which tables: <c>sipri</c>, or the name of a file; empty for all.</param>
    public IReadOnlyList<Transfer> Transfers(IReadOnlyCollection<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        using Statement rows = _database.Prepare(
            "SELECT c.source, t.key, t.supplier, t.client, t.year, t.value, t.supplier_name, t.client_name, t.designation, t.description, t.category, t.condition, t.ordered, t.pieces, t.estimated, t.local " +
            "FROM transfer t JOIN coding c ON c.id = t.coding JOIN term s ON s.id = t.supplier JOIN term r ON r.id = t.client ORDER BY c.source, r.text, t.year, s.text, t.id");
        var found = new List<Transfer>();
        while (rows.Step())
        {
            string source = rows.Text(0)!;
            if (sources.Count == 0 || sources.Contains(source))
            {
                found.Add(ReadTransfer(rows, source));
            }
        }

        return found;
    }

    /// <summary>The tables whose transfers the archive holds, in order.</summary>
    public IReadOnlyList<string> TransferSources() => Texts("SELECT DISTINCT source FROM coding WHERE id IN (SELECT coding FROM transfer) ORDER BY source");

    /// <inheritdoc/>
    public void Dispose()
    {
        _terms.Dispose();
        _publishers.Dispose();
    }

    private delegate T ReadRecord<T>(ReadOnlySpan<byte> line);

    /// <summary>Counts by month serve all that months make up; a window that cuts a month does not.</summary>
    private static string TableFor(Selection selection, PeriodKind kind) =>
        kind is PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year && selection.From is null or { Day: 1 } && selection.Until is null or { Day: 1 } ? "tally_month" : "tally";

    private static long First(Selection selection) => selection.From?.DayNumber ?? 0;

    private static long Past(Selection selection) => selection.Until?.DayNumber ?? DateOnly.MaxValue.DayNumber + 1L;

    private static List<DyadicEvent> InOrder(List<DyadicEvent> rows)
    {
        if (rows.Count > 1)
        {
            rows.Sort((left, right) => string.CompareOrdinal(left.EventId, right.EventId));
        }

        return rows;
    }

    private static string KeyOf(Statement row, int column) =>
        row.IsWhole(column) ? row.Long(column).ToString(System.Globalization.CultureInfo.InvariantCulture) : row.Text(column)!;

    /// <summary>The dyads asked for, in order.</summary>
    private List<(long Actor, long Recipient, Dyad Dyad)> Dyads(Selection selection)
    {
        string both = selection.Pair is null ? "" : " WHERE actor IN (SELECT id FROM term WHERE text IN (?1, ?2)) AND recipient IN (SELECT id FROM term WHERE text IN (?1, ?2))";
        using Statement rows = _database.Prepare("SELECT actor, recipient FROM dyad" + both);
        if (selection.Pair is { } pair)
        {
            rows.Bind(pair.First).Bind(pair.Second);
        }

        var dyads = new List<(long Actor, long Recipient, Dyad Dyad)>();
        while (rows.Step())
        {
            var dyad = new Dyad(_terms.Of(rows.Long(0)), _terms.Of(rows.Long(1)));
            if (selection.Includes(dyad))
            {
                dyads.Add((rows.Long(0), rows.Long(1), dyad));
            }
        }

        dyads.Sort((left, right) => left.Dyad.CompareTo(right.Dyad));
        return dyads;
    }

    private HashSet<long>? SourceNumbers(Selection selection)
    {
        if (selection.Sources.Count == 0)
        {
            return null;
        }

        using Statement find = _database.Prepare("SELECT id FROM term WHERE text = ?");
        return [.. selection.Sources.Select(source => find.Bind(source).Number()).OfType<long>()];
    }

    private DyadicEvent Row(Statement rows, Dyad dyad)
    {
        var start = DateOnly.FromDayNumber(rows.Int(1));
        return new(KeyOf(rows, 0), dyad, new(start, start.AddDays(rows.Int(2))), (PloverType)rows.Int(3))
        {
            Modes = _terms.ListOf(rows, 4),
            Contexts = _terms.ListOf(rows, 5),
            Cameo = _terms.Of(rows, 6),
            Goldstein = rows.IsNull(7) ? null : rows.Long(7) / 10.0,
            Status = (EventStatus)rows.Int(8),
            Claimed = rows.Int(9) != 0,
            ActorSectors = _terms.ListOf(rows, 10),
            RecipientSectors = _terms.ListOf(rows, 11),
            Dead = rows.MaybeInt(12),
            DocId = rows.Text(13),
            Publisher = _publishers.Of(rows, 14),
            Source = rows.Text(15)!,
            Sentence = rows.MaybeInt(16),
            Printings = rows.Int(17) + 1,
        };
    }

    /// <summary>The same act as the other articles tell it that print the text, one row for each.</summary>
    private List<DyadicEvent> Reprints(Statement printings, DyadicEvent act, long number)
    {
        var found = new List<DyadicEvent>();
        printings.Bind(number);
        while (printings.Step())
        {
            if (found.Count == 0 || found[^1].DocId != printings.Text(1))
            {
                found.Add(act with { EventId = KeyOf(printings, 0), DocId = printings.Text(1), Publisher = _publishers.Of(printings, 2), Sentence = printings.Int(3) });
            }
        }

        return found;
    }

    /// <summary>The first column of all rows.</summary>
    private List<string> Texts(string sql)
    {
        using Statement rows = _database.Prepare(sql);
        var texts = new List<string>();
        while (rows.Step())
        {
            texts.Add(rows.Text(0)!);
        }

        return texts;
    }

    private Transfer ReadTransfer(Statement rows, string source) => new(_terms.Of(rows.Long(2)), _terms.Of(rows.Long(3)), rows.Int(4), rows.MaybeReal(5))
    {
        Source = source,
        Id = rows.Text(1),
        SupplierName = _terms.Of(rows, 6),
        ClientName = _terms.Of(rows, 7),
        Designation = _terms.Of(rows, 8),
        Description = _terms.Of(rows, 9),
        Category = _terms.Of(rows, 10),
        Condition = (TransferCondition)rows.Int(11),
        OrderYear = rows.MaybeInt(12),
        Number = rows.MaybeReal(13),
        Estimated = rows.Int(14) != 0,
        LocalProduction = rows.IsNull(15) ? null : rows.Int(15) != 0,
    };

    private List<Sourced<T>> Records<T>(RecordKind kind, Selection selection, ReadRecord<T> read, Func<T, IEnumerable<Entity>> parties, Func<T, (EventStatus Status, bool Claimed)> standing)
    {
        using Statement rows = _database.Prepare(
            "SELECT r.record, d.day, d.publisher, c.source, r.reprints FROM record r LEFT JOIN document d ON d.id = r.document JOIN coding c ON c.id = r.coding " +
            "WHERE r.kind = ? AND r.current = 1 AND (r.original IS NULL OR r.original = r.id) AND r.day >= ? AND r.day < ? ORDER BY r.day, r.key");
        rows.Bind((long)kind).Bind(First(selection)).Bind(Past(selection));
        var found = new List<Sourced<T>>();
        while (rows.Step())
        {
            T record = read(rows.Utf8(0));
            (EventStatus status, bool claimed) = standing(record);
            string source = rows.Text(3)!;
            if (selection.Includes(source) && selection.Includes(status, claimed) && selection.IncludesParties(DyadExpansion.Parties([.. parties(record)])))
            {
                found.Add(new(record, rows.MaybeInt(1) is { } day ? DateOnly.FromDayNumber(day) : null, _publishers.Of(rows, 2), source) { Printings = rows.Int(4) + 1 });
            }
        }

        return found;
    }
}
