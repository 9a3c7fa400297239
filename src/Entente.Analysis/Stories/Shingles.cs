using System.Text.RegularExpressions;

namespace Entente.Analysis.Stories;

/// <summary>A text as the set of its runs of five words, hashed: what reprints share.</summary>
/// <remarks>
/// Words are letters and digits in lower case. Left out is what reprints change: a dateline at the head ("MOSCOW, May 27 (Agency) —"),
/// by-lines, notices of rights, calls to subscribe or share.
/// </remarks>
internal static partial class Shingles
{
    private const int WordsInShingle = 5;

    /// <summary>The hashes, ascending, each once; a text of fewer than five words is one shingle, an empty one none.</summary>
    public static ulong[] Of(string text)
    {
        var words = new List<ulong>();
        foreach (string line in Dateline().Replace(text, "", 1).Split('\n'))
        {
            if (!Boilerplate().IsMatch(line))
            {
                AddWords(line, words);
            }
        }

        if (words.Count == 0)
        {
            return [];
        }

        int count = Math.Max(1, words.Count - WordsInShingle + 1);
        ulong[] hashes = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            ulong hash = 14695981039346656037;
            for (int k = i; k < Math.Min(words.Count, i + WordsInShingle); k++)
            {
                hash = Mix(hash ^ words[k]);
            }

            hashes[i] = hash;
        }

        Array.Sort(hashes);
        int kept = 0;
        for (int i = 0; i < hashes.Length; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
            {
                hashes[kept++] = hashes[i];
            }
        }

        return hashes[..kept];
    }

    internal static ulong Mix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >> 32);
    }

    private static void AddWords(string line, List<ulong> words)
    {
        ulong hash = 0;
        bool inWord = false;
        foreach (char c in line)
        {
            if (char.IsLetterOrDigit(c))
            {
                hash = ((inWord ? hash : 14695981039346656037) ^ char.ToLowerInvariant(c)) * 1099511628211;
                inWord = true;
            }
            else if (c is not ('\'' or '\u2019') && inWord)
            {
                words.Add(hash);
                inWord = false;
            }
        }

        if (inWord)
        {
            words.Add(hash);
        }
    }

    [GeneratedRegex(@"\A\s*\p{Lu}[\p{Lu}\s.'/-]{2,40}(,[^\n()\u2014-]{0,40})?\s*(\([^)\n]{2,60}\))?\s*(\u2014|\u2013|--|-)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"(all rights reserved|\(c\)\s*\d{4}|©|subscribe to|sign up for|follow us on|share this|read more:|click here|copyright \d{4}|^\s*by\s+\p{L}+(\s+\p{L}+){0,3}\s*$|^\s*\(?(reporting|editing|writing) by)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boilerplate();
}
