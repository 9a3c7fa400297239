using Entente.Records;

namespace Entente.Coding.Tagging;

/// <summary>What the tagger says of a sentence's words.</summary>
/// <param name="First">The sentence's first word.</param>
/// <param name="Scores">Words x <see cref="ActTagger.Labels"/>.</param>
/// <param name="Unit">What one unit of a score is worth in log-odds.</param>
internal sealed record TaggedActs(int First, int[] Scores, double Unit)
{
    /// <summary>Log-odds that the word tells an act of the category rather than none; -20 where the tagger has not looked.</summary>
    public double Odds(int token, PloverType type)
    {
        int at = (token - First) * ActTagger.Labels;
        return at < 0 || at + ActTagger.Labels > Scores.Length ? -20 : (Scores[at + ActTagger.LabelOf(type)] - (long)Scores[at]) * Unit;
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
}
