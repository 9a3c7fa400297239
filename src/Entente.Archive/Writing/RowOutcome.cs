namespace Entente.Archive.Writing;

/// <summary>What came of importing a row.</summary>
public enum RowOutcome
{
    /// <summary>It is in the archive now.</summary>
    Added,

    /// <summary>It was there with other values, which the new ones replace.</summary>
    Revised,

    /// <summary>It was there already; nothing changed.</summary>
    Known,
}
