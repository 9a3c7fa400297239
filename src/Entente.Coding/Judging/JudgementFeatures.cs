using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Rules;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Judging;

/// <summary>What the judgement sees of a record about to be made: the frame and how it was met, the parties' kinds, the words about it.</summary>
/// <remarks>A feature is a template and up to two words, hashed to 64 bits; nothing is allocated unless names are asked for.</remarks>
internal sealed class JudgementFeatures
{
    private readonly List<KeyValuePair<ulong, float>> _values = [];

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names { get; set; }

    /// <summary>Gathers the features of a record; the list is used again by the next call.</summary>
    public List<KeyValuePair<ulong, float>> Gather(Tree tree, Match match, CodedEvent coded, int rivals)
    {
        _values.Clear();
        int trigger = match.Trigger;
        string lemma = tree.Lemma(trigger);
        string type = coded.Type.Code();
        string kind = match.By.Trigger.Kind switch
        {
            Lexicon.Frames.TriggerKind.Verb => "verb",
            Lexicon.Frames.TriggerKind.Noun => match.Carrier >= 0 ? "carried-noun" : "noun",
            _ => "adjective",
        };
        Add("bias");
        Add("frame", match.Frame.Id);
        Add("type", type);
        Add("type+kind", type, kind);
        Add("trigger", lemma);
        Add("trigger+type", lemma, type);
        Add("kind", kind);
        Add("specificity", Digit(match.By.Specificity));
        Add("kind+specificity", kind, Digit(match.By.Specificity));
        Add("tag", tree.Xpos(trigger).Code());
        Add("relation", tree.Relation(trigger).Code());
        Add("relation+kind", tree.Relation(trigger).Code(), kind);
        Add("status", coded.Status.Code());
        Add("status+type", coded.Status.Code(), type);
        if (coded.Type != match.Frame.Type)
        {
            Add("recoded", match.Frame.Type.Code(), type);
        }

        if (coded.Attribution is not null)
        {
            Add("attributed");
        }

        if (coded.Claimed)
        {
            Add("claimed");
        }

        if (match.IsLoose)
        {
            Add("guess", Digit(match.Failed));
            Add("guess+type", type);
            Add("guess+kind", kind);
            Add("guess+trigger", lemma, type);
        }

        Add("rivals", Digit(rivals));
        AddParty("actor", type, match.Actors, match.ActorSlot?.Text, tree);
        AddParty("recipient", type, match.Recipients, match.RecipientSlot?.Text, tree);
        if (match.Actors.Count > 0 && match.Recipients.Count > 0)
        {
            Add("pair", SectorOf(match.Actors[0]), SectorOf(match.Recipients[0]));
            Add(match.Actors[0].Country is { } country && country == match.Recipients[0].Country ? "same-country" : "other-country", type);
        }

        AddWords(tree, match, type);
        return _values;
    }

    private void AddParty(string role, string type, List<Party> parties, string? slot, Tree tree)
    {
        if (parties.Count == 0)
        {
            Add(role, "none");
            Add(role, "none", type);
            return;
        }

        Party first = parties[0];
        string sector = SectorOf(first);
        Add(role, sector);
        Add(role, sector, type);
        Add(role == "actor" ? "actor-slot" : "recipient-slot", slot ?? "-", type);
        Add(role == "actor" ? "actor-tag" : "recipient-tag", tree.Pos(first.Head).Code());
        Add(role == "actor" ? "actor-count" : "recipient-count", Digit(parties.Count));
        if (!first.IsCoded)
        {
            Add(role == "actor" ? "actor-word" : "recipient-word", tree.Lemma(first.Head));
        }
    }

    /// <summary>Country's government, its first sector, a body, or what else is known.</summary>
    private static string SectorOf(Party party)
    {
        if (party.Entity.Code is not { } code)
        {
            return "uncoded";
        }

        string text = code.Text;
        int blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? text.Length == 3 && code.Country is { Length: 3 } body && body is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG" ? body : code.Country is null ? text : "country" : text.Length >= blank + 4 ? text.Substring(blank + 1, 3) : "country";
    }

    private void AddWords(Tree tree, Match match, string type)
    {
        int trigger = match.Trigger;
        int sentence = tree.Source.Sentences.Of(trigger);
        int first = tree.Source.Sentences.First(sentence);
        int end = tree.Source.Sentences.End(sentence);
        Add("length", Digit((end - first) / 12));
        if (trigger > first)
        {
            Add("before", tree.Lemma(trigger - 1));
        }

        if (trigger + 1 < end)
        {
            Add("after", tree.Lemma(trigger + 1));
            Add("trigger+after", tree.Lemma(trigger), tree.Lemma(trigger + 1));
        }

        for (int i = first; i < end; i++)
        {
            if (tree.Head(i) == trigger)
            {
                Deprel relation = tree.Relation(i);
                switch (relation)
                {
                    case Deprel.Obj or Deprel.NsubjPass:
                        Add("object", tree.Lemma(i));
                        Add("object+type", tree.Lemma(i), type);
                        break;
                    case Deprel.Nsubj:
                        Add("subject", tree.Lemma(i));
                        break;
                    case Deprel.Aux or Deprel.Mark or Deprel.Advmod:
                        Add("helper", tree.Lemma(i));
                        Add("helper+type", tree.Lemma(i), type);
                        break;
                    case Deprel.Obl or Deprel.Nmod:
                        Add("oblique", tree.Lemma(i));
                        break;
                    case Deprel.Compound or Deprel.Amod:
                        Add("modifier", tree.Lemma(i));
                        break;
                }
            }

            if (tree.Pos(i) is Upos.Noun or Upos.Verb or Upos.Adj && i != trigger)
            {
                Add("word", tree.Lemma(i), weight: 0.25f);
            }
        }

        int head = tree.Head(trigger);
        if (head >= 0)
        {
            Add("above", tree.Lemma(head));
            Add("above+relation", tree.Lemma(head), tree.Relation(trigger).Code());
        }
        else
        {
            Add("root");
        }
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

    private void Add(string template, ReadOnlySpan<char> a = default, ReadOnlySpan<char> b = default, float weight = 1f)
    {
        ulong hash = Hash(14695981039346656037, template);
        hash = Hash(hash * 31, a);
        hash = Hash(hash * 31, b);
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9;
        hash ^= hash >> 32;
        _values.Add(new(hash, weight));
        Names?.TryAdd(hash, b.IsEmpty ? a.IsEmpty ? template : $"{template}={a}" : $"{template}={a},{b}");
    }

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }
}
