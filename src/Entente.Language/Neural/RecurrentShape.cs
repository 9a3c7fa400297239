namespace Entente.Language.Neural;

/// <summary>The sizes of layers of simple recurrent units (Lei et al. 2018) in both directions, and where their weights stand among a network's parameters.</summary>
/// <remarks>All products of such a layer are over whole sentences at once; only cheap elementwise steps go from word to word.</remarks>
internal sealed class RecurrentShape
{
    /// <param name="width">Width of the input and of each direction; a multiple of 16.</param>
    /// <param name="layers">Number of layers.</param>
    /// <param name="take">Gives room for so many parameters and says where it starts.</param>
    public RecurrentShape(int width, int layers, Func<int, int> take)
    {
        (Width, Layers) = (width, layers);
        (Weights, Biases, Peepholes) = (new int[layers], new int[layers], new int[layers]);
        for (int layer = 0; layer < layers; layer++)
        {
            Weights[layer] = take(InputWidth(layer) * GateWidth);
            Biases[layer] = take(GateWidth);
            Peepholes[layer] = take(4 * width);
        }
    }

    public int Width { get; }

    public int Layers { get; }

    /// <summary>Candidate, forget and highway gates of both directions.</summary>
    public int GateWidth => 6 * Width;

    /// <summary>Width of a layer's output: both directions.</summary>
    public int OutputWidth => 2 * Width;

    public int[] Weights { get; }

    public int[] Biases { get; }

    public int[] Peepholes { get; }

    public int InputWidth(int layer) => layer == 0 ? Width : OutputWidth;
}
