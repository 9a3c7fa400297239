using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>Whom something belongs to: the country or coded actor named inside or around a noun phrase.</summary>
/// <param name="Code">The owner's code; a state's is its country alone.</param>
/// <param name="Reason">The lexicon's row.</param>
internal readonly record struct Owner(ActorCode Code, string Reason);

/// <summary>Finds owners: "Russian troops", "Chad's army", "the Taliban's minister", "ministers of Ghana and Togo".</summary>
internal sealed class Owners(WorldLexicon lexicon, Tree tree, NamesInText names, DateOnly day)
{
    /// <summary>What makes the name before it a helper, a maker or a flag, and no owner: "US-backed", "Togo-flagged".</summary>
    private static readonly string[] BackerEndings =
    [
        "backed", "aligned", "supported", "funded", "linked", "trained", "sponsored", "brokered", "held", "controlled", "occupied", "made", "supplied", "born", "based", "allied", "affiliated", "armed", "mediated",
        "flagged", "registered", "owned", "operated", "built", "manufactured", "produced", "designed", "installed", "imposed", "drafted", "proposed", "financed", "educated", "speaking", "friendly", "leaning", "inspired",
        "hosted", "facilitated", "negotiated", "chartered", "bound", "equipped", "donated", "provided", "origin", "style",
    ];

    /// <summary>Adds the owners named in words <c>[first, end)</c> but for those that <paramref name="skip"/> covers.</summary>
    public void AddWithin(int first, int end, NameMention? skip, List<Owner> into)
    {
        for (int at = first; at < end;)
        {
            if (!names.TryGet(at, out NameMention mention) || mention.First < first)
            {
                at++;
                continue;
            }

            if ((skip is not { } skipped || skipped.First != mention.First) && !IsBacker(tree, mention.End, end)
                && (TryOwner(mention, out Owner owner) || (names.TryFirstWord(mention, out NameMention adjective) && TryOwner(adjective, out owner))))
            {
                into.Add(owner);
            }

            at = mention.End;
        }
    }

    /// <summary>Adds the owner that a phrase of the head names: "of Chad", "for the ministry", "in Kenya"; with "and" all of them.</summary>
    public void AddPhrases(int head, bool looseIn, List<Owner> into)
    {
        foreach (int child in tree.Of(head))
        {
            if (child < head || tree.Relation(child) is not Deprel.Nmod)
            {
                continue;
            }

            bool belongs = Prepositions.Opens(tree, child, "of") || Prepositions.Opens(tree, child, "for") || Prepositions.Opens(tree, child, "from")
                || (looseIn && (Prepositions.Opens(tree, child, "in") || Prepositions.Opens(tree, child, "at")));
            if (!belongs)
            {
                continue;
            }

            AddNamed(child, into);
            foreach (int other in tree.Of(child))
            {
                if (tree.Relation(other) == Deprel.Conj && !IsPerson(other))
                {
                    AddNamed(other, into);
                }
            }

            if (into.Count > 0)
            {
                return;
            }
        }
    }

    /// <summary>The owner a name tells, on the day; false for persons and names without code.</summary>
    public bool TryOwner(NameMention mention, out Owner owner)
    {
        owner = default;
        foreach (NameSense sense in mention.Hit.Senses)
        {
            if (sense.IsState)
            {
                State state = lexicon.States[sense.Index];
                if (state.ExistsOn(day) || mention.Hit.Senses.Length == 1)
                {
                    owner = new(ActorCode.Parse(state.Code), state.Place);
                    return true;
                }
            }
            else if (sense.Kind == SenseKind.ActorName)
            {
                Actor actor = lexicon.Actors[sense.Index];
                if (actor.RoleOn(day) is { } role)
                {
                    owner = new(role.Code, role.Place);
                    return true;
                }
            }
            else if (sense.Kind == SenseKind.Place && lexicon.Places[sense.Index] is { Country: { } country } place && place.Class is PlaceClass.City or PlaceClass.Admin1 or PlaceClass.Region)
            {
                owner = new(ActorCode.Parse(country), place.Row);
                return true;
            }
        }

        return false;
    }

    /// <summary>"the ministers of Armenia and Azerbaijan, Mirzoyan and Bayramov": people are no owners of an office.</summary>
    private bool IsPerson(int token) =>
        names.TryGet(token, out NameMention mention) && mention.Hit.Senses[0] is { IsActor: true } sense && lexicon.Actors.KindOf(sense.Index) == ActorKind.Person;

    private void AddNamed(int head, List<Owner> into)
    {
        NounPhrase phrase = NounPhrase.Of(tree, head);
        int before = into.Count;
        if (names.TryGet(head, out NameMention mention) && TryOwner(mention, out Owner owner))
        {
            into.Add(owner);
            return;
        }

        AddWithin(phrase.First, phrase.End, null, into);
        if (into.Count == before && tree.Pos(head) is Upos.Noun or Upos.Propn)
        {
            // "spokesman for the foreign ministry of Chad"
            foreach (int child in tree.Of(head))
            {
                if (tree.Relation(child) == Deprel.Nmod && Prepositions.Opens(tree, child, "of") && names.TryGet(child, out mention) && TryOwner(mention, out owner))
                {
                    into.Add(owner);
                    return;
                }
            }
        }
    }

    /// <summary>"US-backed", "Iran-aligned": the name before is not the owner.</summary>
    public static bool IsBacker(Tree tree, int after, int end)
    {
        int at = after < end && tree.Word(after) is "-" or "–" ? after + 1 : after;
        if (at >= tree.Source.Count)
        {
            return false;
        }

        ReadOnlySpan<char> word = tree.Word(at);
        if (at == after && word[0] is not ('-' or '–'))
        {
            return false;
        }

        foreach (string ending in BackerEndings)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
