using System.Runtime.InteropServices;

namespace Entente.Coding.Learning;

/// <summary>One thing to learn from.</summary>
/// <param name="Features">Hashes and values.</param>
/// <param name="Answers">For each question yes or no.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Fold">Its text's fold.</param>
internal sealed record LogLinearExample(KeyValuePair<ulong, float>[] Features, bool[] Answers, float Weight, int Fold);

/// <summary>Logistic regression with an L2 penalty by full-batch Adam, calibrated on what each fold's model says of the fold it has not seen.</summary>
internal static class LogLinearTrainer
{
    private const int Steps = 200;

    /// <summary>Learns weights and calibration.</summary>
    public static LogLinearModel Train(IReadOnlyList<LogLinearExample> examples, float penalty)
    {
        int questions = examples[0].Answers.Length;
        var sums = new List<(double Sum, bool Right, float Weight)>[questions];
        for (int question = 0; question < questions; question++)
        {
            sums[question] = [];
        }

        Span<long> found = stackalloc long[questions];
        foreach (IGrouping<int, LogLinearExample> fold in examples.GroupBy(e => e.Fold).OrderBy(g => g.Key))
        {
            LogLinearModel unseen = Fit([.. examples.Where(e => e.Fold != fold.Key)], penalty);
            foreach (LogLinearExample example in fold)
            {
                unseen.Sums([.. example.Features], found);
                for (int question = 0; question < questions; question++)
                {
                    sums[question].Add((LogLinearModel.Odds(found[question]), example.Answers[question], example.Weight));
                }
            }
        }

        return Fit(examples, penalty, [.. sums.Select(Calibrate)]);
    }

    /// <summary>Learns weights; the curves are the plain logistic one where none are given.</summary>
    public static LogLinearModel Fit(IReadOnlyList<LogLinearExample> examples, float penalty, (double Slope, double Offset)[]? curves = null)
    {
        var rows = new Dictionary<ulong, int>();
        var keys = new List<ulong>();
        int[][] indices = new int[examples.Count][];
        float[][] values = new float[examples.Count][];
        for (int i = 0; i < examples.Count; i++)
        {
            KeyValuePair<ulong, float>[] features = examples[i].Features;
            indices[i] = new int[features.Length];
            values[i] = new float[features.Length];
            for (int k = 0; k < features.Length; k++)
            {
                ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, features[k].Key, out bool known);
                if (!known)
                {
                    row = keys.Count;
                    keys.Add(features[k].Key);
                }

                indices[i][k] = row;
                values[i][k] = features[k].Value;
            }
        }

        int questions = examples.Count == 0 ? curves?.Length ?? 1 : examples[0].Answers.Length;
        var weights = new float[questions][];
        Parallel.For(0, questions, question => weights[question] = Fit(examples, indices, values, keys.Count, question, penalty));
        return LogLinearModel.Quantise(keys, weights, curves ?? [.. Enumerable.Repeat((1.0, 0.0), questions)]);
    }

    private static float[] Fit(IReadOnlyList<LogLinearExample> examples, int[][] indices, float[][] values, int count, int question, float penalty)
    {
        float[] weights = new float[count], gradient = new float[count];
        var adam = new Adam(count, Steps, 0.05f, penalty);
        for (int step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            for (int i = 0; i < indices.Length; i++)
            {
                int[] at = indices[i];
                float[] value = values[i];
                double sum = 0;
                for (int k = 0; k < at.Length; k++)
                {
                    sum += value[k] * weights[at[k]];
                }

                float error = (float)((1 / (1 + Math.Exp(-sum))) - (examples[i].Answers[question] ? 1 : 0)) * examples[i].Weight;
                for (int k = 0; k < at.Length; k++)
                {
                    gradient[at[k]] += error * value[k];
                }
            }

            adam.Step(step, gradient, weights);
        }

        return weights;
    }

    /// <summary>Slope and offset of the logistic curve through the sums (Platt 1999), by Newton's method.</summary>
    internal static (double Slope, double Offset) Calibrate(IReadOnlyList<(double Sum, bool Right, float Weight)> sums)
    {
        double slope = 1, offset = 0;
        for (int step = 0; step < 50; step++)
        {
            double gs = 1e-3 * (slope - 1), go = 0, hss = 1e-3, hso = 0, hoo = 1e-6;
            foreach ((double sum, bool right, float weight) in sums)
            {
                double p = 1 / (1 + Math.Exp(-((slope * sum) + offset)));
                double error = weight * (p - (right ? 1 : 0));
                double curve = weight * p * (1 - p);
                gs += error * sum;
                go += error;
                hss += curve * sum * sum;
                hso += curve * sum;
                hoo += curve;
            }

            double determinant = (hss * hoo) - (hso * hso);
            if (Math.Abs(determinant) < 1e-12)
            {
                break;
            }

            slope -= ((hoo * gs) - (hso * go)) / determinant;
            offset -= ((hss * go) - (hso * gs)) / determinant;
        }

        return (slope, offset);
    }
}
