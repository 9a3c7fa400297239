using Entente.Coding.Clauses;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Coding.Roles;

/// <summary>The way through the tree from a party to the word that tells an act.</summary>
internal readonly struct TreePath
{
    private const int Longest = 7;

    /// <summary>Relations up from the party, then down to the trigger: <c>^nsubj v xcomp</c>; "far" where it is longer than seven steps.</summary>
    public string Text { get; private init; }

    /// <summary>The word where the way turns down.</summary>
    public int Turn { get; private init; }

    /// <summary>Predicates passed between the two.</summary>
    public int Clauses { get; private init; }

    /// <summary>Finds the way; both words are of one sentence.</summary>
    public static TreePath Of(Tree tree, int from, int to)
    {
        int turn = from;
        while (turn >= 0 && !tree.IsWithin(to, turn))
        {
            turn = tree.Head(turn);
        }

        var words = new System.Text.StringBuilder(48);
        int steps = 0, clauses = 0;
        for (int at = from; at != turn && at >= 0; at = tree.Head(at))
        {
            words.Append('^').Append(tree.Relation(at).Code());
            steps++;
            clauses += at != from && tree.IsPredicate(at) ? 1 : 0;
        }

        Span<int> down = stackalloc int[Longest + 1];
        int depth = 0;
        for (int at = to; at != turn && at >= 0; at = tree.Head(at))
        {
            if (depth < down.Length)
            {
                down[depth] = at;
            }

            depth++;
            clauses += at != to && tree.IsPredicate(at) ? 1 : 0;
        }

        if (steps + depth > Longest)
        {
            return new() { Text = "far", Turn = turn, Clauses = clauses };
        }

        for (int i = depth - 1; i >= 0; i--)
        {
            words.Append('v').Append(tree.Relation(down[i]).Code());
        }

        return new() { Text = words.ToString(), Turn = turn, Clauses = clauses };
    }
}
