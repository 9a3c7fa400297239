using System.Runtime.InteropServices;

namespace Entente.Coding.Judging;

/// <summary>A record the coder made on a gold text, and whether gold has it.</summary>
/// <param name="Features">Hashes and values.</param>
/// <param name="Right">Whether category and parties are gold's.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Fold">Its text's fold.</param>
public sealed record JudgedRecord(IReadOnlyList<KeyValuePair<ulong, float>> Features, bool Right, float Weight, int Fold);

/// <summary>Trains the judgement: logistic regression with an L2 penalty by full-batch Adam, calibrated on what each fold's model says of the fold it has not seen.</summary>
public static class JudgementTrainer
{
    private const int Steps = 200;

    /// <summary>Learns weights, calibration and threshold.</summary>
    /// <param name="records">What to learn from, with folds 0 to 4.</param>
    /// <param name="threshold">Records less likely than this are not made.</param>
    /// <param name="penalty">Weight of the L2 penalty.</param>
    public static JudgementModel Train(IReadOnlyList<JudgedRecord> records, double threshold, float penalty = 2f)
    {
        var sums = new List<(double Sum, bool Right, float Weight)>();
        foreach (IGrouping<int, JudgedRecord> fold in records.GroupBy(r => r.Fold).OrderBy(g => g.Key))
        {
            JudgementModel unseen = Fit([.. records.Where(r => r.Fold != fold.Key)], penalty, 1, 0, threshold);
            sums.AddRange(fold.Select(r => (unseen.Sum([.. r.Features]) / 65536.0, r.Right, r.Weight)));
        }

        (double slope, double offset) = Calibrate(sums);
        return Fit(records, penalty, slope, offset, threshold);
    }

    private static JudgementModel Fit(IReadOnlyList<JudgedRecord> records, float penalty, double slope, double offset, double threshold)
    {
        var rows = new Dictionary<ulong, int>();
        var keys = new List<ulong>();
        var indexed = new (int Row, float Value)[records.Count][];
        for (int i = 0; i < records.Count; i++)
        {
            indexed[i] = new (int, float)[records[i].Features.Count];
            for (int k = 0; k < indexed[i].Length; k++)
            {
                (ulong key, float value) = records[i].Features[k];
                ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, key, out bool known);
                if (!known)
                {
                    row = keys.Count;
                    keys.Add(key);
                }

                indexed[i][k] = (row, value);
            }
        }

        float[] weights = new float[keys.Count], gradient = new float[keys.Count], first = new float[keys.Count], second = new float[keys.Count];
        for (int step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            for (int i = 0; i < indexed.Length; i++)
            {
                double sum = 0;
                foreach ((int row, float value) in indexed[i])
                {
                    sum += value * weights[row];
                }

                float error = (float)((1 / (1 + Math.Exp(-sum))) - (records[i].Right ? 1 : 0)) * records[i].Weight;
                foreach ((int row, float value) in indexed[i])
                {
                    gradient[row] += error * value;
                }
            }

            float rate = 0.05f * (1f - ((float)step / (Steps + 1)));
            float correction = MathF.Sqrt(1 - MathF.Pow(0.99f, step)) / (1 - MathF.Pow(0.9f, step));
            for (int i = 0; i < weights.Length; i++)
            {
                float g = gradient[i] + (penalty * weights[i]);
                first[i] = (0.9f * first[i]) + (0.1f * g);
                second[i] = (0.99f * second[i]) + (0.01f * g * g);
                weights[i] -= rate * correction * first[i] / (MathF.Sqrt(second[i]) + 1e-6f);
            }
        }

        return JudgementModel.Quantise(keys, weights, slope, offset, threshold);
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
