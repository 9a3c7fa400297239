namespace Entente.Language.Tags;

/// <summary>Penn Treebank tags as the English UD treebanks have them: they tell tense, number and verb form.</summary>
public enum Xpos : byte
{
#pragma warning disable CS1591 // the names are the Penn tags
    None, Add, Afx, Cc, Cd, Colon, Comma, Dollar, Dt, Ex, Fw, Gw, Hyph, In, Jj, Jjr, Jjs, LeftBracket, Ls, Md, Nfp, Nn, Nnp, Nnps, Nns,
    CloseQuote, OpenQuote, Pdt, Period, Pos, Prp, PrpPoss, Rb, Rbr, Rbs, RightBracket, Rp, Sym, To, Uh, Vb, Vbd, Vbg, Vbn, Vbp, Vbz, Wdt, Wp, WpPoss, Wrb,
#pragma warning restore CS1591
}

/// <summary>Names of the tags in CoNLL-U.</summary>
public static class XposNames
{
    private static readonly string[] Names =
    [
        "_", "ADD", "AFX", "CC", "CD", ":", ",", "$", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "-LRB-", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS",
        "''", "``", "PDT", ".", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "-RRB-", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB",
    ];

    /// <summary>Number of tags, <see cref="Xpos.None"/> included.</summary>
    public const int Count = 50;

    /// <summary>The tag as CoNLL-U writes it.</summary>
    public static string Code(this Xpos tag) => Names[(int)tag];

    /// <summary>Parses CoNLL-U's name; an unknown one is <see cref="Xpos.None"/> and false.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out Xpos tag)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                tag = (Xpos)i;
                return true;
            }
        }

        tag = default;
        return false;
    }
}
