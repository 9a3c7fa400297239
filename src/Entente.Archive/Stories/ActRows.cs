using Entente.Archive.Formats;
using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Stories;

/// <summary>Joins the records of a story that tell one thing, and keeps pairs and counts in step: each act counts once, with how often it was reprinted.</summary>
/// <remarks>A record that a reviewer took out stays the one that stands for its act, so that its reprints do not bring it back.</remarks>
internal sealed class ActRows : IDisposable
{
    private readonly IStoryRule _rule;
    private readonly TallyBatch _tally;
    private readonly EventRows _events;
    private readonly StatementSet _statements;
    private readonly Statement _read;
    private readonly Statement _write;
    private readonly Statement _readRecords;
    private readonly Statement _writeRecord;

    public ActRows(Database database, IStoryRule rule, TallyBatch tally, EventRows events)
    {
        _statements = new(database);
        (_rule, _tally, _events) = (rule, tally, events);
        _read = _statements.Prepare(
            "SELECT e.id, e.current, e.act, e.reprints, e.record, c.source, d.id, d.day, d.identity, hex(d.hash), e.sentence, e.trigger_first FROM document d " +
            "CROSS JOIN event e ON e.document = d.id JOIN coding c ON c.id = e.coding WHERE d.story = ? AND d.revised_by IS NULL AND (e.current = 1 OR e.coding = d.coding)");
        _write = _statements.Prepare("UPDATE event SET act = ?, reprints = ? WHERE id = ?");
        _readRecords = _statements.Prepare(
            "SELECT r.id, r.kind, r.original, r.reprints, r.record, d.id, d.day, d.identity, hex(d.hash), r.sentence FROM document d CROSS JOIN record r ON r.document = d.id " +
            "WHERE d.story = ? AND d.revised_by IS NULL AND r.current = 1");
        _writeRecord = _statements.Prepare("UPDATE record SET original = ?, reprints = ? WHERE id = ?");
    }

    /// <summary>Joins anew what the texts of some stories tell.</summary>
    /// <param name="stories">Numbers of their first printings; one without texts has nothing to join.</param>
    public void Join(IEnumerable<long> stories)
    {
        // Pairs that wait in the batch have to be in the table to be taken out of it.
        _tally.Write();
        foreach (long story in stories.Order())
        {
            JoinEvents(story);
            JoinRecords(story);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private void JoinEvents(long story)
    {
        var rows = new List<EventRow>();
        _read.Bind(story);
        while (_read.Step())
        {
            rows.Add(new(
                _read.Long(0), _read.Int(1) == 1, _read.IsNull(2) ? null : _read.Long(2), _read.Int(3), EventJson.Read(_read.Utf8(4), out _), _read.Text(5)!,
                new(_read.Int(7), _read.Text(8)!, _read.Text(9)!, _read.Long(6)), _read.Int(11)));
        }

        rows.Sort();
        IReadOnlyList<int> heads = _rule.Acts([.. rows.Select(row => row.Coded)]);
        int[] reprints = Reprints(heads, [.. rows.Select(row => row.Current ? row.Place.Document : -1)]);
        for (int i = 0; i < rows.Count; i++)
        {
            Keep(rows[i], rows[heads[i]].Id, reprints[i]);
        }
    }

    /// <summary>Writes what an event stands for, and counts it or takes it back.</summary>
    private void Keep(EventRow row, long act, int reprints)
    {
        bool counted = row.Current && (row.Act is null || row.Act == row.Id), counts = row.Current && act == row.Id;
        if (counted && !counts)
        {
            _events.Uncount(row.Coded, row.Id, row.Source, row.Reprints);
        }
        else if (counts && !counted)
        {
            _events.Count(row.Coded, row.Id, row.Source, reprints);
        }
        else if (counts && reprints != row.Reprints)
        {
            _events.CountReprints(row.Coded, row.Source, reprints - row.Reprints);
        }

        if (act != row.Act || reprints != row.Reprints)
        {
            _write.Bind(act).Bind((long)reprints).Bind(row.Id).Run();
        }
    }

    private void JoinRecords(long story)
    {
        var rows = new List<RecordRow>();
        _readRecords.Bind(story);
        while (_readRecords.Step())
        {
            var kind = (RecordKind)_readRecords.Int(1);
            rows.Add(new(
                _readRecords.Long(0), kind, _readRecords.IsNull(2) ? null : _readRecords.Long(2), _readRecords.Int(3), Read(kind, _readRecords.Utf8(4)),
                new(_readRecords.Int(6), _readRecords.Text(7)!, _readRecords.Text(8)!, _readRecords.Long(5)), _readRecords.Int(9)));
        }

        rows.Sort();
        foreach (IGrouping<RecordKind, RecordRow> kind in rows.GroupBy(row => row.Kind))
        {
            RecordRow[] same = [.. kind];
            IReadOnlyList<int> originals = OriginalsOf(kind.Key, same);
            int[] reprints = Reprints(originals, [.. same.Select(row => row.Place.Document)]);
            for (int i = 0; i < same.Length; i++)
            {
                if (same[originals[i]].Id != same[i].Original || reprints[i] != same[i].Reprints)
                {
                    _writeRecord.Bind(same[originals[i]].Id).Bind((long)reprints[i]).Bind(same[i].Id).Run();
                }
            }
        }
    }

    private IReadOnlyList<int> OriginalsOf(RecordKind kind, RecordRow[] rows) => kind switch
    {
        RecordKind.Agreement => _rule.Originals([.. rows.Select(row => (Agreement)row.Record)]),
        RecordKind.Tie => _rule.Originals([.. rows.Select(row => (Tie)row.Record)]),
        RecordKind.Bargain => _rule.Originals([.. rows.Select(row => (Bargain)row.Record)]),
        RecordKind.Assessment => _rule.Originals([.. rows.Select(row => (Assessment)row.Record)]),
        _ => throw new InvalidOperationException($"there is no kind {kind}"),
    };

    private static object Read(RecordKind kind, ReadOnlySpan<byte> json) => kind switch
    {
        RecordKind.Agreement => AgreementJson.Read(json, out _),
        RecordKind.Tie => TieJson.Read(json, out _),
        RecordKind.Bargain => BargainJson.Read(json, out _),
        RecordKind.Assessment => AssessmentJson.Read(json, out _),
        _ => throw new InvalidOperationException($"there is no kind {kind}"),
    };

    /// <summary>For each record that stands for others in how many further documents they stand; 0 for the others.</summary>
    /// <param name="heads">For each the index of the one that stands for it.</param>
    /// <param name="documents">Of each; -1 where it does not count.</param>
    private static int[] Reprints(IReadOnlyList<int> heads, long[] documents)
    {
        var found = new HashSet<long>[heads.Count];
        for (int i = 0; i < heads.Count; i++)
        {
            if (documents[i] >= 0)
            {
                (found[heads[i]] ??= []).Add(documents[i]);
            }
        }

        return [.. found.Select(set => Math.Max(0, (set?.Count ?? 0) - 1))];
    }

    private sealed record EventRow(long Id, bool Current, long? Act, int Reprints, CodedEvent Coded, string Source, PrintingPlace Place, int Trigger) : IComparable<EventRow>
    {
        public int CompareTo(EventRow? other)
        {
            int by = Place.CompareTo(other!.Place);
            by = by != 0 ? by : Coded.Sentence.CompareTo(other.Coded.Sentence);
            by = by != 0 ? by : Trigger.CompareTo(other.Trigger);
            return by != 0 ? by : string.CompareOrdinal(Coded.Id, other.Coded.Id);
        }
    }

    private sealed record RecordRow(long Id, RecordKind Kind, long? Original, int Reprints, object Record, PrintingPlace Place, int Sentence) : IComparable<RecordRow>
    {
        public int CompareTo(RecordRow? other)
        {
            int by = Place.CompareTo(other!.Place);
            by = by != 0 ? by : Sentence.CompareTo(other.Sentence);
            return by != 0 ? by : string.CompareOrdinal(IdOf(Record), IdOf(other.Record));
        }

        private static string IdOf(object record) => record switch
        {
            Agreement agreement => agreement.Id,
            Tie tie => tie.Id,
            Bargain bargain => bargain.Id,
            Assessment assessment => assessment.Id,
            _ => throw new InvalidOperationException(),
        };
    }
}
