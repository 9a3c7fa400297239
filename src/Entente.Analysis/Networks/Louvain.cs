namespace Entente.Analysis.Networks;

/// <summary>Louvain's method over a matrix of what each pair of nodes adds where it lies within one community.</summary>
internal sealed class Louvain
{
    private const double Least = 1e-12;
    private readonly int[] _communities;
    private double[,] _gains;
    private bool[,] _touching;

    /// <param name="gains">Symmetric, with the diagonal.</param>
    /// <param name="friendly">A node joins only communities that it has an edge to here.</param>
    /// <param name="order">The order in which nodes are moved.</param>
    public Louvain(double[,] gains, WeightedGraph friendly, int[] order)
    {
        int nodes = friendly.Count;
        _gains = new double[nodes, nodes];
        _touching = new bool[nodes, nodes];
        _communities = new int[nodes];
        int[] place = new int[nodes];
        for (int i = 0; i < nodes; i++)
        {
            place[order[i]] = i;
            _communities[order[i]] = i;
        }

        for (int i = 0; i < nodes; i++)
        {
            for (int j = 0; j < nodes; j++)
            {
                _gains[place[i], place[j]] = gains[i, j];
            }

            foreach (Arc arc in friendly[i])
            {
                _touching[place[i], place[arc.To]] = true;
            }
        }
    }

    /// <summary>The community of each node, in numbers without an order.</summary>
    public int[] Run()
    {
        while (true)
        {
            int[] moved = Move();
            int communities = Renumber(moved);
            for (int i = 0; i < _communities.Length; i++)
            {
                _communities[i] = moved[_communities[i]];
            }

            if (communities == _gains.GetLength(0))
            {
                return _communities;
            }

            Merge(moved, communities);
        }
    }

    /// <summary>Moves node after node to the neighbouring community that gains most, until none gains.</summary>
    private int[] Move()
    {
        int nodes = _gains.GetLength(0);
        int[] community = [.. Enumerable.Range(0, nodes)];
        for (bool moving = true; moving;)
        {
            moving = false;
            for (int node = 0; node < nodes; node++)
            {
                int better = Best(node, community);
                moving |= better != community[node];
                community[node] = better;
            }
        }

        return community;
    }

    private int Best(int node, int[] community)
    {
        int nodes = community.Length, best = community[node];
        double[] gain = new double[nodes];
        bool[] near = new bool[nodes];
        for (int other = 0; other < nodes; other++)
        {
            if (other != node)
            {
                gain[community[other]] += _gains[node, other];
                near[community[other]] |= _touching[node, other];
            }
        }

        for (int candidate = 0; candidate < nodes; candidate++)
        {
            if (near[candidate] && gain[candidate] > gain[best] + Least)
            {
                best = candidate;
            }
        }

        return best;
    }

    private static int Renumber(int[] community)
    {
        var numbers = new Dictionary<int, int>();
        for (int i = 0; i < community.Length; i++)
        {
            if (!numbers.TryGetValue(community[i], out int number))
            {
                numbers[community[i]] = number = numbers.Count;
            }

            community[i] = number;
        }

        return numbers.Count;
    }

    /// <summary>Makes each community one node.</summary>
    private void Merge(int[] community, int communities)
    {
        double[,] gains = new double[communities, communities];
        bool[,] touching = new bool[communities, communities];
        for (int i = 0; i < community.Length; i++)
        {
            for (int j = 0; j < community.Length; j++)
            {
                gains[community[i], community[j]] += _gains[i, j];
                touching[community[i], community[j]] |= _touching[i, j];
            }
        }

        (_gains, _touching) = (gains, touching);
    }
}
