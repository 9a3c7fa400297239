namespace Entente.Analysis.Networks;

/// <summary>A graph's biconnected components: parts that no single node's loss cuts in two.</summary>
internal sealed class Blocks
{
    private readonly List<(int To, int Edge)>[] _near;
    private readonly int[] _depth;
    private readonly int[] _low;
    private readonly Stack<int> _edges = new();
    private readonly List<int[]> _found = [];

    private Blocks(int nodes, IReadOnlyList<SignedEdge> edges)
    {
        _near = new List<(int, int)>[nodes];
        _depth = new int[nodes];
        _low = new int[nodes];
        for (int i = 0; i < nodes; i++)
        {
            _near[i] = [];
        }

        for (int i = 0; i < edges.Count; i++)
        {
            _near[edges[i].From].Add((edges[i].To, i));
            _near[edges[i].To].Add((edges[i].From, i));
        }
    }

    /// <summary>The blocks, each as the places of its edges in <paramref name="edges"/>; every edge lies in one.</summary>
    public static IReadOnlyList<int[]> Of(int nodes, IReadOnlyList<SignedEdge> edges)
    {
        var blocks = new Blocks(nodes, edges);
        for (int node = 0; node < nodes; node++)
        {
            if (blocks._depth[node] == 0)
            {
                blocks.Visit(node, -1, 1);
            }
        }

        return blocks._found;
    }

    /// <summary>Hopcroft and Tarjan's walk; as deep as the longest path of the walk, which parties to world politics keep short.</summary>
    private void Visit(int node, int byEdge, int depth)
    {
        _depth[node] = _low[node] = depth;
        foreach ((int to, int edge) in _near[node])
        {
            if (edge == byEdge)
            {
                continue;
            }

            if (_depth[to] == 0)
            {
                _edges.Push(edge);
                Visit(to, edge, depth + 1);
                _low[node] = Math.Min(_low[node], _low[to]);
                if (_low[to] >= depth)
                {
                    Close(edge);
                }
            }
            else if (_depth[to] < depth)
            {
                _edges.Push(edge);
                _low[node] = Math.Min(_low[node], _depth[to]);
            }
        }
    }

    private void Close(int last)
    {
        var block = new List<int>();
        int edge;
        do
        {
            edge = _edges.Pop();
            block.Add(edge);
        }
        while (edge != last);

        block.Sort();
        _found.Add([.. block]);
    }
}
