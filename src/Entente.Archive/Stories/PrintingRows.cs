using Entente.Archive.Sqlite;

namespace Entente.Archive.Stories;

/// <summary>Finds for each document the story it belongs to.</summary>
/// <remarks>
/// The rule: going through all documents by their <see cref="PrintingPlace"/>, each belongs to the first story whose first printing it agrees with and lies at most
/// <see cref="MostDays"/> days after; where there is none it is the first printing of a new one. A document depends on earlier first printings alone, so one that comes
/// in late is put in its place by looking again, in that order, at those that it may change. The stories are those that one pass over all documents would find, in
/// whatever order they came in.
/// </remarks>
internal sealed class PrintingRows : IDisposable
{
    /// <summary>How long after the first printing others belong to its story.</summary>
    public const int MostDays = 31;

    private readonly IStoryRule _rule;
    private readonly Action<int, int> _count;
    private readonly SortedSet<PrintingPlace> _waiting = [];
    private readonly StatementSet _statements;
    private readonly Statement _place;
    private readonly Statement _state;
    private readonly Statement _write;
    private readonly Statement _leading;
    private readonly Statement _later;
    private readonly Statement _runs;
    private readonly Statement _members;
    private readonly Statement _addBand;
    private readonly Statement _removeBand;

    /// <param name="database">The archive, in a transaction while this works.</param>
    /// <param name="rule">Says which texts agree.</param>
    /// <param name="count">Receives days, and 1 where a text more counts that day, -1 where one less.</param>
    public PrintingRows(Database database, IStoryRule rule, Action<int, int> count)
    {
        _statements = new(database);
        (_rule, _count) = (rule, count);
        _place = _statements.Prepare("SELECT day, identity, hex(hash) FROM document WHERE id = ? AND revised_by IS NULL");
        _state = _statements.Prepare("SELECT story, text FROM document WHERE id = ?");
        _write = _statements.Prepare("UPDATE document SET story = ?, runs = ? WHERE id = ?");
        _leading = _statements.Prepare("SELECT document FROM band WHERE key = ? AND leads = 1 AND day BETWEEN ? AND ?");
        _later = _statements.Prepare("SELECT document FROM band WHERE key = ? AND leads IN (0, 1) AND day BETWEEN ? AND ?");
        _runs = _statements.Prepare("SELECT runs FROM document WHERE id = ?");
        _members = _statements.Prepare("SELECT id FROM document WHERE story = ?1 AND id <> ?1");
        _addBand = _statements.Prepare("INSERT OR IGNORE INTO band(key, leads, day, document) VALUES (?,?,?,?)");
        _removeBand = _statements.Prepare("DELETE FROM band WHERE key = ? AND leads = ? AND day = ? AND document = ?");
    }

    /// <summary>Numbers of the first printings of the stories that are no longer what they were.</summary>
    public HashSet<long> Changed { get; } = [];

    /// <summary>Notes that a document's story is to be found.</summary>
    public void Add(long document)
    {
        if (PlaceOf(document) is { } place)
        {
            _waiting.Add(place);
        }
    }

    /// <summary>Takes a document that no longer counts out of its story: a text that was revised.</summary>
    /// <param name="document">Its number.</param>
    /// <param name="day">Its day number.</param>
    /// <returns>Whether it counted as a text of its day.</returns>
    public bool Remove(long document, int day)
    {
        _waiting.RemoveWhere(place => place.Document == document);
        (long? story, string text) = StateOf(document);
        if (story is > 0)
        {
            RemoveBands(document, day, _rule.Sketch(text), story == document);
            Changed.Add(story.Value);
            if (story == document)
            {
                AddMembers(document);
            }
        }

        Write(document, document, 0);
        return story is null || story == document;
    }

    /// <summary>Finds the stories of all that wait, and of those that this changes.</summary>
    public void Settle()
    {
        while (_waiting.Min is { } next)
        {
            _waiting.Remove(next);
            Settle(next);
        }
    }

    /// <summary>Forgets what waits, after a transaction was undone.</summary>
    public void Forget()
    {
        _waiting.Clear();
        Changed.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _statements.Dispose();

    private void Settle(PrintingPlace place)
    {
        (long? before, string text) = StateOf(place.Document);
        StorySketch sketch = _rule.Sketch(text);
        long story = FirstPrintingOf(place, sketch, text);
        Changed.Add(story);
        if (before == story)
        {
            return;
        }

        bool led = before == place.Document, leads = story == place.Document;
        if (before is > 0)
        {
            Changed.Add(before.Value);
            RemoveBands(place.Document, place.Day, sketch, led);
        }

        Write(place.Document, story, sketch.Runs);
        foreach (long key in sketch.Keys)
        {
            _addBand.Bind(key).Bind(leads ? 1L : 0L).Bind((long)place.Day).Bind(place.Document).Run();
        }

        if ((before is null || led) != leads)
        {
            _count(place.Day, leads ? 1 : -1);
        }

        if (led)
        {
            AddMembers(place.Document);
        }

        if (leads)
        {
            AddLater(place, sketch);
        }
    }

    /// <summary>The first printing of the first story that a document belongs to; itself where there is none.</summary>
    private long FirstPrintingOf(PrintingPlace place, StorySketch sketch, string text)
    {
        var candidates = new SortedSet<PrintingPlace>();
        foreach ((long document, int shared) in Sharing(_leading, sketch, place.Day - MostDays, place.Day))
        {
            if (document != place.Document && MayAgree(sketch, document, shared) && PlaceOf(document) is { } other && other.CompareTo(place) < 0)
            {
                candidates.Add(other);
            }
        }

        foreach (PrintingPlace candidate in candidates)
        {
            if (_rule.Agree(StateOf(candidate.Document).Text, text))
            {
                return candidate.Document;
            }
        }

        return place.Document;
    }

    /// <summary>Looks again at the later documents that may belong to a story that was not there before.</summary>
    private void AddLater(PrintingPlace first, StorySketch sketch)
    {
        foreach ((long document, int shared) in Sharing(_later, sketch, first.Day, first.Day + MostDays))
        {
            if (document != first.Document && MayAgree(sketch, document, shared) && PlaceOf(document) is { } other && other.CompareTo(first) > 0)
            {
                _waiting.Add(other);
            }
        }
    }

    private void AddMembers(long story)
    {
        var members = new List<long>();
        _members.Bind(story);
        while (_members.Step())
        {
            members.Add(_members.Long(0));
        }

        members.ForEach(Add);
    }

    private bool MayAgree(StorySketch sketch, long other, int shared) => _rule.MayAgree(sketch.Runs, (int)(_runs.Bind(other).Number() ?? 0), shared);

    /// <summary>The documents that share keys, each with how many.</summary>
    private static Dictionary<long, int> Sharing(Statement find, StorySketch sketch, int from, int to)
    {
        var sharing = new Dictionary<long, int>();
        foreach (long key in sketch.Keys)
        {
            find.Bind(key).Bind((long)from).Bind((long)to);
            while (find.Step())
            {
                sharing[find.Long(0)] = sharing.GetValueOrDefault(find.Long(0)) + 1;
            }
        }

        return sharing;
    }

    private void RemoveBands(long document, int day, StorySketch sketch, bool led)
    {
        foreach (long key in sketch.Keys)
        {
            _removeBand.Bind(key).Bind(led ? 1L : 0L).Bind((long)day).Bind(document).Run();
        }
    }

    private void Write(long document, long story, int runs) => _write.Bind(story).Bind((long)runs).Bind(document).Run();

    private PrintingPlace? PlaceOf(long document)
    {
        _place.Bind(document);
        PrintingPlace? found = _place.Step() ? new(_place.Int(0), _place.Text(1)!, _place.Text(2)!, document) : null;
        _place.Reset();
        return found;
    }

    private (long? Story, string Text) StateOf(long document)
    {
        _state.Bind(document);
        _ = _state.Step();
        (long? Story, string Text) found = (_state.IsNull(0) ? null : _state.Long(0), _state.Text(1)!);
        _state.Reset();
        return found;
    }
}
