namespace Entente.Briefing.Charts;

/// <summary>Places the nodes of a graph so that their distances on paper are like those along its edges.</summary>
/// <remarks>
/// Stress majorization (Gansner, Koren and North 2004) from a fixed start, with sums, products and square roots only: the same on any machine.
/// </remarks>
internal static class StressLayout
{
    private const int Rounds = 300;

    /// <summary>Places in the unit square, its middle at 0.5; one for each node.</summary>
    /// <param name="nodes">How many.</param>
    /// <param name="edges">Pairs of nodes with their length, greater than 0.</param>
    public static (double X, double Y)[] Place(int nodes, IEnumerable<(int From, int To, double Length)> edges)
    {
        double[,] distances = Distances(nodes, edges);
        (double X, double Y)[] places = [.. Enumerable.Range(0, nodes).Select(i => Start(i, nodes))];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < nodes; i++)
            {
                places[i] = Move(i, places, distances);
            }
        }

        return Fit(places);
    }

    /// <summary>Places along a diamond, so that neither side nor corner is favoured by rounding.</summary>
    private static (double X, double Y) Start(int node, int nodes)
    {
        double along = 4.0 * node / Math.Max(1, nodes), part = along - Math.Floor(along);
        return (int)along switch
        {
            0 => (1 - part, part),
            1 => (-part, 1 - part),
            2 => (part - 1, -part),
            _ => (part, part - 1),
        };
    }

    private static (double X, double Y) Move(int node, (double X, double Y)[] places, double[,] distances)
    {
        double x = 0, y = 0, weights = 0;
        for (int other = 0; other < places.Length; other++)
        {
            if (other == node)
            {
                continue;
            }

            double wanted = distances[node, other], weight = 1 / (wanted * wanted);
            double dx = places[node].X - places[other].X, dy = places[node].Y - places[other].Y;
            double apart = Math.Sqrt((dx * dx) + (dy * dy));
            double factor = apart > 1e-9 ? wanted / apart : 0;
            x += weight * (places[other].X + (dx * factor));
            y += weight * (places[other].Y + (dy * factor));
            weights += weight;
        }

        return weights > 0 ? (x / weights, y / weights) : places[node];
    }

    /// <summary>Lengths of the shortest ways; where there is none, a little more than the longest there is.</summary>
    private static double[,] Distances(int nodes, IEnumerable<(int From, int To, double Length)> edges)
    {
        double[,] distances = new double[nodes, nodes];
        for (int i = 0; i < nodes; i++)
        {
            for (int j = 0; j < nodes; j++)
            {
                distances[i, j] = i == j ? 0 : double.PositiveInfinity;
            }
        }

        foreach ((int from, int to, double length) in edges)
        {
            distances[from, to] = distances[to, from] = Math.Min(distances[from, to], length);
        }

        for (int by = 0; by < nodes; by++)
        {
            for (int i = 0; i < nodes; i++)
            {
                for (int j = 0; j < nodes; j++)
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i, by] + distances[by, j]);
                }
            }
        }

        double longest = distances.Cast<double>().Where(double.IsFinite).DefaultIfEmpty(0).Max();
        double apart = longest > 0 ? 1.3 * longest : 1;
        for (int i = 0; i < nodes; i++)
        {
            for (int j = 0; j < nodes; j++)
            {
                distances[i, j] = double.IsFinite(distances[i, j]) ? distances[i, j] : apart;
            }
        }

        return distances;
    }

    private static (double X, double Y)[] Fit((double X, double Y)[] places)
    {
        if (places.Length == 0)
        {
            return places;
        }

        (double left, double right) = (places.Min(p => p.X), places.Max(p => p.X));
        (double top, double bottom) = (places.Min(p => p.Y), places.Max(p => p.Y));
        double Scaled(double at, double from, double to) => to - from > 1e-9 ? (at - from) / (to - from) : 0.5;
        return [.. places.Select(p => (Scaled(p.X, left, right), Scaled(p.Y, top, bottom)))];
    }
}
