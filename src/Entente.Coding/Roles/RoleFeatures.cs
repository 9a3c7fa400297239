using Entente.Coding.Clauses;
using Entente.Coding.Learning;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Coding.Tagging;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Roles;

/// <summary>What the choice of roles sees of a party and an act: the way between them in the tree, what the frame's slots say, who the party is.</summary>
/// <remarks>
/// Three parts, so that what was summed up need not be gathered again: what the party is wherever it stands, how it stands to the word that tells the
/// act, and what turns on the reading of that word.
/// </remarks>
internal sealed class RoleFeatures(Tree tree, Arguments arguments)
{
    private readonly FeatureList _list = new();

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names
    {
        get => _list.Names;
        set => _list.Names = value;
    }

    /// <summary>What the tagger of acts says of the sentence; null where there is none.</summary>
    public TaggedActs? Tagged { get; set; }

    /// <summary>What holds for all parties of one reading.</summary>
    private Setting _setting;

    /// <summary>Sets the reading whose parties are looked at next.</summary>
    public void Begin(Match reading, SentenceParties sentence)
    {
        List<Mention> mentions = sentence.Mentions;
        int trigger = reading.Trigger, before = 0;
        bool hasActor = false, hasRecipient = false;
        foreach (Mention mention in mentions)
        {
            hasActor |= Holds(reading.Actors, mention);
            hasRecipient |= Holds(reading.Recipients, mention);
            before += mention.Head < trigger ? 1 : 0;
        }

        bool verbal = tree.Pos(trigger) == Upos.Verb;
        _setting = new(
            reading,
            sentence,
            KindOf(reading),
            reading.Frame.Type.Code(),
            tree.Lemma(trigger),
            verbal ? arguments.Subject(trigger) : reading.Carrier >= 0 ? arguments.Subject(reading.Carrier) : -1,
            verbal ? arguments.Object(trigger) : -1,
            hasActor,
            hasRecipient,
            before);
    }

    /// <summary>How the act is worded: what the way from party to word means turns on it.</summary>
    public string KindOf(Match reading) => reading.By.Trigger.Kind switch
    {
        TriggerKind.Verb => Voice.IsPassive(tree, reading.Trigger) ? "passive" : "verb",
        TriggerKind.Noun => reading.Carrier >= 0 ? "carried" : "noun",
        _ => "adj",
    };

    /// <summary>Gathers all features of one party; the list is used again by the next call.</summary>
    public List<KeyValuePair<ulong, float>> Gather(int index)
    {
        _list.Clear();
        AddParty(index);
        AddWord(index);
        AddReading(index);
        return _list.Values;
    }

    /// <summary>Those that are the same for every act of the sentence.</summary>
    public List<KeyValuePair<ulong, float>> OfParty(int index)
    {
        _list.Clear();
        AddParty(index);
        return _list.Values;
    }

    /// <summary>Those that are the same for every reading of one word and kind.</summary>
    public List<KeyValuePair<ulong, float>> OfWord(int index)
    {
        _list.Clear();
        AddWord(index);
        return _list.Values;
    }

    /// <summary>Those that turn on the reading.</summary>
    public List<KeyValuePair<ulong, float>> OfReading(int index)
    {
        _list.Clear();
        AddReading(index);
        return _list.Values;
    }

    private void AddParty(int index)
    {
        Mention mention = _setting.Sentence.Mentions[index];
        Party party = mention.Party;
        PartyFacts facts = _setting.Sentence.Facts(tree, index);
        _list.Add("relation", facts.Relation);
        if (mention.IsCoordinated)
        {
            _list.Add("coordinated");
        }

        if (tree.Relation(mention.Head) == Deprel.Appos)
        {
            _list.Add("apposition");
        }

        _list.Add("sector", facts.Sector);
        _list.Add("party", facts.Kind, party.IsCoded ? "coded" : "uncoded");
        _list.Add("tag", tree.Pos(mention.Head).Code());
        if (!party.IsCoded || party.Kind == PartyKind.Thing)
        {
            _list.Add("word", tree.Lemma(mention.Head));
        }

        _list.Add("nested", facts.IsInner ? "inner" : facts.IsOuter ? "outer" : "alone");
        if (facts.IsCountryTwice)
        {
            _list.Add("country-twice");
        }
    }

    private void AddWord(int index)
    {
        (Match reading, string kind, string lemma) = (_setting.Reading, _setting.Kind, _setting.Lemma);
        SentenceParties sentence = _setting.Sentence;
        Mention mention = sentence.Mentions[index];
        PartyFacts facts = sentence.Facts(tree, index);
        int trigger = reading.Trigger;
        bool first = mention.Head < trigger;
        string side = first ? "before" : "after";
        TreePath way = sentence.Way(tree, mention.Anchor, trigger);
        _list.Add("way", way.Text);
        _list.Add("way+kind", way.Text, kind);
        _list.Add("way+preposition", way.Text, facts.Preposition);
        _list.Add("way+preposition+kind", way.Text, facts.Preposition, kind);
        _list.Add("way+preposition+lemma", way.Text, facts.Preposition, lemma);
        _list.Add("preposition", facts.Preposition, kind);
        _list.Add("preposition+lemma", facts.Preposition, lemma);
        _list.Add("clauses", FeatureList.Digit(way.Clauses), side);
        if (way.Turn >= 0 && way.Turn != trigger && way.Turn != mention.Anchor)
        {
            _list.Add("turn", tree.Lemma(way.Turn), side);
            _list.Add("turn+way", tree.Lemma(way.Turn), way.Text);
        }

        int above = tree.Head(mention.Anchor);
        if (above >= 0 && above != trigger)
        {
            _list.Add("above", tree.Lemma(above), facts.Relation);
        }

        if (mention.Anchor == _setting.Subject)
        {
            _list.Add("subject", kind);
            _list.Add("subject+lemma", kind, lemma);
        }

        if (mention.Anchor == _setting.Object)
        {
            _list.Add("object", kind);
            _list.Add("object+lemma", kind, lemma);
        }

        int distance = Math.Abs(mention.Head - trigger);
        string far = distance <= 1 ? "1" : distance <= 2 ? "2" : distance <= 4 ? "4" : distance <= 8 ? "8" : distance <= 16 ? "16" : "more";
        _list.Add("side", side, kind);
        _list.Add("rank", side, FeatureList.Digit(Rank(index)), kind);
        _list.Add("distance", side, far, kind);
        _list.Add("place", index == 0 ? "first" : index == sentence.Mentions.Count - 1 ? "last" : "middle", kind);
        _list.Add("number", FeatureList.Digit(sentence.Mentions.Count), side);
        int predicates = 0;
        for (int at = Math.Min(mention.Head, trigger) + 1; at < Math.Max(mention.Head, trigger); at++)
        {
            predicates += tree.Pos(at) == Upos.Verb ? 1 : 0;
        }

        _list.Add("verbs-between", side, FeatureList.Digit(predicates), kind);
        (string before, string after) = (sentence.RoleBefore(index, trigger), sentence.RoleAfter(index, trigger));
        _list.Add("act-before", before);
        _list.Add("act-after", after);
        _list.Add("acts-around", before, after);
    }

    private void AddReading(int index)
    {
        Match reading = _setting.Reading;
        SentenceParties sentence = _setting.Sentence;
        Mention mention = sentence.Mentions[index];
        PartyFacts facts = sentence.Facts(tree, index);
        (string kind, string type) = (_setting.Kind, _setting.Type);
        string side = mention.Head < reading.Trigger ? "before" : "after";
        TreePath way = sentence.Way(tree, mention.Anchor, reading.Trigger);
        _list.Add("way+type", way.Text, type);
        _list.Add("way+preposition+type", way.Text, facts.Preposition, type);
        _list.Add("way+frame", way.Text, facts.Preposition, reading.Frame.Id);
        _list.Add("preposition+type", facts.Preposition, type);
        _list.Add("relation+type", facts.Relation, type);
        if (mention.Anchor == _setting.Subject)
        {
            _list.Add("subject+type", kind, type);
        }

        if (mention.Anchor == _setting.Object)
        {
            _list.Add("object+type", kind, type);
        }

        AddSlots(mention);
        AddTagged(index, mention);
        _list.Add("sector+type", facts.Sector, type);
        _list.Add("party+type", facts.Kind, type);
        if (facts.IsInner)
        {
            _list.Add("inner", kind, type);
        }

        if (reading.Actors.Count > 0)
        {
            bool same = facts.Country is { } own && reading.Actors[0].Country == own;
            _list.Add("beside-actor", same ? "same-country" : "other-country", Holds(reading.Actors, mention) ? "itself" : "another");
        }

        _list.Add("side+type", side, type, kind);
        _list.Add("rank+type", side, FeatureList.Digit(Rank(index)), type);
        string before = sentence.RoleBefore(index, reading.Trigger);
        _list.Add("act-before+type", before, type);
        string country = sentence.Countries(mention, reading.Actors);
        _list.Add("countries", country, side);
        _list.Add("countries+type", country, type);
        _list.Add("countries+act-before", country, before);
        _list.Add("countries+kind", country, facts.Kind, _setting.HasRecipient ? "has-recipient" : "none");
    }

    /// <summary>What the tagger says of party and act.</summary>
    private void AddTagged(int index, Mention mention)
    {
        if (Tagged is null)
        {
            return;
        }

        Match reading = _setting.Reading;
        (double actor, double recipient) = Tagged.RoleOdds(reading.Trigger, reading.Frame.Type, index);
        string asActor = TaggedOdds.Step(actor), asRecipient = TaggedOdds.Step(recipient);
        string said = Holds(reading.Actors, mention) ? "actor" : Holds(reading.Recipients, mention) ? "recipient" : "none";
        _list.Add("tagged-actor", asActor);
        _list.Add("tagged-recipient", asRecipient);
        _list.Add("tagged", asActor, asRecipient);
        _list.Add("tagged-actor+slots", asActor, said);
        _list.Add("tagged-recipient+slots", asRecipient, said);
        _list.Add("tagged-actor+kind", asActor, _setting.Kind);
        _list.Add("tagged-recipient+type", asRecipient, _setting.Type);
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

    /// <summary>How many parties stand between this one and the word, on its side.</summary>
    private int Rank(int index) => _setting.Sentence.Mentions[index].Head < _setting.Reading.Trigger ? _setting.Before - 1 - index : index - _setting.Before;

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

    private readonly record struct Setting(
        Match Reading, SentenceParties Sentence, string Kind, string Type, string Lemma, int Subject, int Object, bool HasActor, bool HasRecipient, int Before);
}
