using Entente.Records;

namespace Entente.Analysis.Agreements;

/// <summary>Whether two chains of records tell of one agreement. Precision goes before recall: what contradicts parts, what is not told apart is not joined.</summary>
internal static class AgreementMatch
{
    /// <summary>How well they fit: first the names, then the kinds; null where they tell of two.</summary>
    public static (double Names, double Kinds)? Fit(AgreementChain known, AgreementChain more, AgreementOptions options)
    {
        double names = AgreementName.Overlap(known.Words, more.Words);
        return names >= options.NameOverlap && FitParties(known, more) && !known.Registers.Overlaps(more.Registers) && FitTerms(known, more) && FitStages(known, more, options)
            ? (known.Words.Length == 0 || more.Words.Length == 0 ? 0 : names, Shared(known.Kinds, more.Kinds))
            : null;
    }

    /// <summary>The same parties; or some of them, where two words of the names or more agree.</summary>
    private static bool FitParties(AgreementChain known, AgreementChain more)
    {
        if (known.Parties.SequenceEqual(more.Parties))
        {
            return true;
        }

        bool within = !known.Parties.Except(more.Parties).Any() || !more.Parties.Except(known.Parties).Any();
        return within && known.Words.Count(more.Words.Contains) >= 2;
    }

    private static bool FitTerms(AgreementChain known, AgreementChain more) =>
        (Says(known.Kinds) && Says(more.Kinds) ? known.Kinds.Any(more.Kinds.Contains) : true)
        && (known.Domains.Length > 0 && more.Domains.Length > 0 ? known.Domains.Any(more.Domains.Contains) : true);

    private static bool Says(string[] kinds) => kinds.Any(kind => kind != "other");

    private static double Shared(string[] one, string[] other) =>
        one.Length + other.Length == 0 ? 0 : (double)one.Count(other.Contains) / one.Union(other).Count();

    /// <summary>No stage of one contradicts a stage of the other.</summary>
    private static bool FitStages(AgreementChain known, AgreementChain more, AgreementOptions options)
    {
        if (known.Stages.Count == 0 || more.Stages.Count == 0)
        {
            return known.Day is { } one && more.Day is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= options.SameStage;
        }

        bool sameStageFits = false, sameStage = false;
        foreach (var here in known.Stages)
        {
            foreach (var there in more.Stages)
            {
                if (here.Stage == there.Stage)
                {
                    sameStage = true;
                    bool? same = SameDate(here, there, options);
                    if (same == false && here.Date is not null && there.Date is not null)
                    {
                        return false;
                    }

                    sameStageFits |= same == true;
                }
                else if (!InOrder(here, there, options))
                {
                    return false;
                }
            }
        }

        return !sameStage || sameStageFits;
    }

    /// <summary>Whether two reports of one stage can be of one day; null where neither is dated.</summary>
    private static bool? SameDate((AgreementStage Stage, DateSpan? Date, DateOnly? Printed) here, (AgreementStage Stage, DateSpan? Date, DateOnly? Printed) there, AgreementOptions options)
    {
        if (here.Date is { } one && there.Date is { } other)
        {
            return one.Start.DayNumber <= other.End.DayNumber - 1 + options.DateSlack && other.Start.DayNumber <= one.End.DayNumber - 1 + options.DateSlack;
        }

        // To be in force, or carried out, lasts: it can be told again years later.
        int days = here.Stage is AgreementStage.InForce or AgreementStage.CarriedOut ? AgreementOptions.Patience(here.Stage) : options.SameStage;
        DateOnly? first = here.Date?.Start ?? here.Printed, second = there.Date?.Start ?? there.Printed;
        return first is { } a && second is { } b ? Math.Abs(a.DayNumber - b.DayNumber) <= days : null;
    }

    /// <summary>Whether the later stage comes after the earlier one, and in time.</summary>
    private static bool InOrder((AgreementStage Stage, DateSpan? Date, DateOnly? Printed) here, (AgreementStage Stage, DateSpan? Date, DateOnly? Printed) there, AgreementOptions options)
    {
        ((AgreementStage Stage, DateSpan? Date, DateOnly? Printed) earlier, var later) = here.Stage < there.Stage ? (here, there) : (there, here);
        if ((earlier.Date?.Start ?? earlier.Printed) is not { } from || (later.Date?.Start ?? later.Printed) is not { } to)
        {
            return false;
        }

        // Acts under an agreement that was suspended go on when it is taken up again.
        bool resumed = later.Stage == AgreementStage.Suspended && earlier.Stage is AgreementStage.InForce or AgreementStage.CarriedOut;
        int days = to.DayNumber - from.DayNumber;
        return days >= (resumed ? -AgreementOptions.Patience(AgreementStage.InForce) : -options.DateSlack) && days <= AgreementOptions.Patience(earlier.Stage);
    }
}
