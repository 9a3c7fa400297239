using Entente.Analysis.Networks;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Networks;

public class CommunitiesTests
{
    /// <summary>0.4198 is the highest modularity that the karate club has; networkx 2.8.8 finds it, 0.444904 with weights, in the best of 50 runs.</summary>
    [Theory]
    [InlineData("karate", 0.419789612)]
    [InlineData("karate-weighted", 0.444903581)]
    public void The_karate_club_falls_into_the_four_best_known_communities(string name, double modularity)
    {
        ReferenceGraph reference = ReferenceGraph.Read(name);

        Partition found = Communities.Find(reference.Graph);

        found.Count.ShouldBe(4);
        found.Modularity.ShouldBe(modularity, 1e-8);
        int[] one = [4, 5, 6, 10, 16], two = [23, 24, 25, 27, 28, 31];
        Members(reference, found, "4").ShouldBe(one);
        Members(reference, found, "24").ShouldBe(two);
    }

    /// <summary>Modularity of the split that took place, of networkx 2.8.8.</summary>
    [Fact]
    public void The_modularity_of_a_given_sorting_is_that_of_networkx()
    {
        ReferenceGraph reference = ReferenceGraph.Read("karate");
        HashSet<int> ofTheOfficer = [9, 14, 15, 18, 20, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33];

        double modularity = Communities.Modularity([.. reference.Names.Select(n => ofTheOfficer.Contains(int.Parse(n, null)) ? 1 : 0)], reference.Graph);

        modularity.ShouldBe(0.3582347140, 1e-9);
    }

    [Fact]
    public void Hostile_ties_part_what_friendly_ties_alone_would_join()
    {
        var friendly = new WeightedGraph(4, [(0, 1, 3), (2, 3, 3), (1, 2, 2), (0, 3, 2)]);
        var hostile = new WeightedGraph(4, [(0, 2, 6), (1, 3, 6)]);

        Partition found = Communities.Find(friendly, hostile);

        found.Of.ShouldBe([0, 0, 1, 1]);
    }

    /// <summary>Two pairs, four edge ends each of eight: 1 - 2 (1/2)² = 1/2.</summary>
    [Fact]
    public void Two_separate_pairs_have_modularity_one_half()
    {
        Partition found = Communities.Find(new(4, [(0, 2, 1), (1, 3, 1)]));

        found.Of.ShouldBe([0, 1, 0, 1]);
        found.Modularity.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Communities_are_connected_and_none_is_worse_than_all_alone() =>
        Prop.ForAll(SomeGraphs.Edges.ToArbitrary(), edges =>
        {
            var graph = new WeightedGraph(SomeGraphs.Nodes, edges);

            Partition found = Communities.Find(graph);

            int[] within = new WeightedGraph(SomeGraphs.Nodes, edges.Where(e => found.Of[e.From] == found.Of[e.To])).Components();
            within.Distinct().Count().ShouldBe(found.Count);
            found.Modularity.ShouldBeGreaterThanOrEqualTo(Communities.Modularity([.. Enumerable.Range(0, SomeGraphs.Nodes)], graph) - 1e-9);
        }).QuickCheckThrowOnFailure();

    private static int[] Members(ReferenceGraph reference, Partition found, string of)
    {
        int community = found.Of[Array.IndexOf(reference.Names, of)];
        return [.. Enumerable.Range(0, reference.Names.Length).Where(n => found.Of[n] == community).Select(n => int.Parse(reference.Names[n], null)).Order()];
    }
}
