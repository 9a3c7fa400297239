using System.Text;

namespace Entente.Lexicon.Names;

/// <summary>Forms of a name that transliterations share: q/k, ou/u/oo, y/i/j, kh/h, doubled letters, ei/ey, -off/-ov.</summary>
internal static class Spelling
{
    private static readonly string[] Articles = ["al", "el", "ul", "as", "ash", "at", "ad", "an", "ar", "az", "the"];

    // Longest first at each place. Capitals stand for one sound of several letters: S sh, C ch, Z zh.
    private static readonly (string From, string To)[] Sounds =
    [
        ("shch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("sh", "S"), ("ch", "C"), ("zh", "Z"), ("dzh", "j"), ("dj", "j"),
        ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("ts", "c"), ("tz", "c"),
        ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("ij", "i"), ("yi", "i"), ("ie", "e"), ("ye", "e"), ("je", "e"),
        ("q", "k"), ("w", "v"), ("x", "ks"),
    ];

    /// <summary>The sounds of a name, words apart by one blank, Arabic articles left out.</summary>
    public static string Sound(string name)
    {
        var sound = new StringBuilder(name.Length);
        foreach (string word in Words(name))
        {
            if (sound.Length > 0)
            {
                sound.Append(' ');
            }

            AppendSound(sound, word);
        }

        return sound.ToString();
    }

    /// <summary>The consonants of a sound: equal for all names that may be spellings of each other.</summary>
    public static string Skeleton(string sound)
    {
        var skeleton = new StringBuilder(sound.Length);
        for (int i = 0; i < sound.Length; i++)
        {
            char c = sound[i];
            bool first = i == 0 || sound[i - 1] == ' ';
            char kept = c switch
            {
                ' ' => '\0',
                'a' or 'e' or 'i' or 'o' or 'u' => first ? 'a' : '\0',
                'j' => first ? 'a' : 'j',
                'g' => 'k',
                _ => c,
            };
            if (kept != '\0' && (skeleton.Length == 0 || skeleton[^1] != kept))
            {
                skeleton.Append(kept);
            }
        }

        return skeleton.ToString();
    }

    /// <summary>1 for the same sounds, less for each vowel or consonant that differs; 0 at the least.</summary>
    public static double Likeness(string a, string b)
    {
        var above = new double[b.Length + 1];
        var row = new double[b.Length + 1];
        for (int j = 1; j <= b.Length; j++)
        {
            above[j] = above[j - 1] + CostOfOne(b[j - 1]);
        }

        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = above[0] + CostOfOne(a[i - 1]);
            for (int j = 1; j <= b.Length; j++)
            {
                double change = above[j - 1] + CostOfChange(a[i - 1], b[j - 1]);
                row[j] = Math.Min(change, Math.Min(above[j] + CostOfOne(a[i - 1]), row[j - 1] + CostOfOne(b[j - 1])));
            }

            (above, row) = (row, above);
        }

        return Math.Max(0, 1 - (above[b.Length] / Math.Max(1, Math.Max(a.Length, b.Length))));
    }

    /// <summary>Number of letters and digits.</summary>
    public static int Letters(ReadOnlySpan<char> name)
    {
        int letters = 0;
        foreach (char c in name)
        {
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        }

        return letters;
    }

    private static List<string> Words(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (Folding.IsHyphen(c) || char.IsWhiteSpace(c))
            {
                folded.Append(' ');
            }
            else if (char.IsLetterOrDigit(c) && !Folding.IsSilent(c))
            {
                folded.Append(Folding.Fold(c));
                if (Folding.Second(c) is not '\0' and char second)
                {
                    folded.Append(second);
                }
            }
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (words.Count > 1 && words.Exists(word => !Articles.Contains(word)))
        {
            words.RemoveAll(word => Articles.Contains(word));
        }

        return words;
    }

    private static void AppendSound(StringBuilder sound, string word)
    {
        if (word.EndsWith("off", StringComparison.Ordinal))
        {
            word = word[..^3] + "ov";
        }

        int start = sound.Length;
        for (int i = 0; i < word.Length;)
        {
            (string from, string to) = SoundAt(word, i);
            bool doubled = sound.Length > start && sound[^1] == to[0];
            bool silent = from == "h" && i > 0 && (i == word.Length - 1 || !IsVowel(word[i + 1])) && IsVowel(word[i - 1]);
            if (!doubled && !silent)
            {
                sound.Append(to);
            }

            i += from.Length;
        }
    }

    private static (string From, string To) SoundAt(string word, int i)
    {
        foreach ((string from, string to) in Sounds)
        {
            if (string.CompareOrdinal(word, i, from, 0, from.Length) == 0)
            {
                return (from, to);
            }
        }

        char c = word[i];
        bool beforeVowel = i + 1 < word.Length && IsVowel(word[i + 1]);
        string own = c.ToString();
        return c switch
        {
            'c' => (own, i + 1 < word.Length && word[i + 1] is 'e' or 'i' or 'y' ? "s" : "k"),
            'y' => (own, i == 0 && beforeVowel ? "j" : "i"),
            'j' => (own, beforeVowel || i == 0 ? "j" : "i"),
            _ => (own, own),
        };
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static double CostOfOne(char c) => c switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => 0.4,
        'h' or ' ' => 0.3,
        _ => 1,
    };

    private static double CostOfChange(char a, char b)
    {
        if (a == b)
        {
            return 0;
        }

        (char low, char high) = a < b ? (a, b) : (b, a);
        return (low, high) switch
        {
            ('o', 'u') or ('e', 'i') => 0.2,
            ('a', 'e') => 0.25,
            ('a', 'o') => 0.35,
            ('g', 'k') or ('s', 'z') or ('i', 'j') => 0.4,
            _ => IsVowel(a) && IsVowel(b) ? 0.5 : 1,
        };
    }
}
