using System.Runtime.InteropServices;
using Entente.Coding.Learning;
using Entente.Language;
using Entente.Lexicon;

namespace Entente.Coding.Relations;

/// <summary>Trains the relation model: cross-entropy with an L2 penalty, by full-batch Adam; no chance in it.</summary>
public static class RelationTrainer
{
    /// <summary>Trains a model from gold relations.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="lexicon">Frames and names.</param>
    /// <param name="coder">Its events are evidence.</param>
    /// <param name="pipeline">Analyzes the texts.</param>
    public static RelationModel Train(IEnumerable<RelationExample> examples, WorldLexicon lexicon, EventCoder coder, LanguagePipeline pipeline) =>
        Train(Prepare(examples, lexicon, coder, pipeline));

    /// <summary>Gathers the features once, so that several folds can be trained on parts of them.</summary>
    internal static IReadOnlyList<PreparedRelation> Prepare(IEnumerable<RelationExample> examples, WorldLexicon lexicon, EventCoder coder, LanguagePipeline pipeline)
    {
        using var scratch = new AnalysisScratch();
        var prepared = new List<PreparedRelation>();
        foreach (RelationExample example in examples)
        {
            AnalyzedText text = pipeline.Analyze(example.Item.Text, scratch);
            prepared.Add(new(RelationClassifier.Features(lexicon, coder, example.Item, text), example.Accept, example.Weight));
        }

        return prepared;
    }

    /// <summary>Learns weights.</summary>
    /// <param name="examples">Features of each example, and what counts as right.</param>
    /// <param name="penalty">Weight of the L2 penalty.</param>
    /// <param name="steps">Steps of Adam.</param>
    internal static RelationModel Train(IReadOnlyList<PreparedRelation> examples, float penalty = 0.6f, int steps = 250)
    {
        const int classes = RelationClasses.Count;
        var rows = new Dictionary<ulong, int>();
        var keys = new List<ulong>();
        foreach (PreparedRelation example in examples)
        {
            foreach ((ulong key, _) in example.Features)
            {
                ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(rows, key, out bool known);
                if (!known)
                {
                    row = keys.Count;
                    keys.Add(key);
                }

            }
        }

        float[] weights = new float[keys.Count * classes];
        float[] gradient = new float[weights.Length];
        var adam = new Adam(weights.Length, steps, 0.05f, penalty);
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

            adam.Step(step, gradient, weights);
        }

        return RelationModel.Quantise(keys, weights);
    }
}

/// <summary>A gold relation whose features are gathered.</summary>
/// <param name="Features">Hashes and values.</param>
/// <param name="Accept">The classes that are right.</param>
/// <param name="Weight">How much it counts.</param>
internal sealed record PreparedRelation(KeyValuePair<ulong, float>[] Features, IReadOnlyList<int> Accept, float Weight);
