using Entente.Language.Arcs;

namespace Entente.Coding.Clauses;

/// <summary>Phrases by the preposition that opens them.</summary>
internal static class Prepositions
{
    /// <summary>Whether the phrase headed by <paramref name="token"/> is opened by <paramref name="preposition"/>.</summary>
    public static bool Opens(Tree tree, int token, string preposition)
    {
        foreach (int child in tree.Of(token))
        {
            if (tree.Relation(child) == Deprel.Case && tree.Is(child, preposition))
            {
                // "because of", "according to" are one preposition, of another meaning; "along with" means "with".
                return !tree.Has(child, Deprel.Fixed);
            }

            if (child < token && tree.Relation(child) == Deprel.Case && preposition == "with" && tree.Lemma(child) is "along" or "together" or "alongside")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any preposition or possessive mark opens the phrase.</summary>
    public static bool OpensAny(Tree tree, int token) => tree.Has(token, Deprel.Case);

    /// <summary>The first phrase of <paramref name="head"/> opened by one of three prepositions; -1 for none.</summary>
    public static int First(Tree tree, int head, string one, string two, string three)
    {
        foreach (int child in tree.Of(head))
        {
            if (tree.Relation(child) is Deprel.Obl or Deprel.Nmod
                && (Opens(tree, child, one) || Opens(tree, child, two) || Opens(tree, child, three)))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>Adds all phrases of <paramref name="head"/> that <paramref name="preposition"/> opens.</summary>
    public static void Add(Tree tree, Arguments arguments, int head, string preposition, ref Fillers into)
    {
        foreach (int child in tree.Of(head))
        {
            Deprel relation = tree.Relation(child);
            if (relation is Deprel.Obl or Deprel.OblAgent or Deprel.Nmod or Deprel.NmodDesc or Deprel.Advcl or Deprel.OblUnmarked or Deprel.Dep or Deprel.Xcomp or Deprel.Advmod or Deprel.Obj)
            {
                if (Opens(tree, child, preposition))
                {
                    into.Add(arguments.Antecedent(child));
                }
            }
        }
    }

    /// <summary>Adds the first phrase that the parser hung too deep: "the arrest of journalists by police", "the withdrawal of troops from Chad".</summary>
    public static void AddDeep(Tree tree, int head, string preposition, ref Fillers into) => AddDeep(tree, head, preposition, 0, ref into);

    private static void AddDeep(Tree tree, int head, string preposition, int depth, ref Fillers into)
    {
        int before = into.Count;
        foreach (int child in tree.Of(head))
        {
            if (child < head || tree.Relation(child) is not (Deprel.Obj or Deprel.Obl or Deprel.Nmod))
            {
                continue;
            }

            if (depth > 0 && tree.Relation(child) == Deprel.Nmod && Opens(tree, child, preposition))
            {
                into.Add(child);
                return;
            }

            if (depth < 3)
            {
                AddDeep(tree, child, preposition, depth + 1, ref into);
            }

            if (into.Count > before)
            {
                return;
            }
        }
    }
}
