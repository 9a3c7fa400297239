namespace Entente.Archive.Writing;

/// <summary>What came of adding a document.</summary>
public enum AddOutcome
{
    /// <summary>It is in the archive now.</summary>
    Added,

    /// <summary>It is in the archive now, and an earlier text at the same URL no longer counts.</summary>
    Revised,

    /// <summary>It was there already; nothing changed.</summary>
    Known,

    /// <summary>Its id belongs to another document; nothing changed.</summary>
    IdTaken,
}
