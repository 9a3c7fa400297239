using System.Collections.Frozen;
using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;

namespace Entente.Coding.Resolution;

/// <summary>"The group", "the movement", "the bloc": the armed group, party or body named last before.</summary>
internal sealed class EarlierBodies(WorldLexicon lexicon, Tree tree, NamesInText names, Owners owners, Phrases phrases, DateOnly day)
{
    private const int SentencesBack = 3;

    private static readonly FrozenDictionary<string, ActorKind[]> Kinds = new Dictionary<string, ActorKind[]>
    {
        ["group"] = [ActorKind.ArmedGroup, ActorKind.Coalition],
        ["movement"] = [ActorKind.ArmedGroup, ActorKind.Coalition, ActorKind.Party],
        ["militia"] = [ActorKind.ArmedGroup],
        ["faction"] = [ActorKind.ArmedGroup, ActorKind.Party],
        ["gang"] = [ActorKind.ArmedGroup],
        ["cartel"] = [ActorKind.ArmedGroup],
        ["organisation"] = [ActorKind.ArmedGroup, ActorKind.Body],
        ["organization"] = [ActorKind.ArmedGroup, ActorKind.Body],
        ["alliance"] = [ActorKind.Body, ActorKind.Coalition, ActorKind.ArmedGroup],
        ["bloc"] = [ActorKind.Body],
        ["party"] = [ActorKind.Party],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The party that a definite phrase means; null where none of its kind was named in the sentence or the three before.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="lemma">Its head, in lower case.</param>
    public Party? Meant(in NounPhrase phrase, string lemma)
    {
        if (!Kinds.TryGetValue(lemma, out ActorKind[]? kinds) || phrases.IsPlural(phrase.Head) || tree.Pos(phrase.Head) != Upos.Noun || !phrases.IsDefinite(phrase) || Narrows(phrase))
        {
            return null;
        }

        var within = new List<Owner>();
        owners.AddWithin(phrase.First, phrase.Head, null, within);
        int sentence = tree.Source.Sentences.Of(phrase.Head);
        int last = tree.Source.Sentences.First(Math.Max(0, sentence - SentencesBack));
        for (int at = phrase.First - 1; at >= last; at--)
        {
            if (!names.TryGet(at, out NameMention mention))
            {
                continue;
            }

            if (Named(mention, kinds) is { } found && (within.Count == 0 || within.Exists(owner => owner.Code.Country == found.Role.Code.Country)))
            {
                PartyKind kind = found.Actor.Kind is ActorKind.ArmedGroup or ActorKind.Coalition ? PartyKind.Group : PartyKind.Organisation;
                return phrases.Make(phrase, found.Role.Code, kind, found.Actor.Name, null, found.Actor.Id, $"named before; {found.Role.Place}");
            }

            at = mention.First;
        }

        return null;
    }

    private (Actor Actor, ActorRole Role)? Named(in NameMention mention, ActorKind[] kinds)
    {
        NameSense sense = mention.Hit.Senses[0];
        return sense.Kind == SenseKind.ActorName && lexicon.Actors[sense.Index] is { } actor && Array.IndexOf(kinds, actor.Kind) >= 0
            && actor.RoleOn(day) is { Code.Country: not null } role && !role.Code.Sectors.Contains("LEG") && !role.Code.Sectors.Contains("JUD") && (actor.Kind != ActorKind.Coalition || role.Code.Sectors is [_, ..]) && (mention.End >= tree.Source.Count || tree.Word(mention.End) is not ("-" or "–"))
            ? (actor, role)
            : null;
    }

    /// <summary>"The group of seven", "the ruling party", "the rival faction": another one than the one named.</summary>
    private bool Narrows(in NounPhrase phrase)
    {
        foreach (int child in tree.Of(phrase.Head))
        {
            if ((child > phrase.Head && tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(tree, child, "of") && (tree.Pos(child) is Upos.Num or Upos.Propn || phrases.IsPlural(child)))
                || tree.Is(child, "ruling") || tree.Is(child, "rival") || tree.Is(child, "other") || tree.Is(child, "same") || tree.Is(child, "opposition") || tree.Is(child, "parent"))
            {
                return true;
            }
        }

        return false;
    }
}
