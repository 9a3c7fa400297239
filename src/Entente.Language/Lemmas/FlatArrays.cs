using System.Runtime.InteropServices;

namespace Entente.Language.Lemmas;

/// <summary>Arrays of numbers as they lie in memory, each after its length in bytes: read at once, in the byte order of the machine that unpacked them.</summary>
internal static class FlatArrays
{
    private const int LongestArray = 1 << 28;

    public static void Write(Stream output, ReadOnlySpan<char> array) => WriteBytes(output, MemoryMarshal.AsBytes(array));

    public static void Write(Stream output, ReadOnlySpan<int> array) => WriteBytes(output, MemoryMarshal.AsBytes(array));

    public static void Write(Stream output, ReadOnlySpan<byte> array) => WriteBytes(output, array);

    public static char[] ReadChars(Stream input)
    {
        var array = new char[Length(input, sizeof(char))];
        Fill(input, MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    public static int[] ReadInts(Stream input)
    {
        var array = new int[Length(input, sizeof(int))];
        Fill(input, MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    public static byte[] ReadBytes(Stream input)
    {
        var array = new byte[Length(input, 1)];
        Fill(input, array);
        return array;
    }

    private static void WriteBytes(Stream output, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BitConverter.TryWriteBytes(length, bytes.Length);
        output.Write(length);
        output.Write(bytes);
    }

    private static int Length(Stream input, int size)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        Fill(input, bytes);
        int length = BitConverter.ToInt32(bytes);
        return length >= 0 && length <= LongestArray && length % size == 0 ? length / size : throw new InvalidDataException("the length of an array is out of bounds");
    }

    private static void Fill(Stream input, Span<byte> bytes)
    {
        if (input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException("an array is cut short");
        }
    }
}
