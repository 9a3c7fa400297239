using System.Runtime.InteropServices;

namespace Entente.Coding.Relations;

/// <summary>Trains the relation model: cross-entropy with an L2 penalty, by full-batch Adam; no chance in it.</summary>
internal static class RelationTrainer
{
    /// <summary>Learns weights.</summary>
    /// <param name="examples">Features of each example, and what counts as right.</param>
    /// <param name="penalty">Weight of the L2 penalty.</param>
    /// <param name="steps">Steps of Adam.</param>
    public static RelationModel Train(IReadOnlyList<(KeyValuePair<ulong, float>[] Features, IReadOnlyList<int> Accept, float Weight)> examples, float penalty = 1f, int steps = 250)
    {
        const int classes = RelationClasses.Count;
        var rows = new Dictionary<ulong, int>();
        var keys = new List<ulong>();
        var counts = new List<int>();
        foreach ((KeyValuePair<ulong, float>[] features, _, _) in examples)
        {
            foreach ((ulong key, _) in features)
            {
                ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, key, out bool known);
                if (!known)
                {
                    row = keys.Count;
                    keys.Add(key);
                    counts.Add(0);
                }

                counts[row]++;
            }
        }

        float[] weights = new float[keys.Count * classes];
        float[] gradient = new float[weights.Length];
        float[] first = new float[weights.Length];
        float[] second = new float[weights.Length];
        (int Row, float Value)[][] indexed = [.. examples.Select(e => e.Features.Select(f => (rows[f.Key], f.Value)).ToArray())];
        double[] scores = new double[classes];
        for (int step = 1; step <= steps; step++)
        {
            Array.Clear(gradient);
            for (int i = 0; i < indexed.Length; i++)
            {
                Array.Clear(scores);
                foreach ((int row, float value) in indexed[i])
                {
                    for (int c = 0; c < classes; c++)
                    {
                        scores[c] += value * weights[(row * classes) + c];
                    }
                }

                double most = scores.Max();
                double all = 0;
                for (int c = 0; c < classes; c++)
                {
                    scores[c] = Math.Exp(scores[c] - most);
                    all += scores[c];
                }

                // Gold may name several classes: their share of the probability is the target (marginal likelihood)
                double right = 0;
                foreach (int c in examples[i].Accept)
                {
                    right += scores[c];
                }

                for (int c = 0; c < classes; c++)
                {
                    scores[c] /= all;
                }

                right /= all;
                foreach (int c in examples[i].Accept)
                {
                    scores[c] -= scores[c] / right;
                }

                foreach ((int row, float value) in indexed[i])
                {
                    for (int c = 0; c < classes; c++)
                    {
                        gradient[(row * classes) + c] += (float)(examples[i].Weight * value * scores[c]);
                    }
                }
            }

            float rate = 0.05f * (1f - ((float)step / (steps + 1)));
            float correction = MathF.Sqrt(1 - MathF.Pow(0.99f, step)) / (1 - MathF.Pow(0.9f, step));
            for (int i = 0; i < weights.Length; i++)
            {
                float g = gradient[i] + (penalty * weights[i]);
                first[i] = (0.9f * first[i]) + (0.1f * g);
                second[i] = (0.99f * second[i]) + (0.01f * g * g);
                weights[i] -= rate * correction * first[i] / (MathF.Sqrt(second[i]) + 1e-6f);
            }
        }

        return RelationModel.Quantise(keys, weights);
    }
}
