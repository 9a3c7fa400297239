namespace Entente.Analysis.Dependence;

/// <summary>Trends by ranks, which single odd years do not carry.</summary>
internal static class RankTrend
{
    /// <summary>Theil and Sen's slope, with Mann and Kendall's test.</summary>
    /// <param name="points">Year and value, at least two, no year twice.</param>
    public static DependenceTrend Of((double Year, double Value)[] points)
    {
        var slopes = new List<double>();
        int score = 0, count = points.Length;
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
            {
                slopes.Add((points[j].Value - points[i].Value) / (points[j].Year - points[i].Year));
                score += Math.Sign(slopes[^1]);
            }
        }

        slopes.Sort();
        double median = (slopes[(slopes.Count - 1) / 2] + slopes[slopes.Count / 2]) / 2;
        double[] tied = [.. points.GroupBy(p => p.Value).Select(g => (double)g.Count())];
        double pairs = count * (count - 1.0) / 2, untied = pairs - tied.Sum(t => t * (t - 1) / 2);
        double variance = ((count * (count - 1.0) * ((2 * count) + 5)) - tied.Sum(t => t * (t - 1) * ((2 * t) + 5))) / 18;
        double z = variance > 0 && score != 0 ? (Math.Abs(score) - 1) / Math.Sqrt(variance) : 0;
        return new(count, median, untied > 0 ? score / Math.Sqrt(pairs * untied) : 0, 2 * UpperTail(z));
    }

    /// <summary>Share of a standard normal above <paramref name="z"/>, at least 0: Abramowitz and Stegun 26.2.17, within 7.5e-8.</summary>
    private static double UpperTail(double z)
    {
        double t = 1 / (1 + (0.2316419 * z));
        double polynomial = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI) * polynomial;
    }
}
