using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>The parties of coordinated phrases: "Chad, Niger and Mali", "talks between Chad and Niger".</summary>
internal sealed class Coordination(Tree tree, Phrases phrases, PartyResolver parties)
{
    /// <summary>The parties a filler names, those coordinated with it included; empty where it names none.</summary>
    public void AddAll(int head, List<Party> into)
    {
        AddOne(head, into);
        foreach (int child in tree.Of(head))
        {
            if (tree.Relation(child) == Deprel.Conj && child > head && (tree.IsNominal(child) || tree.Pos(child) == Upos.Adj) && !HasOtherPreposition(child, head))
            {
                AddCoordinated(child, head, into);
            }
        }

        if (into.Count == 1 && Prepositions.Opens(tree, head, "between"))
        {
            AddSecond(head, head, into);
        }
    }

    /// <summary>The other party of "between", where the parser coordinates it with a word inside the first one's description.</summary>
    private void AddSecond(int head, int within, List<Party> into)
    {
        foreach (int child in tree.Of(within))
        {
            if (child > head && tree.Relation(child) == Deprel.Conj && within != head && tree.Has(child, Deprel.Cc) && parties.One(child) is [{ IsCoded: true }])
            {
                AddOne(child, into);
                return;
            }

            if (into.Count == 1 && tree.Relation(child) is Deprel.Nmod or Deprel.Appos or Deprel.Conj)
            {
                AddSecond(head, child, into);
            }
        }
    }

    private void AddOne(int head, List<Party> into)
    {
        foreach (Party party in parties.One(head))
        {
            bool there = false;
            foreach (Party other in into)
            {
                there |= other.Head == party.Head && Equals(other.Entity.Code, party.Entity.Code);
            }

            if (!there)
            {
                into.Add(party);
            }
        }
    }

    /// <summary>Adds a coordinated party; a role after a comma says who the name before the comma is, and is no party of its own.</summary>
    /// <remarks>"between Shoigu, Secretary of the Council, and Yaqoob, Defence Minister" names two.</remarks>
    private void AddCoordinated(int child, int head, List<Party> into)
    {
        var phrase = NounPhrase.Of(tree, child);
        int name = phrase.First - 2;
        bool role = name >= 0 && tree.Word(phrase.First - 1) is "," && !tree.Has(child, Deprel.Cc) && tree.Pos(name) == Upos.Propn && phrases.TryAgent(phrase, phrase.End, out _);
        if (!role)
        {
            AddOne(child, into);
            return;
        }

        while (tree.Relation(name) is Deprel.Flat && tree.Head(name) >= 0)
        {
            name = tree.Head(name);
        }

        if (name == head)
        {
            return;
        }

        if (parties.One(name) is [{ IsCoded: true }])
        {
            AddOne(name, into);
        }
        else if (parties.One(child) is [{ } told, ..])
        {
            into.Add(told with { Head = name, Entity = told.Entity with { Quote = Quote.Of(tree.Source.Text, NounPhrase.Of(tree, name).Span(tree)) } });
        }
    }

    private bool HasOtherPreposition(int child, int head)
    {
        int own = tree.Child(child, Deprel.Case);
        int first = tree.Child(head, Deprel.Case);
        return own >= 0 && (first < 0 || !tree.Lemma(own).Equals(tree.Lemma(first), StringComparison.Ordinal));
    }
}
