namespace Entente.Coding.Judging;

/// <summary>Features of one thing to be judged: a template and up to three words, hashed to 64 bits. Nothing is allocated unless names are asked for.</summary>
internal sealed class FeatureList
{
    private readonly List<KeyValuePair<ulong, float>> _values = [];

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names { get; set; }

    /// <summary>What was gathered since <see cref="Clear"/>.</summary>
    public List<KeyValuePair<ulong, float>> Values => _values;

    public void Clear() => _values.Clear();

    /// <summary>Adds a feature.</summary>
    /// <param name="template">What is looked at.</param>
    /// <param name="a">What is seen.</param>
    /// <param name="b">What is seen together with it.</param>
    /// <param name="c">And with both.</param>
    /// <param name="weight">Its value.</param>
    public void Add(string template, ReadOnlySpan<char> a = default, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, float weight = 1f)
    {
        ulong hash = Hash(14695981039346656037, template);
        hash = Hash(hash * 31, a);
        hash = Hash(hash * 31, b);
        hash = Hash(hash * 31, c);
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        hash ^= hash >> 32;
        _values.Add(new(hash, weight));
        if (Names is not null)
        {
            string seen = string.Join(',', ((string[])[a.ToString(), b.ToString(), c.ToString()]).Where(part => part.Length > 0));
            Names.TryAdd(hash, seen.Length == 0 ? template : $"{template}={seen}");
        }
    }

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
