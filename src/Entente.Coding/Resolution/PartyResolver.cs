using Entente.Coding.Clauses;
using Entente.Coding.Homes;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>From the head word of a mention to the party it names, on the document's day.</summary>
/// <remarks>Lazy and remembered: a mention is resolved when a frame first asks for it.</remarks>
internal sealed class PartyResolver
{
    private readonly WorldLexicon _lexicon;
    private readonly Tree _tree;
    private readonly Slots _slots;
    private readonly NamesInText _names;
    private readonly Owners _owners;
    private readonly Phrases _phrases;
    private readonly NamedParties _named;
    private readonly DescribedParties _described;
    private readonly Coreference _coreference;
    private readonly Coordination _coordination;
    private readonly ModifierParties _modifiers;
    private readonly Party[]?[] _known;
    private readonly bool[] _underWay;

    public PartyResolver(WorldLexicon lexicon, Tree tree, Words words, Slots slots, Arguments arguments, NamesInText names, DateOnly day)
    {
        _lexicon = lexicon;
        _tree = tree;
        _slots = slots;
        _names = names;
        _owners = new(lexicon, tree, names, day);
        _phrases = new(lexicon, tree, words, names, _owners);
        var bearers = new Bearers(lexicon, tree, names, _phrases, day);
        var countries = new CountryMentions(lexicon, tree, names, bearers, day);
        _coreference = new(tree, words, arguments, countries, _phrases, this);
        Homes = new(lexicon, tree, words, arguments, countries, _phrases, this);
        _described = new(lexicon, tree, words, _phrases, _coreference, Homes, countries, new EarlierBodies(lexicon, tree, names, _owners, _phrases, day), this, day);
        _named = new(lexicon, tree, names, _phrases, bearers, _described, Homes, day);
        _coordination = new(tree, _phrases, this);
        _modifiers = new(tree, names, this);
        _known = new Party[]?[tree.Source.Count];
        _underWay = new bool[tree.Source.Count];
    }

    /// <summary>Whose those are whose own words do not say.</summary>
    internal HomeChooser Homes { get; }

    /// <summary>The parties a filler names, those coordinated with it included; empty where it names none.</summary>
    public void AddAll(int head, List<Party> into) => _coordination.AddAll(head, into);

    /// <summary>The coded parties that a modifier names: of "Russian attack" the Russian government.</summary>
    public void AddModifier(int modifier, List<Party> into) => _modifiers.AddModifier(modifier, into);

    /// <summary>One party for one mention: "U.S. military" is USA MIL; the host's own code and words where it bears one of the same country.</summary>
    /// <param name="found">What the modifiers name, in text order.</param>
    /// <param name="host">The noun they modify where a frame asks for it through a slot ("obj.mod"); -1 for the act's own noun.</param>
    public void JoinModifiers(List<Party> found, int host) => _modifiers.JoinModifiers(found, host);

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
            into.Add(_phrases.Make(phrase, owners[0].Code, PartyKind.Thing, null, null, null, owners[0].Reason));
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
                owners.Add(new(Codes.StripGovernment(code), entity.Reason ?? ""));
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

    /// <summary>Whether the word belongs to the name of an armed group or, unless <paramref name="armed"/>, of another group or body.</summary>
    internal bool IsNamedGroup(int token, bool armed) =>
        _names.TryGet(token, out NameMention mention) && mention.Hit.Senses[0] is { IsActor: true } sense
        && _lexicon.Actors.KindOf(sense.Index) is { } kind && (kind == ActorKind.ArmedGroup || (!armed && kind is ActorKind.Coalition or ActorKind.Party or ActorKind.Body or ActorKind.Ngo));

    private Party[] Resolve(int head)
    {
        Upos pos = _tree.Pos(head);
        if (pos == Upos.Pron || _tree.Xpos(head) is Xpos.Prp or Xpos.PrpPoss)
        {
            return _coreference.Pronoun(head);
        }

        if (pos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Num or Upos.X or Upos.Det or Upos.Verb or Upos.Sym) || CalendarName(head) || _names.IsLabel(head))
        {
            return [];
        }

        int meant = _slots.Meant(head);
        if (meant != head)
        {
            return Widened(One(meant), head, meant);
        }

        var phrase = NounPhrase.Of(_tree, head);
        if (_named.TryName(phrase, out NameMention mention))
        {
            Party[] named = _named.ByName(phrase, mention);
            if (named.Length > 0)
            {
                return named;
            }
        }

        return pos == Upos.Verb ? [] : _described.ByNoun(phrase);
    }

    private bool CalendarName(int head) =>
        _tree.Pos(head) == Upos.Propn && Times.CalendarWords.IsDayOrMonth(_tree.Word(head)) && (!_names.TryGet(head, out NameMention mention) || (mention.End - mention.First == 1 && Times.CalendarWords.Weekday(_tree.Word(head)) is not null));

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

    /// <summary>The party of a phrase whose code is known.</summary>
    internal Party Make(in NounPhrase phrase, ActorCode? code, PartyKind kind, string? name, string? role, string? id, string reason) =>
        _phrases.Make(phrase, code, kind, name, role, id, reason);
}
