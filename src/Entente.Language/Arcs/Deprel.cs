namespace Entente.Language.Arcs;

/// <summary>Relations of UD v2 with the subtypes of the English treebanks.</summary>
public enum Deprel : byte
{
#pragma warning disable CS1591 // the names are the definitions: universaldependencies.org/en/dep
    Root, Acl, AclRelcl, Advcl, AdvclRelcl, Advmod, Amod, Appos, Aux, AuxPass, Case, Cc, CcPreconj, Ccomp, Compound, CompoundPrt, Conj, Cop,
    Csubj, CsubjOuter, CsubjPass, Dep, Det, DetPredet, Discourse, Dislocated, Expl, Fixed, Flat, Goeswith, Iobj, List, Mark,
    Nmod, NmodDesc, NmodPoss, NmodUnmarked, Nsubj, NsubjOuter, NsubjPass, Nummod, Obj, Obl, OblAgent, OblUnmarked, Orphan,
    Parataxis, Punct, Reparandum, Vocative, Xcomp,
#pragma warning restore CS1591
}

/// <summary>Names of the relations in CoNLL-U.</summary>
public static class DeprelNames
{
    private static readonly string[] Names =
    [
        "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop",
        "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark",
        "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan",
        "parataxis", "punct", "reparandum", "vocative", "xcomp",
    ];

    /// <summary>Number of relations.</summary>
    public const int Count = 51;

    /// <summary>The relation as CoNLL-U writes it.</summary>
    public static string Code(this Deprel relation) => Names[(int)relation];

    /// <summary>Parses CoNLL-U's name; an unknown subtype falls back to its relation, and older names (npmod, tmod) to UD v2.15's.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out Deprel relation)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (name.SequenceEqual(Names[i]))
            {
                relation = (Deprel)i;
                return true;
            }
        }

        if (name.SequenceEqual("obl:npmod") || name.SequenceEqual("obl:tmod"))
        {
            relation = Deprel.OblUnmarked;
            return true;
        }

        if (name.SequenceEqual("nmod:npmod") || name.SequenceEqual("nmod:tmod"))
        {
            relation = Deprel.NmodUnmarked;
            return true;
        }

        int colon = name.IndexOf(':');
        if (colon > 0)
        {
            return TryParse(name[..colon], out relation);
        }

        relation = Deprel.Dep;
        return false;
    }
}
