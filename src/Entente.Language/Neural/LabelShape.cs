namespace Entente.Language.Neural;

/// <summary>The sizes of a network that labels words, and where its parts stand among the parameters.</summary>
internal sealed class LabelShape
{
    /// <param name="width">Width of embeddings and of each direction of a layer; a multiple of 16.</param>
    /// <param name="layers">Recurrent layers.</param>
    /// <param name="labels">Labels of a word.</param>
    public LabelShape(int width, int layers, int labels)
    {
        (Labels, LabelWidth) = (labels, (labels + 15) / 16 * 16);
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
        Count = at;
    }

    public RecurrentShape Recurrent { get; }

    public int Labels { get; }

    /// <summary>Rounded up to whole vectors.</summary>
    public int LabelWidth { get; }

    public int Weights { get; }

    public int Biases { get; }

    /// <summary>Number of parameters without the embeddings.</summary>
    public int Count { get; }
}
