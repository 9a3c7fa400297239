namespace Entente.Language.Neural;

/// <summary>The best dependency tree for a table of arc scores: exactly one root, crossing arcs allowed (Chu and Liu 1965; Edmonds 1967).</summary>
internal sealed class SpanningTree
{
    private const long Impossible = -(1L << 50);
    private long[] _scores = [];
    private int[] _state = [];

    /// <summary>Finds the heads.</summary>
    /// <param name="scores">Row i, column j: score of j as head of i; column <paramref name="n"/>: of i as root. Rows are <paramref name="stride"/> apart.</param>
    /// <param name="stride">Columns from row to row.</param>
    /// <param name="n">Words.</param>
    /// <param name="heads">Receives each word's head, -1 for the root.</param>
    /// <remarks>The best head of each word by itself where that makes a tree; ties go to the leftmost head.</remarks>
    public unsafe void Find(int* scores, int stride, int n, Span<int> heads)
    {
        int roots = 0;
        for (int i = 0; i < n; i++)
        {
            int* row = scores + ((long)i * stride);
            int best = -1;
            int bestScore = row[n];
            for (int j = 0; j < n; j++)
            {
                if (j != i && row[j] > bestScore)
                {
                    bestScore = row[j];
                    best = j;
                }
            }

            heads[i] = best;
            roots += best < 0 ? 1 : 0;
        }

        if (roots == 1 && !HasCycle(heads, n))
        {
            return;
        }

        // Node n is the artificial root. A constant taken off every arc from it makes a second root never worth while.
        int nodes = n + 1;
        if (_scores.Length < nodes * nodes)
        {
            _scores = new long[nodes * nodes];
        }

        for (int i = 0; i < n; i++)
        {
            int* row = scores + ((long)i * stride);
            for (int j = 0; j < n; j++)
            {
                _scores[(i * nodes) + j] = i == j ? Impossible : row[j];
            }

            _scores[(i * nodes) + n] = row[n] - (1L << 40);
        }

        int[] found = Solve(_scores, nodes);
        for (int i = 0; i < n; i++)
        {
            heads[i] = found[i] == n ? -1 : found[i];
        }
    }

    private bool HasCycle(ReadOnlySpan<int> heads, int n)
    {
        if (_state.Length < n)
        {
            _state = new int[Math.Max(64, n)];
        }

        Array.Clear(_state, 0, n);
        for (int i = 0; i < n; i++)
        {
            int at = i;
            while (at >= 0 && _state[at] == 0)
            {
                _state[at] = i + 1;
                at = heads[at];
            }

            if (at >= 0 && _state[at] == i + 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Chu-Liu-Edmonds by contraction. The last node is the root.</summary>
    private static int[] Solve(long[] scores, int nodes)
    {
        int root = nodes - 1;
        int[] heads = new int[nodes];
        heads[root] = -1;
        for (int i = 0; i < root; i++)
        {
            int best = root;
            for (int j = 0; j < nodes; j++)
            {
                if (j != i && scores[(i * nodes) + j] > scores[(i * nodes) + best])
                {
                    best = j;
                }
            }

            heads[i] = best;
        }

        List<int>? cycle = FindCycle(heads, root);
        if (cycle is null)
        {
            return heads;
        }

        // Contract the cycle into one new node.
        bool[] inCycle = new bool[nodes];
        foreach (int node in cycle)
        {
            inCycle[node] = true;
        }

        int[] smaller = new int[nodes];
        int[] original = new int[nodes];
        int count = 0;
        for (int i = 0; i < nodes; i++)
        {
            if (!inCycle[i] && i != root)
            {
                smaller[i] = count;
                original[count++] = i;
            }
        }

        int contracted = count++;
        original[contracted] = -1;
        int newRoot = count++;
        smaller[root] = newRoot;
        original[newRoot] = root;
        long[] reduced = new long[count * count];
        Array.Fill(reduced, Impossible);
        int[] enters = new int[count];  // for each outside head: the cycle node it enters by
        int[] leaves = new int[count];  // for each outside dependent: the cycle node that heads it
        for (int i = 0; i < nodes; i++)
        {
            if (inCycle[i] || i == root)
            {
                continue;
            }

            for (int j = 0; j < nodes; j++)
            {
                if (i == j)
                {
                    continue;
                }

                long score = scores[(i * nodes) + j];
                if (inCycle[j])
                {
                    if (score > reduced[(smaller[i] * count) + contracted])
                    {
                        reduced[(smaller[i] * count) + contracted] = score;
                        leaves[smaller[i]] = j;
                    }
                }
                else
                {
                    reduced[(smaller[i] * count) + smaller[j]] = score;
                }
            }
        }

        foreach (int i in cycle)
        {
            long own = scores[(i * nodes) + heads[i]];
            for (int j = 0; j < nodes; j++)
            {
                if (inCycle[j])
                {
                    continue;
                }

                long gain = scores[(i * nodes) + j] - own;
                if (gain > reduced[(contracted * count) + smaller[j]])
                {
                    reduced[(contracted * count) + smaller[j]] = gain;
                    enters[smaller[j]] = i;
                }
            }
        }

        int[] inner = Solve(reduced, count);
        for (int k = 0; k < count; k++)
        {
            if (k == newRoot)
            {
                continue;
            }

            int head = inner[k];
            if (k == contracted)
            {
                heads[enters[head]] = original[head];
            }
            else
            {
                heads[original[k]] = head == contracted ? leaves[k] : original[head];
            }
        }

        return heads;
    }

    private static List<int>? FindCycle(int[] heads, int root)
    {
        int[] seen = new int[heads.Length];
        for (int i = 0; i < root; i++)
        {
            int at = i;
            while (at != root && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }

            if (at != root && seen[at] == i + 1)
            {
                var cycle = new List<int>();
                int node = at;
                do
                {
                    cycle.Add(node);
                    node = heads[node];
                }
                while (node != at);
                return cycle;
            }
        }

        return null;
    }
}
