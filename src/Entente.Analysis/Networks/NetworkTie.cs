using Entente.Records;

namespace Entente.Analysis.Networks;

/// <summary>What passed between two parties within a window, both ways.</summary>
/// <param name="Relation">The pair.</param>
/// <param name="Forth">Events of the first party towards the second.</param>
/// <param name="Back">Events of the second towards the first.</param>
/// <param name="Cooperation">Sum of the scores of the cooperation quads, per 1,000 documents where coverage is known; at least 0.</param>
/// <param name="Conflict">Sum of the scores of the conflict quads with its sign turned, in the same unit; at least 0.</param>
/// <param name="StandardError">Of <see cref="Weight"/>, if events came at random (compound Poisson).</param>
/// <param name="AidForth">Sum of the scores of AID by the first to the second, and of standing ties by which it supplies or guards it.</param>
/// <param name="AidBack">The same of the second to the first.</param>
/// <param name="HostileForth">Conflict by the first towards the second.</param>
/// <param name="HostileBack">Conflict by the second towards the first.</param>
public sealed record NetworkTie(
    Relation Relation,
    int Forth,
    int Back,
    double Cooperation,
    double Conflict,
    double StandardError,
    double AidForth,
    double AidBack,
    double HostileForth,
    double HostileBack)
{
    private const double NormalQuantile = 1.959964;

    /// <summary>Events both ways; one done together counts in each direction.</summary>
    public int Events => Forth + Back;

    /// <summary>Cooperation less conflict.</summary>
    public double Weight => Cooperation - Conflict;

    /// <summary>Lower end of the 95 % interval of <see cref="Weight"/>.</summary>
    public double Low => Weight - (NormalQuantile * StandardError);

    /// <summary>Upper end of the interval.</summary>
    public double High => Weight + (NormalQuantile * StandardError);

    /// <summary>+1 where cooperation outweighs conflict, -1 where conflict does, 0 where they are equal.</summary>
    public int Sign => Math.Sign(Weight);

    /// <summary>Whether the interval leaves no doubt of the sign.</summary>
    public bool IsSettled => Low > 0 || High < 0;

    /// <summary>The party opposite <paramref name="party"/>.</summary>
    public string Other(string party) => string.Equals(party, Relation.First, StringComparison.Ordinal) ? Relation.Second : Relation.First;

    /// <summary>What <paramref name="party"/> gave the other in aid.</summary>
    public double AidBy(string party) => string.Equals(party, Relation.First, StringComparison.Ordinal) ? AidForth : AidBack;
}
