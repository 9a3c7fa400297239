namespace Entente.Analysis.Ladders;

/// <summary>So many reports within so many months.</summary>
/// <param name="Reports">At least 1.</param>
/// <param name="Months">At least 1; counted back from the last day of a period.</param>
public readonly record struct LadderThreshold(int Reports, int Months);

/// <summary>One rung.</summary>
/// <param name="Level">From 1 up.</param>
/// <param name="Name">In words.</param>
/// <param name="Climb">What takes a pair up to it.</param>
/// <param name="Hold">What keeps it there: fewer reports or more months, so that it does not flicker.</param>
/// <param name="Any">A record that meets one of these counts for the rung.</param>
/// <param name="Ends">A record that meets one of these ends what counted for it before that day.</param>
public sealed record LadderRung(int Level, string Name, LadderThreshold Climb, LadderThreshold Hold, IReadOnlyList<EvidenceCriterion> Any, IReadOnlyList<EvidenceCriterion> Ends);

/// <summary>A ladder and its rungs.</summary>
/// <param name="Name"><c>engagement</c> or <c>hostility</c>.</param>
/// <param name="Precision">How many of the records that count are right, as a share: what the interval is worked out with.</param>
/// <param name="Rungs">Levels 1, 2, … in order.</param>
public sealed record LadderCriteria(string Name, double Precision, IReadOnlyList<LadderRung> Rungs)
{
    /// <summary>The level's name: <c>4 structured security cooperation</c>.</summary>
    public string NameOf(int level) => level == 0 ? "0 none" : $"{level} {Rungs[level - 1].Name}";

    /// <summary>The highest level that a record counts for; 0 for none.</summary>
    public int LevelOf(LadderEvidence evidence)
    {
        for (int i = Rungs.Count - 1; i >= 0; i--)
        {
            if (Rungs[i].Any.Any(criterion => criterion.Holds(evidence)))
            {
                return Rungs[i].Level;
            }
        }

        return 0;
    }
}
