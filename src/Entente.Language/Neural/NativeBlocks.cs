using System.Runtime.InteropServices;

namespace Entente.Language.Neural;

/// <summary>Blocks of memory that the garbage collector neither moves nor frees: aligned to 64 bytes, with room behind each for a vector that reads past its end, freed together.</summary>
internal sealed unsafe class NativeBlocks : IDisposable
{
    private const int Alignment = 64;

    private readonly List<nint> _blocks = [];

    /// <summary>A block of any content.</summary>
    public void* Allocate(long bytes)
    {
        void* block = NativeMemory.AlignedAlloc((nuint)(bytes + Alignment), Alignment);
        _blocks.Add((nint)block);
        return block;
    }

    /// <summary>A block of zeros, with room behind it for 64 more.</summary>
    public float* AllocateFloats(long count)
    {
        long bytes = (count + 64) * sizeof(float);
        void* block = Allocate(bytes);
        NativeMemory.Clear(block, (nuint)bytes);
        return (float*)block;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (nint block in _blocks)
        {
            NativeMemory.AlignedFree((void*)block);
        }

        _blocks.Clear();
    }
}
