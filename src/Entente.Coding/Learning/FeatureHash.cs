using System.Runtime.InteropServices;

namespace Entente.Coding.Learning;

/// <summary>The number of a feature: a template and up to three words, hashed to 64 bits. The models know features by these numbers alone, so they last as long as the models.</summary>
internal static class FeatureHash
{
    private const ulong Seed = 0x2D358DCCAA6C78A5, First = 0x9E3779B97F4A7C15, Second = 0xBF58476D1CE4E5B9;

    /// <summary>Hashes a feature.</summary>
    public static ulong Of(ReadOnlySpan<char> template, ReadOnlySpan<char> a = default, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default)
    {
        ulong hash = Append(Append(Append(Append(Seed, template), a), b), c);
        hash ^= hash >> 29;
        hash *= Second;
        return hash ^ (hash >> 32);
    }

    /// <summary>Takes in a word, four letters at a time; its length goes in too, so that "ab" and "c" are not "a" and "bc".</summary>
    private static ulong Append(ulong hash, ReadOnlySpan<char> text)
    {
        hash = (hash ^ (ulong)text.Length) * First;
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(text);
        while (bytes.Length >= 8)
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * First;
            hash ^= hash >> 32;
            bytes = bytes[8..];
        }

        if (bytes.Length > 0)
        {
            ulong rest = 0;
            for (int i = 0; i < bytes.Length; i += 2)
            {
                rest = (rest << 16) | MemoryMarshal.Read<ushort>(bytes[i..]);
            }

            hash = (hash ^ rest) * First;
            hash ^= hash >> 32;
        }

        return hash;
    }
}
