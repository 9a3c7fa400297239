using System.Numerics;

namespace Entente.Coding.Learning;

/// <summary>Which row of weights a feature has: an open-addressing table of 8 bytes a slot, so that most questions, which are about features that bear no weight, cost one read of memory.</summary>
/// <remarks>A slot holds the upper half of the feature's number; its place comes from the lower half. Both are well mixed.</remarks>
internal sealed class FeatureRows
{
    private readonly (uint Tag, int Row)[] _slots;
    private readonly int _mask;

    /// <param name="keys">The features' numbers; the row of each is its place here.</param>
    public FeatureRows(ReadOnlySpan<ulong> keys)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 2));
        _slots = new (uint, int)[slots];
        _mask = slots - 1;
        for (int row = 0; row < keys.Length; row++)
        {
            int slot = (int)keys[row] & _mask;
            while (_slots[slot].Tag != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = (TagOf(keys[row]), row);
        }
    }

    /// <summary>The row of a feature; -1 for none.</summary>
    public int Of(ulong key)
    {
        (uint Tag, int Row)[] slots = _slots;
        uint tag = TagOf(key);
        for (int slot = (int)key & _mask; ; slot = (slot + 1) & _mask)
        {
            (uint found, int row) = slots[slot];
            if (found == tag)
            {
                return row;
            }

            if (found == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>Never 0, which marks an empty slot.</summary>
    private static uint TagOf(ulong key) => (uint)(key >> 32) | 1;
}
