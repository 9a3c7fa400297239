using Entente.Coding.Clauses;
using Entente.Coding.Homes;
using Entente.Language.Arcs;
using Entente.Language.Entities;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>The party that a phrase describes without a name of the lexicon: "Chad's army", "the country", "Ahmed Ali, a spokesman".</summary>
internal sealed class DescribedParties(WorldLexicon lexicon, Tree tree, Words words, Phrases phrases, Coreference coreference, HomeChooser homes, CountryMentions countries, EarlierBodies bodies, PartyResolver parties, DateOnly day)
{
    /// <summary>The parties a phrase without a known name describes; empty for none.</summary>
    public Party[] ByNoun(in NounPhrase phrase)
    {
        int head = phrase.Head;
        string lemma = words.Lower(head);
        bool proper = tree.Pos(head) == Upos.Propn || (char.IsUpper(tree.Word(head)[0]) && phrases.EntityAt(head) is EntityType.Per or EntityType.Org);
        if (lemma is "media" && phrase.Head > 0 && tree.Is(phrase.Head - 1, "social"))
        {
            return []; // where something is said, not who says it
        }

        if (ByPair(phrase, lemma) is { Length: > 0 } pair)
        {
            return pair;
        }

        if (IsAbstract(phrase, lemma))
        {
            return [];
        }

        if (IsSaidOfAnother(phrase.Head))
        {
            return [];
        }

        if (OfAnother(phrase, lemma) is { } other)
        {
            return [other];
        }

        if (ByGroup(phrase, lemma) is { } group)
        {
            return [group];
        }

        if (phrases.TryAgent(phrase, phrase.End, out Agent? agent))
        {
            return ByAgent(phrase, agent, null);
        }

        if (lemma.StartsWith("ex-", StringComparison.Ordinal) && lexicon.Agents.TryMatch([lemma[3..]], out agent, out _))
        {
            return ByAgent(phrase, agent, null, former: true);
        }

        if (ByDefinite(phrase, lemma) is { Length: > 0 } meant)
        {
            return meant;
        }

        List<Owner> owners = parties.OwnersOf(phrase, null, looseIn: false);
        bool people = Nouns.IsPeople(lemma), body = Nouns.IsBody(lemma), target = Nouns.IsTarget(lemma), doing = !people && !body && !target && Nouns.IsDoing(lemma);
        PartyKind kind = people ? (phrases.IsPlural(head) ? PartyKind.Group : PartyKind.Person) : body || proper ? PartyKind.Organisation : PartyKind.Thing;
        if (owners.Count > 0 && (people || body || target || doing || (proper && !phrases.IsEvent(head))))
        {
            NounPhrase whole = people || body ? phrases.WithPhrase(phrase) : phrase;
            bool government = doing || lemma == "counterpart";
            return [.. owners.Take(people || body ? CountOf(owners, phrase, whole) : 1).Select(owner =>
                phrases.Make(whole, government ? Codes.Join(owner.Code, ActorCode.Parse("GOV")) : owner.Code, kind, null, null, null, owner.Reason))];
        }

        if (proper)
        {
            return ByUnknownName(phrase);
        }

        if (people || body)
        {
            ActorCode? code = IsOfNobody(phrase, lemma) ? null : homes.Choose(phrase, people ? "people" : "body") is { } home ? (people ? Codes.Join(home.Code, ActorCode.Parse("CVL")) : home.Code) : null;
            return [phrases.Make(phrases.WithPhrase(phrase), code, kind, null, null, null, code is null ? "people or a body, without a code" : "people or a body, by what is named around it")];
        }

        // "thousands marched", "15 were killed": a count without its noun is of people.
        return (tree.Pos(head) == Upos.Num || (phrases.IsPlural(head) && lemma is "thousand" or "hundred" or "million" or "dozen" or "score")) && tree.Relation(head) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj
            ? [phrases.Make(phrase, homes.Choose(phrase, "people") is { } around ? Codes.Join(around.Code, ActorCode.Parse("CVL")) : null, PartyKind.Group, null, null, null, "a number of people")]
            : [];
    }

    /// <summary>"Ten countries" are no one country's, and "the group" is no state's because one is named beside it.</summary>
    private bool IsOfNobody(in NounPhrase phrase, string lemma) =>
        (lemma is "country" or "nation" or "state" or "kingdom" or "republic" or "power" or "government" or "capital" or "bloc" or "side" or "party" or "junta" or "regime" && phrases.IsPlural(phrase.Head)) || lemma is "group" or "movement" or "organisation" or "organization" or "exchange" or "bloc" or "alliance" or "coalition" && !phrases.IsPlural(phrase.Head);

    /// <summary>"The group", "the militants", "the alliance": the armed group or body named before; null for none.</summary>
    private Party? ByGroup(in NounPhrase phrase, string lemma)
    {
        bool armed = lemma is "militant" or "insurgent" or "rebel" or "guerrilla" or "militia" or "separatist" or "jihadist" && (phrases.IsPlural(phrase.Head) || lemma == "militia");
        bool any = lemma is "group" or "movement" or "organisation" or "organization" && !phrases.IsPlural(phrase.Head);
        bool named = lemma is "alliance" or "coalition" or "union" or "front" or "council" or "party" && !phrases.IsPlural(phrase.Head);
        if (!tree.Is(phrase.First, "the") || phrase.Head != phrase.First + 1 || !(armed || any || named))
        {
            return bodies.Meant(phrase, lemma); // "the bloc", "the Palestinian group"
        }

        if (lemma is "group" or "movement")
        {
            return coreference.LatestGroup(phrase, armed: true, null) ?? (coreference.LatestGroup(phrase, armed: false, null) is { Country: not ("UNO" or "IGO" or "EUR") } other ? other : null);
        }

        return coreference.LatestGroup(phrase, armed, named ? lemma : null) ?? (named ? bodies.Meant(phrase, lemma) : null);
    }

    /// <summary>"The laws remain in force", "officers seized power".</summary>
    private bool IsAbstract(in NounPhrase phrase, string lemma) => Nouns.IsAbstract(lemma) && phrase.First == phrase.Head && phrase.End == phrase.Head + 1 && tree.Xpos(phrase.Head) == Xpos.Nn;

    /// <summary>"The ministers of the three countries", "officials on both sides": of no single one.</summary>
    private bool OfSeveral(int head)
    {
        foreach (int child in tree.Of(head))
        {
            if (child > head && tree.Relation(child) == Deprel.Nmod && phrases.IsPlural(child) && words.Lower(child) is "country" or "state" or "nation" or "government" or "side" or "neighbour" or "neighbor" or "power" or "capital" or "republic")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Its neighbours", "Syria's ally": somebody else than the one whose they are; who, the words do not say.</summary>
    private Party? OfAnother(in NounPhrase phrase, string lemma)
    {
        if (!Nouns.IsRelation(lemma) || tree.Pos(phrase.Head) != Upos.Noun || (!tree.Has(phrase.Head, Deprel.NmodPoss) && parties.OwnersOf(phrase, null, looseIn: false).Count > 0))
        {
            return null;
        }

        PartyKind kind = phrases.IsPlural(phrase.Head) ? PartyKind.Group : PartyKind.Person;
        return phrases.Make(phrase, null, kind, null, null, null, "stands to the one whose it is, and is another");
    }

    /// <summary>"China, the North's main ally and trading partner, …", "Beijing is Kazakhstan's partner": says what somebody is, and names nobody else.</summary>
    private bool IsSaidOfAnother(int head)
    {
        bool relation = Nouns.IsRelation(words.Lower(head)) && tree.Pos(head) == Upos.Noun;
        if (!relation)
        {
            return false;
        }

        if (tree.Has(head, Deprel.Cop))
        {
            return true;
        }

        if (tree.Relation(head) is Deprel.Conj && tree.Head(head) is >= 0 and var first && tree.Pos(first) == Upos.Noun)
        {
            return IsSaidOfAnother(first);
        }

        int opening = NounPhrase.Of(tree, head).First;
        if (opening > 1 && tree.Word(opening - 1) is "and" && tree.Pos(opening - 2) == Upos.Noun && Nouns.IsRelation(words.Lower(opening - 2)))
        {
            return IsSaidOfAnother(opening - 2);
        }

        bool ofOther = tree.Has(head, Deprel.NmodPoss) || (tree.Is(opening, "a") && head + 1 < tree.Source.Count && tree.Is(head + 1, "of"));
        return ofOther && tree.Relation(head) is Deprel.Appos or Deprel.Conj && opening > 0 && tree.Word(opening - 1) is "," && !tree.Has(head, Deprel.Cc);
    }

    /// <summary>"The two presidents", "both sides": the two states named before.</summary>
    private Party[] ByPair(in NounPhrase phrase, string lemma)
    {
        if (lemma is "country" or "side" or "nation" or "party" or "state" or "government" or "leader" or "neighbour" or "neighbor" or "president" or "minister" && phrases.IsPlural(phrase.Head)
            && (tree.Is(phrase.First, "both") || (phrase.First + 1 < phrase.End && tree.Is(phrase.First + 1, "two")) || (tree.Is(phrase.First, "the") && lemma == "side")))
        {
            return coreference.LatestState(phrase, 2);
        }

        return [];
    }

    /// <summary>"The country": the one named before.</summary>
    private Party[] ByDefinite(in NounPhrase phrase, string lemma)
    {
        if (lemma is "country" or "nation" or "state" or "kingdom" or "republic" && phrases.IsDefinite(phrase) && !phrases.IsPlural(phrase.Head))
        {
            return coreference.LatestState(phrase, 1);
        }

        return [];
    }

    private Party[] ByUnknownName(in NounPhrase phrase)
    {
        if (ByApposition(phrase) is { } told)
        {
            return [told];
        }

        if (coreference.EarlierName(phrase) is { } earlier)
        {
            return [earlier];
        }

        if (ByVariant(phrase) is { } variant)
        {
            return [variant];
        }

        if (ByHalf(phrase) is { } half)
        {
            return [half];
        }

        return phrases.EntityAt(phrase.Head) switch
        {
            EntityType.Per => [phrases.Make(phrase, null, PartyKind.Person, null, null, null, "a person's name the lexicon does not know")],
            EntityType.Loc or EntityType.Event => [],
            EntityType.Gpe => [phrases.Make(phrase, homes.Choose(phrase, "place")?.Code, PartyKind.Place, null, null, null, "a place the lexicon does not know")],
            EntityType.Norp => [phrases.Make(phrase, null, PartyKind.Group, null, null, null, "a group the lexicon does not know")],
            EntityType.Org => [phrases.Make(phrase, null, PartyKind.Organisation, null, null, null, "an organisation the lexicon does not know")],
            _ => phrases.IsEvent(phrase.Head) ? [] : [phrases.Make(phrase, null, PartyKind.Organisation, null, null, null, "a name the lexicon does not know")],
        };
    }

    /// <summary>A spelling that no list has: "Sergey Lawrow" for "Sergei Lavrov"; only names of two words and more, and whom the day gives a code.</summary>
    private Party? ByVariant(in NounPhrase phrase)
    {
        int first = phrase.Head, end = phrase.Head + 1;
        while (first > phrase.First && tree.Pos(first - 1) == Upos.Propn && !phrases.IsTitle(first - 1))
        {
            first--;
        }

        while (end < phrase.End && tree.Pos(end) == Upos.Propn)
        {
            end++;
        }

        var run = new TextSpan(tree.Source.Tokens.Starts[first], tree.Source.Tokens.Ends[end - 1]);
        if (end - first < 2 || !lexicon.TryMatchVariant(tree.Source.Text.AsSpan(run.Start, run.Length), out NameCandidate candidate)
            || candidate.Sense.Kind != SenseKind.ActorName || lexicon.Actors[candidate.Sense.Index] is not { } actor || actor.RoleOn(day) is not { } role)
        {
            return null;
        }

        PartyKind kind = actor.Kind == ActorKind.Person ? PartyKind.Person : actor.Kind is ActorKind.ArmedGroup or ActorKind.Coalition ? PartyKind.Group : PartyKind.Organisation;
        return phrases.Make(phrase, role.Code, kind, actor.Name, role.Role.Length > 0 ? role.Role : null, actor.Id, $"spelt otherwise: '{actor.Name}'; {role.Place}");
    }

    /// <summary>"The North", where one of the two Koreas is named in the text.</summary>
    private Party? ByHalf(in NounPhrase phrase)
    {
        if (tree.Word(phrase.Head) is not ("North" or "South") || !tree.Is(phrase.First, "the"))
        {
            return null;
        }

        string half = tree.Word(phrase.Head).ToString();
        for (int sentence = tree.Source.Sentences.Of(phrase.Head); sentence >= 0; sentence--)
        {
            foreach (CountryMention mention in countries.Of(sentence))
            {
                if (mention.Country is "PRK" or "KOR")
                {
                    return phrases.Make(phrase, ActorCode.Parse(half == "North" ? "PRK GOV" : "KOR GOV"), PartyKind.State, null, null, null, $"the {half} of Korea; {mention.Row}");
                }
            }
        }

        return null;
    }

    /// <summary>"Ahmed Ali, a Taliban spokesman": the apposition says who it is.</summary>
    public Party? ByApposition(in NounPhrase phrase)
    {
        foreach (int child in tree.Of(phrase.Head))
        {
            if (child > phrase.Head && tree.Relation(child) == Deprel.Appos && tree.Pos(child) is Upos.Noun or Upos.Propn && parties.One(child) is [{ IsCoded: true } role, ..])
            {
                return role with { Entity = role.Entity with { Quote = Quote.Of(tree.Source.Text, phrase.Span(tree)) }, Head = phrase.Head };
            }
        }

        return null;
    }

    /// <summary>The parties of a role noun, with the country or body it belongs to.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="agent">The role noun.</param>
    /// <param name="name">The holder's name, which is no owner; null for none.</param>
    /// <param name="former">Whether the holder is known to be a former one.</param>
    public Party[] ByAgent(in NounPhrase phrase, Agent agent, NameMention? name, bool former = false)
    {
        PartyKind kind = agent.Kind switch { AgentKind.Person => phrases.IsPlural(phrase.Head) ? PartyKind.Group : PartyKind.Person, AgentKind.Group => PartyKind.Group, _ => PartyKind.Organisation };
        NounPhrase whole = phrases.WithPhrase(phrase);
        string row = agent.Place;
        if (agent.Code.Country is not null)
        {
            // "Togo's mediators" speak for Togo; "Chad's aid workers" for nobody's government.
            return agent.Code.Country is "IGO" && parties.OwnersOf(phrase, name, looseIn: false) is [{ Code.Country: { } sender } owned, ..] && lexicon.States.TryGet(sender, out _)
                ? [phrases.Make(whole, Codes.Join(owned.Code, ActorCode.Parse("GOV")), kind, null, null, null, $"{row}; {owned.Reason}")]
                : [phrases.Make(whole, agent.Code, kind, null, null, null, row)];
        }

        bool military = agent.Code.Text.Contains("MIL", StringComparison.Ordinal);
        List<Owner> owners = parties.OwnersOf(phrase, name, looseIn: !military);
        owners.RemoveAll(owner => owner.Code.Country is null); // "Kurdish fighters": whose, the words around say
        former |= phrases.IsFormer(phrase);
        if (owners.Count == 0)
        {
            if (agent.Code.Text == "BUS" && phrases.IsForeign(phrase, agent))
            {
                return [phrases.Make(whole, ActorCode.Parse("MNC"), kind, null, null, null, $"{row}; from abroad")];
            }

            if (!OfSeveral(phrase.Head) && homes.Choose(phrase, former ? "ELI" : agent.Code.Sectors[0], agent) is { } inherited)
            {
                ActorCode home = former && inherited.Code.Country is { } place ? Codes.Of(place, "ELI") : Codes.Join(inherited.Code, agent.Code);
                return [phrases.Make(whole, home, kind, null, agent.Noun, null, $"{(former ? "former: " : "")}{row}; {inherited.Reason}")];
            }

            return [phrases.Make(whole, former ? ActorCode.Parse("ELI") : agent.Code, kind, null, null, null, former ? $"former: {row}" : row)];
        }

        int count = CountOf(owners, phrase, whole);
        var told = new Party[count];
        for (int i = 0; i < count; i++)
        {
            Owner owner = owners[i];
            ActorCode code = former && owner.Code.Country is { } country ? Codes.Of(country, "ELI") : Codes.Join(owner.Code, agent.Code);
            told[i] = phrases.Make(whole, code, kind, null, agent.Kind == AgentKind.Person ? agent.Noun : null, null, $"{(former ? "former: " : "")}{row}; {owner.Reason}");
        }

        return told;
    }

    /// <summary>"Chad's and Mali's presidents": as many parties as owners; "Chad's president" and "the Franco-Malian force" are one.</summary>
    private int CountOf(List<Owner> owners, in NounPhrase phrase, in NounPhrase whole) =>
        owners.Count > 1 && phrases.IsPlural(phrase.Head) && phrases.AreCoordinated(whole) ? owners.Count : 1;
}
