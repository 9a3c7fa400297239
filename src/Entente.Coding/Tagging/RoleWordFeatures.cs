using Entente.Coding.Clauses;
using Entente.Coding.Learning;
using Entente.Coding.Roles;
using Entente.Records;

namespace Entente.Coding.Tagging;

/// <summary>What the tagger of acts sees of a word that tells an act and a party: the category, the way between them, who the party is.</summary>
internal static class RoleWordFeatures
{
    /// <summary>Gathers the features of a pair.</summary>
    /// <param name="tree">The document's trees.</param>
    /// <param name="parties">The sentence's parties.</param>
    /// <param name="trigger">The word that tells the act.</param>
    /// <param name="index">The party.</param>
    /// <param name="type">The act's category.</param>
    public static ulong[] Of(Tree tree, SentenceParties parties, int trigger, int index, PloverType type)
    {
        Mention mention = parties.Mentions[index];
        PartyFacts facts = parties.Facts(tree, index);
        TreePath way = parties.Way(tree, mention.Anchor, trigger);
        string side = mention.Head < trigger ? "before" : "after", category = type.Code();
        return
        [
            FeatureHash.Of("pair-type", category),
            FeatureHash.Of("pair-way", way.Text),
            FeatureHash.Of("pair-way+preposition", way.Text, facts.Preposition),
            FeatureHash.Of("pair-way+type", way.Text, category),
            FeatureHash.Of("pair-side+type", side, category),
            FeatureHash.Of("pair-clauses", FeatureList.Digit(way.Clauses), side),
            FeatureHash.Of("pair-distance", side, FeatureList.Digit(int.Log2(Math.Abs(mention.Head - trigger) + 1))),
            FeatureHash.Of("pair-preposition+type", facts.Preposition, category),
            FeatureHash.Of("pair-sector+type", facts.Sector, category),
            FeatureHash.Of("pair-nested", facts.IsInner ? "inner" : facts.IsOuter ? "outer" : "alone"),
            FeatureHash.Of("pair-rank", side, FeatureList.Digit(Between(parties.Mentions, mention, trigger))),
        ];
    }

    /// <summary>How many parties stand between this one and the word.</summary>
    private static int Between(List<Mention> mentions, Mention mention, int trigger)
    {
        int between = 0;
        foreach (Mention other in mentions)
        {
            between += other.Head > Math.Min(mention.Head, trigger) && other.Head < Math.Max(mention.Head, trigger) ? 1 : 0;
        }

        return between;
    }
}
