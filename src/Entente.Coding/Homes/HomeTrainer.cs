using System.Globalization;

namespace Entente.Coding.Homes;

/// <summary>One choice of a home, as annotated.</summary>
/// <param name="Options">The features of leaving it open, then of each candidate.</param>
/// <param name="Right">Which option is right.</param>
internal sealed record HomeExample(IReadOnlyList<ulong[]> Options, int Right);

/// <summary>Trains the choice of homes: conditional log-likelihood with an L2 penalty, by full-batch Adam from zero; no chance in it.</summary>
internal static class HomeTrainer
{
    private const int Steps = 300;

    /// <summary>Learns weights in thousandths by feature; those near zero are left out.</summary>
    public static Dictionary<ulong, int> Train(IReadOnlyList<HomeExample> examples, double penalty = 1)
    {
        var rows = new Dictionary<ulong, int>();
        int[][][] indexed = [.. examples.Select(example => example.Options.Select(option => option.Select(Row).ToArray()).ToArray())];
        double[] weights = new double[rows.Count], first = new double[rows.Count], second = new double[rows.Count];
        for (int step = 1; step <= Steps; step++)
        {
            double[] gradient = Gradient(indexed, examples, weights);
            double rate = 0.05 * (1 - ((double)step / (Steps + 1)));
            double correction = Math.Sqrt(1 - Math.Pow(0.99, step)) / (1 - Math.Pow(0.9, step));
            for (int i = 0; i < weights.Length; i++)
            {
                double g = gradient[i] + (penalty * weights[i]);
                first[i] = (0.9 * first[i]) + (0.1 * g);
                second[i] = (0.99 * second[i]) + (0.01 * g * g);
                weights[i] -= rate * correction * first[i] / (Math.Sqrt(second[i]) + 1e-8);
            }
        }

        return rows.Select(row => (row.Key, Weight: (int)Math.Round(weights[row.Value] * 1000))).Where(row => Math.Abs(row.Weight) >= 10).ToDictionary(row => row.Key, row => row.Weight);

        int Row(ulong feature)
        {
            if (!rows.TryGetValue(feature, out int row))
            {
                rows[feature] = row = rows.Count;
            }

            return row;
        }
    }

    /// <summary>Writes weights as <see cref="HomeWeights.Read"/> reads them, by template and words.</summary>
    public static void Write(Dictionary<ulong, int> weights, IReadOnlyDictionary<ulong, string> names, TextWriter output)
    {
        foreach ((ulong key, int weight) in weights.OrderBy(pair => names[pair.Key], StringComparer.Ordinal))
        {
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{weight}\t{names[key]}\n"));
        }
    }

    private static double[] Gradient(int[][][] indexed, IReadOnlyList<HomeExample> examples, double[] weights)
    {
        var gradient = new double[weights.Length];
        for (int i = 0; i < indexed.Length; i++)
        {
            double[] sums = [.. indexed[i].Select(option => option.Sum(row => weights[row]))];
            double most = sums.Max();
            double total = sums.Sum(sum => Math.Exp(sum - most));
            for (int k = 0; k < sums.Length; k++)
            {
                double error = (Math.Exp(sums[k] - most) / total) - (k == examples[i].Right ? 1 : 0);
                foreach (int row in indexed[i][k])
                {
                    gradient[row] += error;
                }
            }
        }

        return gradient;
    }
}
