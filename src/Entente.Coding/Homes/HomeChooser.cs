using Entente.Coding.Clauses;
using Entente.Coding.Resolution;
using Entente.Language.Tags;
using Entente.Lexicon;
using Entente.Records;

namespace Entente.Coding.Homes;

/// <summary>Whose "the army", "protesters", "police" are, where their own words do not say: one of the countries named around them, or nobody's for certain.</summary>
/// <remarks>A log-linear choice over the countries of the sentence, the two before it and the text's first; its sums are integers.</remarks>
internal sealed class HomeChooser(WorldLexicon lexicon, Tree tree, Words words, Arguments arguments, CountryMentions mentions, PartyResolver parties)
{
    private const int SentencesBack = 2;
    private readonly HomeFeatures _features = new(lexicon, tree, words, arguments);
    private readonly List<HomeCandidate> _candidates = [];

    /// <summary>Receives each choice asked for, for training; null where nobody learns.</summary>
    public Action<int, IReadOnlyList<HomeCandidate>, HomeFeatures, HomeFacts>? Asked { get; set; }

    /// <summary>The country or body that a phrase belongs to; null where nothing shows it.</summary>
    /// <param name="phrase">The phrase.</param>
    /// <param name="sector">What it is, by the first sector of its role; another word in lower case for what bears none.</param>
    public Owner? Choose(in NounPhrase phrase, string sector)
    {
        if (tree.Pos(phrase.Head) == Upos.Adj)
        {
            return null; // "military cooperation" is nobody's military
        }

        Gather(phrase);
        _candidates.RemoveAll(candidate => !CanHave(candidate.Country, sector));
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
            long sum = weights.Sum(_features.Of(candidate, facts));
            if (sum > most)
            {
                (best, most) = (candidate, sum);
            }
        }

        return best is null ? null : new(ActorCode.Parse(best.Country), $"by what is named around it; {best.Mentions[0].Row}");
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
