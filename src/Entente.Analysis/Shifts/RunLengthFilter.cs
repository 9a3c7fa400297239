using Entente.Analysis.Counting;

namespace Entente.Analysis.Shifts;

/// <summary>Watches a series as it comes: after each period, how long ago the rate last changed (Adams and MacKay 2007).</summary>
/// <remarks>
/// Before each period the rate changes with chance 1/L (the hazard) and is then drawn anew from its prior. Counts and priors are those of the search that looks back
/// (gamma-Poisson, or beta-negative-binomial where a finite size is given), the prior mean being told beforehand. A run length of 1 says: this period is the
/// first of a new rate. Run lengths of less than <see cref="LeastMass"/> are dropped. A period without exposure changes nothing.
/// </remarks>
public sealed class RunLengthFilter
{
    /// <summary>Posterior mass below which a run length is no longer followed.</summary>
    public const double LeastMass = 1e-4;

    private const double Shape = 0.5;

    private readonly double _alpha;
    private readonly double _size;
    private readonly double _constant;
    private readonly double _hazard;
    private readonly List<Run> _runs = [];
    private int _observed;

    /// <param name="priorMean">Expected events per unit of exposure; greater than 0.</param>
    /// <param name="size">Size of the negative binomial per unit of exposure; infinite for Poisson counts.</param>
    /// <param name="expectedRun">L: how many periods a rate lasts on average; greater than 1.</param>
    public RunLengthFilter(double priorMean, double size = double.PositiveInfinity, double expectedRun = 60)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(priorMean);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(expectedRun, 1);
        _size = size;
        _alpha = IsPoisson ? Shape / priorMean : 1 + (size * Shape / priorMean);
        _constant = IsPoisson ? (Shape * Math.Log(_alpha)) - Gammas.Log(Shape) : Gammas.Log(_alpha + Shape) - Gammas.Log(_alpha) - Gammas.Log(Shape);
        _hazard = 1 / expectedRun;
    }

    /// <summary>Posterior over run lengths in observed periods, shortest first; empty before the first period.</summary>
    public IReadOnlyList<(int Length, double Probability)> RunLengths => [.. _runs.Select(r => (r.Length, r.Mass))];

    private bool IsPoisson => double.IsPositiveInfinity(_size);

    /// <summary>Takes in a period.</summary>
    /// <param name="count">Events.</param>
    /// <param name="exposure">Documents, in the unit of the prior mean; 0 where nothing was read.</param>
    public void Observe(int count, double exposure)
    {
        if (!(exposure > 0))
        {
            return;
        }

        double scaled = IsPoisson ? exposure : _size * exposure;
        double[] logs = new double[_runs.Count + 1];
        var next = new Run[logs.Length];
        for (int i = 0; i < logs.Length; i++)
        {
            Run run = i == 0 ? new(0, 0, 0, 0, _observed == 0 ? 1 : _hazard) : _runs[i - 1] with { Mass = _runs[i - 1].Mass * (1 - _hazard) };
            double log = LogLikelihood(run.Count + count, run.Exposure + scaled);
            next[i] = new(run.Length + 1, run.Count + count, run.Exposure + scaled, log, 0);
            logs[i] = Math.Log(run.Mass) + log - run.LogLikelihood;
        }

        double most = logs.Max(), sum = logs.Sum(log => Math.Exp(log - most));
        _runs.Clear();
        _runs.AddRange(next.Select((run, i) => run with { Mass = Math.Exp(logs[i] - most) / sum }).Where(run => run.Mass > LeastMass));
        _observed++;
    }

    /// <summary>How likely the rate changed within the last observed periods, the present one included. The start of the series is no change.</summary>
    public double ChangedWithin(int periods) => _runs.Where(r => r.Length <= periods && r.Length < _observed).Sum(r => r.Mass);

    // As CountModel: up to a term that is the same for all runs; nought for an empty run.
    private double LogLikelihood(long count, double exposure) => _constant + (IsPoisson
        ? Gammas.Log(Shape + count) - ((Shape + count) * Math.Log(_alpha + exposure))
        : Gammas.Log(_alpha + exposure) + Gammas.Log(Shape + count) - Gammas.Log(_alpha + Shape + exposure + count));

    private readonly record struct Run(int Length, long Count, double Exposure, double LogLikelihood, double Mass);
}
