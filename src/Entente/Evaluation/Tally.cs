namespace Entente.Evaluation;

/// <summary>Right, wrong and missed answers.</summary>
/// <param name="Right">Answers that are right.</param>
/// <param name="Wrong">Answers that are wrong.</param>
/// <param name="Missed">Gold that no answer meets.</param>
public readonly record struct Tally(int Right, int Wrong, int Missed)
{
    /// <summary>Share of the answers that are right; 0 where there are none.</summary>
    public double Precision => Ratio(Right, Right + Wrong);

    /// <summary>Share of the gold that is met; 0 where there is none.</summary>
    public double Recall => Ratio(Right, Right + Missed);

    /// <summary>Harmonic mean of the two.</summary>
    public double F1
    {
        get
        {
            double p = Precision, r = Recall;
            return p + r > 0 ? 2 * p * r / (p + r) : 0;
        }
    }

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Wrong + right.Wrong, left.Missed + right.Missed);

    /// <summary>Both together.</summary>
    public static Tally Add(Tally left, Tally right) => left + right;

    private static double Ratio(int part, int whole) => whole > 0 ? (double)part / whole : 0;
}

/// <summary>A measure with its interval.</summary>
/// <param name="Value">On the whole set.</param>
/// <param name="Low">2.5th percentile of the resamples.</param>
/// <param name="High">97.5th percentile of the resamples.</param>
public readonly record struct Measure(double Value, double Low, double High)
{
    /// <summary><c>0.744 (0.701-0.786)</c></summary>
    public override string ToString() => FormattableString.Invariant($"{Value:0.000} ({Low:0.000}-{High:0.000})");
}

/// <summary>Intervals by the percentile bootstrap over items, seeded: the same items, the same interval.</summary>
public static class Bootstrap
{
    private const int Rounds = 1000;

    /// <summary>A measure of a set and its 95 % interval.</summary>
    /// <param name="items">What is resampled: documents, sentences, questions.</param>
    /// <param name="measure">The measure of a list of items.</param>
    public static Measure Of<T>(IReadOnlyList<T> items, Func<IReadOnlyList<T>, double> measure)
    {
        double value = measure(items);
        if (items.Count == 0)
        {
            return new(value, value, value);
        }

        var random = new Random(20260527);
        var sample = new T[items.Count];
        var values = new double[Rounds];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < sample.Length; i++)
            {
                sample[i] = items[random.Next(items.Count)];
            }

            values[round] = measure(sample);
        }

        Array.Sort(values);
        return new(value, values[(int)(Rounds * 0.025)], values[(int)(Rounds * 0.975)]);
    }
}
