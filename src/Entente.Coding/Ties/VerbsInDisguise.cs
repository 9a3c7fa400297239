using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Ties;

/// <summary>Verbs that the tagger took for nouns or adjectives, with what they govern.</summary>
internal sealed class VerbsInDisguise(Tree tree)
{
    /// <summary>"Turkey controls territory", "Rwanda arms the M23", "rebels shelter in Sudan": a verb that was taken for a noun or adjective between its subject and what follows.</summary>
    public bool IsOne(int token) =>
        tree.Pos(token) is Upos.Noun or Upos.Adj && Subject(token) >= 0 && (Object(token) >= 0 || HeadsClause(token));

    /// <summary>Whether the word is the head of a clause that has no other verb, and a phrase or clause follows.</summary>
    private bool HeadsClause(int token) =>
        tree.Relation(token) is Deprel.Root or Deprel.Ccomp or Deprel.Parataxis && !tree.Has(token, Deprel.Cop)
        && token + 1 < tree.Source.Count && tree.Pos(token + 1) is Upos.Adp or Upos.Sconj or Upos.Det;

    /// <summary>Its subject; -1 for none.</summary>
    public int Subject(int token)
    {
        int subject = tree.Child(token, Deprel.Nsubj);
        subject = subject >= 0 ? subject : tree.Child(token, Deprel.Compound);
        bool many = subject >= 0 && tree.Xpos(subject) is Xpos.Nns && tree.Word(token)[^1] != 's';
        bool beside = subject >= 0 && subject < token && (subject == token - 1 || (tree.IsWithin(token - 1, subject) && tree.Has(subject, Deprel.Conj)));
        return beside && (tree.Pos(subject) == Upos.Propn || many || tree.Relation(subject) == Deprel.Nsubj) ? subject : -1;
    }

    /// <summary>Its object; -1 for none.</summary>
    public int Object(int token)
    {
        int held = tree.Child(token, Deprel.Obj);
        if (held >= 0)
        {
            return held;
        }

        foreach (int child in tree.Of(token))
        {
            if (child > token && child <= token + 3 && tree.Relation(child) is Deprel.Appos or Deprel.Vocative or Deprel.NmodUnmarked && tree.IsNominal(child))
            {
                return child;
            }
        }

        return tree.Relation(token) == Deprel.Compound && tree.Head(token) > token ? tree.Head(token) : -1;
    }
}
