using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Entities;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>From the head word of a mention to the party it names, on the document's day.</summary>
/// <remarks>Lazy and remembered: a mention is resolved when a frame first asks for it.</remarks>
internal sealed class PartyResolver
{
    private readonly WorldLexicon _lexicon;
    private readonly Tree _tree;
    private readonly Words _words;
    private readonly Slots _slots;
    private readonly NamesInText _names;
    private readonly Owners _owners;
    private readonly Coreference _coreference;
    private readonly DateOnly _day;
    private readonly Party[]?[] _known;
    private readonly bool[] _underWay;

    public PartyResolver(WorldLexicon lexicon, Tree tree, Words words, Slots slots, Arguments arguments, NamesInText names, DateOnly day)
    {
        _lexicon = lexicon;
        _tree = tree;
        _words = words;
        _slots = slots;
        _names = names;
        _day = day;
        _owners = new(lexicon, tree, names, day);
        _coreference = new(tree, words, arguments, names, lexicon, this);
        _known = new Party[]?[tree.Source.Count];
        _underWay = new bool[tree.Source.Count];
    }

    /// <summary>The parties a filler names, those coordinated with it included; empty where it names none.</summary>
    public void AddAll(int head, List<Party> into)
    {
        AddOne(head, into);
        foreach (int child in _tree.Of(head))
        {
            if (_tree.Relation(child) == Deprel.Conj && child > head && (_tree.IsNominal(child) || _tree.Pos(child) == Upos.Adj) && !HasOtherPreposition(child, head))
            {
                AddCoordinated(child, head, into);
            }
        }

        if (into.Count == 1 && Prepositions.Opens(_tree, head, "between"))
        {
            AddSecond(head, head, into);
        }
    }

    /// <summary>The other party of "between", where the parser coordinates it with a word inside the first one's description.</summary>
    private void AddSecond(int head, int within, List<Party> into)
    {
        foreach (int child in _tree.Of(within))
        {
            if (child > head && _tree.Relation(child) == Deprel.Conj && within != head && _tree.Has(child, Deprel.Cc) && One(child) is [{ IsCoded: true }])
            {
                AddOne(child, into);
                return;
            }

            if (into.Count == 1 && _tree.Relation(child) is Deprel.Nmod or Deprel.Appos or Deprel.Conj)
            {
                AddSecond(head, child, into);
            }
        }
    }

    /// <summary>The coded parties that a modifier names: of "Russian attack" the Russian government.</summary>
    public void AddModifier(int modifier, List<Party> into)
    {
        IReadOnlyList<Party> named = _tree.Pos(modifier) == Upos.Verb && !_names.TryGet(modifier, out _) ? [] : One(modifier);
        if (named.Count == 0 || named[0].Kind == PartyKind.Thing)
        {
            // "a UN draft resolution": the name stands before another modifier.
            foreach (int child in _tree.Of(modifier))
            {
                if (child < modifier && _tree.Relation(child) is Deprel.Compound or Deprel.Amod && char.IsUpper(_tree.Word(child)[0]))
                {
                    AddModifier(child, into);
                }
            }
        }

        foreach (Party party in named)
        {
            if (party.Entity.Code is { } code && party.Kind != PartyKind.Thing && !into.Exists(known => known.Head == party.Head))
            {
                bool state = code.Sectors.Count == 0 && party.Kind == PartyKind.Group && code.Country is not ("IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG");
                into.Add(state ? party with { Entity = party.Entity with { Code = Codes.Of(code.Text, "GOV") } } : party);
            }
        }

        foreach (int child in _tree.Of(modifier))
        {
            if (_tree.Relation(child) == Deprel.Conj)
            {
                AddModifier(child, into);
            }
        }
    }

    /// <summary>One party for one mention: "U.S. military" is USA MIL; the host's own code and words where it bears one of the same country.</summary>
    /// <param name="found">What the modifiers name, in text order.</param>
    /// <param name="host">The noun they modify where a frame asks for it through a slot ("obj.mod"); -1 for the act's own noun.</param>
    public void JoinModifiers(List<Party> found, int host)
    {
        // "U.S. military": what names only a part of another says nothing more.
        found.RemoveAll(party => found.Exists(other => !ReferenceEquals(other, party) && other.Country == party.Country && other.Entity.Quote.Span.Length > party.Entity.Quote.Span.Length
            && other.Entity.Quote.Span.Contains(party.Entity.Quote.Span)));
        if (host >= 0 && One(host) is [{ IsCoded: true } whole] && found.Exists(party => party.Country == whole.Country))
        {
            found.Clear();
            found.Add(whole);
            return;
        }

        if (host >= 0 && found.Count == 1)
        {
            found[0] = found[0] with { Entity = found[0].Entity with { Quote = Quote.Of(_tree.Source.Text, NounPhrase.Of(_tree, host).Span(_tree)) } };
            return;
        }

        if (found.Count == 2 && found[0].Country is { } country && found[1].Country is null && found[1].Entity.Code is { } role)
        {
            Party first = found[0], second = found[1];
            var span = new TextSpan(Math.Min(first.Entity.Quote.Span.Start, second.Entity.Quote.Span.Start), Math.Max(first.Entity.Quote.Span.End, second.Entity.Quote.Span.End));
            var entity = new Entity(Quote.Of(_tree.Source.Text, span), Codes.Join(StripGovernment(first.Entity.Code!.Value), role)) { Reason = $"{second.Entity.Reason}; {first.Entity.Reason}" };
            found.Clear();
            found.Add(second with { Entity = entity });
        }
    }

    /// <summary>A thing that belongs to a coded party, for that party: "Nigeria's agricultural sector".</summary>
    public void AddBelonging(int head, List<Party> into)
    {
        if (_tree.Pos(head) is not (Upos.Noun or Upos.Propn))
        {
            return;
        }

        var phrase = NounPhrase.Of(_tree, head);
        List<Owner> owners = OwnersOf(phrase, null, looseIn: true);
        if (owners.Count > 0)
        {
            into.Add(Make(phrase, owners[0].Code, PartyKind.Thing, null, null, null, owners[0].Reason));
        }
    }

    /// <summary>Whether the filler, or one coordinated with it, names a party: one that the lexicon can code, or a proper name.</summary>
    public bool IsParty(int head)
    {
        foreach (Party party in One(head))
        {
            if (party.IsCoded || _tree.Pos(head) == Upos.Propn)
            {
                return true;
            }
        }

        foreach (int child in _tree.Of(head))
        {
            if (_tree.Relation(child) == Deprel.Conj && child > head && One(child) is [{ IsCoded: true }, ..])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parties one mention names, mostly one; empty for none. "The presidents of Ghana and Togo" are two.</summary>
    public IReadOnlyList<Party> One(int head)
    {
        if (_known[head] is { } known)
        {
            return known;
        }

        if (_underWay[head])
        {
            return [];
        }

        _underWay[head] = true;
        Party[] found = Resolve(head);
        _underWay[head] = false;
        _known[head] = found;
        return found;
    }

    /// <summary>The owners of the noun: inside its phrase, its possessor, or in phrases after it.</summary>
    internal List<Owner> OwnersOf(in NounPhrase phrase, NameMention? skip, bool looseIn)
    {
        var owners = new List<Owner>();
        _owners.AddWithin(phrase.First, phrase.Head, skip, owners);
        if (owners.Count == 0)
        {
            int possessor = _tree.Child(phrase.Head, Deprel.NmodPoss);
            if (possessor >= 0 && One(possessor) is [{ Entity: { Code: { } code } entity }, ..])
            {
                owners.Add(new(StripGovernment(code), entity.Reason ?? ""));
            }
        }

        if (owners.Count == 0)
        {
            _owners.AddPhrases(phrase.Head, looseIn, owners);
        }

        if (owners.Count == 0 && _tree.Relation(phrase.Head) == Deprel.Conj && !_tree.Has(phrase.Head, Deprel.Det) && !_tree.Has(phrase.Head, Deprel.NmodPoss))
        {
            // "Russian troops and tanks": the adjective before the first holds for the second.
            NounPhrase first = NounPhrase.Of(_tree, _tree.Head(phrase.Head));
            _owners.AddWithin(first.First, first.Head, null, owners);
        }

        return owners;
    }

    internal static ActorCode StripGovernment(ActorCode code) =>
        code.Sectors is ["GOV"] && code.Country is { } country ? ActorCode.Parse(country) : code;

    private void AddOne(int head, List<Party> into)
    {
        foreach (Party party in One(head))
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
        var phrase = NounPhrase.Of(_tree, child);
        int name = phrase.First - 2;
        bool role = name >= 0 && _tree.Word(phrase.First - 1) is "," && !_tree.Has(child, Deprel.Cc) && _tree.Pos(name) == Upos.Propn && TryAgent(phrase, phrase.End, out _);
        if (!role)
        {
            AddOne(child, into);
            return;
        }

        while (_tree.Relation(name) is Deprel.Flat && _tree.Head(name) >= 0)
        {
            name = _tree.Head(name);
        }

        if (name == head)
        {
            return;
        }

        if (One(name) is [{ IsCoded: true }])
        {
            AddOne(name, into);
        }
        else if (One(child) is [{ } told, ..])
        {
            into.Add(told with { Head = name, Entity = told.Entity with { Quote = Quote.Of(_tree.Source.Text, NounPhrase.Of(_tree, name).Span(_tree)) } });
        }
    }

    private bool HasOtherPreposition(int child, int head)
    {
        int own = _tree.Child(child, Deprel.Case);
        int first = _tree.Child(head, Deprel.Case);
        return own >= 0 && (first < 0 || !_tree.Lemma(own).Equals(_tree.Lemma(first), StringComparison.Ordinal));
    }

    private Party[] Resolve(int head)
    {
        Upos pos = _tree.Pos(head);
        if (pos == Upos.Pron || _tree.Xpos(head) is Xpos.Prp or Xpos.PrpPoss)
        {
            return _coreference.Pronoun(head);
        }

        if (pos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.X or Upos.Det or Upos.Verb or Upos.Sym) || CalendarName(head))
        {
            return [];
        }

        int meant = _slots.Meant(head);
        if (meant != head)
        {
            return Widened(One(meant), head, meant);
        }

        var phrase = NounPhrase.Of(_tree, head);
        if (TryName(phrase, out NameMention mention))
        {
            Party[] named = ByName(phrase, mention);
            if (named.Length > 0)
            {
                return named;
            }
        }

        return pos == Upos.Verb ? [] : ByNoun(phrase);
    }

    private bool CalendarName(int head) =>
        _tree.Pos(head) == Upos.Propn && Times.CalendarWords.IsDayOrMonth(_tree.Word(head)) && !_names.TryGet(head, out _);

    /// <summary>The name that the phrase's head is part of, or the actor's name that follows a title.</summary>
    private bool TryName(in NounPhrase phrase, out NameMention mention)
    {
        if (_names.TryGet(phrase.Head, out mention))
        {
            return true;
        }

        for (int at = phrase.Head + 1; at < phrase.End; at++)
        {
            if (_names.TryGet(at, out mention) && mention.Hit.Senses[0].IsActor)
            {
                return true;
            }
        }

        return false;
    }

    private Party[] ByName(in NounPhrase phrase, in NameMention mention)
    {
        NounPhrase whole = mention.End > phrase.End ? phrase with { End = mention.End } : phrase;
        if (mention.First < whole.First)
        {
            whole = whole with { First = mention.First };
        }

        bool longer = whole.End > mention.End && _tree.Pos(mention.End) == Upos.Propn;
        foreach (NameSense sense in mention.Hit.Senses)
        {
            switch (sense.Kind)
            {
                case SenseKind.StateName or SenseKind.Capital or SenseKind.Seat when !longer:
                    State state = _lexicon.States[sense.Index];
                    if (state.ExistsOn(_day) || mention.Hit.Senses.Length == 1)
                    {
                        return [Make(whole, Codes.Of(state.Code, "GOV"), PartyKind.State, state.Name, null, null, state.Place)];
                    }

                    break;
                case SenseKind.Demonym or SenseKind.Adjective when _tree.Pos(phrase.Head) is not Upos.Verb && !longer:
                    State home = _lexicon.States[sense.Index];
                    if (home.ExistsOn(_day) || mention.Hit.Senses.Length == 1)
                    {
                        return [Make(whole, ActorCode.Parse(home.Code), PartyKind.Group, null, null, null, home.Place)];
                    }

                    break;
                case SenseKind.ActorName:
                    if (ByActor(whole, mention, _lexicon.Actors[sense.Index]) is { } party)
                    {
                        return [party];
                    }

                    break;
                case SenseKind.FamilyName when !longer && ByFamilyName(whole, mention) is { } person:
                    return [person];
                case SenseKind.Place when !longer && _lexicon.Places[sense.Index] is { Country: { } country } place:
                    return [Make(whole, ActorCode.Parse(country), PartyKind.Place, null, null, null, place.Row)];
            }
        }

        return [];
    }

    private Party? ByActor(in NounPhrase phrase, in NameMention mention, Actor actor)
    {
        bool person = actor.Kind == ActorKind.Person;
        PartyKind kind = person ? PartyKind.Person : actor.Kind is ActorKind.ArmedGroup or ActorKind.People or ActorKind.Coalition ? PartyKind.Group : PartyKind.Organisation;
        if (person && IsFormer(phrase))
        {
            ActorRole? last = actor.LastRoleBefore(_day) ?? actor.RoleOn(_day);
            return last?.Code.Country is { } country
                ? Make(phrase, Codes.Of(country, "ELI"), kind, actor.Name, null, actor.Id, $"former: {last.Place}")
                : Make(phrase, null, kind, actor.Name, null, actor.Id, "former, without a role in the lexicon");
        }

        if (actor.RoleOn(_day) is { } role)
        {
            return Make(phrase, role.Code, kind, actor.Name, role.Role.Length > 0 ? role.Role : null, actor.Id, role.Place);
        }

        if (!person && _lexicon.Agents.TryMatch(_tree.Source.Lemmas.Lemmas.AsSpan(phrase.Head, 1), out _, out _))
        {
            return null; // "the Afghan army" of a day on which no army of that name stands in the lexicon: its words say enough
        }

        // Without an office on the day: what the words around the name say, else known but without a code.
        if (ByRole(phrase, mention, kind) is { } told)
        {
            return told with { Entity = told.Entity with { Name = actor.Name, Id = actor.Id } };
        }

        return Make(phrase, null, kind, actor.Name, null, actor.Id, FormattableString.Invariant($"'{actor.Name}' bears no code on {_day:yyyy-MM-dd}"));
    }

    /// <summary>A family name: whoever bore it in full before, else the one holder on the day.</summary>
    private Party? ByFamilyName(in NounPhrase phrase, in NameMention mention)
    {
        // "John Putin": another first name, another person.
        if (mention.First > phrase.First && _tree.Pos(mention.First - 1) == Upos.Propn && !_names.TryGet(mention.First - 1, out _) && !IsTitle(mention.First - 1))
        {
            return null;
        }

        if (_coreference.IntroducedBearer(mention) is { } introduced)
        {
            return ByActor(phrase, mention, introduced);
        }

        Actor? only = null;
        foreach (NameSense sense in mention.Hit.Senses)
        {
            if (sense.Kind == SenseKind.FamilyName && !sense.IsGivenName && _lexicon.Actors[sense.Index] is { } actor && actor.RoleOn(_day) is not null)
            {
                if (only is not null)
                {
                    return null;
                }

                only = actor;
            }
        }

        return only is null ? null : ByActor(phrase, mention, only);
    }

    private Party[] ByNoun(in NounPhrase phrase)
    {
        int head = phrase.Head;
        string lemma = _words.Lower(head);
        bool proper = _tree.Pos(head) == Upos.Propn || (char.IsUpper(_tree.Word(head)[0]) && EntityAt(head) is EntityType.Per or EntityType.Org);
        if (TryAgent(phrase, phrase.End, out Agent? agent))
        {
            return ByAgent(phrase, agent, null);
        }

        if (lemma.StartsWith("ex-", StringComparison.Ordinal) && _lexicon.Agents.TryMatch([lemma[3..]], out agent, out _))
        {
            return ByAgent(phrase, agent, null, former: true);
        }

        if (ByDefinite(phrase, lemma) is { Length: > 0 } meant)
        {
            return meant;
        }

        List<Owner> owners = OwnersOf(phrase, null, looseIn: false);
        bool people = Nouns.IsPeople(lemma), body = Nouns.IsBody(lemma), target = Nouns.IsTarget(lemma), doing = !people && !body && !target && Nouns.IsDoing(lemma);
        PartyKind kind = people ? (IsPlural(head) ? PartyKind.Group : PartyKind.Person) : body || proper ? PartyKind.Organisation : PartyKind.Thing;
        if (owners.Count > 0 && (people || body || target || doing || (proper && !IsEvent(head))))
        {
            NounPhrase whole = people || body ? WithPhrase(phrase) : phrase;
            ActorCode code = doing || lemma == "counterpart" ? Codes.Join(owners[0].Code, ActorCode.Parse("GOV")) : owners[0].Code;
            return [Make(whole, code, kind, null, null, null, owners[0].Reason)];
        }

        if (proper)
        {
            return ByUnknownName(phrase);
        }

        if (people || body)
        {
            return [Make(WithPhrase(phrase), null, kind, null, null, null, "people or a body, without a code")];
        }

        // "thousands marched", "15 were killed": a count without its noun is of people.
        return (_tree.Pos(head) == Upos.Num || (IsPlural(head) && lemma is "thousand" or "hundred" or "million" or "dozen" or "score")) && _tree.Relation(head) is Deprel.Nsubj or Deprel.NsubjPass or Deprel.Obj
            ? [Make(phrase, null, PartyKind.Group, null, null, null, "a number of people")]
            : [];
    }

    /// <summary>"The country", "the two sides": what was named before.</summary>
    private Party[] ByDefinite(in NounPhrase phrase, string lemma)
    {
        if (lemma is "country" or "nation" or "state" or "kingdom" or "republic" && IsDefinite(phrase) && !IsPlural(phrase.Head))
        {
            return _coreference.LatestState(phrase, 1);
        }

        if (lemma is "country" or "side" or "nation" or "party" or "state" or "government" or "leader" or "neighbour" or "neighbor" or "president" or "minister" && IsPlural(phrase.Head)
            && (_tree.Is(phrase.First, "both") || (phrase.First + 1 < phrase.End && _tree.Is(phrase.First + 1, "two")) || (_tree.Is(phrase.First, "the") && lemma == "side")))
        {
            return _coreference.LatestState(phrase, 2);
        }

        return [];
    }

    private Party[] ByUnknownName(in NounPhrase phrase)
    {
        if (ByApposition(phrase) is { } told)
        {
            return [told];
        }

        if (_coreference.EarlierName(phrase) is { } earlier)
        {
            return [earlier];
        }

        return EntityAt(phrase.Head) switch
        {
            EntityType.Per => [Make(phrase, null, PartyKind.Person, null, null, null, "a person's name the lexicon does not know")],
            EntityType.Loc or EntityType.Event => [],
            EntityType.Gpe => [Make(phrase, null, PartyKind.Place, null, null, null, "a place the lexicon does not know")],
            EntityType.Norp => [Make(phrase, null, PartyKind.Group, null, null, null, "a group the lexicon does not know")],
            EntityType.Org => [Make(phrase, null, PartyKind.Organisation, null, null, null, "an organisation the lexicon does not know")],
            _ => IsEvent(phrase.Head) ? [] : [Make(phrase, null, PartyKind.Organisation, null, null, null, "a name the lexicon does not know")],
        };
    }

    /// <summary>"Ahmed Ali, a Taliban spokesman": the apposition says who it is.</summary>
    private Party? ByApposition(in NounPhrase phrase)
    {
        foreach (int child in _tree.Of(phrase.Head))
        {
            if (child > phrase.Head && _tree.Relation(child) == Deprel.Appos && _tree.Pos(child) is Upos.Noun or Upos.Propn && One(child) is [{ IsCoded: true } role, ..])
            {
                return role with { Entity = role.Entity with { Quote = Quote.Of(_tree.Source.Text, phrase.Span(_tree)) }, Head = phrase.Head };
            }
        }

        return null;
    }

    /// <summary>What the role noun beside a name says: "spokesman John X".</summary>
    private Party? ByRole(in NounPhrase phrase, in NameMention mention, PartyKind kind)
    {
        if (TryAgent(phrase, mention.First, out Agent? agent))
        {
            Party[] told = ByAgent(phrase, agent, mention);
            return told.Length > 0 ? told[0] with { Kind = kind } : null;
        }

        return ByApposition(phrase);
    }

    private Party[] ByAgent(in NounPhrase phrase, Agent agent, NameMention? name, bool former = false)
    {
        PartyKind kind = agent.Kind switch { AgentKind.Person => IsPlural(phrase.Head) ? PartyKind.Group : PartyKind.Person, AgentKind.Group => PartyKind.Group, _ => PartyKind.Organisation };
        NounPhrase whole = WithPhrase(phrase);
        string row = agent.Place;
        if (agent.Code.Country is not null)
        {
            return [Make(whole, agent.Code, kind, null, null, null, row)];
        }

        bool military = agent.Code.Text.Contains("MIL", StringComparison.Ordinal);
        List<Owner> owners = OwnersOf(phrase, name, looseIn: !military);
        former |= IsFormer(phrase);
        if (owners.Count == 0)
        {
            if (!former && IsDefinite(phrase) && _coreference.Inherited(phrase, agent) is { } inherited)
            {
                return [Make(whole, Codes.Join(inherited.Code, agent.Code), kind, null, agent.Noun, null, $"{row}; {inherited.Reason}")];
            }

            return [Make(whole, former ? ActorCode.Parse("ELI") : agent.Code, kind, null, null, null, former ? $"former: {row}" : row)];
        }

        int count = owners.Count > 1 && IsPlural(phrase.Head) && AreCoordinated(whole) ? owners.Count : 1;
        var parties = new Party[count];
        for (int i = 0; i < count; i++)
        {
            Owner owner = owners[i];
            ActorCode code = former && owner.Code.Country is { } country ? Codes.Of(country, "ELI") : Codes.Join(owner.Code, agent.Code);
            parties[i] = Make(whole, code, kind, null, agent.Kind == AgentKind.Person ? agent.Noun : null, null, $"{(former ? "former: " : "")}{row}; {owner.Reason}");
        }

        return parties;
    }

    /// <summary>The role noun in the phrase: that of its head, else the nearest before <paramref name="end"/>.</summary>
    private bool TryAgent(in NounPhrase phrase, int end, out Agent agent)
    {
        ReadOnlySpan<string> lemmas = _tree.Source.Lemmas.Lemmas.AsSpan(phrase.First, Math.Max(end, phrase.Head + 1) - phrase.First);
        if (phrase.Head < end && (!_names.TryGet(phrase.Head, out NameMention mention) || (mention.Hit.Senses[0].IsActor && !_owners.TryOwner(mention, out _))) && _lexicon.Agents.TryMatch(lemmas[..(phrase.Head + 1 - phrase.First)], out Agent? found, out _))
        {
            agent = found;
            return true;
        }

        if (_tree.Pos(phrase.Head) == Upos.Propn || end <= phrase.Head)
        {
            for (int at = Math.Min(end, phrase.End) - 1; at >= phrase.First; at--)
            {
                if (at != phrase.Head && _tree.Pos(at) is Upos.Noun or Upos.Propn && !_names.TryGet(at, out _)
                    && _lexicon.Agents.TryMatch(_tree.Source.Lemmas.Lemmas.AsSpan(phrase.First, at + 1 - phrase.First), out found, out _))
                {
                    agent = found;
                    return true;
                }
            }
        }

        agent = null!;
        return false;
    }

    private bool IsTitle(int token) => _lexicon.Agents.TryMatch(_tree.Source.Lemmas.Lemmas.AsSpan(token, 1), out _, out _) || _tree.Word(token) is "Mr." or "Mr" or "Ms." or "Mrs." or "Dr." or "Gen." or "Sen.";

    private NounPhrase WithPhrase(in NounPhrase phrase)
    {
        foreach (int child in _tree.Of(phrase.Head))
        {
            if (child > phrase.Head && _tree.Relation(child) == Deprel.Nmod && (Prepositions.Opens(_tree, child, "of") || Prepositions.Opens(_tree, child, "for")))
            {
                NounPhrase whole = phrase.With(_tree, child);
                return whole.End - phrase.End <= 6 ? whole : phrase;
            }
        }

        return phrase;
    }

    private bool AreCoordinated(in NounPhrase phrase)
    {
        for (int at = phrase.First; at < Math.Min(phrase.End + 4, _tree.Source.Count); at++)
        {
            if (_tree.Relation(at) == Deprel.Cc || _tree.Word(at) is "-" or "–")
            {
                return true;
            }
        }

        return false;
    }

    private bool IsFormer(in NounPhrase phrase)
    {
        for (int at = phrase.First; at < phrase.End; at++)
        {
            if (_tree.Is(at, "former") || _tree.Is(at, "ex") || _tree.Is(at, "ex-president") || _tree.Is(at, "onetime") || _tree.Is(at, "erstwhile"))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsDefinite(in NounPhrase phrase) => _tree.Is(phrase.First, "the") || _tree.Is(phrase.First, "this") || _tree.Is(phrase.First, "that") || _tree.Is(phrase.First, "these") || _tree.Pos(phrase.Head) == Upos.Propn;

    private bool IsPlural(int head) => _tree.Xpos(head) is Xpos.Nns or Xpos.Nnps;

    /// <summary>"The Summit", "the Agreement": capitalised, but nobody.</summary>
    private bool IsEvent(int head) => EntityAt(head) == EntityType.Event || _words.Lower(head) is "agreement" or "accord" or "treaty" or "summit" or "conference" or "war" or "day" or "act" or "law" or "river" or "sea" or "ocean" or "gulf"
        or "strait" or "mountain" or "street" or "square" or "road" or "bridge" or "cup" or "games" or "olympics" or "resolution" or "convention" or "protocol" or "pact" or "dollar" or "euro" or "covid" or "covid-19" or "internet" or "god";

    private EntityType? EntityAt(int token)
    {
        IReadOnlyList<EntityMention> mentions = _tree.Source.Entities.Mentions;
        int low = 0, high = mentions.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            EntityMention mention = mentions[middle];
            if (token < mention.First)
            {
                high = middle - 1;
            }
            else if (token >= mention.End)
            {
                low = middle + 1;
            }
            else
            {
                return mention.Type;
            }
        }

        return null;
    }

    private Party[] Widened(IReadOnlyList<Party> meant, int head, int noun)
    {
        var widened = new Party[meant.Count];
        NounPhrase outer = NounPhrase.Of(_tree, head);
        for (int i = 0; i < widened.Length; i++)
        {
            NounPhrase whole = outer with { End = Math.Max(outer.End, NounPhrase.Of(_tree, noun).End) };
            widened[i] = meant[i] with { Head = head, Entity = meant[i].Entity with { Quote = Quote.Of(_tree.Source.Text, whole.Span(_tree)) } };
        }

        return widened;
    }

    internal Party Make(in NounPhrase phrase, ActorCode? code, PartyKind kind, string? name, string? role, string? id, string reason)
    {
        var entity = new Entity(Quote.Of(_tree.Source.Text, phrase.Span(_tree)), code) { Name = name, Role = role, Id = id, Reason = reason };
        return new(entity, kind, phrase.Head);
    }
}
