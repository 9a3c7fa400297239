using System.Globalization;
using System.Reflection;
using Entente.Coding.Learning;

namespace Entente.Coding.Homes;

/// <summary>What each feature adds, in thousandths.</summary>
internal sealed class HomeWeights
{
    private static readonly Lazy<HomeWeights> Loaded = new(Load);
    private readonly Dictionary<ulong, int> _byHash;

    public HomeWeights(Dictionary<ulong, int> byHash) => _byHash = byHash;

    /// <summary>The weights built into the program: <c>Homes/weights.tsv</c>.</summary>
    public static HomeWeights Shipped => Loaded.Value;

    /// <summary>The sum of the features' weights.</summary>
    public long Sum(HashSet<ulong> features)
    {
        long sum = 0;
        foreach (ulong feature in features)
        {
            if (_byHash.TryGetValue(feature, out int weight))
            {
                sum += weight;
            }
        }

        return sum;
    }

    /// <summary>Reads lines of weight, template and words, apart by tabs.</summary>
    public static HomeWeights Read(TextReader lines)
    {
        var byHash = new Dictionary<ulong, int>();
        while (lines.ReadLine() is { } line)
        {
            string[] cells = line.Split('\t');
            string Cell(int i) => i < cells.Length ? cells[i] : "";
            byHash[FeatureHash.Of(Cell(1), Cell(2), Cell(3), Cell(4))] = int.Parse(cells[0], CultureInfo.InvariantCulture);
        }

        return new(byHash);
    }

    private static HomeWeights Load()
    {
        using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Entente.Coding.Homes.weights.tsv")
            ?? throw new InvalidOperationException("the program was built without Homes/weights.tsv");
        using var lines = new StreamReader(file);
        return Read(lines);
    }
}
