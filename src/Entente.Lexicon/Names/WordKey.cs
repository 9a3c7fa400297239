namespace Entente.Lexicon.Names;

/// <summary>64-bit keys of words and of runs of words, by their folded letters and digits.</summary>
/// <remarks>Two different names of one lexicon never share a key: the compiler checks it.</remarks>
internal static class WordKey
{
    /// <summary>The key of no letters at all, and of no words.</summary>
    public const ulong Empty = 0xcbf29ce484222325;

    private const ulong Prime = 0x100000001b3;

    /// <summary>The key with one more folded letter.</summary>
    public static ulong Add(ulong word, char folded) => (word ^ folded) * Prime;

    /// <summary>The key with one more word.</summary>
    public static ulong Append(ulong words, ulong word)
    {
        ulong mixed = (words * 0x9e3779b97f4a7c15) ^ word;
        mixed ^= mixed >>> 29;
        return mixed * 0xbf58476d1ce4e5b9;
    }

    /// <summary>The key of one word; <see cref="Empty"/> where it has neither letters nor digits.</summary>
    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong key = Empty;
        foreach (char c in word)
        {
            if (char.IsLetterOrDigit(c) && !Folding.IsSilent(c))
            {
                key = Add(key, Folding.Fold(c));
                if (Folding.Second(c) is not '\0' and char second)
                {
                    key = Add(key, second);
                }
            }
        }

        return key;
    }
}
