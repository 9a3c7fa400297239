using System.Globalization;
using Entente.Analysis.Dyads;
using Entente.Analysis.Firsts;
using Entente.Analysis.Ladders;
using Entente.Analysis.Shifts;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Cli.Tables;
using Entente.Records;

namespace Entente.Cli.Verbs;

/// <summary>What is asked for.</summary>
/// <param name="Selection">Whose rows, and the window in which shifts are shown.</param>
/// <param name="Period">Length of the steps.</param>
/// <param name="Kinds">Of rates, ladders, firsts.</param>
/// <param name="FalseAlarms">Per year of a series.</param>
/// <param name="Directed">Whether each direction is looked at by itself.</param>
/// <param name="Seasonal">Whether a yearly pattern is taken out of rates.</param>
/// <param name="Ladders">The ladders.</param>
/// <param name="Threads">How many threads work.</param>
internal sealed record ShiftQuestion(Selection Selection, PeriodKind Period, IReadOnlyList<string> Kinds, double FalseAlarms, bool Directed, bool Seasonal, IReadOnlyList<LadderCriteria> Ladders, int Threads);

/// <summary>Lists shifts.</summary>
internal sealed class ShiftsCommand(Services services, IEventStore store, ShiftQuestion question)
{
    private readonly Selection _history = question.Selection with { From = null };
    private readonly List<(Period At, Dyad Pair, object?[] Cells)> _rows = [];

    /// <returns>0.</returns>
    public int Run(TableForm form)
    {
        IReadOnlyList<(Period Period, int Documents)> coverage = store.Coverage(_history, question.Period);
        IReadOnlyList<DyadCount> counts = store.Counts(_history, question.Period);
        if (question.Kinds.Contains("rates"))
        {
            AddRates(counts, coverage);
        }

        if (question.Kinds.Contains("ladders"))
        {
            AddLadders(counts, coverage);
        }

        if (question.Kinds.Contains("firsts"))
        {
            AddFirsts(counts, coverage);
        }

        var table = new Table("record", "first", "second", "what", "at", "earliest", "latest", "before", "after", "ratio", "low", "high", "strength", "eventsBefore", "eventsAfter", "reprints", "events");
        foreach ((_, _, object?[] cells) in _rows.OrderBy(r => r.At).ThenBy(r => r.Pair))
        {
            if (form == TableForm.Table)
            {
                var ids = (IReadOnlyList<string>)cells[^1]!;
                cells[^1] = ids.Count > 2 ? string.Create(CultureInfo.InvariantCulture, $"{ids[0]} +{ids.Count - 1}") : string.Join(' ', ids);
            }

            table.Add(cells);
        }

        table.Write(services, form);
        return 0;
    }

    private void AddRates(IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage)
    {
        IReadOnlyList<WatchedSeries> watched;
        try
        {
            watched = ShiftScan.Of(counts, coverage, new()
            {
                Directed = question.Directed,
                Threads = question.Threads,
                Shifts = ShiftScan.DefaultsOf(question.Period) with { FalseAlarmsPerYear = question.FalseAlarms, Seasonal = question.Seasonal },
            });
        }
        catch (ArgumentException problem)
        {
            throw new UsageException($"{problem.Message.Split(" (")[0]}: take longer ones with --period");
        }

        int shown = 0;
        foreach (WatchedSeries series in watched)
        {
            foreach (Shift shift in series.Found.Shifts.Where(s => InWindow(s.At)))
            {
                shown++;
                Add(shift.At, series.Pair,
                [
                    "rate", series.Pair.Actor, series.Pair.Recipient, series.Quad.Code(), shift.At.ToString(), shift.Earliest.ToString(), shift.Latest.ToString(),
                    Rate(shift.Before.Mean), Rate(shift.After.Mean), shift.Ratio.Mean, shift.Ratio.Low, shift.Ratio.High, shift.LogBayesFactor, shift.EventsBefore, shift.EventsAfter,
                    ReprintsOf(counts, series, shift), EvidenceOf(series, shift),
                ]);
            }
        }

        services.Errors.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{watched.Count} series watched over {watched.Sum(w => w.Found.Years):0.#} years of series; false shifts expected if nothing changed: {watched.Sum(w => w.Found.ExpectedFalse):0.##}; found: {watched.Sum(w => w.Found.Shifts.Count)}, {shown} in the window{(coverage.Count == 0 ? "; no coverage is known, so more writing looks like more events" : "")}\n"));
    }

    /// <summary>How many further articles tell, in the same texts, the events since a shift.</summary>
    private static int ReprintsOf(IReadOnlyList<DyadCount> counts, WatchedSeries series, Shift shift) => counts
        .Where(count => count.Reprints > 0 && count.Type.Quad() == series.Quad && count.Period >= shift.At && count.Period <= shift.Until
            && (series.IsDirected ? count.Dyad == series.Pair : count.Dyad.Relation == series.Pair.Relation))
        .Sum(count => count.Reprints);

    private IReadOnlyList<string> EvidenceOf(WatchedSeries series, Shift shift)
    {
        DateSpan days = ShiftEvidence.Days(shift);
        Selection around = _history with
        {
            Pair = series.Pair.Relation,
            Actors = [],
            From = days.Start,
            Until = _history.Until is { } until && until < days.End ? until : days.End,
            Types = [.. Enum.GetValues<PloverType>().Where(t => t.Quad() == series.Quad)],
        };
        return ShiftEvidence.Of(shift, series.Quad, store.Events(around).Where(row => !series.IsDirected || row.Dyad == series.Pair));
    }

    private void AddLadders(IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage)
    {
        (IReadOnlyList<Period> periods, _) = ShiftScan.Window(counts, coverage);
        Dictionary<Period, int> documents = coverage.GroupBy(c => c.Period).ToDictionary(g => g.Key, g => g.Sum(c => c.Documents));
        int[] read = [.. periods.Select(p => documents.GetValueOrDefault(p))];
        foreach ((Relation pair, List<LadderEvidence> evidence) in LadderEvidences.ByRelation(store, _history))
        {
            foreach (LadderCriteria ladder in question.Ladders)
            {
                var track = LadderTrack.Of(ladder, evidence, periods, read);
                foreach (LadderStep step in track.Steps.Where(s => InWindow(s.At)))
                {
                    LadderPoint point = track.Points.First(p => p.Period == step.At);
                    Add(step.At, new(pair.First, pair.Second),
                    [
                        ladder.Name, pair.First, pair.Second, step.To > step.From ? "up" : "down", step.At.ToString(), step.Earliest, step.Latest,
                        ladder.NameOf(step.From), ladder.NameOf(step.To), null, (double)point.Low, (double)point.High, null, null, null, null, step.EvidenceIds,
                    ]);
                }
            }
        }
    }

    private void AddFirsts(IReadOnlyList<DyadCount> counts, IReadOnlyList<(Period Period, int Documents)> coverage)
    {
        IEnumerable<Sighting> sightings = _history.Pair is null
            ? FirstFinder.Of(counts)
            : FirstFinder.Of(store.Events(_history), question.Period)
                .Concat(FirstFinder.Of(store.Agreements(_history).Where(a => a.Date is not null || a.Record.Date is not null).Select(a => (a.Record, a.Date ?? a.Record.Date!.Value.Start)), question.Period));
        foreach (FirstOfKind first in FirstFinder.Find(sightings, coverage, question.Directed).Where(f => InWindow(f.At)))
        {
            IReadOnlyList<string> ids = first.EventIds.Count > 0 ? first.EventIds : IdsOf(first);
            Add(first.At, first.Pair,
            [
                "first", first.Pair.Actor, first.Pair.Recipient, first.Kind, first.At.ToString(), first.At.Start, first.At.End.AddDays(-1),
                string.Create(CultureInfo.InvariantCulture, $"none in {first.DocumentsBefore} documents"), string.Create(CultureInfo.InvariantCulture, $"{ids.Count}"), null, null, null, null, 0, ids.Count, null, ids,
            ]);
        }
    }

    private List<string> IdsOf(FirstOfKind first)
    {
        Selection around = _history with { Pair = first.Pair.Relation, Actors = [], From = first.At.Start, Until = first.At.End, Types = PloverTypes.TryParse(first.Kind, out PloverType type) ? [type] : [] };
        return [.. store.Events(around).Where(row => !question.Directed || row.Dyad == first.Pair).Select(row => row.EventId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private bool InWindow(Period at) => question.Selection.From is not { } from || at.End > from;

    private void Add(Period at, Dyad pair, object?[] cells) => _rows.Add((at, pair, cells));

    private static string Rate(double rate) => rate.ToString(rate < 10 ? "0.0#" : "0.#", CultureInfo.InvariantCulture);
}
