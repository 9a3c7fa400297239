using Entente.Language.Neural;

namespace Entente.Language.Tests.Neural;

public unsafe class SpanningTreeTests
{
    [Fact]
    public void The_best_tree_of_random_scores_is_the_one_that_trying_all_trees_finds()
    {
        var random = new Random(17);
        var tree = new SpanningTree();
        for (int round = 0; round < 3000; round++)
        {
            int n = 2 + random.Next(4);
            int[] scores = new int[n * 16];
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] = random.Next(-1000, 1000);
            }

            int[] heads = new int[n];
            fixed (int* at = scores)
            {
                tree.Find(at, 16, n, heads);
            }

            Assert.True(IsTree(heads), $"seed 17, round {round}: no tree: {string.Join(' ', heads)}");
            Assert.Equal(BestByTrying(scores, n), Score(scores, heads));
        }
    }

    [Fact]
    public void A_long_sentence_whose_words_all_want_to_be_roots_gets_one_root()
    {
        const int n = 300;
        int stride = 304;
        int[] scores = new int[n * stride];
        for (int i = 0; i < n; i++)
        {
            scores[(i * stride) + n] = 1_000_000;
        }

        int[] heads = new int[n];
        fixed (int* at = scores)
        {
            new SpanningTree().Find(at, stride, n, heads);
        }

        Assert.Single(heads, -1);
        Assert.True(IsTree(heads));
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h < 0) != 1)
        {
            return false;
        }

        for (int i = 0; i < heads.Length; i++)
        {
            int at = i;
            int steps = 0;
            while (at >= 0)
            {
                at = heads[at];
                if (++steps > heads.Length)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static long Score(int[] scores, int[] heads)
    {
        long sum = 0;
        for (int i = 0; i < heads.Length; i++)
        {
            sum += scores[(i * 16) + (heads[i] < 0 ? heads.Length : heads[i])];
        }

        return sum;
    }

    private static long BestByTrying(int[] scores, int n)
    {
        long best = long.MinValue;
        int[] heads = new int[n];
        void Try(int word)
        {
            if (word == n)
            {
                if (IsTree(heads))
                {
                    best = Math.Max(best, Score(scores, heads));
                }

                return;
            }

            for (int head = -1; head < n; head++)
            {
                if (head != word)
                {
                    heads[word] = head;
                    Try(word + 1);
                }
            }
        }

        Try(0);
        return best;
    }
}
