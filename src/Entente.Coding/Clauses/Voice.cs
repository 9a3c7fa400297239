using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Clauses;

/// <summary>Active or passive: whether a verb's surface subject is its logical object.</summary>
internal static class Voice
{
    /// <summary>Whether the verb is passive: a marked passive, a past participle that modifies a noun, or one that continues a passive.</summary>
    public static bool IsPassive(Tree tree, int verb)
    {
        bool passiveSubject = false, auxiliary = false, subject = false, hasObject = false;
        foreach (int child in tree.Of(verb))
        {
            switch (tree.Relation(child))
            {
                case Deprel.AuxPass or Deprel.CsubjPass:
                    return true;
                case Deprel.NsubjPass:
                    passiveSubject = true;
                    break;
                case Deprel.Aux:
                    auxiliary = true;
                    break;
                case Deprel.Nsubj:
                    subject = true;
                    break;
                case Deprel.Obj:
                    hasObject = true;
                    break;
            }
        }

        if (passiveSubject)
        {
            // "Moldova called for a vote" read as a passive: a preposition that the verb asks for says that it is none.
            int next = verb + 1;
            return !(next < tree.Source.Count && !auxiliary && tree.Pos(next) == Upos.Adp && tree.Lemma(next) is "for" or "with" or "to" or "against" && tree.Lemma(verb) is "call" or "agree" or "appeal" or "meet" or "protest" or "talk" or "vote" or "fight" or "clash");
        }

        if (auxiliary || tree.Xpos(verb) is not (Xpos.Vbn or Xpos.Vbd))
        {
            return false;
        }

        bool participle = tree.Xpos(verb) == Xpos.Vbn;
        return tree.Relation(verb) switch
        {
            Deprel.Acl => !subject && !hasObject && (participle || tree.Relation(tree.Head(verb)) != Deprel.Root),
            Deprel.Amod => !subject && participle,
            Deprel.Advcl or Deprel.Xcomp => participle && !subject,
            Deprel.Conj => participle && !subject && IsPassive(tree, tree.Head(verb)),
            Deprel.Root or Deprel.Parataxis => participle && !subject && !hasObject,
            _ => false,
        };
    }
}
