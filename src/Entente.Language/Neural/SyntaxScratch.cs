namespace Entente.Language.Neural;

/// <summary>One thread's room for <see cref="SyntaxModel.Analyze"/>; about 4 MB, kept from text to text.</summary>
public sealed unsafe class SyntaxScratch : IDisposable
{
    internal const int BatchWords = 96;
    internal const int MaxWords = 512;

    private readonly NativeBlocks _blocks = new();
    private SyntaxShape? _shape;

    internal List<Piece> Pieces { get; } = [];

    internal short* Input { get; private set; }

    internal short* Output { get; private set; }

    internal int* Gates { get; private set; }

    internal short* Heads { get; private set; }

    internal short* Queries { get; private set; }

    internal short* Queries2 { get; private set; }

    internal short* Keys { get; private set; }

    internal int* Arcs { get; private set; }

    internal int[] Found { get; } = new int[MaxWords];

    internal SpanningTree Tree { get; } = new();

    internal void Prepare(SyntaxShape shape)
    {
        if (ReferenceEquals(_shape, shape))
        {
            return;
        }

        Dispose();
        _shape = shape;
        Input = (short*)_blocks.Allocate(MaxWords * 2L * shape.Width * 2);
        Output = (short*)_blocks.Allocate(MaxWords * 2L * shape.Width * 2);
        Gates = (int*)_blocks.Allocate(MaxWords * (long)Math.Max(shape.Recurrent.GateWidth, shape.HeadsWidth) * 4);
        Heads = (short*)_blocks.Allocate(MaxWords * (long)shape.HeadsWidth * 2);
        Queries = (short*)_blocks.Allocate(MaxWords * (long)shape.ArcWidth * 2);
        Queries2 = (short*)_blocks.Allocate(MaxWords * (long)shape.RelationHidden * 2);
        Keys = (short*)_blocks.Allocate((MaxWords + 16L) * shape.ArcWidth * 2);
        Arcs = (int*)_blocks.Allocate(MaxWords * (MaxWords + 16L) * 4);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _blocks.Dispose();
        _shape = null;
    }

    /// <summary>A run of words that is parsed as one tree.</summary>
    internal readonly record struct Piece(int First, int Count);
}
