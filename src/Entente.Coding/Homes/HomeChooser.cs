using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Lexicon.Actors;
using Entente.Records;

namespace Entente.Coding.Homes;

/// <summary>Whose "the army", "protesters", "police" are, where their own words do not say: one of the countries named around them, or nobody's for certain.</summary>
/// <remarks>A log-linear choice over the countries of the sentence, the two before it and the text's first; its sums are integers.</remarks>
internal sealed class HomeChooser(WorldLexicon lexicon, Tree tree, Words words, Arguments arguments, CountryMentions mentions, Phrases phrases, PartyResolver parties)
{
    private const int SentencesBack = 2;
    private const int WordsBack = 600;
    private readonly HomeFeatures _features = new(lexicon, tree, words, arguments);
    private readonly List<HomeCandidate> _candidates = [];

    /// <summary>Receives each choice asked for, for training; null where nobody learns.</summary>
    public Action<int, IReadOnlyList<HomeCandidate>, HomeFeatures, HomeFacts>? Asked { get; set; }

    /// <summary>The country or body that a phrase belongs to; null where nothing shows it.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="sector">What it is, by the first sector of its role; another word in lower case for what bears none.</param>
    /// <param name="agent">Its role noun; null for none.</param>
    public Owner? Choose(in NounPhrase phrase, string sector, Agent? agent = null)
    {
        if (tree.Pos(phrase.Head) == Upos.Adj)
        {
            return null; // "military cooperation" is nobody's military
        }

        if (phrases.IsForeign(phrase, agent) || IsOfSeveral(phrase))
        {
            return null;
        }

        if (ToldBefore(phrase) is { } told)
        {
            return new(ActorCode.Parse(told), "the only one of that kind that the text has told of");
        }

        if (tree.Xpos(phrase.Head) is Xpos.Nns && words.Lower(phrase.Head) is "junta" or "regime")
        {
            return null; // of several countries
        }

        Gather(phrase);
        bool ofStates = OfStates(words.Lower(phrase.Head));
        _candidates.RemoveAll(candidate => !CanHave(candidate.Country, sector) || (ofStates && IsBody(candidate.Country)));
        if (_candidates.Count == 0)
        {
            return null;
        }

        var facts = new HomeFacts(phrase, sector, _candidates.Count, SameBefore(phrase));
        Asked?.Invoke(phrase.Head, _candidates, _features, facts);
        HomeWeights weights = HomeWeights.Shipped;
        HomeCandidate? best = null;
        long most = weights.Sum(_features.OfNobody(facts));
        foreach (HomeCandidate candidate in _candidates)
        {
            long sum = weights.Sum(_features.Of(candidate, facts)) - Rarity(candidate, tree.Source.Sentences.Of(phrase.Head));
            if (sum > most)
            {
                (best, most) = (candidate, sum);
            }
        }

        return best is null ? null : new(ActorCode.Parse(best.Country), $"by what is named around it; {best.Mentions[0].Row}");
    }

    /// <summary>What speaks against a country that the text names seldom; half of it where it is named beside the phrase.</summary>
    private long Rarity(HomeCandidate candidate, int sentence)
    {
        long whole = mentions.Rarity(candidate.Country, sentence);
        return candidate.Mentions.Exists(mention => tree.Source.Sentences.Of(mention.First) == sentence) ? whole / 2 : whole;
    }

    /// <summary>Bodies have staff and troops, but neither rebels nor a people.</summary>
    private static bool CanHave(string home, string sector) => home switch
    {
        "UNO" or "EUR" or "IGO" => sector is "GOV" or "MIL" or "COP" or "JUD" or "LEG" or "ELI" or "MED" or "LAB",
        "NGO" or "MNC" => sector is "MED" or "LAB" or "BUS",
        "IMG" => sector is "REB" or "UAF" or "PRM" or "ELI",
        "ISM" => false,
        _ => true,
    };

    /// <summary>"The three governments", "visiting ministers", "regional leaders": not those of one country that the text names.</summary>
    private bool IsOfSeveral(in NounPhrase phrase)
    {
        if (!phrases.IsPlural(phrase.Head))
        {
            return false;
        }

        bool government = words.Lower(phrase.Head) is "government" or "army" or "military" or "president" or "leader" or "minister" or "parliament" or "capital" or "navy" or "ministry" or "neighbour" or "neighbor" or "ally";
        for (int at = phrase.First; at < phrase.Head; at++)
        {
            if (tree.Is(at, "international") || tree.Is(at, "regional") || tree.Is(at, "neighbouring") || tree.Is(at, "neighboring") || tree.Is(at, "visiting")
                || (government && at == phrase.Head - 1 && (tree.Is(at, "both") || (tree.Relation(at) == Deprel.Nummod && !tree.Is(at, "one")))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBody(string home) => home is "UNO" or "EUR" or "IGO" or "NGO" or "MNC" or "IMG" or "ISM";

    /// <summary>What only states have: bodies send troops, but have no army.</summary>
    private static bool OfStates(string noun) => noun is "army" or "navy" or "military" or "junta" or "regime" or "police" or "king" or "queen" or "dictator" or "government";

    /// <summary>Those who hold power where a junta does: "the generals", "the regime".</summary>
    private static bool OfJuntas(string noun) => noun is "military" or "army" or "regime" or "general" or "junta";

    /// <summary>"Myanmar's junta … the junta", "President Trump … the president": the country whose one the text has told of, where it has told of one country's alone; null for none.</summary>
    private string? ToldBefore(in NounPhrase phrase)
    {
        if (!tree.Is(phrase.First, "the") || tree.Xpos(phrase.Head) == Xpos.Nnps)
        {
            return null;
        }

        string noun = words.Lower(phrase.Head);
        if (!OfStates(noun) && !OfJuntas(noun) && noun is not ("president" or "premier" or "chancellor" or "emir" or "sultan" or "monarch" or "parliament" or "minister"))
        {
            return null;
        }

        string? found = null;
        for (int at = Math.Max(0, phrase.First - WordsBack); at < phrase.First; at++)
        {
            if (tree.Pos(at) is not (Upos.Noun or Upos.Propn) || !IsSame(noun, words.Lower(at)) || !IsSameOffice(phrase, at) || OwnCountry(at) is not { } country)
            {
                continue;
            }

            if (found is not null && found != country)
            {
                return null;
            }

            found = country;
        }

        return found;
    }

    private static bool IsSame(string noun, string other) => noun.Equals(other, StringComparison.Ordinal) || (other is "junta" && OfJuntas(noun));

    /// <summary>"The foreign minister" is no prime minister told of before.</summary>
    private bool IsSameOffice(in NounPhrase phrase, int at) =>
        words.Lower(at) is not "minister" || (phrase.Head > phrase.First && at > 0 && words.Lower(phrase.Head - 1).Equals(words.Lower(at - 1), StringComparison.Ordinal));

    /// <summary>The country that the words of a phrase themselves show; null for none.</summary>
    private string? OwnCountry(int at)
    {
        if (tree.Relation(at) is Deprel.NmodDesc or Deprel.Compound && tree.Head(at) > at && tree.Pos(tree.Head(at)) == Upos.Propn)
        {
            return parties.One(tree.Head(at)) is [{ Kind: PartyKind.Person, Country: { } holder }] && !IsBody(holder) ? holder : null;
        }

        List<Owner> owners = parties.OwnersOf(NounPhrase.Of(tree, at), null, looseIn: false);
        return owners is [{ Code.Country: { } country }] && !IsBody(country) ? country : null;
    }

    /// <summary>The candidates, in the order of their first mention.</summary>
    private void Gather(in NounPhrase phrase)
    {
        _candidates.Clear();
        int sentence = tree.Source.Sentences.Of(phrase.Head);
        int from = Math.Max(0, sentence - SentencesBack);
        if (from > 0)
        {
            AddFrom(0, phrase);
        }

        for (int at = from; at <= sentence; at++)
        {
            AddFrom(at, phrase);
        }
    }

    private void AddFrom(int sentence, in NounPhrase phrase)
    {
        foreach (CountryMention mention in mentions.Of(sentence))
        {
            if (mention.First <= phrase.Head && phrase.Head < mention.End)
            {
                continue;
            }

            HomeCandidate? known = _candidates.Find(candidate => candidate.Country == mention.Country);
            if (known is null)
            {
                known = new(mention.Country);
                _candidates.Add(known);
            }

            known.Mentions.Add(mention);
        }
    }

    /// <summary>The country of the same noun before: of "Colombia's army" for "the army"; null for none.</summary>
    private string? SameBefore(in NounPhrase phrase)
    {
        string noun = words.Lower(phrase.Head);
        for (int at = phrase.First - 1, last = Math.Max(0, phrase.First - 400); at >= last; at--)
        {
            if (tree.Pos(at) is Upos.Noun or Upos.Propn && words.Lower(at).Equals(noun, StringComparison.Ordinal) && parties.One(at) is [{ Country: { } country }, ..])
            {
                return country;
            }
        }

        return null;
    }
}
