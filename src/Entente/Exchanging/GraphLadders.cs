using Entente.Analysis.Ladders;
using Entente.Archive.Export.Graphs;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>The edges of a graph, each with the rungs on which its pair stands at the end.</summary>
public static class GraphLadders
{
    /// <summary>The edges of a selection, in order. Rungs follow from all records up to the selection's end, also those from before its start.</summary>
    /// <param name="store">The rows.</param>
    /// <param name="selection">What is asked for.</param>
    /// <param name="kind">Length of the periods that spells are made of.</param>
    public static IReadOnlyList<GraphEdge> Edges(IEventStore store, Selection selection, PeriodKind kind)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(selection);
        IReadOnlyList<GraphEdge> edges = GraphEdge.Of(store.Events(selection), kind);
        SortedDictionary<Relation, List<LadderEvidence>> evidence = LadderEvidences.ByRelation(store, selection with { From = null });
        if (evidence.Count == 0)
        {
            return edges;
        }

        DateOnly last = Last(store, selection, evidence);
        var levels = new Dictionary<Relation, (GraphLevel? Engagement, GraphLevel? Hostility)>();
        foreach (Relation pair in edges.Select(edge => edge.Dyad.Relation).Distinct().Where(evidence.ContainsKey))
        {
            levels[pair] = (LevelOf("engagement", evidence[pair], last), LevelOf("hostility", evidence[pair], last));
        }

        return [.. edges.Select(edge => levels.TryGetValue(edge.Dyad.Relation, out (GraphLevel? Engagement, GraphLevel? Hostility) at) ? edge with { Engagement = at.Engagement, Hostility = at.Hostility } : edge)];
    }

    /// <summary>The last day of the selection, or of what was read.</summary>
    private static DateOnly Last(IEventStore store, Selection selection, SortedDictionary<Relation, List<LadderEvidence>> evidence)
    {
        DateOnly told = evidence.Values.Max(records => records.Max(one => one.Day));
        IReadOnlyList<(Period Period, int Documents)> coverage = store.Coverage(selection with { From = null }, PeriodKind.Month);
        DateOnly read = coverage.Count == 0 ? told : coverage.Max(c => c.Period).End.AddDays(-1);
        return selection.Until is { } until ? until.AddDays(-1) : read > told ? read : told;
    }

    private static GraphLevel? LevelOf(string ladder, List<LadderEvidence> evidence, DateOnly last)
    {
        LadderCriteria? criteria = LadderReader.Default.FirstOrDefault(known => known.Name == ladder);
        DateOnly first = evidence.Min(one => one.Day);
        if (criteria is null || first > last)
        {
            return null;
        }

        Period[] periods = [.. Period.Range(Period.Of(first, PeriodKind.Month), Period.Of(last, PeriodKind.Month))];
        LadderPoint end = LadderTrack.Of(criteria, evidence, periods, new int[periods.Length]).Points[^1];
        return new(end.Level, end.Low, end.High);
    }
}
