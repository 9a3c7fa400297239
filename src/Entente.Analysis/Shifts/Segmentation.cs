using Entente.Analysis.Counting;

namespace Entente.Analysis.Shifts;

/// <summary>The best ways of cutting one series, and how sure each cut's place is: exact dynamic programming over all ways.</summary>
/// <remarks>Fearnhead 2006; Liu and Lawrence 1999. Costs n² likelihoods once, then n² additions for each number of cuts.</remarks>
internal sealed class Segmentation
{
    private readonly int _n;
    private readonly int _shortest;
    private readonly double[] _log;

    /// <param name="model">Scores stretches.</param>
    /// <param name="counts">The series.</param>
    /// <param name="shortest">Fewest periods between cuts, at least 1.</param>
    public Segmentation(CountModel model, int[] counts, int shortest)
    {
        _n = counts.Length;
        _shortest = shortest;
        Sums = new int[_n + 1];
        for (int i = 0; i < _n; i++)
        {
            Sums[i + 1] = Sums[i] + counts[i];
        }

        _log = new double[_n * (_n + 1)];
        for (int from = 0; from < _n; from++)
        {
            for (int to = from + 1; to <= _n; to++)
            {
                _log[At(from, to)] = model.LogLikelihood(Sums, from, to);
            }
        }
    }

    /// <summary>Counts summed from the start.</summary>
    public int[] Sums { get; }

    /// <summary>ln p of one stretch.</summary>
    public double this[int from, int to] => _log[At(from, to)];

    /// <summary>The cuts (first period of each stretch but the first) that make ln p less <paramref name="penalty"/> for each cut largest; the earlier cut where two are equal.</summary>
    public List<int> Best(double penalty)
    {
        double[] best = new double[_n + 1];
        int[] last = new int[_n + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        for (int to = _shortest; to <= _n; to++)
        {
            for (int from = 0; from <= to - _shortest; from++)
            {
                double value = best[from] + this[from, to] - (from == 0 ? 0 : penalty);
                if (value > best[to])
                {
                    best[to] = value;
                    last[to] = from;
                }
            }
        }

        var cuts = new List<int>();
        for (int at = last[_n]; at > 0; at = last[at])
        {
            cuts.Insert(0, at);
        }

        return cuts;
    }

    /// <summary>How much ln p rises by the best 1, 2, … cuts, at most <paramref name="most"/> of them; minus infinity where there is no room.</summary>
    public double[] Gains(int most)
    {
        double[] gains = new double[most];
        double[] best = new double[_n + 1];
        for (int to = 0; to <= _n; to++)
        {
            best[to] = to >= _shortest ? this[0, to] : double.NegativeInfinity;
        }

        for (int cuts = 1; cuts <= most; cuts++)
        {
            double[] next = new double[_n + 1];
            for (int to = 0; to <= _n; to++)
            {
                next[to] = double.NegativeInfinity;
                for (int from = cuts * _shortest; from <= to - _shortest; from++)
                {
                    next[to] = Math.Max(next[to], best[from] + this[from, to]);
                }
            }

            best = next;
            gains[cuts - 1] = best[_n] - this[0, _n];
        }

        return gains;
    }

    /// <summary>For each of so many cuts the posterior over its place, all places equally likely before.</summary>
    /// <returns>An array for each cut: its chance to lie before each period, summing to 1.</returns>
    public double[][] Places(int cuts)
    {
        double[][] forward = Tables(cuts, (table, stretches, to) =>
        {
            double sum = double.NegativeInfinity;
            for (int from = (stretches - 1) * _shortest; from <= to - _shortest; from++)
            {
                sum = Gammas.LogSum(sum, table[stretches - 1][from] + this[from, to]);
            }

            return sum;
        }, to => to == 0);
        double[][] backward = Tables(cuts, (table, stretches, from) =>
        {
            double sum = double.NegativeInfinity;
            for (int to = from + _shortest; to <= _n - ((stretches - 1) * _shortest); to++)
            {
                sum = Gammas.LogSum(sum, this[from, to] + table[stretches - 1][to]);
            }

            return sum;
        }, from => from == _n);

        double[][] places = new double[cuts][];
        for (int cut = 0; cut < cuts; cut++)
        {
            places[cut] = new double[_n];
            for (int at = 1; at < _n; at++)
            {
                double log = forward[cut + 1][at] + backward[cuts - cut][at] - forward[cuts + 1][_n];
                places[cut][at] = double.IsNegativeInfinity(log) ? 0 : Math.Exp(log);
            }
        }

        return places;
    }

    // Row k: ln of the sum over all ways to fill what lies before (or after) a place with k stretches.
    private double[][] Tables(int cuts, Func<double[][], int, int, double> sum, Func<int, bool> isEmpty)
    {
        double[][] table = new double[cuts + 2][];
        for (int stretches = 0; stretches < table.Length; stretches++)
        {
            table[stretches] = new double[_n + 1];
            for (int at = 0; at <= _n; at++)
            {
                table[stretches][at] = stretches > 0 ? sum(table, stretches, at) : isEmpty(at) ? 0 : double.NegativeInfinity;
            }
        }

        return table;
    }

    private int At(int from, int to) => (from * (_n + 1)) + to;
}
