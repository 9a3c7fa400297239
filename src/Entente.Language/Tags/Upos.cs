namespace Entente.Language.Tags;

/// <summary>Universal part-of-speech tags (UD v2).</summary>
public enum Upos : byte
{
#pragma warning disable CS1591 // the names are the definitions: universaldependencies.org/u/pos
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
#pragma warning restore CS1591
}

/// <summary>Names of the tags in CoNLL-U.</summary>
public static class UposNames
{
    private static readonly string[] Names =
    [
        "X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB",
    ];

    /// <summary>Number of tags.</summary>
    public const int Count = 17;

    /// <summary>The tag as CoNLL-U writes it.</summary>
    public static string Code(this Upos tag) => Names[(int)tag];

    /// <summary>Parses CoNLL-U's name.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out Upos tag)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                tag = (Upos)i;
                return true;
            }
        }

        tag = default;
        return false;
    }
}
