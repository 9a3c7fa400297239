namespace Entente.Analysis.Networks;

/// <summary>A party's place among the others.</summary>
public enum RoleKind : byte
{
    /// <summary>Gives a client most of the support that it gets.</summary>
    Patron,

    /// <summary>Gets most of its support from one party, and gives little back.</summary>
    Client,

    /// <summary>Stands between two rivals, hostile to neither, weaker than both.</summary>
    Buffer,

    /// <summary>Joins communities that have few other ways to each other.</summary>
    Bridge,

    /// <summary>Exchanges hostility with another, both ways, beyond doubt.</summary>
    Rival,

    /// <summary>Has no tie in the window.</summary>
    Isolate,
}

/// <summary>What makes a role. The definitions stand with the members; docs/analysis.md tells them in one place.</summary>
public sealed record RoleCriteria
{
    /// <summary>Client: at least this share of the support that the party gets comes from the patron.</summary>
    public double SupportShare { get; init; } = 0.5;

    /// <summary>Client: the patron gives at least so many times what it gets back.</summary>
    public double SupportRatio { get; init; } = 2;

    /// <summary>Client: the patron's support counts at least so many acts of AID (a standing tie of support counts as one).</summary>
    public double LeastSupport { get; init; } = 3;

    /// <summary>Rival: the less hostile side has at least this share of the hostility.</summary>
    public double RivalReciprocity { get; init; } = 0.2;

    /// <summary>Bridge: at least this participation coefficient (Guimerà and Amaral 2005) over the communities.</summary>
    public double BridgeParticipation { get; init; } = 0.3;

    /// <summary>Bridge: at least this share of the other pairs' shortest paths.</summary>
    public double BridgeBetweenness { get; init; } = 0.1;
}

/// <summary>A role that a party has.</summary>
/// <param name="Party">Who.</param>
/// <param name="Kind">What.</param>
/// <param name="Towards">The other parties it is about, in order: a patron's client, a buffer's two rivals; empty for bridges and isolates.</param>
/// <param name="Why">The figures that made it so.</param>
public sealed record PartyRole(string Party, RoleKind Kind, IReadOnlyList<string> Towards, string Why)
{
    /// <summary>As tables write it: <c>client of RUS</c>, <c>buffer between PAK and RUS</c>.</summary>
    public string Text => (Kind, Towards) switch
    {
        (RoleKind.Patron or RoleKind.Client or RoleKind.Rival, [var other]) => $"{Kind.Code()} of {other}",
        (RoleKind.Buffer, [var one, var other]) => $"buffer between {one} and {other}",
        _ => Kind.Code(),
    };
}

/// <summary>Names of the roles.</summary>
public static class RoleKinds
{
    private static readonly string[] Names = ["patron", "client", "buffer", "bridge", "rival", "isolate"];

    /// <summary>As tables write it: <c>patron</c>.</summary>
    public static string Code(this RoleKind kind) => Names[(int)kind];
}
