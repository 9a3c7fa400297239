using System.Globalization;
using Entente.Coding.Clauses;
using Entente.Coding.Times;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Rules;

/// <summary>Counts victims: "killed at least 12 people and wounded 30"; round words such as "dozens" are no count.</summary>
internal sealed class Sizes(Tree tree, Arguments arguments, Slots slots)
{
    /// <summary>The victims counted at the trigger and at the verbs beside and below it; null for none.</summary>
    public EventSize? Of(int trigger, int carrier)
    {
        int? dead = null, injured = null, arrested = null;
        Read(carrier >= 0 ? carrier : trigger, 0, ref dead, ref injured, ref arrested);
        if (carrier >= 0)
        {
            Read(trigger, 0, ref dead, ref injured, ref arrested);
        }

        return dead is null && injured is null && arrested is null ? null : new(dead, injured, arrested);
    }

    private void Read(int predicate, int depth, ref int? dead, ref int? injured, ref int? arrested)
    {
        if (tree.Pos(predicate) == Upos.Verb)
        {
            switch (tree.Lemma(predicate))
            {
                case "kill" or "slay" or "massacre" or "execute" or "murder" or "behead" or "assassinate":
                    dead ??= CountOf(arguments.Object(predicate));
                    break;
                case "wound" or "injure" or "hurt":
                    injured ??= CountOf(arguments.Object(predicate));
                    break;
                case "arrest" or "detain" or "imprison" or "jail" or "round":
                    arrested ??= CountOf(arguments.Object(predicate));
                    break;
                case "die":
                    dead ??= CountOf(arguments.Subject(predicate));
                    break;
                case "leave":
                    ReadLeft(predicate, ref dead, ref injured);
                    break;
            }
        }

        if (depth > 2)
        {
            return;
        }

        foreach (int child in tree.Of(predicate))
        {
            if (tree.Relation(child) is Deprel.Advcl or Deprel.Conj or Deprel.AclRelcl or Deprel.Acl or Deprel.Parataxis && tree.Pos(child) == Upos.Verb)
            {
                Read(child, depth + 1, ref dead, ref injured, ref arrested);
            }
            else if (tree.Relation(child) is Deprel.Obl && Prepositions.Opens(tree, child, "in"))
            {
                Read(child, depth + 1, ref dead, ref injured, ref arrested);
            }
        }
    }

    /// <summary>"left 12 people dead and 30 wounded".</summary>
    private void ReadLeft(int verb, ref int? dead, ref int? injured)
    {
        int count = arguments.Object(verb);
        foreach (int child in tree.Of(verb))
        {
            if (tree.Lemma(child) == "dead")
            {
                dead ??= CountOf(count);
            }
            else if (tree.Lemma(child) is "wounded" or "injured" or "wound" or "injure")
            {
                injured ??= CountOf(count);
            }
        }
    }

    private int? CountOf(int noun)
    {
        if (noun < 0)
        {
            return null;
        }

        if (tree.Pos(noun) == Upos.Num && slots.Meant(noun) == noun)
        {
            return Number(noun);
        }

        foreach (int child in tree.Of(noun))
        {
            if (tree.Relation(child) == Deprel.Nummod)
            {
                return Number(child);
            }
        }

        int article = tree.Child(noun, Deprel.Det);
        return article >= 0 && tree.Lemma(article) == "a" && tree.Xpos(noun) == Xpos.Nn && Resolution.Nouns.IsPeople(tree.Lemma(noun)) && !Partitives.Contains(tree.Lemma(noun))
            && tree.Lemma(noun) is not ("crowd" or "team" or "family" or "crew" or "police" or "people" or "public" or "population" or "community" or "delegation") ? 1 : null;
    }

    private int? Number(int token)
    {
        ReadOnlySpan<char> word = tree.Word(token);
        if (char.IsAsciiDigit(word[0]))
        {
            return int.TryParse(word, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out int value) ? value : null;
        }

        int told = CalendarWords.Number(word);
        return told >= 1 ? told : null;
    }
}
