using Entente.Records;

namespace Entente.Analysis.Firsts;

/// <summary>The first event of a kind between a pair, after enough was read to have shown an earlier one.</summary>
/// <param name="Pair">The ordered pair; without direction, its first party by code before the second.</param>
/// <param name="Kind">What: <c>COOPERATE</c>, <c>COOPERATE military</c>, <c>ASSAULT drone</c>, <c>agreement training-exercises</c>.</param>
/// <param name="At">When.</param>
/// <param name="EventIds">The records of that kind in that period, in order; empty where only counts were given.</param>
/// <param name="DocumentsBefore">Documents read before <paramref name="At"/> without such an event; 0 without coverage.</param>
/// <param name="Chance">How likely one was in a period, by what had been seen.</param>
public sealed record FirstOfKind(Dyad Pair, string Kind, Period At, IReadOnlyList<string> EventIds, long DocumentsBefore, double Chance);

/// <summary>One sighting of a kind.</summary>
/// <param name="Pair">The ordered pair.</param>
/// <param name="Kind">What.</param>
/// <param name="General">The kind that <paramref name="Kind"/> is a case of; null for none.</param>
/// <param name="At">When.</param>
/// <param name="Id">The record; null where only a count is known.</param>
public readonly record struct Sighting(Dyad Pair, string Kind, string? General, Period At, string? Id);

/// <summary>Finds firsts of their kind.</summary>
/// <remarks>
/// The rate of a kind between a pair has a prior Gamma(1/2, one average period); after k periods of average coverage without one, the chance of at least one in the next is
/// <c>1 − √((1 + k) / (2 + k))</c>. A first counts where that was at most the stated chance: 5 % asks for a little more than nine periods. A case of a
/// kind that is itself a first in the same period is left out: the general says it.
/// </remarks>
public static class FirstFinder
{
    /// <summary>Chance at which a first is worth telling.</summary>
    public const double DefaultChance = 0.05;

    /// <summary>The sightings of a count: its category.</summary>
    public static IEnumerable<Sighting> Of(IEnumerable<DyadCount> counts) =>
        counts.Select(c => new Sighting(c.Dyad, c.Type.Code(), null, c.Period, null));

    /// <summary>The sightings of an event: its category, that with each context, that with each mode. Dates coarser than the periods yield none.</summary>
    public static IEnumerable<Sighting> Of(IEnumerable<DyadicEvent> events, PeriodKind kind)
    {
        foreach (DyadicEvent row in events)
        {
            if (Period.Of(row.When, kind) is { } at)
            {
                string category = row.Type.Code();
                yield return new(row.Dyad, category, null, at, row.EventId);
                foreach (string detail in row.Contexts.Concat(row.Modes).Distinct(StringComparer.Ordinal))
                {
                    yield return new(row.Dyad, $"{category} {detail}", category, at, row.EventId);
                }
            }
        }
    }

    /// <summary>The sightings of agreements that were signed or went further: each kind, between each two parties.</summary>
    /// <param name="agreements">Each with the day it is told of; the agreement's own date goes before.</param>
    /// <param name="kind">Length of the periods.</param>
    public static IEnumerable<Sighting> Of(IEnumerable<(Agreement Record, DateOnly Day)> agreements, PeriodKind kind)
    {
        foreach ((Agreement record, DateOnly day) in agreements.Where(a => a.Record.Status == EventStatus.Reported && a.Record.Stage is >= AgreementStage.Signed and < AgreementStage.Suspended))
        {
            if (Period.Of(record.Date ?? DateSpan.OfDay(day), kind) is not { } at)
            {
                continue;
            }

            List<string> parties = DyadExpansion.Parties([.. record.Parties, .. record.Signers]);
            foreach (Relation relation in parties.SelectMany(a => parties.Where(b => a != b).Select(b => Relation.Of(a, b))).Distinct())
            {
                foreach (string name in record.Kind.Distinct(StringComparer.Ordinal))
                {
                    yield return new(new(relation.First, relation.Second), "agreement " + name, null, at, record.Id);
                }
            }
        }
    }

    /// <summary>The firsts, by date, pair and kind.</summary>
    /// <param name="sightings">In any order.</param>
    /// <param name="coverage">Documents per period; empty takes every period from the first sighting on as read alike.</param>
    /// <param name="directed">Whether each direction is looked at by itself.</param>
    /// <param name="chance">The chance at which a first counts.</param>
    public static IReadOnlyList<FirstOfKind> Find(IEnumerable<Sighting> sightings, IReadOnlyList<(Period Period, int Documents)> coverage, bool directed = false, double chance = DefaultChance)
    {
        Dictionary<(Dyad Pair, string Kind), Earliest> firsts = [];
        foreach (Sighting seen in sightings.Where(s => !s.Pair.IsDomestic))
        {
            Relation relation = seen.Pair.Relation;
            Dyad pair = directed ? seen.Pair : new(relation.First, relation.Second);
            if (!firsts.TryGetValue((pair, seen.Kind), out Earliest? first) || seen.At < first.At)
            {
                firsts[(pair, seen.Kind)] = first = new(seen.At, seen.General);
            }

            if (seen.At == first.At && seen.Id is { } id)
            {
                first.Ids.Add(id);
            }
        }

        var history = new History(coverage, firsts.Values.Select(f => f.At));
        return
        [
            .. firsts.Where(f => f.Value.General is not { } general || firsts[(f.Key.Pair, general)].At != f.Value.At)
                .Select(f => (f.Key, f.Value, Before: history.Before(f.Value.At)))
                .Select(f => new FirstOfKind(f.Key.Pair, f.Key.Kind, f.Value.At, [.. f.Value.Ids], f.Before.Documents, 1 - Math.Sqrt((1 + f.Before.Periods) / (2 + f.Before.Periods))))
                .Where(f => f.Chance <= chance)
                .OrderBy(f => f.At).ThenBy(f => f.Pair).ThenBy(f => f.Kind, StringComparer.Ordinal),
        ];
    }

    private sealed record Earliest(Period At, string? General)
    {
        public SortedSet<string> Ids { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>How much was read before a period, in documents and in periods of average coverage.</summary>
    private sealed class History
    {
        private readonly Period[] _periods;
        private readonly long[] _sums;
        private readonly bool _covered;

        public History(IReadOnlyList<(Period Period, int Documents)> coverage, IEnumerable<Period> seen)
        {
            _covered = coverage.Count > 0;
            (Period Period, int Documents)[] read = _covered ? [.. coverage.Where(c => c.Documents > 0).OrderBy(c => c.Period)] : [.. Even([.. seen])];
            _periods = [.. read.Select(r => r.Period)];
            _sums = new long[read.Length + 1];
            for (int i = 0; i < read.Length; i++)
            {
                _sums[i + 1] = _sums[i] + read[i].Documents;
            }
        }

        public (long Documents, double Periods) Before(Period at)
        {
            int index = Array.BinarySearch(_periods, at);
            long sum = _sums[index < 0 ? ~index : index];
            return (_covered ? sum : 0, _sums[^1] == 0 ? 0 : (double)sum * _periods.Length / _sums[^1]);
        }

        private static IEnumerable<(Period Period, int Documents)> Even(Period[] seen) =>
            seen.Length == 0 ? [] : Period.Range(seen.Min(), seen.Max()).Select(p => (p, 1));
    }
}
