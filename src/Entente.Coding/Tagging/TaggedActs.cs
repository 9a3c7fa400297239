using Entente.Coding.Clauses;
using Entente.Coding.Roles;
using Entente.Language.Neural;
using Entente.Records;

namespace Entente.Coding.Tagging;

/// <summary>What the tagger says of a sentence: which act each word tells, and what each party is to it.</summary>
internal sealed class TaggedActs(LabelModel model, LabelScratch scratch, Tree tree, SentenceParties parties, int first, int[] scores)
{
    private const double NotRead = -20;

    private readonly Dictionary<(int Trigger, PloverType Type, int Party), (double Actor, double Recipient)> _roles = [];

    /// <summary>Log-odds that the word tells an act of the category rather than none; -20 where the tagger has not looked.</summary>
    public double Odds(int token, PloverType type)
    {
        int at = (token - first) * ActTagger.Labels;
        return at < 0 || at + ActTagger.Labels > scores.Length ? NotRead : (scores[at + ActTagger.LabelOf(type)] - (long)scores[at]) * model.Unit;
    }

    /// <summary>The category that the word tells most likely, if any.</summary>
    public PloverType Likeliest(int token)
    {
        var best = default(PloverType);
        for (int i = 1; i < PloverTypes.Count; i++)
        {
            best = Odds(token, (PloverType)i) > Odds(token, best) ? (PloverType)i : best;
        }

        return best;
    }

    /// <summary>Log-odds that a party is the actor of an act rather than neither, and the same of its recipient; -20 where the tagger has not looked.</summary>
    /// <param name="trigger">The word that tells the act.</param>
    /// <param name="type">Its category.</param>
    /// <param name="party">The party's number in the sentence.</param>
    public (double Actor, double Recipient) RoleOdds(int trigger, PloverType type, int party)
    {
        if (_roles.TryGetValue((trigger, type, party), out (double, double) known))
        {
            return known;
        }

        (int word, int other) = (trigger - first, parties.Mentions[party].Head - first);
        int words = scores.Length / ActTagger.Labels;
        (double, double) odds = (NotRead, NotRead);
        if (word < words && other < words)
        {
            Span<int> sums = stackalloc int[ActTagger.Roles];
            model.ScorePair(word, other, RoleWordFeatures.Of(tree, parties, trigger, party, type), scratch, sums);
            odds = ((sums[ActTagger.Actor] - (long)sums[0]) * model.PairUnit, (sums[ActTagger.Recipient] - (long)sums[0]) * model.PairUnit);
        }

        _roles[(trigger, type, party)] = odds;
        return odds;
    }
}
