using Entente.Analysis.Networks;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Analysis.Tests.Networks;

/// <summary>Random small graphs.</summary>
internal static class SomeGraphs
{
    public const int Nodes = 9;

    /// <summary>Edges with whole weights, each pair at most once.</summary>
    public static Gen<(int From, int To, double Weight)[]> Edges { get; } =
        from edges in Gen.ArrayOf(
            from one in Gen.Choose(0, Nodes - 1)
            from step in Gen.Choose(1, Nodes - 1)
            from weight in Gen.Choose(1, 6)
            select (From: one, To: (one + step) % Nodes, Weight: (double)weight))
        select edges.DistinctBy(e => (Math.Min(e.From, e.To), Math.Max(e.From, e.To))).ToArray();

    /// <summary>Signed edges, each pair at most once.</summary>
    public static Gen<SignedEdge[]> Signed { get; } =
        from edges in Edges
        select edges.Select(e => new SignedEdge(e.From, e.To, e.Weight > 3 ? -1 : 1)).ToArray();
}
