namespace Entente.Language.Neural;

/// <summary>A sentence to learn labels from.</summary>
/// <param name="Features">Of each word, its features, hashed.</param>
/// <param name="Labels">Of each word, its label.</param>
/// <param name="Pairs">Pairs of its words whose label is known.</param>
public sealed record LabelledSentence(IReadOnlyList<ulong[]> Features, int[] Labels, IReadOnlyList<LabelledPair> Pairs)
{
    /// <summary>Number of words.</summary>
    public int Count => Labels.Length;
}

/// <summary>Two words of a sentence and what the second is to the first.</summary>
/// <param name="First">Counted in the sentence.</param>
/// <param name="Second">The same.</param>
/// <param name="Features">Of the pair, hashed.</param>
/// <param name="Label">Its label.</param>
public sealed record LabelledPair(int First, int Second, ulong[] Features, int Label);
