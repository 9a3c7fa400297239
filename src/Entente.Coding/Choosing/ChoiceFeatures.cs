namespace Entente.Coding.Choosing;

/// <summary>What a choice is made by: a template and up to two words each, hashed to 64 bits. Gathered anew for each choice.</summary>
internal sealed class ChoiceFeatures
{
    private readonly List<ulong> _values = [];

    /// <summary>Names by hash, filled where set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names { get; set; }

    /// <summary>The hashes, in the order added.</summary>
    public List<ulong> Values => _values;

    /// <summary>Forgets the features, not their names.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Adds a feature.</summary>
    public void Add(string template, ReadOnlySpan<char> a = default, ReadOnlySpan<char> b = default)
    {
        ulong hash = Mix(Fold(Fold(Fold(0xCBF29CE484222325, template), a), b));
        _values.Add(hash);
        Names?.TryAdd(hash, a.IsEmpty && b.IsEmpty ? template : b.IsEmpty ? $"{template}={a}" : $"{template}={a},{b}");
    }

    /// <summary>The key of a feature's weight for one outcome.</summary>
    public static ulong Key(ulong feature, int outcome) => Mix(feature + ((ulong)(outcome + 1) * 0x9E3779B97F4A7C15));

    private static ulong Fold(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return (hash ^ 0x1F) * 0x100000001B3;
    }

    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 30;
        hash *= 0xBF58476D1CE4E5B9;
        hash ^= hash >> 27;
        hash *= 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
