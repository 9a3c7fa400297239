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
        Gates = (int*)_blocks.Allocate(MaxWords * (long)Math.Max(shape.Recurrent.GateWidth, shape.LabelWidth) * sizeof(int));
        Scores = new int[MaxWords * shape.Labels];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blocks.Dispose();
        _shape = null;
    }
}
