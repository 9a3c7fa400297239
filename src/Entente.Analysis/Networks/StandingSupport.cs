using Entente.Records;

namespace Entente.Analysis.Networks;

/// <summary>Who supports whom, by the standing ties that say so.</summary>
internal static class StandingSupport
{
    /// <summary>Pairs of giver and taker of a tie that is told as standing and not merely claimed; empty for other kinds.</summary>
    public static IEnumerable<(string Giver, string Taker)> Of(Tie tie)
    {
        bool gives = tie.Kind is TieKind.Supplies or TieKind.Guarantees or TieKind.Shelters;
        if (tie.Status is not (EventStatus.Reported or EventStatus.Unknown) || tie.Claimed || (!gives && tie.Kind != TieKind.DependsOn))
        {
            yield break;
        }

        foreach (string holder in DyadExpansion.Parties(tie.Holder))
        {
            foreach (string other in DyadExpansion.Parties(tie.Other).Where(o => !string.Equals(o, holder, StringComparison.Ordinal)))
            {
                yield return gives ? (holder, other) : (other, holder);
            }
        }
    }
}
