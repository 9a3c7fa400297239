using Entente.Records;

namespace Entente.Analysis.Ladders;

/// <summary>Where a pair stands at the end of a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Level">The rung; 0 for none.</param>
/// <param name="Low">Lower end of the 90 % interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Documents">Documents of the period: with none, the level is carried on, not seen.</param>
public sealed record LadderPoint(Period Period, int Level, int Low, int High, int Documents);

/// <summary>A pair went up or down.</summary>
/// <param name="At">The period at whose end it stands on the new rung.</param>
/// <param name="From">The rung before.</param>
/// <param name="To">The rung after.</param>
/// <param name="Earliest">Of a climb, the day of the first report that counts for the new rung; of a descent, of the last that counted for the old.</param>
/// <param name="Latest">Of a climb, the day the reports sufficed; of a descent, the period's last day.</param>
/// <param name="EvidenceIds">The records that count for the new rung; of a descent, that counted for the old one, newest first.</param>
public sealed record LadderStep(Period At, int From, int To, DateOnly Earliest, DateOnly Latest, IReadOnlyList<string> EvidenceIds);

/// <summary>A pair's way up and down a ladder.</summary>
/// <remarks>
/// At the end of each period, rung j is reached when at least <c>climb.reports</c> reports of j or higher fall within the last <c>climb.months</c>; it is left when fewer than
/// <c>hold.reports</c> fall within the last <c>hold.months</c>. Reports from before an event that ends a rung do not count for it. Interval: each report is right with
/// chance q, the stated precision, by itself; with N reports in the window and k wanted (of hold for the rungs stood on, else of climb),
/// <c>P(level ≥ j) = max over i ≥ j of P(Binomial(N_i, q) ≥ k_i)</c>; low and high are the highest levels with at least 95 % and more than 5 %. It allows for reports that are
/// wrong, not for acts that nobody reported.
/// </remarks>
/// <param name="Criteria">The ladder.</param>
/// <param name="Points">One for each period, in order.</param>
/// <param name="Steps">Where the level changed, in order.</param>
public sealed record LadderTrack(LadderCriteria Criteria, IReadOnlyList<LadderPoint> Points, IReadOnlyList<LadderStep> Steps)
{
    private const int MostEvidence = 10;

    /// <summary>Follows one pair.</summary>
    /// <param name="criteria">The ladder.</param>
    /// <param name="evidence">The pair's records, in any order.</param>
    /// <param name="periods">In order.</param>
    /// <param name="documents">Documents of each period.</param>
    public static LadderTrack Of(LadderCriteria criteria, IEnumerable<LadderEvidence> evidence, IReadOnlyList<Period> periods, IReadOnlyList<int> documents)
    {
        LadderEvidence[] all = [.. evidence.OrderBy(e => e.Day).ThenBy(e => e.Id, StringComparer.Ordinal)];
        RungReports[] rungs = [.. criteria.Rungs.Select(rung => new RungReports(rung, criteria, all))];
        var points = new List<LadderPoint>(periods.Count);
        var steps = new List<LadderStep>();
        int level = 0;
        for (int i = 0; i < periods.Count; i++)
        {
            DateOnly day = periods[i].End.AddDays(-1);
            int before = level;
            level = Next(rungs, level, day);
            if (level != before)
            {
                steps.Add(Step(rungs, periods[i], before, level, day));
            }

            (int low, int high) = Interval(rungs, criteria.Precision, level, day);
            points.Add(new(periods[i], level, Math.Min(low, level), Math.Max(high, level), documents[i]));
        }

        return new(criteria, points, steps);
    }

    private static int Next(RungReports[] rungs, int level, DateOnly day)
    {
        for (int up = rungs.Length; up > level; up--)
        {
            if (rungs[up - 1].Count(day, rungs[up - 1].Rung.Climb) >= rungs[up - 1].Rung.Climb.Reports)
            {
                return up;
            }
        }

        while (level > 0 && rungs[level - 1].Count(day, rungs[level - 1].Rung.Hold) < rungs[level - 1].Rung.Hold.Reports)
        {
            level--;
        }

        return level;
    }

    private static LadderStep Step(RungReports[] rungs, Period at, int from, int to, DateOnly day)
    {
        RungReports rung = rungs[Math.Max(from, to) - 1];
        if (to > from)
        {
            LadderEvidence[] carrying = rung.Within(day, rung.Rung.Climb);
            LadderEvidence[] reports = [.. carrying.DistinctBy(e => e.Report)];
            return new(at, from, to, reports[0].Day, reports[rung.Rung.Climb.Reports - 1].Day, [.. carrying.Take(MostEvidence).Select(e => e.Id)]);
        }

        LadderEvidence[] old = rung.Until(day);
        return new(at, from, to, old.Length == 0 ? day : old[^1].Day, day, [.. old.Reverse().Take(MostEvidence).Select(e => e.Id)]);
    }

    private static (int Low, int High) Interval(RungReports[] rungs, double precision, int level, DateOnly day)
    {
        double least = 0;
        int low = 0, high = 0;
        for (int rung = rungs.Length; rung > 0; rung--)
        {
            LadderThreshold wanted = rung <= level ? rungs[rung - 1].Rung.Hold : rungs[rung - 1].Rung.Climb;
            least = Math.Max(least, AtLeast(rungs[rung - 1].Count(day, wanted), precision, wanted.Reports));
            high = high == 0 && least > 0.05 ? rung : high;
            low = low == 0 && least >= 0.95 ? rung : low;
        }

        return (low, high);
    }

    /// <summary>P(Binomial(n, q) ≥ k).</summary>
    internal static double AtLeast(int n, double q, int k)
    {
        if (k > n)
        {
            return 0;
        }

        double below = 0, mass = Math.Pow(1 - q, n);
        for (int i = 0; i < k; i++)
        {
            below += mass;
            mass *= q / (1 - q) * (n - i) / (i + 1);
        }

        return Math.Clamp(1 - below, 0, 1);
    }
}
