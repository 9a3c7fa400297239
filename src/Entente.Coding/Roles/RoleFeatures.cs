using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Roles;

/// <summary>What the choice of roles sees of a party and an act: the way between them in the tree, what the frame's slots say, who the party is.</summary>
internal sealed class RoleFeatures(Tree tree, Arguments arguments)
{
    private readonly FeatureList _list = new();

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names
    {
        get => _list.Names;
        set => _list.Names = value;
    }

    /// <summary>What holds for all parties of one reading.</summary>
    private Setting _setting;

    /// <summary>Sets the reading whose parties are looked at next.</summary>
    public void Begin(Match reading, SentenceParties sentence)
    {
        IReadOnlyList<Mention> mentions = sentence.Mentions;
        int trigger = reading.Trigger;
        string kind = reading.By.Trigger.Kind switch
        {
            TriggerKind.Verb => Voice.IsPassive(tree, trigger) ? "passive" : "verb",
            TriggerKind.Noun => reading.Carrier >= 0 ? "carried" : "noun",
            _ => "adj",
        };
        bool verbal = tree.Pos(trigger) == Upos.Verb;
        _setting = new(
            reading,
            sentence,
            kind,
            reading.Frame.Type.Code(),
            tree.Lemma(trigger),
            verbal ? arguments.Subject(trigger) : reading.Carrier >= 0 ? arguments.Subject(reading.Carrier) : -1,
            verbal ? arguments.Object(trigger) : -1,
            mentions.Any(m => Holds(reading.Actors, m)),
            mentions.Any(m => Holds(reading.Recipients, m)),
            mentions.Count(m => m.Head < trigger));
    }

    /// <summary>Gathers the features of one party; the list is used again by the next call.</summary>
    public List<KeyValuePair<ulong, float>> Gather(int index)
    {
        _list.Clear();
        Mention mention = _setting.Sentence.Mentions[index];
        AddWay(mention);
        AddSlots(mention);
        AddParty(mention);
        AddOrder(mention, index);
        AddOtherActs(mention, index);
        return _list.Values;
    }

    private void AddWay(Mention mention)
    {
        (Match reading, string kind, string type, string lemma) = (_setting.Reading, _setting.Kind, _setting.Type, _setting.Lemma);
        TreePath way = _setting.Sentence.Way(tree, mention.Anchor, reading.Trigger);
        string preposition = Preposition(mention.Anchor);
        _list.Add("way", way.Text);
        _list.Add("way+kind", way.Text, kind);
        _list.Add("way+type", way.Text, type);
        _list.Add("way+preposition", way.Text, preposition);
        _list.Add("way+preposition+kind", way.Text, preposition, kind);
        _list.Add("way+preposition+type", way.Text, preposition, type);
        _list.Add("way+preposition+lemma", way.Text, preposition, lemma);
        _list.Add("way+frame", way.Text, preposition, reading.Frame.Id);
        _list.Add("preposition", preposition, kind);
        _list.Add("preposition+type", preposition, type);
        _list.Add("preposition+lemma", preposition, lemma);
        _list.Add("clauses", Digit(way.Clauses), mention.Head < reading.Trigger ? "before" : "after");
        if (way.Turn >= 0 && way.Turn != reading.Trigger && way.Turn != mention.Anchor)
        {
            _list.Add("turn", tree.Lemma(way.Turn), mention.Head < reading.Trigger ? "before" : "after");
            _list.Add("turn+way", tree.Lemma(way.Turn), way.Text);
        }

        int above = tree.Head(mention.Anchor);
        string relation = tree.Relation(mention.Anchor).Code();
        _list.Add("relation", relation);
        _list.Add("relation+type", relation, type);
        if (above >= 0 && above != reading.Trigger)
        {
            _list.Add("above", tree.Lemma(above), relation);
        }

        if (mention.Anchor == _setting.Subject)
        {
            _list.Add("subject", kind);
            _list.Add("subject+type", kind, type);
            _list.Add("subject+lemma", kind, lemma);
        }

        if (mention.Anchor == _setting.Object)
        {
            _list.Add("object", kind);
            _list.Add("object+type", kind, type);
            _list.Add("object+lemma", kind, lemma);
        }

        if (mention.IsCoordinated)
        {
            _list.Add("coordinated");
        }

        if (tree.Relation(mention.Head) == Deprel.Appos)
        {
            _list.Add("apposition");
        }
    }

    private void AddSlots(Mention mention)
    {
        Match reading = _setting.Reading;
        bool actor = Holds(reading.Actors, mention), recipient = Holds(reading.Recipients, mention);
        string said = actor ? recipient ? "both" : "actor" : recipient ? "recipient" : "none";
        string fit = reading.Misfit == 0 ? "holds" : reading.IsExcluded ? "excluded" : reading.Failed == 1 ? "one-fails" : "some-fail";
        string others = _setting.HasActor ? _setting.HasRecipient ? "actor-recipient" : "actor-only" : _setting.HasRecipient ? "recipient-only" : "nobody";
        _list.Add("slots", said);
        _list.Add("slots+fit", said, fit);
        _list.Add("slots+others", said, others);
        _list.Add("slots+others+fit", said, others, fit);
        _list.Add("slots+type", said, _setting.Type);
        _list.Add("slots+frame", said, reading.Frame.Id);
        if (actor)
        {
            _list.Add("actor-slot", reading.ActorSlot?.Text, _setting.Kind);
        }

        if (recipient)
        {
            _list.Add("recipient-slot", reading.RecipientSlot?.Text, _setting.Kind);
            _list.Add("recipient-slot+type", reading.RecipientSlot?.Text, _setting.Type);
        }
    }

    private void AddParty(Mention mention)
    {
        Party party = mention.Party;
        string sector = Sectors.Of(party);
        string kind = party.Kind.ToString();
        _list.Add("sector", sector);
        _list.Add("sector+type", sector, _setting.Type);
        _list.Add("party", kind, party.IsCoded ? "coded" : "uncoded");
        _list.Add("party+type", kind, _setting.Type);
        _list.Add("tag", tree.Pos(mention.Head).Code());
        if (!party.IsCoded || party.Kind == PartyKind.Thing)
        {
            _list.Add("word", tree.Lemma(mention.Head));
        }

        bool inner = false, outer = false, same = false;
        foreach (Mention other in _setting.Sentence.Mentions)
        {
            if (ReferenceEquals(other, mention))
            {
                continue;
            }

            inner |= other.Span.Contains(mention.Span) && other.Span.Length > mention.Span.Length;
            outer |= mention.Span.Contains(other.Span) && mention.Span.Length > other.Span.Length;
            same |= party.Country is not null && other.Party.Country == party.Country;
        }

        _list.Add("nested", inner ? "inner" : outer ? "outer" : "alone");
        if (inner)
        {
            _list.Add("inner", _setting.Kind, _setting.Type);
        }

        if (same)
        {
            _list.Add("country-twice");
        }

        foreach (Party actor in _setting.Reading.Actors)
        {
            _list.Add("beside-actor", party.Country is { } country && actor.Country == country ? "same-country" : "other-country", Holds(_setting.Reading.Actors, mention) ? "itself" : "another");
            break;
        }
    }

    private void AddOrder(Mention mention, int index)
    {
        int trigger = _setting.Reading.Trigger, before = _setting.Before;
        bool first = mention.Head < trigger;
        string side = first ? "before" : "after";
        int rank = first ? before - 1 - index : index - before;
        int distance = Math.Abs(mention.Head - trigger);
        string far = distance <= 1 ? "1" : distance <= 2 ? "2" : distance <= 4 ? "4" : distance <= 8 ? "8" : distance <= 16 ? "16" : "more";
        _list.Add("side", side, _setting.Kind);
        _list.Add("side+type", side, _setting.Type, _setting.Kind);
        _list.Add("rank", side, Digit(rank), _setting.Kind);
        _list.Add("rank+type", side, Digit(rank), _setting.Type);
        _list.Add("distance", side, far, _setting.Kind);
        _list.Add("place", index == 0 ? "first" : index == _setting.Sentence.Mentions.Count - 1 ? "last" : "middle", _setting.Kind);
        _list.Add("number", Digit(_setting.Sentence.Mentions.Count), side);
        int predicates = 0;
        for (int at = Math.Min(mention.Head, trigger) + 1; at < Math.Max(mention.Head, trigger); at++)
        {
            predicates += tree.Pos(at) == Upos.Verb ? 1 : 0;
        }

        _list.Add("verbs-between", side, Digit(predicates), _setting.Kind);
    }

    /// <summary>What the party does in the other acts of the sentence, and whether it is the only one of another country.</summary>
    private void AddOtherActs(Mention mention, int index)
    {
        (int trigger, string type) = (_setting.Reading.Trigger, _setting.Type);
        (string before, string after) = (_setting.Sentence.RoleBefore(index, trigger), _setting.Sentence.RoleAfter(index, trigger));
        _list.Add("act-before", before);
        _list.Add("act-before+type", before, type);
        _list.Add("act-after", after);
        _list.Add("acts-around", before, after);
        string country = _setting.Sentence.Countries(mention, _setting.Reading.Actors);
        _list.Add("countries", country, mention.Head < trigger ? "before" : "after");
        _list.Add("countries+type", country, type);
        _list.Add("countries+act-before", country, before);
        _list.Add("countries+kind", country, mention.Party.Kind.ToString(), _setting.HasRecipient ? "has-recipient" : "none");
    }

    /// <summary>The preposition or possessive mark that opens the party's phrase; empty for none.</summary>
    private string Preposition(int head)
    {
        int mark = tree.Child(head, Deprel.Case);
        return mark < 0 ? "" : tree.Lemma(mark);
    }

    internal static bool Holds(List<Party> parties, Mention mention)
    {
        foreach (Party party in parties)
        {
            if (party.Head == mention.Head || party.Entity.Quote.Span == mention.Span)
            {
                return true;
            }
        }

        return false;
    }

    private static string Digit(int number) => number switch
    {
        <= 0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        4 => "4",
        _ => "5",
    };

    private readonly record struct Setting(
        Match Reading, SentenceParties Sentence, string Kind, string Type, string Lemma, int Subject, int Object, bool HasActor, bool HasRecipient, int Before);
}
