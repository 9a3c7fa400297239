namespace Entente.Language.Neural;

/// <summary>A sentence to learn labels from.</summary>
/// <param name="Features">Of each word, its features, hashed.</param>
/// <param name="Labels">Of each word, its label.</param>
/// <param name="Weight">How much it counts.</param>
public sealed record LabelledSentence(IReadOnlyList<ulong[]> Features, int[] Labels, float Weight)
{
    /// <summary>Number of words.</summary>
    public int Count => Labels.Length;
}
