namespace Entente.Language.Neural;

/// <summary>One thread's room for <see cref="LabelModel.Score"/>; kept from sentence to sentence.</summary>
public sealed unsafe class LabelScratch : IDisposable
{
    internal const int MaxWords = 512;

    private readonly NativeBlocks _blocks = new();
    private LabelShape? _shape;

    internal List<SyntaxScratch.Piece> Pieces { get; } = [];

    internal short* Input { get; private set; }

    internal short* Output { get; private set; }

    internal int* Gates { get; private set; }

    /// <summary>What the last layer gave.</summary>
    internal short* Top { get; private set; }

    internal int Words { get; private set; }

    /// <summary>Whether <see cref="Sides"/> are those of the sentence scored last.</summary>
    internal bool HasSides { get; set; }

    internal short* Sides { get; private set; }

    internal short* Hidden { get; private set; }

    internal int[] Scores { get; private set; } = [];

    internal void Prepare(LabelShape shape)
    {
        if (ReferenceEquals(_shape, shape))
        {
            return;
        }

        Dispose();
        _shape = shape;
        Input = (short*)_blocks.Allocate(MaxWords * (long)shape.Recurrent.OutputWidth * sizeof(short));
        Output = (short*)_blocks.Allocate(MaxWords * (long)shape.Recurrent.OutputWidth * sizeof(short));
        Sides = (short*)_blocks.Allocate(MaxWords * (long)shape.SidesWidth * sizeof(short));
        Hidden = (short*)_blocks.Allocate(shape.Recurrent.Width * sizeof(short));
        Gates = (int*)_blocks.Allocate(MaxWords * (long)Math.Max(shape.Recurrent.GateWidth, shape.LabelWidth) * sizeof(int));
        Scores = new int[MaxWords * shape.Labels];
    }

    /// <summary>Keeps what the last layer gave, for pairs.</summary>
    internal void Keep(short* top, int words)
    {
        Top = top;
        (Words, HasSides) = (words, false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blocks.Dispose();
        _shape = null;
    }
}
