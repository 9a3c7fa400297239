using System.Diagnostics.CodeAnalysis;
using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Entities;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>What a noun phrase's own words show: its role noun, whether it is definite, plural, former; and the party made of it.</summary>
internal sealed class Phrases(WorldLexicon lexicon, Tree tree, Words words, NamesInText names, Owners owners)
{
    /// <summary>The role noun in the phrase: that of its head, else the nearest before <paramref name="end"/>.</summary>
    public bool TryAgent(in NounPhrase phrase, int end, out Agent agent)
    {
        if (phrase.Head < end && (!names.TryGet(phrase.Head, out NameMention mention) || (mention.Hit.Senses[0].IsActor && !owners.TryOwner(mention, out _))) && TryMatch(phrase.First, phrase.Head, out Agent? found))
        {
            agent = found;
            return true;
        }

        if (tree.Pos(phrase.Head) == Upos.Propn || end <= phrase.Head)
        {
            for (int at = Math.Min(end, phrase.End) - 1; at >= phrase.First; at--)
            {
                if (at != phrase.Head && tree.Pos(at) is Upos.Noun or Upos.Propn && !names.TryGet(at, out _)
                    && TryMatch(phrase.First, at, out found))
                {
                    agent = found;
                    return true;
                }
            }
        }

        agent = null!;
        return false;
    }

    /// <summary>"Foreign diplomats", "an overseas firm", "the multinational force": whose they are, the text around does not say; one "foreign minister" or "deputy foreign minister" is so by name.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="agent">Its role noun; null for none.</param>
    public bool IsForeign(in NounPhrase phrase, Agent? agent)
    {
        bool office = !IsPlural(phrase.Head) && agent?.Code.Sectors is ["GOV" or "LEG" or "SPY", ..];
        for (int at = phrase.First; at < phrase.Head; at++)
        {
            if ((tree.Is(at, "foreign") || tree.Is(at, "overseas") || tree.Is(at, "multinational")) && !(office && agent!.Noun.Contains(words.Lower(at), StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The longest role noun that ends at a word: by lemmas, or with the words before it as they stand where that takes more of them ("rights group").</summary>
    private bool TryMatch(int first, int head, [NotNullWhen(true)] out Agent? agent)
    {
        ReadOnlySpan<string> lemmas = tree.Source.Lemmas.Lemmas.AsSpan(first, head + 1 - first);
        bool found = lexicon.Agents.TryMatch(lemmas, out agent, out int length);
        bool plurals = false;
        for (int at = first; at < head; at++)
        {
            plurals |= tree.Xpos(at) is Xpos.Nns or Xpos.Nnps;
        }

        if (!plurals)
        {
            return found;
        }

        string[] forms = lemmas.ToArray();
        for (int at = first; at < head; at++)
        {
            forms[at - first] = tree.Word(at).ToString();
        }

        if (lexicon.Agents.TryMatch(forms, out Agent? worded, out int longer) && longer > length)
        {
            (agent, found) = (worded, true);
        }

        return found;
    }

    /// <summary>Whether the word is a title or a role that stands before a name.</summary>
    public bool IsTitle(int token) => lexicon.Agents.TryMatch(tree.Source.Lemmas.Lemmas.AsSpan(token, 1), out _, out _) || tree.Word(token) is "Mr." or "Mr" or "Ms." or "Mrs." or "Dr." or "Gen." or "Sen.";

    /// <summary>The phrase with "of Chad", "for the ministry" after it, where that is short.</summary>
    public NounPhrase WithPhrase(in NounPhrase phrase)
    {
        foreach (int child in tree.Of(phrase.Head))
        {
            if (child > phrase.Head && tree.Relation(child) == Deprel.Nmod && (Prepositions.Opens(tree, child, "of") || Prepositions.Opens(tree, child, "for")))
            {
                NounPhrase whole = phrase.With(tree, child);
                return whole.End - phrase.End <= 6 ? whole : phrase;
            }
        }

        return phrase;
    }

    /// <summary>Whether "and" or a hyphen stands in the phrase or close after it.</summary>
    public bool AreCoordinated(in NounPhrase phrase)
    {
        for (int at = phrase.First; at < Math.Min(phrase.End + 4, tree.Source.Count); at++)
        {
            if (tree.Relation(at) == Deprel.Cc || tree.Word(at) is "-" or "–")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether its words call the holder a former one.</summary>
    public bool IsFormer(in NounPhrase phrase)
    {
        for (int at = phrase.First; at < phrase.End; at++)
        {
            if (tree.Is(at, "former") || tree.Is(at, "ex") || tree.Is(at, "ex-president") || tree.Is(at, "onetime") || tree.Is(at, "erstwhile"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it points at something known: "the", "this", a name.</summary>
    public bool IsDefinite(in NounPhrase phrase) => tree.Is(phrase.First, "the") || tree.Is(phrase.First, "this") || tree.Is(phrase.First, "that") || tree.Is(phrase.First, "these") || tree.Pos(phrase.Head) == Upos.Propn;

    /// <summary>Whether the word is a plural noun.</summary>
    public bool IsPlural(int head) => tree.Xpos(head) is Xpos.Nns or Xpos.Nnps;

    /// <summary>"The Summit", "the Agreement": capitalised, but nobody.</summary>
    public bool IsEvent(int head) => EntityAt(head) == EntityType.Event || words.Lower(head) is "agreement" or "accord" or "treaty" or "summit" or "conference" or "war" or "day" or "act" or "law" or "river" or "sea" or "ocean" or "gulf"
        or "strait" or "mountain" or "street" or "square" or "road" or "bridge" or "cup" or "games" or "olympics" or "resolution" or "convention" or "protocol" or "pact" or "dollar" or "euro" or "covid" or "covid-19" or "internet" or "god";

    /// <summary>The type of the mention that the word is part of; null for none.</summary>
    public EntityType? EntityAt(int token)
    {
        IReadOnlyList<EntityMention> mentions = tree.Source.Entities.Mentions;
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

    /// <summary>The party of a phrase whose code is known.</summary>
    public Party Make(in NounPhrase phrase, ActorCode? code, PartyKind kind, string? name, string? role, string? id, string reason)
    {
        var entity = new Entity(Quote.Of(tree.Source.Text, phrase.Span(tree)), code) { Name = name, Role = role, Id = id, Reason = reason };
        return new(entity, kind, phrase.Head);
    }
}
