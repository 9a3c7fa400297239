using Entente.Coding.Clauses;
using Entente.Coding.Homes;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>What was named before in the document: pronouns, definite descriptions, family names, names first given with a role.</summary>
/// <remarks>Only what is safe: the nearest compatible subject of the sentence or of the two before it; otherwise nothing.</remarks>
internal sealed class Coreference(Tree tree, Words words, Arguments arguments, CountryMentions countries, Phrases phrases, PartyResolver parties)
{
    private const int SentencesBack = 2;
    private const int WordsBack = 400;

    /// <summary>The parties a pronoun stands for, in the words that name them where the clause has those, else in the pronoun's own; uncoded for people who cannot be told, empty for things.</summary>
    public Party[] Pronoun(int token)
    {
        ReadOnlySpan<char> word = tree.Word(token);
        if (tree.Is(token, "whose"))
        {
            return Whose(token);
        }

        Wanted wanted = WantedBy(word);
        if (wanted == Wanted.Nothing)
        {
            return [];
        }

        bool ownClause = tree.Relation(token) is Deprel.NmodPoss || word.EndsWith("self", StringComparison.OrdinalIgnoreCase) || word.EndsWith("selves", StringComparison.OrdinalIgnoreCase);
        List<Party> found = InSentence(token, ownClause, wanted);
        int sentence = tree.Source.Sentences.Of(token);
        if (found.Count == 0)
        {
            found = Nearest(token, wanted);
        }

        for (int back = 1; found.Count == 0 && back <= SentencesBack && sentence - back >= 0; back++)
        {
            found = InEarlier(sentence - back, wanted);
        }

        var phrase = new NounPhrase(token, token, token + 1);
        if (found.Count == 0)
        {
            return wanted is Wanted.Person or Wanted.Several or Wanted.Speaker
                ? [phrases.Make(phrase, null, wanted == Wanted.Several ? PartyKind.Group : PartyKind.Person, null, null, null, "a pronoun whose bearer the text does not make safe")]
                : [];
        }

        var own = new Party[found.Count];
        for (int i = 0; i < own.Length; i++)
        {
            Entity meant = found[i].Entity;
            bool here = ownClause && tree.Source.Sentences.Of(found[i].Head) == sentence;
            own[i] = found[i] with
            {
                Entity = meant with
                {
                    Quote = here ? meant.Quote : Quote.Of(tree.Source.Text, phrase.Span(tree)),
                    Reason = $"'{tree.Word(token)}' for '{meant.Quote.Text}'; {meant.Reason}",
                },
            };
        }

        return own;
    }

    /// <summary>"Serbia, whose government …": what the relative clause hangs on.</summary>
    private Party[] Whose(int token)
    {
        for (int at = tree.Head(token), steps = 0; at >= 0 && steps < 12; at = tree.Head(at), steps++)
        {
            if (tree.Relation(at) is Deprel.AclRelcl or Deprel.Acl && tree.Head(at) is >= 0 and var noun && noun < token)
            {
                return parties.One(noun) is [{ } party] ? [party with { Entity = party.Entity with { Quote = Quote.Of(tree.Source.Text, new NounPhrase(token, token, token + 1).Span(tree)), Reason = $"'whose' for '{party.Entity.Quote.Text}'; {party.Entity.Reason}" } }] : [];
            }
        }

        return [];
    }

    /// <summary>An unknown name that stood before in a longer phrase with a code: "Smith" after "Defence Secretary John Smith"; "(SDF)".</summary>
    public Party? EarlierName(in NounPhrase phrase)
    {
        ReadOnlySpan<char> word = tree.Word(phrase.Head);
        int last = Math.Max(0, phrase.First - WordsBack);
        for (int at = phrase.First - 1; at >= last; at--)
        {
            if (!tree.Word(at).SequenceEqual(word) || tree.Pos(at) != Upos.Propn)
            {
                continue;
            }

            int head = tree.Relation(at) is Deprel.Flat or Deprel.Compound or Deprel.Appos or Deprel.NmodDesc ? tree.Head(at) : at;
            if (head >= 0 && head != phrase.Head && parties.One(head) is [{ IsCoded: true } party])
            {
                return party with
                {
                    Head = phrase.Head,
                    Entity = party.Entity with { Quote = Quote.Of(tree.Source.Text, phrase.Span(tree)), Reason = $"named before: '{party.Entity.Quote.Text}'; {party.Entity.Reason}" },
                };
            }
        }

        return null;
    }

    /// <summary>The latest states named before the phrase, <paramref name="count"/> of them, in the sentence or the one before; else empty.</summary>
    public Party[] LatestState(in NounPhrase phrase, int count)
    {
        if (count > 1 && tree.Relation(phrase.Head) is Deprel.Obj or Deprel.Iobj or Deprel.Nmod or Deprel.Xcomp)
        {
            return []; // "urged both sides": who urges may be one of the states named
        }

        NounPhrase whole = phrase;
        int sentence = tree.Source.Sentences.Of(phrase.Head);
        var found = new List<CountryMention>();
        for (int back = 0; back <= 1 && sentence - back >= 0 && found.Count < count; back++)
        {
            ReadOnlySpan<CountryMention> named = countries.Of(sentence - back);
            for (int i = named.Length - 1; i >= 0; i--)
            {
                CountryMention mention = named[i];
                bool state = mention.Kind is CountryMentionKind.State or CountryMentionKind.Seat or CountryMentionKind.Adjective or CountryMentionKind.Person && mention.Country is not ("IGO" or "UNO" or "EUR" or "NGO" or "MNC" or "ISM" or "IMG");
                if (state && mention.End <= phrase.First && !found.Exists(known => known.Country == mention.Country))
                {
                    found.Insert(0, mention);
                }
            }
        }

        return found.Count != count
            ? []
            : [.. found.Select(Told)];

        Party Told(CountryMention mention) => phrases.Make(whole, Codes.Of(mention.Country, "GOV"), PartyKind.State, null, null, null, $"the only state named before; {mention.Row}");
    }

    /// <summary>The group or body named last before the phrase, in the sentence or the two before it; the subject of a sentence goes before what else it names. Null for none, or where two are named alike.</summary>
    /// <param name="phrase">"The group".</param>
    /// <param name="armed">Whether it must be an armed group.</param>
    /// <param name="noun">The noun that its name must end in, wherever in the text before it stands; null for any name.</param>
    public Party? LatestGroup(in NounPhrase phrase, bool armed, string? noun)
    {
        int own = tree.Source.Sentences.Of(phrase.Head), phraseHead = phrase.Head;
        TextSpan span = phrase.Span(tree);
        for (int back = 0; own - back >= 0 && back <= (noun is null ? SentencesBack : own); back++)
        {
            Party? latest = null;
            bool several = false;
            int first = tree.Source.Sentences.First(own - back);
            for (int at = Math.Min(tree.Source.Sentences.End(own - back), phrase.First) - 1; at >= first; at--)
            {
                if (tree.Pos(at) != Upos.Propn || !parties.IsNamedGroup(at, armed) || (noun is not null && !words.Lower(at).Equals(noun, StringComparison.Ordinal)) || parties.One(at) is not [{ Entity.Code: { } code } party] || (armed && !code.Sectors.Contains("REB")))
                {
                    continue;
                }

                if (tree.Relation(at) is Deprel.Nsubj or Deprel.NsubjPass && back > 0)
                {
                    return Again(party);
                }

                several |= latest is not null && latest.Entity.Id != party.Entity.Id;
                latest ??= party;
            }

            if (latest is not null)
            {
                return several ? null : Again(latest);
            }
        }

        return null;

        Party Again(Party party) => party with
        {
            Head = phraseHead,
            Entity = party.Entity with { Quote = Quote.Of(tree.Source.Text, span), Reason = $"named before: '{party.Entity.Quote.Text}'; {party.Entity.Reason}" },
        };
    }

    private List<Party> InSentence(int token, bool ownClause, Wanted wanted)
    {
        bool own = true;
        for (int at = tree.Head(token), steps = 0; at >= 0 && steps < 12; at = tree.Head(at), steps++)
        {
            if (!tree.IsPredicate(at) && tree.Pos(at) != Upos.Adj)
            {
                continue;
            }

            int subject = arguments.SurfaceSubject(at);
            if (subject >= 0 && subject != token && (subject < token || wanted == Wanted.Speaker) && (ownClause || !own) && !tree.IsWithin(token, subject)
                && Fitting(subject, wanted == Wanted.Several && tree.Pos(at) == Upos.Verb && Attribution.SpeechVerbs.Contains(tree.Lemma(at)) ? Wanted.Speaker : wanted) is { Count: > 0 } found)
            {
                return found; // "the spokesman said they support …": they are whom he speaks for
            }

            if (!own && wanted == Wanted.Several && subject >= 0 && subject < token && Together(at, subject, token) is { Count: > 1 } both)
            {
                return both;
            }

            own = false;
        }

        return [];
    }

    /// <summary>"Shoigu met Yaqoob, and they signed …": subject and object of the clause before, where both are coded.</summary>
    private List<Party> Together(int verb, int subject, int token)
    {
        int other = arguments.Object(verb);
        if (other < 0)
        {
            other = Prepositions.First(tree, verb, "with", "with", "with");
        }

        if (other < 0 || other >= token)
        {
            return [];
        }

        List<Party> all = [.. parties.One(subject), .. parties.One(other)];
        return all.TrueForAll(party => party.IsCoded && party.Kind is PartyKind.Person or PartyKind.State) ? all : [];
    }

    /// <summary>"… the president's departure; he lifted the curfew": where no subject above fits, the nearest coded mention before in the sentence, in another clause.</summary>
    private List<Party> Nearest(int token, Wanted wanted)
    {
        if (wanted is Wanted.Speaker)
        {
            return [];
        }

        int clause = Predicate(token), first = tree.Source.Sentences.First(tree.Source.Sentences.Of(token));
        for (int at = token - 1; at >= first; at--)
        {
            if (tree.Pos(at) is Upos.Noun or Upos.Propn && tree.Relation(at) is not (Deprel.Flat or Deprel.Compound or Deprel.NmodDesc) && Predicate(at) != clause
                && Fitting(at, wanted) is { Count: > 0 } found && found.TrueForAll(party => party.IsCoded && party.Kind != PartyKind.Place))
            {
                return found;
            }
        }

        return [];
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

    private List<Party> InEarlier(int sentence, Wanted wanted)
    {
        if (wanted == Wanted.Speaker)
        {
            return [];
        }

        for (int at = tree.Source.Sentences.First(sentence); at < tree.Source.Sentences.End(sentence); at++)
        {
            if (tree.Relation(at) is Deprel.Nsubj or Deprel.NsubjPass && tree.Pos(at) != Upos.Pron && Fitting(at, wanted) is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private List<Party> Fitting(int subject, Wanted wanted)
    {
        var all = new List<Party>();
        parties.AddAll(subject, all);
        bool fits = all.Count > 0 && wanted switch
        {
            Wanted.Person => all.Count == 1 && all[0].Kind == PartyKind.Person,
            Wanted.One => all.Count == 1 && (all[0].Kind is PartyKind.State or PartyKind.Organisation or PartyKind.Place || (all[0].Kind == PartyKind.Group && tree.Xpos(subject) is not (Xpos.Nns or Xpos.Nnps))),
            Wanted.Several => all.Count > 1 || all[0].Kind is PartyKind.Group,
            Wanted.Speaker => true,
            _ => false,
        };
        return fits ? all : [];
    }

    private static Wanted WantedBy(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        if (word.Length > lower.Length)
        {
            return Wanted.Nothing;
        }

        int length = word.ToLowerInvariant(lower);
        return lower[..length] switch
        {
            "he" or "she" or "him" or "her" or "his" or "hers" or "himself" or "herself" => Wanted.Person,
            "it" or "its" or "itself" => Wanted.One,
            "they" or "them" or "their" or "theirs" or "themselves" => Wanted.Several,
            "we" or "us" or "our" or "ours" or "ourselves" or "i" or "me" or "my" => Wanted.Speaker,
            _ => Wanted.Nothing,
        };
    }

    private enum Wanted : byte
    {
        Nothing,
        Person,
        One,
        Several,
        Speaker,
    }
}
