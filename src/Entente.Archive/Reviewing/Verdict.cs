namespace Entente.Archive.Reviewing;

/// <summary>What a person decided about an event.</summary>
public enum Verdict
{
    /// <summary>It is right as coded.</summary>
    Accepted = 1,

    /// <summary>Another record stands in its place.</summary>
    Corrected = 2,

    /// <summary>It did not happen so; it counts no more.</summary>
    Rejected = 3,
}
