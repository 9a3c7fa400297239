using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Entente.Language.Tokens;
using Entente.Records;

namespace Entente.Language.Entities;

/// <summary>How the recogniser is trained; the defaults are those of the model that is shipped.</summary>
internal sealed record EntityTrainingOptions
{
    public int Seed { get; init; } = 1;

    /// <summary>Models that are trained from different orders and averaged.</summary>
    public int Models { get; init; } = 3;

    /// <summary>Passes over the examples.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>How often an example that is no background comes in each pass.</summary>
    public int Repeats { get; init; } = 4;

    /// <summary>AdaGrad's step.</summary>
    public float Rate { get; init; } = 0.03f;

    /// <summary>Share of features left out at random, so that none is leaned on too much.</summary>
    public double Dropout { get; init; } = 0.5;

    /// <summary>Pull of weights towards 0.</summary>
    public float Decay { get; init; } = 1e-4f;

    /// <summary>Weight of background examples.</summary>
    public float Background { get; init; } = 1f;

    /// <summary>Longest background mention in words; inside a longer one the next shorter ones count.</summary>
    public int LongestBackground { get; init; } = 8;

    /// <summary>What the start of a mention is worth beyond what was learnt: the marking misses mentions, a reader does not.</summary>
    public float Eagerness { get; init; } = 1f;
}

/// <summary>
/// Learns a conditional random field with AdaGrad. Every feature has weights that all examples share and weights of its own manner of
/// marking (Daumé 2007, "Frustratingly easy domain adaptation"); the model is the sum of the shared ones and those of the manner wanted.
/// </summary>
internal sealed class EntityTraining
{
    private const int Labels = EntityLabels.Count;
    private const int Inside = EntityLabels.Inside;
    private const float Scale = 512;

    private readonly EntityTrainingOptions _options;
    private readonly Random _random;
    private readonly Weights _shared = new();
    private readonly Weights _wanted = new();
    private readonly Weights _background = new();
    private double[] _node = [];
    private double[] _forward = [];
    private double[] _backward = [];
    private int[] _kept = [];
    private readonly double[] _step = new double[Labels * Labels];

    private EntityTraining(EntityTrainingOptions options, int model)
    {
        _options = options;
        _random = new Random((options.Seed * 1009) + model);
    }

    public static EntityModel Learn(IReadOnlyList<EntityExample> examples, INameList? names, EntityTrainingOptions options, TextWriter talk)
    {
        if (examples.All(e => e.IsBackground))
        {
            throw new ArgumentException("no example of the wanted manner of marking", nameof(examples));
        }

        List<Item> items = Describe(examples, names, options);
        float[] rows = new float[EntityFeatures.Rows * Inside], steps = new float[Labels * Labels];
        for (int model = 0; model < options.Models; model++)
        {
            var training = new EntityTraining(options, model);
            training.Learn(items, talk);
            training.AddTo(rows, steps);
        }

        return Quantise(rows, steps, options);
    }

    private void Learn(List<Item> items, TextWriter talk)
    {
        var order = new List<Item>();
        foreach (Item item in items)
        {
            order.AddRange(Enumerable.Repeat(item, item.IsBackground ? 1 : _options.Repeats));
        }

        for (int pass = 1; pass <= _options.Passes; pass++)
        {
            _random.Shuffle(CollectionsMarshal.AsSpan(order));
            double wanted = 0, background = 0;
            foreach (Item item in order)
            {
                double loss = Learn(item);
                wanted += item.IsBackground ? 0 : loss;
                background += item.IsBackground ? loss : 0;
            }

            talk.WriteLine(FormattableString.Invariant($"entities: pass {pass} of {_options.Passes}, loss {wanted / _options.Repeats:F0} wanted, {background:F0} background"));
        }
    }

    private void AddTo(float[] rows, float[] steps)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] += (_shared.Rows[i] + _wanted.Rows[i]) / _options.Models;
        }

        for (int at = 0; at < steps.Length; at++)
        {
            steps[at] += (_shared.Steps[at] + _wanted.Steps[at]) / _options.Models;
        }
    }

    private static List<Item> Describe(IReadOnlyList<EntityExample> examples, INameList? names, EntityTrainingOptions options)
    {
        var features = new EntityFeatures();
        var items = new List<Item>();
        foreach (EntityExample example in examples)
        {
            AnalyzedText text = example.Text;
            byte[] labels = Label(text, example.Mentions, example.IsBackground ? options.LongestBackground : int.MaxValue);
            for (int sentence = 0; sentence < text.Sentences.Count; sentence++)
            {
                int count = features.Describe(text.Text, text.Tokens, text.Sentences, sentence, text.Tags, text.Lemmas, text.Arcs, names);
                byte[] own = labels[text.Sentences.First(sentence)..text.Sentences.End(sentence)];
                if (IsWhole(own))
                {
                    items.Add(new(features.Indices[..(count * EntityFeatures.Slots)], own, example.IsBackground));
                }
            }
        }

        return items;
    }

    /// <summary>A mention that runs over the end of a sentence, because it was split there, teaches nothing.</summary>
    private static bool IsWhole(byte[] labels)
    {
        int before = EntityLabels.Outside;
        foreach (byte label in labels)
        {
            if (!EntityLabels.MayFollow(before, label))
            {
                return false;
            }

            before = label;
        }

        return EntityLabels.Ends(before);
    }

    /// <summary>The labels of all words: the longest mentions first, none that overlaps one before it or ends inside a word.</summary>
    internal static byte[] Label(AnalyzedText text, IReadOnlyList<GoldMention> mentions, int longest)
    {
        byte[] labels = new byte[text.Count];
        labels.AsSpan().Fill(EntityLabels.Outside);
        foreach (GoldMention mention in mentions.OrderByDescending(m => m.Span.Length).ThenBy(m => m.Span.Start).ThenBy(m => m.Type))
        {
            int type = EntityLabels.NumberOf(mention.Type);
            (int first, int end) = Words(text.Tokens, mention.Span);
            if (type < 0 || end <= first || end - first > longest || labels.AsSpan(first, end - first).ContainsAnyExcept((byte)EntityLabels.Outside))
            {
                continue;
            }

            for (int i = first; i < end; i++)
            {
                var place = end - first == 1 ? EntityLabels.Place.Unit : i == first ? EntityLabels.Place.Begin : i == end - 1 ? EntityLabels.Place.Last : EntityLabels.Place.Middle;
                labels[i] = (byte)EntityLabels.Of(place, type);
            }
        }

        return labels;
    }

    private static (int First, int End) Words(TokenLayer tokens, TextSpan span)
    {
        int first = Array.BinarySearch(tokens.Starts, 0, tokens.Count, span.Start);
        int last = Array.BinarySearch(tokens.Ends, 0, tokens.Count, span.End);
        return first < 0 || last < first ? (0, 0) : (first, last + 1);
    }

    private double Learn(Item item)
    {
        int count = item.Labels.Length;
        if (count == 0)
        {
            return 0;
        }

        Weights own = item.IsBackground ? _background : _wanted;
        Reserve(count);
        int kept = Keep(item);
        float boost = (float)EntityFeatures.Slots / kept;
        ScoreNodes(item, own, kept, boost);
        for (int from = 0; from < Labels; from++)
        {
            for (int to = 0; to < Labels; to++)
            {
                int at = (from * Labels) + to;
                _step[at] = EntityLabels.MayFollow(from, to) ? Math.Exp(_shared.Steps[at] + own.Steps[at]) : 0;
            }
        }

        double total = Forward(count);
        Backward(count);
        double loss = total - GoldScore(item, own);
        Update(item, own, kept, boost);
        return loss;
    }

    private void Reserve(int count)
    {
        if (_node.Length < count * Labels)
        {
            _node = new double[count * 2 * Labels];
            _forward = new double[count * 2 * Labels];
            _backward = new double[count * 2 * Labels];
        }

        if (_kept.Length == 0)
        {
            _kept = new int[EntityFeatures.Slots];
        }
    }

    /// <summary>Draws the features that this sentence is learnt with.</summary>
    private int Keep(Item item)
    {
        int kept = 0;
        for (int slot = 0; slot < EntityFeatures.Slots; slot++)
        {
            if (slot == 0 || _random.NextDouble() >= _options.Dropout)
            {
                _kept[kept++] = slot;
            }
        }

        return item.Labels.Length == 0 ? 0 : kept;
    }

    private void ScoreNodes(Item item, Weights own, int kept, float boost)
    {
        Span<float> scores = stackalloc float[Inside];
        for (int i = 0; i < item.Labels.Length; i++)
        {
            Vector256<float> low = default, high = default;
            for (int k = 0; k < kept; k++)
            {
                nuint row = (nuint)(item.Rows[(i * EntityFeatures.Slots) + _kept[k]] * Inside);
                low += Vector256.LoadUnsafe(ref _shared.Rows[0], row) + Vector256.LoadUnsafe(ref own.Rows[0], row);
                high += Vector256.LoadUnsafe(ref _shared.Rows[0], row + 8) + Vector256.LoadUnsafe(ref own.Rows[0], row + 8);
            }

            (low * boost).CopyTo(scores);
            (high * boost).CopyTo(scores[8..]);
            for (int label = 0; label < Inside; label++)
            {
                _node[(i * Labels) + label] = Math.Clamp(scores[label], -40, 40);
            }

            _node[(i * Labels) + EntityLabels.Outside] = 0;
        }
    }

    private double Forward(int count)
    {
        double total = 0;
        for (int i = 0; i < count; i++)
        {
            double sum = 0;
            for (int to = 0; to < Labels; to++)
            {
                double reach = 0;
                if (i == 0)
                {
                    reach = _step[(EntityLabels.Outside * Labels) + to];
                }
                else
                {
                    for (int from = 0; from < Labels; from++)
                    {
                        reach += _forward[((i - 1) * Labels) + from] * _step[(from * Labels) + to];
                    }
                }

                double value = i == count - 1 && !EntityLabels.Ends(to) ? 0 : reach * Math.Exp(_node[(i * Labels) + to]);
                _forward[(i * Labels) + to] = value;
                sum += value;
            }

            total += Math.Log(sum);
            for (int to = 0; to < Labels; to++)
            {
                _forward[(i * Labels) + to] /= sum;
            }
        }

        return total;
    }

    /// <summary>Backward sums, each place scaled to 1 together with the forward ones by <see cref="Update"/>.</summary>
    private void Backward(int count)
    {
        for (int label = 0; label < Labels; label++)
        {
            _backward[((count - 1) * Labels) + label] = EntityLabels.Ends(label) ? 1 : 0;
        }

        for (int i = count - 2; i >= 0; i--)
        {
            double sum = 0;
            for (int from = 0; from < Labels; from++)
            {
                double reach = 0;
                for (int to = 0; to < Labels; to++)
                {
                    reach += _step[(from * Labels) + to] * Math.Exp(_node[((i + 1) * Labels) + to]) * _backward[((i + 1) * Labels) + to];
                }

                _backward[(i * Labels) + from] = reach;
                sum += reach;
            }

            for (int from = 0; from < Labels; from++)
            {
                _backward[(i * Labels) + from] /= sum;
            }
        }
    }

    private double GoldScore(Item item, Weights own)
    {
        double score = 0;
        int before = EntityLabels.Outside;
        for (int i = 0; i < item.Labels.Length; i++)
        {
            int label = item.Labels[i];
            score += _node[(i * Labels) + label] + _shared.Steps[(before * Labels) + label] + own.Steps[(before * Labels) + label];
            before = label;
        }

        return score;
    }

    private void Update(Item item, Weights own, int kept, float boost)
    {
        float weight = item.IsBackground ? _options.Background : 1;
        Span<float> gradient = stackalloc float[Inside];
        Span<double> joint = stackalloc double[Labels * Labels];
        Span<double> stepGradient = stackalloc double[Labels * Labels];
        stepGradient.Clear();
        int before = EntityLabels.Outside;
        for (int i = 0; i < item.Labels.Length; i++)
        {
            double sum = 0;
            for (int label = 0; label < Labels; label++)
            {
                sum += _forward[(i * Labels) + label] * _backward[(i * Labels) + label];
            }

            for (int label = 0; label < Inside; label++)
            {
                double p = _forward[(i * Labels) + label] * _backward[(i * Labels) + label] / sum;
                gradient[label] = (float)((item.Labels[i] == label ? 1 : 0) - p) * weight * boost;
            }

            for (int k = 0; k < kept; k++)
            {
                int row = item.Rows[(i * EntityFeatures.Slots) + _kept[k]] * Inside;
                _shared.Step(row, gradient, _options.Rate, _options.Decay);
                own.Step(row, gradient, _options.Rate, _options.Decay);
            }

            if (i > 0)
            {
                sum = 0;
                for (int from = 0; from < Labels; from++)
                {
                    for (int to = 0; to < Labels; to++)
                    {
                        int at = (from * Labels) + to;
                        joint[at] = _forward[((i - 1) * Labels) + from] * _step[at] * Math.Exp(_node[(i * Labels) + to]) * _backward[(i * Labels) + to];
                        sum += joint[at];
                    }
                }

                for (int at = 0; at < joint.Length; at++)
                {
                    stepGradient[at] -= joint[at] / sum;
                }
            }
            else
            {
                for (int to = 0; to < Labels; to++)
                {
                    stepGradient[(EntityLabels.Outside * Labels) + to] -= _forward[to] * _backward[to] / sum;
                }
            }

            stepGradient[(before * Labels) + item.Labels[i]] += 1;
            before = item.Labels[i];
        }

        for (int at = 0; at < stepGradient.Length; at++)
        {
            if (stepGradient[at] != 0)
            {
                _shared.StepTransition(at, (float)stepGradient[at] * weight, _options.Rate);
                own.StepTransition(at, (float)stepGradient[at] * weight, _options.Rate);
            }
        }
    }

    private static EntityModel Quantise(float[] rows, float[] steps, EntityTrainingOptions options)
    {
        short[] weights = new short[rows.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (short)Math.Clamp(MathF.Round(rows[i] * Scale), short.MinValue, short.MaxValue);
        }

        int[] transitions = new int[Labels * Labels];
        for (int from = 0; from < Labels; from++)
        {
            for (int to = 0; to < Labels; to++)
            {
                int at = (from * Labels) + to;
                float eagerness = EntityLabels.Starts(to) ? options.Eagerness : 0;
                transitions[at] = EntityLabels.MayFollow(from, to) ? (int)MathF.Round((steps[at] + eagerness) * Scale) : EntityModel.Never;
            }
        }

        return new(weights, transitions);
    }

    /// <summary>Weights of one manner of marking, with AdaGrad's sums of squares.</summary>
    private sealed class Weights
    {
        private readonly float[] _squares = new float[EntityFeatures.Rows * Inside];
        private readonly float[] _stepSquares = new float[Labels * Labels];

        public float[] Rows { get; } = new float[EntityFeatures.Rows * Inside];

        public float[] Steps { get; } = new float[Labels * Labels];

        public void Step(int row, ReadOnlySpan<float> gradient, float rate, float decay)
        {
            ref float rows = ref Rows[row], squares = ref _squares[row];
            ref float from = ref MemoryMarshal.GetReference(gradient);
            for (nuint lane = 0; lane < Inside; lane += 8)
            {
                var weight = Vector256.LoadUnsafe(ref rows, lane);
                var slope = Vector256.LoadUnsafe(ref from, lane) - (weight * decay);
                var square = Vector256.LoadUnsafe(ref squares, lane) + (slope * slope);
                square.StoreUnsafe(ref squares, lane);
                (weight + (slope * rate / (Vector256.Sqrt(square) + Vector256.Create(1e-3f)))).StoreUnsafe(ref rows, lane);
            }
        }

        public void StepTransition(int at, float slope, float rate)
        {
            _stepSquares[at] += slope * slope;
            Steps[at] += rate * slope / (MathF.Sqrt(_stepSquares[at]) + 1e-3f);
        }
    }

    /// <summary>One sentence: its features' rows and its labels.</summary>
    private sealed record Item(int[] Rows, byte[] Labels, bool IsBackground);
}
