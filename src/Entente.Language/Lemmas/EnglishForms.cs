using Entente.Language.Tags;

namespace Entente.Language.Lemmas;

/// <summary>Inflects English words, regular and irregular: for made-up sentences.</summary>
internal static class EnglishForms
{
    private static readonly Dictionary<(string Lemma, Xpos Tag), string> Irregular = Read();

    /// <summary>Verbs of two syllables and more whose last syllable is stressed: they double their last letter.</summary>
    private static readonly string[] Doubling = ["admit", "commit", "deter", "expel", "compel", "repel", "refer", "transfer", "permit", "submit", "rebel", "control", "patrol", "occur", "omit", "emit", "propel", "dispel", "quell"];

    /// <summary>A form of a verb.</summary>
    /// <param name="lemma">Its base form.</param>
    /// <param name="tag">VB, VBP, VBZ, VBD, VBN or VBG.</param>
    public static string Verb(string lemma, Xpos tag)
    {
        if (tag is Xpos.Vb or Xpos.Vbp)
        {
            return lemma;
        }

        if (Irregular.TryGetValue((lemma, tag), out string? form))
        {
            return form;
        }

        return tag switch
        {
            Xpos.Vbz => Third(lemma),
            Xpos.Vbg => lemma.EndsWith("ie", StringComparison.Ordinal) ? lemma[..^2] + "ying"
                : lemma.EndsWith('e') && !lemma.EndsWith("ee", StringComparison.Ordinal) && !lemma.EndsWith("oe", StringComparison.Ordinal) ? lemma[..^1] + "ing"
                : Stem(lemma) + "ing",
            _ => lemma.EndsWith('e') ? lemma + "d" : lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ied" : Stem(lemma) + "ed",
        };
    }

    /// <summary>The plural of a noun.</summary>
    public static string Plural(string lemma) => Irregular.TryGetValue((lemma, Xpos.Nns), out string? form) ? form : Third(lemma);

    private static string Third(string lemma)
    {
        bool hisses = lemma.EndsWith('s') || lemma.EndsWith('x') || lemma.EndsWith('z') || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal);
        return hisses ? lemma + "es" : lemma.Length > 1 && lemma.EndsWith('y') && !IsVowel(lemma[^2]) ? lemma[..^1] + "ies" : lemma + "s";
    }

    private static string Stem(string lemma)
    {
        bool isShort = lemma.Length is 3 or 4 && lemma.Count(IsVowel) == 1;
        bool closed = lemma.Length >= 3 && !IsVowel(lemma[^1]) && IsVowel(lemma[^2]) && !IsVowel(lemma[^3]) && lemma[^1] is not ('w' or 'x' or 'y');
        return closed && (isShort || Array.IndexOf(Doubling, lemma) >= 0) ? lemma + lemma[^1] : lemma;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static Dictionary<(string, Xpos), string> Read()
    {
        var forms = new Dictionary<(string, Xpos), string>();
        foreach ((string form, Xpos tag, string lemma) in IrregularForms.All())
        {
            forms.TryAdd((lemma, tag), form);
        }

        return forms;
    }
}
