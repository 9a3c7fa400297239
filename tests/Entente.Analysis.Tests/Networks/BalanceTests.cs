using Entente.Analysis.Networks;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Entente.Analysis.Tests.Networks;

public class BalanceTests
{
    [Fact]
    public void Triangles_are_sorted_by_their_hostile_ties()
    {
        // 0, 1, 2 are friends; 3 is hostile to 0 and 1; 4 is hostile to 3, and to 0, but a friend of 1.
        SignedEdge[] edges = [new(0, 1, 1), new(1, 2, 1), new(0, 2, 1), new(0, 3, -1), new(3, 1, -1), new(3, 4, -1), new(0, 4, -1), new(4, 1, 1)];

        Triads triads = Triads.Count(5, edges);

        // 012 +++; 013 +--; 014 ++-; 034 ---; 134 +--.
        triads.ShouldBe(new Triads(1, 1, 2, 1));
        triads.BalancedShare.ShouldBe(0.6);
    }

    [Fact]
    public void Without_triangles_there_is_no_share() => Triads.Count(3, [new(0, 1, 1), new(1, 2, -1)]).BalancedShare.ShouldBeNull();

    /// <summary>With all ties hostile, two camps leave the fewest within them when they are equal: n(n-1)/2 less the largest cut, n²/4 rounded down.</summary>
    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(7, 9)]
    [InlineData(10, 20)]
    [InlineData(13, 36)]
    public void The_frustration_of_a_complete_graph_of_enemies_follows_from_its_largest_cut(int nodes, int expected)
    {
        SignedEdge[] edges = [.. from i in Enumerable.Range(0, nodes) from j in Enumerable.Range(i + 1, nodes - i - 1) select new SignedEdge(i, j, -1)];

        var found = Frustration.Of(nodes, edges);

        found.Upper.ShouldBe(expected);
        found.IsExact.ShouldBeTrue();
    }

    /// <summary>The largest cut of the Petersen graph has 12 of its 15 edges.</summary>
    [Fact]
    public void The_frustration_of_the_hostile_Petersen_graph_is_3()
    {
        SignedEdge[] edges =
        [
            .. Enumerable.Range(0, 5).SelectMany(i => new SignedEdge[] { new(i, (i + 1) % 5, -1), new(i, i + 5, -1), new(i + 5, ((i + 2) % 5) + 5, -1) }),
        ];

        var found = Frustration.Of(10, edges);

        (found.Lower, found.Upper).ShouldBe((3, 3));
        found.Normalised!.Value.ShouldBe(1 - (6.0 / 15), 1e-12);
    }

    [Fact]
    public void The_index_is_that_of_trying_all_divisions() =>
        Prop.ForAll(SomeGraphs.Signed.ToArbitrary(), edges =>
        {
            int least = Enumerable.Range(0, 1 << SomeGraphs.Nodes).Min(camps => edges.Count(e => IsAgainst(e, node => (camps >> node) & 1)));

            var found = Frustration.Of(SomeGraphs.Nodes, edges);

            found.IsExact.ShouldBeTrue();
            found.Upper.ShouldBe(least);
            edges.Count(e => IsAgainst(e, node => found.Camps[node])).ShouldBe(least);
        }).QuickCheckThrowOnFailure();

    /// <summary>As many parties as a region has, at the densities that news give.</summary>
    [Theory]
    [InlineData(32, 0.3)]
    [InlineData(40, 0.15)]
    [InlineData(40, 0.3)]
    public void The_index_of_a_region_is_exact(int nodes, double density)
    {
        var random = new Random(nodes);
        SignedEdge[] edges =
        [
            .. from i in Enumerable.Range(0, nodes) from j in Enumerable.Range(i + 1, nodes - i - 1) where random.NextDouble() < density
               select new SignedEdge(i, j, random.NextDouble() < 0.35 ? -1 : 1),
        ];

        Frustration.Of(nodes, edges).IsExact.ShouldBeTrue();
    }

    [Fact]
    public void A_search_cut_short_gives_bounds_that_hold()
    {
        var random = new Random(5);
        SignedEdge[] edges =
        [
            .. from i in Enumerable.Range(0, 24) from j in Enumerable.Range(i + 1, 23 - i) where random.Next(2) == 0 select new SignedEdge(i, j, random.Next(2) == 0 ? 1 : -1),
        ];

        var bounded = Frustration.Of(24, edges, budget: 10);
        var exact = Frustration.Of(24, edges);

        bounded.IsExact.ShouldBeFalse();
        exact.IsExact.ShouldBeTrue();
        exact.Upper.ShouldBeInRange(bounded.Lower, bounded.Upper);
        edges.Count(e => IsAgainst(e, node => bounded.Camps[node])).ShouldBe(bounded.Upper);
    }

    [Fact]
    public void Blocks_take_every_edge_once_and_part_at_cut_vertices()
    {
        // Two triangles that share node 2, and a tail.
        SignedEdge[] edges = [new(0, 1, 1), new(1, 2, 1), new(2, 0, 1), new(2, 3, 1), new(3, 4, 1), new(4, 2, 1), new(4, 5, 1)];

        IReadOnlyList<int[]> blocks = Blocks.Of(6, edges);

        blocks.Select(block => string.Join(' ', block)).Order(StringComparer.Ordinal).ShouldBe(["0 1 2", "3 4 5", "6"]);
    }

    [Fact]
    public void Two_clean_camps_are_more_balanced_than_chance()
    {
        SignedEdge[] edges = [.. from i in Enumerable.Range(0, 8) from j in Enumerable.Range(i + 1, 7 - i) select new SignedEdge(i, j, i / 4 == j / 4 ? 1 : -1)];

        Triads.Count(8, edges).BalancedShare.ShouldBe(1);
        Triads.ChanceOfAsBalanced(8, edges)!.Value.ShouldBeLessThan(0.01);
    }

    private static bool IsAgainst(SignedEdge edge, Func<int, int> camp) => (camp(edge.From) == camp(edge.To)) != (edge.Sign > 0);
}
