namespace Entente.Coding.Attribution;

/// <summary>How a text names a source.</summary>
internal enum SourceKind : byte
{
    /// <summary>The subject of a verb of saying.</summary>
    Speaker,

    /// <summary>The subject of another verb that governs a clause: "found that", "let it be known that".</summary>
    Author,

    /// <summary>"according to X".</summary>
    According,

    /// <summary>"X: …" in a headline, or "… - X" at its end.</summary>
    Heading,

    /// <summary>"X's allegation that …", "by X's account".</summary>
    Owner,
}

/// <summary>Somebody whose report the acts of a sentence may be.</summary>
/// <param name="Head">The head word of the source.</param>
/// <param name="Word">The word that says: the verb, the noun; the source itself where there is none.</param>
/// <param name="Kind">How it is named.</param>
internal readonly record struct SourceCandidate(int Head, int Word, SourceKind Kind);
