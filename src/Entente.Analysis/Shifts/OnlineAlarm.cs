using Entente.Analysis.Counting;

namespace Entente.Analysis.Shifts;

/// <summary>Raises an alarm when the rate is likely to have changed just now, at a stated rate of false alarms.</summary>
/// <remarks>
/// An alarm: <c>P(changed within the last periods) ≥ threshold</c>, by <see cref="RunLengthFilter"/>, which starts anew after each. The threshold is the least of a grid at which
/// simulated series of one rate, negative binomial with the stated mean and size, raise no more alarms than asked for.
/// </remarks>
public sealed class OnlineAlarm
{
    /// <summary>A change within so many periods counts as just now.</summary>
    public const int Window = 12;

    private const int SimulatedPeriods = 3000;
    private const double ExpectedRun = 60;

    private static readonly double[] Thresholds = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99, 0.995, 0.998, 0.999, 0.9995];

    private readonly double _mean;
    private readonly double _size;
    private RunLengthFilter _filter;

    /// <param name="mean">Expected events per unit of exposure.</param>
    /// <param name="size">Size of the negative binomial per unit of exposure; infinite for Poisson counts.</param>
    /// <param name="threshold">What the posterior must reach, between 0 and 1: <see cref="ThresholdFor"/> gives the one that holds a rate of false alarms.</param>
    public OnlineAlarm(double mean, double size, double threshold)
    {
        _mean = mean;
        _size = size;
        _filter = new(mean, size, ExpectedRun);
        Threshold = threshold;
    }

    /// <summary>What the posterior must reach.</summary>
    public double Threshold { get; }

    /// <summary>The least threshold of the grid that holds the rate on simulated series.</summary>
    /// <param name="mean">Expected events per unit of exposure.</param>
    /// <param name="size">Size of the negative binomial per unit of exposure; infinite for Poisson counts.</param>
    /// <param name="falseAlarmsPerPeriod">Greater than 0.</param>
    /// <param name="seed">Of the simulation.</param>
    public static double ThresholdFor(double mean, double size, double falseAlarmsPerPeriod, ulong seed)
    {
        int low = 0, high = Thresholds.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            var alarm = new OnlineAlarm(mean, size, Thresholds[middle]);
            var chance = new SeededChance(seed);
            int alarms = 0;
            for (int i = 0; i < SimulatedPeriods; i++)
            {
                alarms += alarm.Observe(chance.NegativeBinomial(mean, size), 1) ? 1 : 0;
            }

            (low, high) = alarms > falseAlarmsPerPeriod * SimulatedPeriods ? (middle + 1, high) : (low, middle);
        }

        return Thresholds[low];
    }

    /// <summary>Takes in a period.</summary>
    /// <returns>Whether it raises an alarm.</returns>
    public bool Observe(int count, double exposure)
    {
        _filter.Observe(count, exposure);
        if (_filter.ChangedWithin(Window) < Threshold)
        {
            return false;
        }

        _filter = new(_mean, _size, ExpectedRun);
        return true;
    }
}
