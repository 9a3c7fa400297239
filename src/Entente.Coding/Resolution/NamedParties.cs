using Entente.Coding.Clauses;
using Entente.Coding.Homes;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>The party that a name of the lexicon means, on the document's day.</summary>
internal sealed class NamedParties(WorldLexicon lexicon, Tree tree, NamesInText names, Phrases phrases, Bearers bearers, DescribedParties described, HomeChooser homes, DateOnly day)
{
    /// <summary>The name that the phrase's head is part of, or the actor's name that follows a title.</summary>
    public bool TryName(in NounPhrase phrase, out NameMention mention)
    {
        if (names.TryGet(phrase.Head, out mention))
        {
            return true;
        }

        for (int at = phrase.Head + 1; at < phrase.End; at++)
        {
            if (names.TryGet(at, out mention) && mention.Hit.Senses[0].IsActor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The party a name means; empty where it means none on the day.</summary>
    public Party[] ByName(in NounPhrase phrase, in NameMention mention)
    {
        NounPhrase whole = mention.End > phrase.End ? phrase with { End = mention.End } : phrase;
        if (mention.First < whole.First)
        {
            whole = whole with { First = mention.First };
        }

        bool longer = whole.End > mention.End && tree.Pos(mention.End) == Upos.Propn;
        foreach (NameSense sense in mention.Hit.Senses)
        {
            switch (sense.Kind)
            {
                case SenseKind.StateName or SenseKind.Capital or SenseKind.Seat when !longer:
                    State state = lexicon.States[sense.Index];
                    if (state.ExistsOn(day) || mention.Hit.Senses.Length == 1)
                    {
                        return [phrases.Make(whole, Codes.Of(state.Code, "GOV"), PartyKind.State, state.Name, null, null, state.Place)];
                    }

                    break;
                case SenseKind.Demonym or SenseKind.Adjective when tree.Pos(phrase.Head) is not Upos.Verb && !longer:
                    State home = lexicon.States[sense.Index];
                    if (home.ExistsOn(day) || mention.Hit.Senses.Length == 1)
                    {
                        return [phrases.Make(whole, ActorCode.Parse(home.Code), PartyKind.Group, null, null, null, home.Place)];
                    }

                    break;
                case SenseKind.ActorName:
                    if (ByActor(whole, mention, lexicon.Actors[sense.Index]) is { } party)
                    {
                        return [party];
                    }

                    break;
                case SenseKind.FamilyName when !longer && bearers.OfFamily(mention) is { } bearer && ByActor(whole, mention, bearer) is { } person:
                    return [person];
                case SenseKind.Place when !longer && lexicon.Places[sense.Index] is { Country: { } country } place:
                    return [phrases.Make(whole, ActorCode.Parse(country), PartyKind.Place, null, null, null, place.Row)];
            }
        }

        return [];
    }

    private Party? ByActor(in NounPhrase phrase, in NameMention mention, Actor actor)
    {
        bool person = actor.Kind == ActorKind.Person;
        PartyKind kind = person ? PartyKind.Person : actor.Kind is ActorKind.ArmedGroup or ActorKind.People or ActorKind.Coalition ? PartyKind.Group : PartyKind.Organisation;
        if (person && phrases.IsFormer(phrase))
        {
            ActorRole? last = actor.LastRoleBefore(day) ?? actor.RoleOn(day);
            return last?.Code.Country is { } country
                ? phrases.Make(phrase, Codes.Of(country, "ELI"), kind, actor.Name, null, actor.Id, $"former: {last.Place}")
                : phrases.Make(phrase, null, kind, actor.Name, null, actor.Id, "former, without a role in the lexicon");
        }

        if (actor.RoleOn(day) is { } role)
        {
            if (role.Code.Country is null && tree.Pos(phrase.Head) != Upos.Adj && homes.Choose(phrase, role.Code.Sectors[0]) is { Code.Country: { } home } chosen)
            {
                return phrases.Make(phrase, Codes.Of(home, role.Code.Text), kind, actor.Name, null, actor.Id, $"{role.Place}; {chosen.Reason}");
            }

            return phrases.Make(phrase, role.Code, kind, actor.Name, role.Role.Length > 0 ? role.Role : null, actor.Id, role.Place);
        }

        if (!person && lexicon.Agents.TryMatch(tree.Source.Lemmas.Lemmas.AsSpan(phrase.Head, 1), out _, out _))
        {
            return null; // "the Afghan army" of a day on which no army of that name stands in the lexicon: its words say enough
        }

        // Without an office on the day: what the words around the name say, else known but without a code.
        if (ByRole(phrase, mention, kind) is { } told)
        {
            return told with { Entity = told.Entity with { Name = actor.Name, Id = actor.Id } };
        }

        return phrases.Make(phrase, null, kind, actor.Name, null, actor.Id, FormattableString.Invariant($"'{actor.Name}' bears no code on {day:yyyy-MM-dd}"));
    }

    /// <summary>What the role noun beside a name says: "spokesman John X".</summary>
    private Party? ByRole(in NounPhrase phrase, in NameMention mention, PartyKind kind)
    {
        if (phrases.TryAgent(phrase, mention.First, out Agent? agent))
        {
            Party[] told = described.ByAgent(phrase, agent, mention);
            return told.Length > 0 ? told[0] with { Kind = kind } : null;
        }

        return described.ByApposition(phrase);
    }
}
