namespace Entente.Coding.Learning;

/// <summary>Features of one thing to be judged: a template and up to three words, hashed to 64 bits. Nothing is allocated unless names are asked for.</summary>
internal sealed class FeatureList
{
    private readonly List<KeyValuePair<ulong, float>> _values = [];

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names { get; set; }

    /// <summary>What was gathered since <see cref="Clear"/>.</summary>
    public List<KeyValuePair<ulong, float>> Values => _values;

    /// <summary>The hashes, in the order added.</summary>
    public IEnumerable<ulong> Keys => _values.Select(value => value.Key);

    /// <summary>A small number as a word: 0 for none, 5 for five and more.</summary>
    public static string Digit(int number) => number switch
    {
        <= 0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        _ => "5",
    };

    /// <summary>Forgets the features, not their names.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Adds a feature.</summary>
    /// <param name="template">What is looked at.</param>
    /// <param name="a">What is seen.</param>
    /// <param name="b">What is seen together with it.</param>
    /// <param name="c">And with both.</param>
    /// <param name="weight">Its value.</param>
    public void Add(string template, ReadOnlySpan<char> a = default, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, float weight = 1f)
    {
        ulong hash = FeatureHash.Of(template, a, b, c);
        _values.Add(new(hash, weight));
        if (Names is not null)
        {
            string seen = string.Join(',', ((string[])[a.ToString(), b.ToString(), c.ToString()]).Where(part => part.Length > 0));
            Names.TryAdd(hash, seen.Length == 0 ? template : $"{template}={seen}");
        }
    }
}
