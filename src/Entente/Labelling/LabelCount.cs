using Entente.Archive.Exchange;
using Entente.Records;

namespace Entente.Labelling;

/// <summary>How many events of a pair bear one label.</summary>
/// <param name="Pair">Who, towards whom; the codes in order where no direction is asked for.</param>
/// <param name="Period">When; null for the whole window.</param>
/// <param name="Label">The category; null for events of none.</param>
/// <param name="Events">How many; greater than 0. An event of several labels counts in each.</param>
/// <param name="Score">The mean of their PLOVER scores.</param>
/// <param name="First">The first day of the earliest.</param>
/// <param name="Last">The first day of the latest.</param>
public sealed record LabelCount(Dyad Pair, Period? Period, string? Label, int Events, double Score, DateOnly First, DateOnly Last)
{
    /// <summary>Counts labelled events by pair and label.</summary>
    /// <param name="events">Labelled; those without a category of PLOVER have no pair and are passed over.</param>
    /// <param name="labels">The categories, in the order in which rows of a pair stand; events of none come last.</param>
    /// <param name="kind">Length of the periods, where a row is wanted for each; an event whose date is coarser is left out. Null for one row over all.</param>
    /// <param name="undirected">Whether both directions of a pair are added up.</param>
    /// <returns>Pairs with most events first, then by code; within a pair by period, then label.</returns>
    public static IReadOnlyList<LabelCount> Of(IEnumerable<ExchangeEvent> events, IReadOnlyList<string> labels, PeriodKind? kind, bool undirected)
    {
        ArgumentNullException.ThrowIfNull(events);
        var rows = new Dictionary<(Dyad Pair, Period? Period, int Label), List<DyadicEvent>>();
        var totals = new Dictionary<Dyad, int>();
        foreach (ExchangeEvent coded in events)
        {
            int[] ranks = coded.Labels is { Count: > 0 } some ? [.. some.Select(label => IndexOf(labels, label))] : [labels.Count];
            foreach (DyadicEvent pair in coded.Pairs())
            {
                Dyad dyad = undirected ? new(pair.Dyad.Relation.First, pair.Dyad.Relation.Second) : pair.Dyad;
                Period? period = kind is { } length ? Records.Period.Of(pair.When, length) : null;
                if (kind is not null && period is null)
                {
                    continue;
                }

                totals[dyad] = totals.GetValueOrDefault(dyad) + 1;
                foreach (int rank in ranks)
                {
                    (rows.TryGetValue((dyad, period, rank), out List<DyadicEvent>? same) ? same : rows[(dyad, period, rank)] = []).Add(pair);
                }
            }
        }

        return
        [
            .. rows.OrderByDescending(row => totals[row.Key.Pair]).ThenBy(row => row.Key.Pair).ThenBy(row => row.Key.Period?.Start).ThenBy(row => row.Key.Label)
                .Select(row => new LabelCount(
                    row.Key.Pair, row.Key.Period, row.Key.Label < labels.Count ? labels[row.Key.Label] : null, row.Value.Count,
                    row.Value.Sum(pair => (long)Math.Round(pair.Score * 10)) / 10.0 / row.Value.Count, row.Value.Min(pair => pair.When.Start), row.Value.Max(pair => pair.When.Start))),
        ];
    }

    private static int IndexOf(IReadOnlyList<string> labels, string label)
    {
        for (int i = 0; i < labels.Count; i++)
        {
            if (labels[i] == label)
            {
                return i;
            }
        }

        return labels.Count;
    }
}
