using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;
using Entente.Records;

namespace Entente.Coding.Times;

/// <summary>Chooses the time expression that dates an act.</summary>
internal sealed class EventTimes(Tree tree, DateOnly published)
{
    private readonly List<TimeExpression> _found = [];
    private int _sentence = -1;

    /// <summary>The expression nearest to the act in the tree; null where the sentence has none that can be meant.</summary>
    /// <param name="trigger">The word that tells the act.</param>
    /// <param name="carrier">The verb that carries it; -1 for none.</param>
    public TimeExpression? Of(int trigger, int carrier)
    {
        Read(tree.Source.Sentences.Of(trigger));
        TimeExpression? best = null;
        int bestRank = int.MaxValue;
        foreach (TimeExpression expression in _found)
        {
            int rank = Rank(expression, trigger, carrier);
            if (rank < bestRank)
            {
                (best, bestRank) = (expression, rank);
            }
        }

        return best;
    }

    private void Read(int sentence)
    {
        if (_sentence != sentence)
        {
            _sentence = sentence;
            _found.Clear();
            new TimeReader(tree, published).Read(tree.Source.Sentences.First(sentence), tree.Source.Sentences.End(sentence), _found);
        }
    }

    /// <summary>0 on the act itself; then by the number of predicates up the tree; beside it last. What dates another clause is not meant.</summary>
    private int Rank(TimeExpression expression, int trigger, int carrier)
    {
        int anchor = Anchor(expression);
        if (anchor < 0)
        {
            return _found.Count == 1 ? 50 : int.MaxValue;
        }

        int precision = (int)expression.Precision;
        if (anchor == trigger || anchor == carrier)
        {
            return precision;
        }

        int rank = 10;
        if (expression.Precision is not DatePrecision.Day && IsOwnClause(trigger))
        {
            return tree.IsWithin(anchor, trigger) && !IsAside(expression, anchor, trigger) ? 60 + precision : int.MaxValue;
        }

        for (int at = tree.Head(trigger); at >= 0; at = tree.Head(at))
        {
            if (at == anchor)
            {
                return rank + precision;
            }

            rank += tree.IsPredicate(at) ? 10 : 1;
            if (expression.Precision is not DatePrecision.Day && IsOwnClause(at))
            {
                break; // "the EU listed tankers in December, Britain now demands …"
            }
        }

        return tree.IsWithin(anchor, trigger) && !IsAside(expression, anchor, trigger) ? 60 + precision : int.MaxValue;
    }

    /// <summary>"The release of a leader who was convicted in 2018": what dates a clause about another word below the act does not date the act, nor does the year or month of an "after …".</summary>
    private bool IsAside(TimeExpression expression, int anchor, int trigger)
    {
        bool coarse = expression.Precision is not DatePrecision.Day;
        for (int at = anchor; at != trigger && at >= 0; at = tree.Head(at))
        {
            if (IsOwnClause(at) || (tree.Relation(at) is Deprel.AclRelcl or Deprel.Acl && tree.Head(at) != trigger) || (coarse && tree.Relation(at) == Deprel.Advcl && !tree.Is(tree.Head(at), "to") && tree.Has(at, Deprel.Mark)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A clause beside another one, with a subject of its own.</summary>
    private bool IsOwnClause(int at) => tree.Relation(at) is Deprel.Conj or Deprel.Parataxis && tree.IsPredicate(at) && (tree.Has(at, Deprel.Nsubj) || tree.Has(at, Deprel.NsubjPass));

    /// <summary>The predicate or act noun that the expression hangs on.</summary>
    private int Anchor(TimeExpression expression)
    {
        int top = expression.First;
        for (int i = expression.First; i < expression.End; i++)
        {
            int head = tree.Head(i);
            if (head < expression.First || head >= expression.End)
            {
                top = i;
                break;
            }
        }

        for (int at = tree.Head(top); at >= 0; at = tree.Head(at))
        {
            if (tree.IsPredicate(at) || (tree.Pos(at) == Upos.Noun && !CalendarWords.IsUnit(tree.Lemma(at))))
            {
                return at;
            }
        }

        return -1;
    }
}
