using Entente.Analysis.Counting;
using Entente.Records;

namespace Entente.Analysis.Shifts;

/// <summary>The rate of a kind of events changed.</summary>
/// <param name="At">First period of the new rate: the best estimate.</param>
/// <param name="Earliest">First period of the shortest run of periods that holds the stated posterior mass.</param>
/// <param name="Latest">Last period of that run.</param>
/// <param name="Before">Events per unit of mean exposure (a period of average coverage) since the shift before, or the start.</param>
/// <param name="After">The same until the next shift, or the end.</param>
/// <param name="Ratio">After over before.</param>
/// <param name="EventsBefore">Events counted in the stretch before.</param>
/// <param name="EventsAfter">Events counted in the stretch after.</param>
/// <param name="Since">First period of the stretch before.</param>
/// <param name="Until">Last period of the stretch after.</param>
/// <param name="LogBayesFactor">
/// Base 10 logarithm of how much likelier both stretches are with one cut, anywhere in them with equal chance, than with none.
/// </param>
public sealed record Shift(
    Period At,
    Period Earliest,
    Period Latest,
    RateEstimate Before,
    RateEstimate After,
    RateEstimate Ratio,
    int EventsBefore,
    int EventsAfter,
    Period Since,
    Period Until,
    double LogBayesFactor)
{
    /// <summary>Whether the rate rose.</summary>
    public bool IsRise => Ratio.Mean > 1;
}

/// <summary>What one series shows.</summary>
/// <param name="Shifts">In order of date; empty where nothing passes the bar.</param>
/// <param name="Events">Events in observed periods.</param>
/// <param name="Observed">Periods with any coverage.</param>
/// <param name="Years">Years watched: observed periods times their length.</param>
/// <param name="ExpectedFalse">Shifts that a series without one would show on average: the asked rate times the years, at most one half.</param>
/// <param name="Dispersion">Posterior mean of variance over mean of the counts: 1 as Poisson, more where events come in bursts.</param>
public sealed record SeriesShifts(IReadOnlyList<Shift> Shifts, int Events, int Observed, double Years, double ExpectedFalse, double Dispersion);
