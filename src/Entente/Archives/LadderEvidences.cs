using Entente.Analysis.Ladders;
using Entente.Archive.Querying;
using Entente.Records;

namespace Entente.Archives;

/// <summary>Gathers what ladders read: events, agreements and ties of each pair of different parties.</summary>
public static class LadderEvidences
{
    /// <summary>The records of each relation that is asked for, in order of relations.</summary>
    public static SortedDictionary<Relation, List<LadderEvidence>> ByRelation(IEventStore store, Selection selection)
    {
        var gathered = new SortedDictionary<Relation, List<LadderEvidence>>();
        var seen = new HashSet<(Relation, string)>();
        foreach (DyadicEvent row in store.Events(selection).Where(row => !row.Dyad.IsDomestic))
        {
            Add(row.Dyad.Relation, LadderEvidence.Of(row));
        }

        foreach (Sourced<Agreement> agreement in store.Agreements(selection))
        {
            if (agreement.Record.Status == EventStatus.Reported && (agreement.Date ?? agreement.Record.Date?.Start) is { } told)
            {
                AddAmong(DyadExpansion.Parties([.. agreement.Record.Parties, .. agreement.Record.Signers]), LadderEvidence.Of(agreement.Record, told));
            }
        }

        foreach (Sourced<Tie> tie in store.Ties(selection))
        {
            if (tie.Record.Status == EventStatus.Reported && (selection.WithClaimed || !tie.Record.Claimed) && tie.Date is { } told)
            {
                AddAmong(DyadExpansion.Parties([.. tie.Record.Holder, .. tie.Record.Other]), LadderEvidence.Of(tie.Record, told));
            }
        }

        return gathered;

        void AddAmong(List<string> parties, LadderEvidence evidence)
        {
            foreach (string one in parties)
            {
                foreach (string other in parties.Where(p => p != one && selection.Includes(new Dyad(one, p))))
                {
                    Add(Relation.Of(one, other), evidence);
                }
            }
        }

        void Add(Relation relation, LadderEvidence evidence)
        {
            if (!seen.Add((relation, evidence.Id)))
            {
                return;
            }

            if (!gathered.TryGetValue(relation, out List<LadderEvidence>? records))
            {
                gathered.Add(relation, records = []);
            }

            records.Add(evidence);
        }
    }
}
