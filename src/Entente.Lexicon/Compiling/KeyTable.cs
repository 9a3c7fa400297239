using System.Numerics;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Names;

namespace Entente.Lexicon.Compiling;

/// <summary>An open-addressing hash table from 64-bit keys to numbers, as it lies in the image.</summary>
/// <remarks>A power of two of slots, at most two thirds full; slot of a key is its top bits, collisions go to the next slot. Key 0 is an empty slot.</remarks>
internal sealed class KeyTable
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly int _shift;

    public KeyTable(LexiconImage image, Section section)
    {
        ReadOnlySpan<byte> bytes = image.Bytes(section);
        int slots = BitConverter.ToInt32(bytes);
        _keys = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ulong>(bytes.Slice(8, slots * 8)).ToArray();
        _values = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(bytes.Slice(8 + (slots * 8), slots * 4)).ToArray();
        _shift = 64 - BitOperations.Log2((uint)slots);
    }

    public static ulong TriggerKey(TriggerKind kind, string lemma) => WordKey.Append((ulong)kind + 1, WordKey.Of(lemma));

    public bool TryGet(ulong key, out int value)
    {
        ulong[] keys = _keys;
        int slot = Slot(key, _shift);
        while (true)
        {
            ulong found = keys[slot];
            if (found == key)
            {
                value = _values[slot];
                return true;
            }

            if (found == 0)
            {
                value = -1;
                return false;
            }

            slot = (slot + 1) & (keys.Length - 1);
        }
    }

    /// <summary>The section's bytes for these entries.</summary>
    public static byte[] Write(IReadOnlyCollection<KeyValuePair<ulong, int>> entries)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, entries.Count * 3 / 2));
        int shift = 64 - BitOperations.Log2((uint)slots);
        var keys = new ulong[slots];
        var values = new int[slots];
        foreach ((ulong key, int value) in entries.OrderBy(entry => entry.Key))
        {
            int slot = Slot(key, shift);
            while (keys[slot] != 0)
            {
                slot = (slot + 1) & (slots - 1);
            }

            (keys[slot], values[slot]) = (key, value);
        }

        var bytes = new byte[8 + (slots * 12)];
        BitConverter.TryWriteBytes(bytes, slots);
        Buffer.BlockCopy(keys, 0, bytes, 8, slots * 8);
        Buffer.BlockCopy(values, 0, bytes, 8 + (slots * 8), slots * 4);
        return bytes;
    }

    private static int Slot(ulong key, int shift) => (int)((key * 0x9e3779b97f4a7c15) >>> shift);
}
