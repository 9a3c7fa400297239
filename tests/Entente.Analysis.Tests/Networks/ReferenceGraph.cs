using System.Globalization;
using Entente.Analysis.Networks;
using Entente.Testing;

namespace Entente.Analysis.Tests.Networks;

/// <summary>A graph of the literature with the measures that networkx gives; the file says where both come from.</summary>
internal sealed class ReferenceGraph
{
    private ReferenceGraph(WeightedGraph graph, string[] names, double[][] measures)
    {
        Graph = graph;
        Names = names;
        Measures = measures;
    }

    public WeightedGraph Graph { get; }

    public string[] Names { get; }

    /// <summary>By node: betweenness, closeness, eigenvector, constraint, effective size.</summary>
    public double[][] Measures { get; }

    public static ReferenceGraph Read(string name)
    {
        string path = Path.Combine(Repository.Root, "tests", "Entente.Analysis.Tests", "Networks", "Reference", name + ".tsv");
        string[][] rows = [.. File.ReadLines(path).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
        string[][] nodes = [.. rows.Where(row => row[0] == "node")];
        string[] names = [.. nodes.Select(row => row[1])];
        int Number(string node) => Array.IndexOf(names, node);
        return new(
            new(names.Length, rows.Where(row => row[0] == "edge").Select(row => (Number(row[1]), Number(row[2]), Value(row[3])))),
            names,
            [.. nodes.Select(row => row[2..].Select(Value).ToArray())]);
    }

    private static double Value(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
