using Entente.Analysis.Networks;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Networks;

public class CentralityTests
{
    public static TheoryData<string> Graphs => ["karate", "karate-weighted", "florentine", "kite"];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Measures_agree_with_networkx(string name)
    {
        ReferenceGraph reference = ReferenceGraph.Read(name);
        double[] betweenness = Centrality.Betweenness(reference.Graph), closeness = Centrality.Closeness(reference.Graph), eigenvector = Centrality.Eigenvector(reference.Graph);
        double?[] constraint = StructuralHoles.Constraint(reference.Graph), size = StructuralHoles.EffectiveSize(reference.Graph);

        for (int node = 0; node < reference.Names.Length; node++)
        {
            double[] expected = reference.Measures[node];
            betweenness[node].ShouldBe(expected[0], 1e-8, reference.Names[node]);
            closeness[node].ShouldBe(expected[1], 1e-8, reference.Names[node]);
            eigenvector[node].ShouldBe(expected[2], 1e-8, reference.Names[node]);
            constraint[node]!.Value.ShouldBe(expected[3], 1e-8, reference.Names[node]);
            size[node]!.Value.ShouldBe(expected[4], 1e-8, reference.Names[node]);
        }
    }

    /// <summary>The graphs of networkx's own tests of structural holes (test_structuralholes.py), rounded as there.</summary>
    [Fact]
    public void Constraint_and_effective_size_are_those_of_the_tests_of_networkx()
    {
        (string, double)[] edges = [("AB", 2), ("AF", 3), ("AG", 5), ("AE", 2), ("EG", 8), ("FG", 3), ("BG", 4), ("BD", 1), ("DG", 3), ("GC", 10)];
        var plain = new WeightedGraph(7, edges.Select(e => (e.Item1[0] - 'A', e.Item1[1] - 'A', 1.0)));
        var weighted = new WeightedGraph(7, edges.Select(e => (e.Item1[0] - 'A', e.Item1[1] - 'A', e.Item2)));

        double?[] constraint = StructuralHoles.Constraint(plain), byWeight = StructuralHoles.Constraint(weighted), size = StructuralHoles.EffectiveSize(plain);

        constraint['G' - 'A']!.Value.ShouldBe(0.400, 5e-4);
        constraint['A' - 'A']!.Value.ShouldBe(0.595, 5e-4);
        constraint['C' - 'A']!.Value.ShouldBe(1, 5e-4);
        byWeight['G' - 'A']!.Value.ShouldBe(0.299, 5e-4);
        byWeight['A' - 'A']!.Value.ShouldBe(0.795, 5e-4);
        byWeight['C' - 'A']!.Value.ShouldBe(1, 5e-4);
        size['G' - 'A']!.Value.ShouldBe(4.67, 5e-3);
    }

    [Fact]
    public void Nodes_without_edges_have_no_constraint_and_no_centrality()
    {
        var graph = new WeightedGraph(3, [(0, 1, 1)]);

        StructuralHoles.Constraint(graph)[2].ShouldBeNull();
        StructuralHoles.EffectiveSize(graph)[2].ShouldBeNull();
        Centrality.Closeness(graph)[2].ShouldBe(0);
        Centrality.Eigenvector(graph)[2].ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_weight_that_is_none_is_refused(double weight) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new WeightedGraph(2, [(0, 1, weight)]));

    [Fact]
    public void The_order_of_edges_and_their_direction_change_nothing() =>
        Prop.ForAll(SomeGraphs.Edges.ToArbitrary(), edges =>
        {
            (int, int, double)[] turned = [.. edges.Reverse().Select(e => (e.To, e.From, e.Weight))];
            var one = new WeightedGraph(SomeGraphs.Nodes, edges);
            var other = new WeightedGraph(SomeGraphs.Nodes, turned);

            Centrality.Betweenness(one).ShouldBe(Centrality.Betweenness(other));
            Centrality.Eigenvector(one).ShouldBe(Centrality.Eigenvector(other), 1e-9);
            Communities.Find(one).Of.ShouldBe(Communities.Find(other).Of);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_component_elsewhere_changes_neither_betweenness_nor_constraint() =>
        Prop.ForAll(SomeGraphs.Edges.ToArbitrary(), edges =>
        {
            var alone = new WeightedGraph(SomeGraphs.Nodes, edges);
            var joined = new WeightedGraph(SomeGraphs.Nodes + 2, edges.Append((SomeGraphs.Nodes, SomeGraphs.Nodes + 1, 7)));

            Centrality.Betweenness(joined)[..SomeGraphs.Nodes].ShouldBe(Centrality.Betweenness(alone));
            StructuralHoles.Constraint(joined)[..SomeGraphs.Nodes].ShouldBe(StructuralHoles.Constraint(alone));
            StructuralHoles.EffectiveSize(joined)[..SomeGraphs.Nodes].ShouldBe(StructuralHoles.EffectiveSize(alone));
        }).QuickCheckThrowOnFailure();
}
