namespace Entente.Language.Neural;

/// <summary>The sizes of a network that labels words, and where its parts stand among the parameters.</summary>
internal sealed class LabelShape
{
    /// <param name="width">Width of embeddings and of each direction of a layer; a multiple of 16.</param>
    /// <param name="layers">Recurrent layers.</param>
    /// <param name="labels">Labels of a word.</param>
    /// <param name="pairLabels">Labels of a pair of words; 16 at most.</param>
    public LabelShape(int width, int layers, int labels, int pairLabels)
    {
        (Labels, LabelWidth, PairLabels) = (labels, (labels + 15) / 16 * 16, pairLabels);
        int at = 0;
        int Take(int count)
        {
            int start = at;
            at += count;
            return start;
        }

        Recurrent = new(width, layers, Take);
        Weights = Take(Recurrent.OutputWidth * LabelWidth);
        Biases = Take(LabelWidth);
        SideWeights = Take(Recurrent.OutputWidth * SidesWidth);
        SideBiases = Take(SidesWidth);
        PairWeights = Take(width * PairWidth);
        PairBiases = Take(PairWidth);
        Count = at;
    }

    public RecurrentShape Recurrent { get; }

    public int Labels { get; }

    /// <summary>Rounded up to whole vectors.</summary>
    public int LabelWidth { get; }

    public int PairLabels { get; }

    /// <summary>Rounded up to whole vectors.</summary>
    public const int PairWidth = 16;

    /// <summary>What a word brings to a pair as its first and as its second.</summary>
    public int SidesWidth => 2 * Recurrent.Width;

    public int Weights { get; }

    public int Biases { get; }

    public int SideWeights { get; }

    public int SideBiases { get; }

    public int PairWeights { get; }

    public int PairBiases { get; }

    /// <summary>Number of parameters without the embeddings.</summary>
    public int Count { get; }
}
