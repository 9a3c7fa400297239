using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Neural;

/// <summary>The sizes of the network, and where each of its parts stands among the parameters.</summary>
/// <remarks>
/// Embeddings of width <see cref="Width"/>; layers of simple recurrent units (Lei et al. 2018) in both directions, so that all products are
/// over whole sentences at once; tags from layer <see cref="TagLayer"/>; a biaffine arc scorer (Dozat and Manning 2017) and a one-layer relation
/// scorer from the last.
/// </remarks>
internal sealed class SyntaxShape
{
    /// <summary>Rounded up to whole vectors.</summary>
    public const int TagWidth = 80;

    /// <summary>Rounded up to whole vectors.</summary>
    public const int RelationWidth = 64;

    /// <summary>Signed distances from -15 to 15 and beyond, and one for the root.</summary>
    public const int DistanceCount = 32;

    public SyntaxShape(int width, int layers, int arcWidth, int relationHidden)
    {
        (Width, ArcWidth, RelationHidden) = (width, arcWidth, relationHidden);
        int at = 0;
        int Take(int count)
        {
            int start = at;
            at += count;
            return start;
        }

        Recurrent = new(width, layers, Take);
        TagWeights = Take(2 * width * TagWidth);
        TagBiases = Take(TagWidth);
        HeadWeights = Take(2 * width * HeadsWidth);
        HeadBiases = Take(HeadsWidth);
        Biaffine = Take(arcWidth * arcWidth);
        HeadPrior = Take(arcWidth);
        RootArc = Take(arcWidth);
        RootRelation = Take(relationHidden);
        Distances = Take(DistanceCount);
        RelationWeights = Take(relationHidden * RelationWidth);
        RelationBiases = Take(RelationWidth);
        Count = at;
    }

    public int Width { get; }

    /// <summary>The recurrent layers.</summary>
    public RecurrentShape Recurrent { get; }

    public int ArcWidth { get; }

    public int RelationHidden { get; }

    /// <summary>Arc dependent, arc head, relation dependent, relation head.</summary>
    public int HeadsWidth => (2 * ArcWidth) + (2 * RelationHidden);

    /// <summary>The layer that tags are read from, counted from 0.</summary>
    public int TagLayer => Math.Min(1, Recurrent.Layers - 1);

    public int TagWeights { get; }

    public int TagBiases { get; }

    public int HeadWeights { get; }

    public int HeadBiases { get; }

    public int Biaffine { get; }

    public int HeadPrior { get; }

    public int RootArc { get; }

    public int RootRelation { get; }

    public int Distances { get; }

    public int RelationWeights { get; }

    public int RelationBiases { get; }

    /// <summary>Number of parameters without the embeddings.</summary>
    public int Count { get; }

    /// <summary>Where the bias of a signed distance stands among <see cref="DistanceCount"/>.</summary>
    public static int DistanceOf(int dependent, int head)
    {
        int distance = head - dependent;
        return Math.Clamp(distance, -15, 15) + 15;
    }

    /// <summary>The bias of an arc from the root.</summary>
    public const int RootDistance = 31;

    /// <summary>Labels of the tag layer: universal tags first, then Penn tags.</summary>
    public static int TagCount => UposNames.Count + XposNames.Count;

    /// <summary>Labels of the relation scorer.</summary>
    public static int RelationCount => DeprelNames.Count;
}
