using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Entente.Archive.Import.Delimited;

/// <summary>What was made of runs of bytes lately: the same bytes give the same value without making it anew.</summary>
/// <typeparam name="T">What is made.</typeparam>
/// <remarks>Memory is bounded: each run has one place, and the newer takes it from the older. What is found never depends on what is kept.</remarks>
internal sealed class Utf8Cache<T>
{
    private const int LongestKey = 512;

    private readonly (byte[] Key, T Value)[] _places;

    /// <param name="bits">The cache has two to the power of so many places.</param>
    public Utf8Cache(int bits = 12) => _places = new (byte[], T)[1 << bits];

    /// <summary>The value kept for <paramref name="key"/>.</summary>
    public bool TryGet(ReadOnlySpan<byte> key, [MaybeNullWhen(false)] out T value)
    {
        ref (byte[] Key, T Value) place = ref _places[Place(key)];
        value = place.Value;
        return place.Key is not null && key.SequenceEqual(place.Key);
    }

    /// <summary>Keeps a value.</summary>
    public T Keep(ReadOnlySpan<byte> key, T value)
    {
        if (key.Length <= LongestKey)
        {
            _places[Place(key)] = (key.ToArray(), value);
        }

        return value;
    }

    private int Place(ReadOnlySpan<byte> key)
    {
        var hash = default(HashCode);
        hash.AddBytes(key);
        return hash.ToHashCode() & (_places.Length - 1);
    }
}

/// <summary>Strings of bytes that come again and again.</summary>
internal sealed class Utf8Strings
{
    private readonly Utf8Cache<string> _cache = new();

    /// <summary>The text of UTF-8 bytes; null for none.</summary>
    public string? Of(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? null : _cache.TryGet(bytes, out string? text) ? text : _cache.Keep(bytes, Encoding.UTF8.GetString(bytes));
}
