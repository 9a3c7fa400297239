using System.Runtime.InteropServices;

namespace Entente.Coding.Learning;

/// <summary>One thing that could be chosen.</summary>
/// <param name="Outcome">Which weights score it.</param>
/// <param name="Features">Hashes.</param>
public sealed record ChoiceOption(int Outcome, IReadOnlyList<ulong> Features);

/// <summary>A choice that somebody annotated.</summary>
/// <param name="Options">What could be chosen, beside none of it.</param>
/// <param name="Right">The place of what was chosen; -1 for none of it.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Fold">Its text's fold.</param>
public sealed record Choice(IReadOnlyList<ChoiceOption> Options, int Right, float Weight, int Fold);

/// <summary>Learns the weights of choices: the conditional logit with an L2 penalty, by full-batch Adam; no chance in it.</summary>
public static class ChoiceTrainer
{
    private const int Steps = 250;
    private const float Rate = 0.08f;

    /// <summary>Learns weights.</summary>
    /// <param name="choices">What to learn from.</param>
    /// <param name="penalty">Weight of the L2 penalty.</param>
    public static ChoiceModel Train(IReadOnlyList<Choice> choices, float penalty)
    {
        (int[][][] rows, List<(ulong Feature, int Outcome)> keys) = Index(choices);
        float[] weights = new float[keys.Count], gradient = new float[keys.Count];
        var adam = new Adam(keys.Count, Steps, Rate, penalty);
        double[] scores = new double[rows.Length == 0 ? 0 : rows.Max(r => r.Length)];
        for (int step = 1; step <= Steps; step++)
        {
            Array.Clear(gradient);
            for (int i = 0; i < rows.Length; i++)
            {
                AddGradient(rows[i], choices[i], weights, gradient, scores);
            }

            adam.Step(step, gradient, weights);
        }

        return ChoiceModel.Quantise(keys, weights);
    }

    private static (int[][][] Rows, List<(ulong Feature, int Outcome)> Keys) Index(IReadOnlyList<Choice> choices)
    {
        var rowOf = new Dictionary<(ulong Feature, int Outcome), int>();
        var keys = new List<(ulong Feature, int Outcome)>();
        var rows = new int[choices.Count][][];
        for (int i = 0; i < choices.Count; i++)
        {
            rows[i] = new int[choices[i].Options.Count][];
            for (int k = 0; k < rows[i].Length; k++)
            {
                ChoiceOption option = choices[i].Options[k];
                rows[i][k] = new int[option.Features.Count];
                for (int f = 0; f < option.Features.Count; f++)
                {
                    (ulong Feature, int Outcome) key = (option.Features[f], option.Outcome);
                    ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(rowOf, key, out bool known);
                    if (!known)
                    {
                        row = keys.Count;
                        keys.Add(key);
                    }

                    rows[i][k][f] = row;
                }
            }
        }

        return (rows, keys);
    }

    private static void AddGradient(int[][] options, Choice choice, float[] weights, float[] gradient, double[] scores)
    {
        double highest = 0;
        for (int k = 0; k < options.Length; k++)
        {
            double sum = 0;
            foreach (int row in options[k])
            {
                sum += weights[row];
            }

            scores[k] = sum;
            highest = Math.Max(highest, sum);
        }

        double total = Math.Exp(-highest);
        for (int k = 0; k < options.Length; k++)
        {
            total += scores[k] = Math.Exp(scores[k] - highest);
        }

        for (int k = 0; k < options.Length; k++)
        {
            float error = (float)((scores[k] / total) - (choice.Right == k ? 1 : 0)) * choice.Weight;
            foreach (int row in options[k])
            {
                gradient[row] += error;
            }
        }
    }
}
