using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;

namespace Entente.Coding.Resolution;

/// <summary>Whom a family name means: who bore it in full before, else the only holder on the day.</summary>
internal sealed class Bearers(WorldLexicon lexicon, Tree tree, NamesInText names, Phrases phrases, DateOnly day)
{
    /// <summary>The actor of one sense of a name; null for a family name that could be another's.</summary>
    public Actor? Of(in NameMention mention, NameSense sense) => sense.Kind switch
    {
        SenseKind.ActorName => lexicon.Actors[sense.Index],
        SenseKind.FamilyName => OfFamily(mention),
        _ => null,
    };

    /// <summary>The bearer of a family name; null where that is not safe.</summary>
    public Actor? OfFamily(in NameMention mention)
    {
        // "John Putin": another first name, another person.
        int before = mention.First - 1;
        if (before >= 0 && (mention.Covers(tree.Head(before)) || tree.Head(mention.First) == before) && IsFirstName(before))
        {
            return null;
        }

        // "Gerald R. Ford": the name hangs on its first word, and so does the initial between.
        if (tree.Relation(mention.First) == Deprel.Flat && tree.Head(mention.First) is >= 0 and var first && first < mention.First && IsFirstName(first))
        {
            return null;
        }

        if (Introduced(mention) is { } introduced)
        {
            return introduced;
        }

        Actor? only = null;
        foreach (NameSense sense in mention.Hit.Senses)
        {
            if (sense.Kind == SenseKind.FamilyName && !sense.IsGivenName && lexicon.Actors[sense.Index] is { } actor && actor.RoleOn(day) is not null)
            {
                if (only is not null)
                {
                    return null;
                }

                only = actor;
            }
        }

        return only;
    }

    private bool IsFirstName(int token) => tree.Pos(token) == Upos.Propn && !names.TryGet(token, out _) && !phrases.IsTitle(token);

    /// <summary>The actor whose full name stands before a family name; null for none.</summary>
    private Actor? Introduced(in NameMention family)
    {
        for (int at = family.First - 1; at >= 0; at--)
        {
            if (tree.Pos(at) != Upos.Propn || !names.TryGet(at, out NameMention earlier) || earlier.First == family.First)
            {
                continue;
            }

            foreach (NameSense sense in earlier.Hit.Senses)
            {
                if (sense.Kind == SenseKind.ActorName && Bears(family, sense.Index))
                {
                    return lexicon.Actors[sense.Index];
                }
            }

            at = earlier.First;
        }

        return null;
    }

    private static bool Bears(in NameMention family, int actor)
    {
        foreach (NameSense sense in family.Hit.Senses)
        {
            if (sense.Kind == SenseKind.FamilyName && sense.Index == actor)
            {
                return true;
            }
        }

        return false;
    }
}
