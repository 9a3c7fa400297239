using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Resolution;

/// <summary>A noun phrase as a run of words <c>[First, End)</c> around its head, without relative clauses, long phrases and appositions.</summary>
internal readonly record struct NounPhrase(int First, int Head, int End)
{
    /// <summary>The phrase of a head word.</summary>
    public static NounPhrase Of(Tree tree, int head)
    {
        int first = head, end = head + 1;
        foreach (int child in tree.Of(head))
        {
            Deprel relation = tree.Relation(child);
            if (child < head)
            {
                if (OpensPhrase(tree, child, relation))
                {
                    first = Math.Min(first, Leftmost(tree, child));
                }
            }
            else if (Continues(tree, child, relation, end))
            {
                end = Math.Max(end, Rightmost(tree, child));
            }
        }

        return new(first, head, end);
    }

    /// <summary>The phrase with "of Chad", "for the ministry" after it, where that follows at once.</summary>
    public NounPhrase With(Tree tree, int phrase)
    {
        NounPhrase inner = Of(tree, phrase);
        return inner.End > End && inner.First <= End + 2 ? this with { End = inner.End } : this;
    }

    /// <summary>Where it stands.</summary>
    public TextSpan Span(Tree tree) => new(tree.Source.Tokens.Starts[First], tree.Source.Tokens.Ends[End - 1]);

    private static bool OpensPhrase(Tree tree, int child, Deprel relation) => relation switch
    {
        Deprel.Det or Deprel.DetPredet or Deprel.Amod or Deprel.Compound or Deprel.Nummod or Deprel.NmodPoss or Deprel.NmodDesc or Deprel.NmodUnmarked or Deprel.Flat => true,
        Deprel.Nmod or Deprel.Appos => !Prepositions.OpensAny(tree, child),
        Deprel.Advmod => tree.Pos(child) is Upos.Adv or Upos.Adj,
        _ => false,
    };

    private static bool Continues(Tree tree, int child, Deprel relation, int end) => !Times.CalendarWords.IsDayOrMonth(tree.Word(child)) && relation switch
    {
        Deprel.Flat or Deprel.Fixed or Deprel.Goeswith or Deprel.Compound => child <= end + 1,
        Deprel.Nummod or Deprel.NmodDesc => child == end,

        // A title and its name without a comma between: "Foreign Minister Wang Yi".
        Deprel.Appos or Deprel.NmodUnmarked => child <= end + 2 && tree.Pos(child) == Upos.Propn && NoComma(tree, end, child),
        _ => false,
    };

    private static bool NoComma(Tree tree, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (tree.Pos(i) == Upos.Punct)
            {
                return false;
            }
        }

        return true;
    }

    private static int Leftmost(Tree tree, int token)
    {
        int first = token;
        foreach (int child in tree.Of(token))
        {
            if (child < first && tree.Relation(child) is not (Deprel.Punct or Deprel.Cc))
            {
                first = Math.Min(first, Leftmost(tree, child));
            }
        }

        return first;
    }

    private static int Rightmost(Tree tree, int token)
    {
        int end = token + 1;
        foreach (int child in tree.Of(token))
        {
            if (child > token && tree.Relation(child) is Deprel.Flat or Deprel.Fixed or Deprel.Goeswith or Deprel.Compound)
            {
                end = Math.Max(end, Rightmost(tree, child));
            }
        }

        return end;
    }
}
