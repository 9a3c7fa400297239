using Entente.Records;

namespace Entente.Analysis.Dyads;

/// <summary>What a <see cref="DyadTable"/> counts, and when.</summary>
public sealed record DyadOptions
{
    /// <summary>Length of the steps of each series.</summary>
    public PeriodKind Grain { get; init; } = PeriodKind.Quarter;

    /// <summary>Whether acts that only an interested party asserts count as well. They are tallied apart either way.</summary>
    public bool CountClaimed { get; init; }

    /// <summary>Whether events of unknown status count: imports, where nobody coded it.</summary>
    public bool CountUnknown { get; init; }

    /// <summary>The days compared and shown; null for the span of the counted events' first days.</summary>
    public DateSpan? Window { get; init; }
}

/// <summary>What one dyad or relation holds.</summary>
/// <param name="Counted">The events that count.</param>
/// <param name="Series">Counted events by period, in order; only periods with at least one.</param>
/// <param name="Unplaced">Counted events whose date is coarser than the periods: in <paramref name="Counted"/>, not in <paramref name="Series"/>.</param>
/// <param name="Apart">Events of the statuses that do not count, by status.</param>
/// <param name="Claimed">Reported events that only an interested party asserts, counted or not.</param>
public sealed record DyadRow(
    EventTally Counted,
    IReadOnlyDictionary<Period, EventTally> Series,
    int Unplaced,
    IReadOnlyDictionary<EventStatus, int> Apart,
    int Claimed);

/// <summary>How a relation differs between the two halves of the window.</summary>
/// <param name="Relation">The pair.</param>
/// <param name="First">Counted events of the first half.</param>
/// <param name="Second">Counted events of the second half.</param>
/// <param name="FirstRate">Sum of scores per 100 documents published in the first half; null without documents.</param>
/// <param name="SecondRate">The same for the second half.</param>
/// <param name="StandardError">
/// Standard error of the difference of the rates if events came at random (compound Poisson): the square root of the sum
/// of the halves' squared scores, each divided by its squared exposure; null without documents.
/// </param>
/// <remarks>
/// A description: it states what was counted, never why. Dividing by documents keeps a half that was written about more
/// from looking more eventful. Events dated over the middle of the window count where they begin.
/// </remarks>
public sealed record RelationChange(
    Relation Relation, EventTally First, EventTally Second, double? FirstRate, double? SecondRate, double? StandardError)
{
    /// <summary>The difference in standard errors: what relations are ranked by, so that a few events more or less stay behind; null where unknown.</summary>
    public double? Strength => StandardError is > 0 ? Difference / StandardError : null;

    /// <summary>Second rate less the first, points of score per 100 documents; null where a half has no documents.</summary>
    public double? Difference => SecondRate - FirstRate;

    /// <summary>Categories counted in the second half and not in the first, in the codebook's order.</summary>
    public IReadOnlyList<PloverType> New => Only(Second, First);

    /// <summary>Categories counted in the first half and not in the second, in the codebook's order.</summary>
    public IReadOnlyList<PloverType> Gone => Only(First, Second);

    private static List<PloverType> Only(EventTally here, EventTally there) =>
        [.. Enum.GetValues<PloverType>().Where(t => here[t] > 0 && there[t] == 0)];
}

/// <summary>Who did how much of what to whom, by ordered pair and by relation, over time.</summary>
/// <remarks>
/// Counts are of coded events: a happening told in three articles counts three times. An event counts when its status is
/// <see cref="EventStatus.Reported"/> and it is not merely claimed by an interested party. Pairs follow
/// <see cref="DyadExpansion"/>; a relation counts an event once, whichever way and however often its pairs run.
/// </remarks>
public sealed class DyadTable
{
    private readonly SortedDictionary<Dyad, Gathering> _dyads = [];
    private readonly SortedDictionary<Relation, Gathering> _relations = [];
    private readonly DyadOptions _options;

    private DyadTable(DyadOptions options) => _options = options;

    /// <summary>The window; null where nothing counts and none was asked for.</summary>
    public DateSpan? Window { get; private set; }

    /// <summary>First day of the window's second half; null without a window or where it is a single day.</summary>
    public DateOnly? Middle { get; private set; }

    /// <summary>Length of the steps of each series.</summary>
    public PeriodKind Grain => _options.Grain;

    /// <summary>Ordered pairs, in order.</summary>
    public IReadOnlyDictionary<Dyad, DyadRow> Dyads { get; private set; } = new Dictionary<Dyad, DyadRow>();

    /// <summary>Relations, in order.</summary>
    public IReadOnlyDictionary<Relation, DyadRow> Relations { get; private set; } = new Dictionary<Relation, DyadRow>();

    /// <summary>Relations between different parties with at least one counted event: most events first, then in order.</summary>
    public IReadOnlyList<Relation> Principal { get; private set; } = [];

    /// <summary>All counted events, each once, whether or not they have a pair.</summary>
    public EventTally Total { get; } = new();

    /// <summary>Counted events that have at least one relation between different parties, each once.</summary>
    public EventTally BetweenParties { get; } = new();

    /// <summary>Events that yield no pair: nobody to whom it was done, or a party without a country or body.</summary>
    public int WithoutPair { get; private set; }

    /// <summary>The principal relations between the window's halves: largest absolute strength first, those without one last, then in order.</summary>
    public IReadOnlyList<RelationChange> Changes { get; private set; } = [];

    /// <summary>Counts <paramref name="events"/>.</summary>
    /// <param name="events">In any order; the result does not depend on it.</param>
    /// <param name="documents">What was read: the exposure that rates are divided by.</param>
    /// <param name="options">What counts; the defaults when null.</param>
    public static DyadTable Of(IReadOnlyList<CodedEvent> events, IReadOnlyList<Document> documents, DyadOptions? options = null) =>
        Of([.. events.Select(Act.Of)], [.. documents.Select(d => (d.Date, 1))], options ?? new());

    /// <summary>Whether an event counts under <paramref name="options"/>.</summary>
    public static bool Counts(CodedEvent coded, DyadOptions options) => Counts(coded.Status, coded.Claimed, options);

    private static DyadTable Of(Act[] acts, (DateOnly Day, int Documents)[] coverage, DyadOptions options)
    {
        var table = new DyadTable(options);
        table.SetWindow(acts);
        Act[] inWindow = [.. acts.Where(table.InWindow)];
        foreach (Act act in inWindow)
        {
            table.Add(act);
        }

        table.Dyads = Rows(table._dyads);
        table.Relations = Rows(table._relations);
        table.Principal =
        [
            .. table.Relations.Where(r => !r.Key.IsDomestic && r.Value.Counted.Count > 0)
                .OrderByDescending(r => r.Value.Counted.Count).ThenBy(r => r.Key).Select(r => r.Key),
        ];
        table.Compare(inWindow, coverage);
        return table;
    }

    private static bool Counts(EventStatus status, bool claimed, DyadOptions options) =>
        (status == EventStatus.Reported || (status == EventStatus.Unknown && options.CountUnknown)) && (options.CountClaimed || !claimed);

    private bool Counts(Act act) => Counts(act.Status, act.Claimed, _options);

    private bool InWindow(Act act) => !Counts(act) || Window is not { } window || window.Contains(act.When.Start);

    private void SetWindow(Act[] acts)
    {
        Window = _options.Window;
        if (Window is null)
        {
            DateOnly[] days = [.. acts.Where(Counts).Select(e => e.When.Start)];
            if (days.Length == 0)
            {
                return;
            }

            Window = new(days.Min(), days.Max().AddDays(1));
        }

        int length = Window.Value.End.DayNumber - Window.Value.Start.DayNumber;
        Middle = length < 2 ? null : Window.Value.Start.AddDays(length / 2);
    }

    private void Add(Act act)
    {
        WithoutPair += act.Pairs.Count == 0 ? 1 : 0;
        bool counts = Counts(act);
        if (counts)
        {
            Total.Add(act);
            if (act.Pairs.Any(p => !p.IsDomestic))
            {
                BetweenParties.Add(act);
            }
        }

        foreach (Dyad pair in act.Pairs)
        {
            Gather(_dyads, pair).Add(act, counts, Grain);
        }

        foreach (Relation relation in RelationsOf(act))
        {
            Gather(_relations, relation).Add(act, counts, Grain);
        }
    }

    private static IEnumerable<Relation> RelationsOf(Act act) => act.Pairs.Select(p => p.Relation).Distinct();

    private void Compare(Act[] acts, (DateOnly Day, int Documents)[] coverage)
    {
        if (Middle is not { } middle || Window is not { } window)
        {
            return;
        }

        int before = coverage.Where(d => window.Contains(d.Day) && d.Day < middle).Sum(d => d.Documents);
        int after = coverage.Where(d => window.Contains(d.Day) && d.Day >= middle).Sum(d => d.Documents);
        var halves = Principal.ToDictionary(r => r, _ => new Halves());
        foreach (Act act in acts.Where(Counts))
        {
            foreach (Relation relation in RelationsOf(act))
            {
                if (halves.TryGetValue(relation, out Halves? half))
                {
                    half.Add(act, act.When.Start < middle);
                }
            }
        }

        Changes =
        [
            .. halves.Select(h => new RelationChange(
                    h.Key, h.Value.First, h.Value.Second, Rate(h.Value.First, before), Rate(h.Value.Second, after), h.Value.Error(before, after)))
                .OrderByDescending(c => c.Strength is { } strength ? Math.Abs(strength) : -1).ThenBy(c => c.Relation),
        ];
    }

    private static double? Rate(EventTally tally, int documents) =>
        documents == 0 ? null : 100 * tally.ScoreSum / documents;

    private static Gathering Gather<TKey>(SortedDictionary<TKey, Gathering> rows, TKey key)
        where TKey : notnull
    {
        if (!rows.TryGetValue(key, out Gathering? row))
        {
            rows.Add(key, row = new());
        }

        return row;
    }

    private static SortedDictionary<TKey, DyadRow> Rows<TKey>(SortedDictionary<TKey, Gathering> gathered)
        where TKey : notnull
    {
        var rows = new SortedDictionary<TKey, DyadRow>();
        foreach ((TKey key, Gathering row) in gathered)
        {
            rows.Add(key, row.ToRow());
        }

        return rows;
    }

    private sealed class Gathering
    {
        private readonly EventTally _counted = new();
        private readonly SortedDictionary<Period, EventTally> _series = [];
        private readonly SortedDictionary<EventStatus, int> _apart = [];
        private int _unplaced;
        private int _claimed;

        public void Add(Act act, bool counts, PeriodKind kind)
        {
            if (act.Status != EventStatus.Reported)
            {
                _apart[act.Status] = _apart.GetValueOrDefault(act.Status) + 1;
            }
            else if (act.Claimed)
            {
                _claimed++;
            }

            if (!counts)
            {
                return;
            }

            _counted.Add(act);
            if (Period.Of(act.When, kind) is not { } period)
            {
                _unplaced++;
                return;
            }

            if (!_series.TryGetValue(period, out EventTally? tally))
            {
                _series.Add(period, tally = new());
            }

            tally.Add(act);
        }

        public DyadRow ToRow() => new(_counted, _series, _unplaced, _apart, _claimed);
    }

    private sealed class Halves
    {
        private double _firstSquares;
        private double _secondSquares;

        public EventTally First { get; } = new();

        public EventTally Second { get; } = new();

        public void Add(Act act, bool isFirst)
        {
            (isFirst ? First : Second).Add(act);
            double square = act.Score * act.Score;
            (_firstSquares, _secondSquares) = isFirst ? (_firstSquares + square, _secondSquares) : (_firstSquares, _secondSquares + square);
        }

        public double? Error(int before, int after) => before == 0 || after == 0
            ? null
            : 100 * Math.Sqrt((_firstSquares / before / before) + (_secondSquares / after / after));
    }
}
