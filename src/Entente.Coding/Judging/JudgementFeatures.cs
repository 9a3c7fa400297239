using Entente.Coding.Learning;
using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Coding.Roles;
using Entente.Coding.Rules;
using Entente.Coding.Tagging;
using Entente.Language.Arcs;
using Entente.Language.Sentences;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Judging;

/// <summary>What the judgement sees of a reading about to become a record: the frame and how it was met, what stands beside it, the parties and their kinds, the words about it.</summary>
internal sealed class JudgementFeatures
{
    private readonly FeatureList _list = new();

    /// <summary>Names by hash, filled when set: for <c>explain</c>.</summary>
    public Dictionary<ulong, string>? Names
    {
        get => _list.Names;
        set => _list.Names = value;
    }

    private readonly List<(string Domain, string Words)> _domains = [];

    /// <summary>How many words of one field of life the sentence holds at most.</summary>
    public int DomainWords { get; private set; }

    /// <summary>What the tagger says of the sentence's words; null where there is none.</summary>
    public TaggedActs? Tagged { get; set; }

    /// <summary>Counts the words of fields of life in the sentence whose candidates come next.</summary>
    public void SetSentence(SentenceLayer sentences, int sentence, Func<int, ulong> domainsOf, IReadOnlyList<string> names)
    {
        Span<int> counts = stackalloc int[names.Count];
        counts.Clear();
        for (int token = sentences.First(sentence); token < sentences.End(sentence); token++)
        {
            ulong bits = domainsOf(token);
            for (int i = 0; bits != 0; i++, bits >>= 1)
            {
                counts[i] += (int)(bits & 1);
            }
        }

        _domains.Clear();
        DomainWords = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            DomainWords = Math.Max(DomainWords, counts[i]);
            if (counts[i] > 0)
            {
                _domains.Add((names[i], FeatureList.Digit(counts[i])));
            }
        }
    }

    /// <summary>Gathers all features of a candidate; the list is used again by the next call.</summary>
    /// <param name="tree">The document's trees.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="candidate">The reading with its parties.</param>
    /// <param name="draft">The record it would become.</param>
    /// <param name="found">How many acts the frames find for certain in the sentence.</param>
    public List<KeyValuePair<ulong, float>> Gather(Tree tree, int sentence, Candidate candidate, Draft draft, int found)
    {
        _list.Clear();
        AddSentence(tree, sentence, found);
        AddWord(tree, candidate.Reading.Trigger);
        AddFrame(tree, candidate, draft.Type);
        AddReading(tree, candidate, draft);
        AddParties(tree, candidate, draft);
        return _list.Values;
    }

    /// <summary>Those that all readings of a sentence share.</summary>
    public List<KeyValuePair<ulong, float>> OfSentence(Tree tree, int sentence, int found)
    {
        _list.Clear();
        AddSentence(tree, sentence, found);
        return _list.Values;
    }

    /// <summary>Those that all readings of a word share.</summary>
    public List<KeyValuePair<ulong, float>> OfWord(Tree tree, int trigger)
    {
        _list.Clear();
        AddWord(tree, trigger);
        return _list.Values;
    }

    /// <summary>Those of the frame as it is met at the word, read as an act of a category.</summary>
    public List<KeyValuePair<ulong, float>> OfFrame(Tree tree, Candidate candidate, PloverType type)
    {
        _list.Clear();
        AddFrame(tree, candidate, type);
        return _list.Values;
    }

    /// <summary>Those of the reading, whoever its parties are.</summary>
    public List<KeyValuePair<ulong, float>> OfReading(Tree tree, Candidate candidate, Draft draft)
    {
        _list.Clear();
        AddReading(tree, candidate, draft);
        return _list.Values;
    }

    /// <summary>Those of its parties.</summary>
    public List<KeyValuePair<ulong, float>> OfParties(Tree tree, Candidate candidate, Draft draft)
    {
        _list.Clear();
        AddParties(tree, candidate, draft);
        return _list.Values;
    }

    private void AddSentence(Tree tree, int sentence, int found)
    {
        int first = tree.Source.Sentences.First(sentence), end = tree.Source.Sentences.End(sentence);
        Add("bias");
        Add("found", FeatureList.Digit(found));
        Add("length", FeatureList.Digit((end - first) / 12));
        foreach ((string domain, string words) in _domains)
        {
            Add("domain", domain, words);
        }

        if (_domains.Count == 0)
        {
            Add("domain", "none");
        }

        for (int i = first; i < end; i++)
        {
            if (tree.Pos(i) is Upos.Noun or Upos.Verb or Upos.Adj)
            {
                Add("word", tree.Lemma(i), weight: 0.25f);
            }
        }
    }

    private void AddWord(Tree tree, int trigger)
    {
        int sentence = tree.Source.Sentences.Of(trigger);
        string lemma = tree.Lemma(trigger), relation = tree.Relation(trigger).Code();
        Add("trigger", lemma);
        Add("tag", tree.Xpos(trigger).Code());
        Add("relation", relation);
        foreach ((string domain, string words) in _domains)
        {
            Add("domain+trigger", domain, lemma);
        }

        if (trigger > tree.Source.Sentences.First(sentence))
        {
            Add("before", tree.Lemma(trigger - 1));
        }

        if (trigger + 1 < tree.Source.Sentences.End(sentence))
        {
            Add("after", tree.Lemma(trigger + 1));
            Add("trigger+after", lemma, tree.Lemma(trigger + 1));
        }

        foreach (int child in tree.Of(trigger))
        {
            switch (tree.Relation(child))
            {
                case Deprel.Obj or Deprel.NsubjPass:
                    Add("object", tree.Lemma(child));
                    break;
                case Deprel.Nsubj:
                    Add("subject", tree.Lemma(child));
                    break;
                case Deprel.Aux or Deprel.Mark or Deprel.Advmod:
                    Add("helper", tree.Lemma(child));
                    break;
                case Deprel.Obl or Deprel.Nmod:
                    Add("oblique", tree.Lemma(child));
                    break;
                case Deprel.Det or Deprel.NmodPoss or Deprel.CompoundPrt or Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl:
                    Add("dependent", tree.Relation(child).Code(), tree.Lemma(child));
                    break;
                case Deprel.Compound or Deprel.Amod:
                    Add("modifier", tree.Lemma(child));
                    break;
            }
        }

        if (tree.Head(trigger) is >= 0 and int head)
        {
            Add("above", tree.Lemma(head));
            Add("above+relation", tree.Lemma(head), relation);
        }
        else
        {
            Add("root");
        }
    }

    private void AddFrame(Tree tree, Candidate candidate, PloverType category)
    {
        Match match = candidate.Reading;
        int trigger = match.Trigger;
        string lemma = tree.Lemma(trigger), type = category.Code(), kind = KindOf(match), fit = FitOf(candidate);
        Add("frame", match.Frame.Id);
        Add("type", type);
        Add("type+kind", type, kind);
        Add("trigger+type", lemma, type);
        Add("kind", kind);
        Add("specificity", FeatureList.Digit(match.By.Specificity));
        Add("kind+specificity", kind, FeatureList.Digit(match.By.Specificity));
        Add("relation+kind", tree.Relation(trigger).Code(), kind);
        Add("fit", fit);
        Add("fit+kind", fit, kind);
        Add("fit+type", fit, type);
        Add("fit+lemma", fit, lemma, type);
        Add("fit+frame", fit, match.Frame.Id);
        Add("fit+rivals", fit, FeatureList.Digit(candidate.Rivals));
        foreach (string slot in match.FailedSlots)
        {
            Add("failed", slot, type);
            Add("failed+frame", slot, match.Frame.Id);
        }

        if (!candidate.IsCertainBeside)
        {
            Add("no-other-reading", fit);
        }

        Add("share", FeatureList.Digit((int)(candidate.Share * 5)), type);
        if (Tagged is not null)
        {
            AddTagged(Tagged, match, category, type, fit);
        }
    }

    /// <summary>What the tagger says of the word, or of the verb that carries it.</summary>
    private void AddTagged(TaggedActs tagged, Match match, PloverType category, string type, string fit)
    {
        double own = tagged.Odds(match.Trigger, category);
        double carried = match.Carrier >= 0 ? tagged.Odds(match.Carrier, category) : own;
        int word = carried > own ? match.Carrier : match.Trigger;
        string odds = TaggedOdds.Step(Math.Max(own, carried));
        string likeliest = tagged.Likeliest(word) == category ? "likeliest" : "another";
        Add("tagger", odds);
        Add("tagger+likeliest", odds, likeliest);
        Add("tagger+fit", odds, fit);
        Add("tagger+type", odds, type);
    }

    private static string KindOf(Match match) => match.By.Trigger.Kind switch
    {
        Lexicon.Frames.TriggerKind.Verb => "verb",
        Lexicon.Frames.TriggerKind.Noun => match.Carrier >= 0 ? "carried-noun" : "noun",
        _ => "adjective",
    };

    /// <summary>How far the frame holds.</summary>
    private static string FitOf(Candidate candidate) =>
        candidate.Reading.Misfit == 0 ? candidate.IsKept ? "kept" : "dropped" : candidate.Reading.IsExcluded ? "excluded" : FeatureList.Digit(candidate.Reading.Failed);

    private void AddReading(Tree tree, Candidate candidate, Draft draft)
    {
        Match match = candidate.Reading;
        string type = draft.Type.Code();
        Add("status", draft.Status.Code());
        Add("status+type", draft.Status.Code(), type);
        if (draft.Type != match.Frame.Type)
        {
            Add("recoded", match.Frame.Type.Code(), type);
        }

        foreach ((string domain, string words) in _domains)
        {
            Add("domain+type", domain, words, type);
        }

        AddOverlap(candidate, type);
        AddWordsAs(tree, match.Trigger, tree.Lemma(match.Trigger), type);
    }

    /// <summary>The words about the act, with the category that it is read as.</summary>
    private void AddWordsAs(Tree tree, int trigger, string lemma, string type)
    {
        foreach (int child in tree.Of(trigger))
        {
            Deprel relation = tree.Relation(child);
            switch (relation)
            {
                case Deprel.Obj or Deprel.NsubjPass:
                    Add("trigger+object", lemma, tree.Lemma(child), type);
                    Add("object+type", tree.Lemma(child), type);
                    break;
                case Deprel.Aux or Deprel.Mark or Deprel.Advmod:
                    Add("helper+type", tree.Lemma(child), type);
                    break;
                case Deprel.Obl or Deprel.Nmod:
                    string preposition = tree.Child(child, Deprel.Case) is >= 0 and int mark ? tree.Lemma(mark) : "";
                    Add("oblique+type", tree.Lemma(child), preposition, type);
                    Add("preposition+type", preposition, type);
                    Add("trigger+preposition", lemma, preposition, type);
                    break;
                case Deprel.Det or Deprel.NmodPoss or Deprel.CompoundPrt or Deprel.Xcomp or Deprel.Ccomp or Deprel.Advcl:
                    Add("dependent+trigger", relation.Code(), lemma, type);
                    break;
                case Deprel.Compound or Deprel.Amod:
                    Add("modifier+type", tree.Lemma(child), type);
                    break;
            }
        }

        if (tree.Head(trigger) is >= 0 and int head)
        {
            Add("above+type", tree.Lemma(head), tree.Relation(trigger).Code(), type);
            Add("relation+trigger", tree.Relation(trigger).Code(), lemma, type);
        }
    }

    private void AddParties(Tree tree, Candidate candidate, Draft draft)
    {
        Match match = candidate.Reading;
        string type = draft.Type.Code();
        AddRoles(candidate.Roles, type);
        AddParty("actor", type, match.Actors, match.ActorSlot?.Text, tree);
        AddParty("recipient", type, match.Recipients, match.RecipientSlot?.Text, tree);
        foreach ((string domain, string words) in _domains)
        {
            Add("domain+parties", domain, words, match.Actors.Count > 0 ? Sectors.Of(match.Actors[0]) : "none");
        }

        if (match.Actors.Count > 0 && match.Recipients.Count > 0)
        {
            Add("pair", Sectors.Of(match.Actors[0]), Sectors.Of(match.Recipients[0]));
            Add(match.Actors[0].Country is { } country && country == match.Recipients[0].Country ? "same-country" : "other-country", type);
        }
    }

    /// <summary>What stands beside it.</summary>
    private void AddOverlap(Candidate candidate, string type)
    {
        string fit = FitOf(candidate);
        if (candidate.Overlap is { } overlap)
        {
            string reason = overlap.Kind.ToString();
            string other = overlap.Other?.Frame.Type.Code() ?? "";
            Add("overlap", reason);
            Add("overlap+fit", reason, fit);
            Add("overlap+kind", reason, KindOf(candidate.Reading));
            Add("overlap+types", reason, other, type);
            if (overlap.Other is not null)
            {
                Add("overlap+frame", reason, overlap.Other.Frame.Id);
            }
        }
        else
        {
            Add("overlap", "none");
            Add("overlap+fit", "none", fit);
        }
    }

    private void AddRoles(RoleChoice roles, string type)
    {
        string actor = FeatureList.Digit((int)(roles.Actor * 5.99)), recipient = FeatureList.Digit((int)(roles.Recipient * 5.99));
        Add("actor-odds", actor);
        Add("recipient-odds", recipient);
        Add("role-odds", actor, recipient);
        Add("actor-odds+type", actor, type);
        Add("recipient-odds+type", recipient, type);
        Add("roles-as-slots", roles.AgreesWithSlots ? "yes" : "no");
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
        string sector = Sectors.Of(first);
        Add(role, sector);
        Add(role, sector, type);
        Add(role == "actor" ? "actor-slot" : "recipient-slot", slot ?? "-", type);
        Add(role == "actor" ? "actor-tag" : "recipient-tag", tree.Pos(first.Head).Code());
        Add(role == "actor" ? "actor-count" : "recipient-count", FeatureList.Digit(parties.Count));
        if (!first.IsCoded)
        {
            Add(role == "actor" ? "actor-word" : "recipient-word", tree.Lemma(first.Head));
        }
    }

    private void Add(string template, ReadOnlySpan<char> a = default, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, float weight = 1f) =>
        _list.Add(template, a, b, c, weight);
}
