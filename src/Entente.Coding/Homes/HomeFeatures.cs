using Entente.Coding.Attribution;
using Entente.Coding.Clauses;
using Entente.Coding.Learning;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Records;

namespace Entente.Coding.Homes;

/// <summary>What speaks for and against a country as the home of a phrase: how and where it is named, and how that hangs together with the phrase.</summary>
/// <remarks>A feature is a template and up to three words, hashed to 64 bits; nothing is allocated unless names are asked for.</remarks>
internal sealed class HomeFeatures(WorldLexicon lexicon, Tree tree, Words words, Arguments arguments)
{
    private readonly HashSet<ulong> _values = [];

    /// <summary>Names by hash, filled when set: for training, and to read the weights by.</summary>
    public Dictionary<ulong, string>? Names { get; set; }

    /// <summary>What speaks for leaving the home open; the set is used again by the next call.</summary>
    public HashSet<ulong> OfNobody(in HomeFacts facts)
    {
        _values.Clear();
        int head = facts.Phrase.Head;
        string function = Function(head), opening = Opening(facts);
        Add("none");
        Add("none-sector", facts.Sector);
        Add("none-function", function);
        Add("none-opening", opening);
        Add("none-sector+opening", facts.Sector, opening);
        Add("none-noun", words.Lower(head));
        Add("none-candidates", Digit(facts.Candidates));
        Add("none-number", Number(head));
        if (Predicate(head) is >= 0 and var predicate)
        {
            Add("none-act", Act(predicate), function);
            Add("none-act+sector", Act(predicate), function, facts.Sector);
        }

        if (facts.Phrase.First < head && tree.Relation(facts.Phrase.First) is Deprel.Amod || (head > facts.Phrase.First && tree.Pos(head - 1) is Upos.Adj))
        {
            Add("none-adjective", words.Lower(head - 1));
        }

        return _values;
    }

    /// <summary>What speaks for a country; the set is used again by the next call.</summary>
    public HashSet<ulong> Of(HomeCandidate candidate, in HomeFacts facts)
    {
        _values.Clear();
        int head = facts.Phrase.Head;
        int sentence = tree.Source.Sentences.Of(head);
        string function = Function(head);
        int predicate = Predicate(head);
        CountryMention? nearest = null;
        foreach (CountryMention mention in candidate.Mentions)
        {
            AddMention(mention, facts, sentence, function, predicate);
            if (mention.End <= facts.Phrase.First && tree.Source.Sentences.Of(mention.First) == sentence)
            {
                nearest = mention;
            }
        }

        Add("mentions", Digit(candidate.Mentions.Count));
        if (facts.SameBefore is { } same)
        {
            Add(same == candidate.Country ? "same-noun" : "same-noun-of-other");
        }

        if (facts.Candidates == 1)
        {
            Add("only", facts.Sector);
            Add("only");
        }

        Add("body", candidate.Country is "IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG" ? candidate.Country : "state", facts.Sector);
        if (nearest is { } before)
        {
            Add("before", Gap(facts.Phrase.First - before.End), Kind(before.Kind));
        }

        return _values;
    }

    private void AddMention(in CountryMention mention, in HomeFacts facts, int sentence, string function, int predicate)
    {
        int head = facts.Phrase.Head;
        string kind = Kind(mention.Kind), relation = Relation(mention), distance = Distance(mention, sentence);
        string noun = Noun(mention);
        Add("kind", kind);
        Add("kind+sector", kind, facts.Sector);
        Add("distance", distance);
        Add("distance+kind", distance, kind);
        Add("distance+sector", distance, facts.Sector);
        if (mention.Sector == facts.Sector)
        {
            Add("sector-too", facts.Sector);
        }

        if (distance != "same")
        {
            Add("earlier-relation", relation, kind);
            return;
        }

        string order = mention.First < head ? "before" : "after";
        string clause = Clause(mention, head, predicate);
        string opening = Preposition(mention);
        Add("order", order);
        Add("order+kind", order, kind);
        Add("order+relation", order, relation);
        Add("gap", order, Gap(order == "before" ? facts.Phrase.First - mention.End : mention.First - facts.Phrase.End));
        Add("relation", relation);
        Add("relation+kind", relation, kind);
        Add("clause", clause, order);
        Add("clause+relation", clause, relation);
        Add("clause+relation+function", clause, relation, function);
        Add("clause+relation+sector", clause, relation, facts.Sector);
        Add("noun", noun, facts.Sector);
        if (opening.Length > 0)
        {
            Add("preposition", opening, clause);
            Add("preposition+sector", opening, facts.Sector);
            Add("preposition+kind", opening, kind);
        }

        if (clause == "own" && predicate >= 0)
        {
            string act = Act(predicate);
            Add("act", act, relation, function);
            Add("act+host", act, Host(mention), facts.Sector);
            Add("act+function", act, function, facts.Sector);
            Add("predicate", words.Lower(predicate), relation, function);
        }
    }

    /// <summary>The first category that frames have for a verb.</summary>
    private string Act(int predicate) =>
        tree.Pos(predicate) == Upos.Verb && lexicon.Frames.PatternsForVerb(words.Lower(predicate)) is [var first, ..] ? first.Pattern.Frame.Type.Code() : "none";

    /// <summary>What the phrase is that the mention stands in: the sector of its role noun.</summary>
    private string Host(in CountryMention mention)
    {
        int at = mention.Head;
        if (tree.Relation(at) is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nmod && tree.Head(at) >= 0)
        {
            at = tree.Head(at);
            return lexicon.Agents.TryMatch(tree.Source.Lemmas.Lemmas.AsSpan(at, 1), out Agent? agent, out _) ? agent.Code.Text : "noun";
        }

        return mention.Sector;
    }

    /// <summary>How the mention stands in its phrase, and that in the clause: "of-subject", "object".</summary>
    private string Relation(in CountryMention mention)
    {
        bool inner = false;
        int at = mention.Head;
        while (tree.Relation(at) is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss or Deprel.Nmod or Deprel.Flat or Deprel.NmodDesc or Deprel.NmodUnmarked && tree.Head(at) >= 0)
        {
            inner = true;
            at = tree.Head(at);
        }

        return (tree.Relation(at), inner) switch
        {
            (Deprel.Nsubj or Deprel.NsubjOuter, false) => "subject",
            (Deprel.Nsubj or Deprel.NsubjOuter, true) => "of-subject",
            (Deprel.NsubjPass, false) => "patient",
            (Deprel.NsubjPass, true) => "of-patient",
            (Deprel.Obj or Deprel.Iobj, false) => "object",
            (Deprel.Obj or Deprel.Iobj, true) => "of-object",
            (Deprel.OblAgent, false) => "agent",
            (Deprel.OblAgent, true) => "of-agent",
            (Deprel.Obl, false) => "oblique",
            (Deprel.Obl, true) => "of-oblique",
            (Deprel.Conj, false) => "coordinated",
            (Deprel.Conj, true) => "of-coordinated",
            (_, true) => "of-other",
            _ => "other",
        };
    }

    /// <summary>Whether the mention hangs on the phrase's own predicate, one above, one below or another.</summary>
    private string Clause(in CountryMention mention, int head, int predicate)
    {
        if (tree.IsWithin(mention.Head, head))
        {
            return "inside";
        }

        if (tree.IsWithin(head, mention.Head))
        {
            return "around";
        }

        int other = Predicate(mention.Head);
        if (other == predicate)
        {
            return "own";
        }

        if (other < 0 || predicate < 0)
        {
            return "none";
        }

        if (tree.IsWithin(predicate, other))
        {
            return tree.Relation(predicate) is Deprel.Conj or Deprel.Parataxis ? "beside-above" : "above";
        }

        return tree.IsWithin(other, predicate) ? tree.Relation(other) is Deprel.Conj or Deprel.Parataxis ? "beside-below" : "below" : "apart";
    }

    private int Predicate(int token)
    {
        int at = tree.Head(token);
        while (at >= 0 && !tree.IsPredicate(at))
        {
            at = tree.Head(at);
        }

        return at;
    }

    private string Function(int head) => tree.Relation(head) switch
    {
        Deprel.Nsubj or Deprel.NsubjOuter => Predicate(head) is >= 0 and var verb && SpeechVerbs.Contains(tree.Lemma(verb)) ? "speaker" : "subject",
        Deprel.NsubjPass => "patient",
        Deprel.Obj or Deprel.Iobj => "object",
        Deprel.OblAgent => "agent",
        Deprel.Obl => arguments.SurfaceSubject(tree.Head(head)) >= 0 ? "oblique" : "oblique-only",
        Deprel.NmodPoss => "possessor",
        Deprel.Nmod => "phrase",
        Deprel.Conj => "coordinated",
        _ => "other",
    };

    private string Opening(in HomeFacts facts) => tree.Relation(facts.Phrase.First) switch
    {
        Deprel.Det when tree.Is(facts.Phrase.First, "the") => "the",
        Deprel.Det => "a",
        Deprel.NmodPoss => "possessor",
        Deprel.Nummod => "number",
        _ => "bare",
    };

    private string Number(int head) => tree.Xpos(head) is Xpos.Nns or Xpos.Nnps ? "plural" : "singular";

    private string Preposition(in CountryMention mention)
    {
        int opening = tree.Child(mention.Head, Deprel.Case);
        return opening >= 0 && opening < mention.First ? words.Lower(opening) : "";
    }

    /// <summary>The word that the mention belongs to, where it is no more than part of a phrase.</summary>
    private string Noun(in CountryMention mention) =>
        tree.Head(mention.Head) >= 0 && tree.Relation(mention.Head) is Deprel.Amod or Deprel.Compound or Deprel.NmodPoss ? "of" : tree.Relation(mention.Head) is Deprel.Nmod ? "phrase" : "self";

    private string Distance(in CountryMention mention, int sentence)
    {
        int other = tree.Source.Sentences.Of(mention.First);
        if (mention.End <= Datelines.EndOf(tree.Source, other))
        {
            return "dateline";
        }

        return (sentence - other) switch
        {
            0 => "same",
            1 => "one",
            2 => "two",
            _ => "first",
        };
    }

    private static string Kind(CountryMentionKind kind) => kind switch
    {
        CountryMentionKind.State => "state",
        CountryMentionKind.Seat => "seat",
        CountryMentionKind.Adjective => "adjective",
        CountryMentionKind.Place => "place",
        CountryMentionKind.Person => "person",
        _ => "group",
    };

    private static string Gap(int words) => words switch
    {
        <= 1 => "next",
        <= 4 => "near",
        <= 9 => "middle",
        <= 18 => "far",
        _ => "away",
    };

    private static string Digit(int number) => number switch
    {
        <= 0 => "0",
        1 => "1",
        2 => "2",
        3 => "3",
        _ => "more",
    };

    private void Add(string template, string a = "", string b = "", string c = "")
    {
        ulong hash = FeatureHash.Of(template, a, b, c);
        _values.Add(hash);
        Names?.TryAdd(hash, string.Join('\t', template, a, b, c).TrimEnd('\t'));
    }
}
