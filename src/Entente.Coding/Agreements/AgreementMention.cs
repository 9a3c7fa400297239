using Entente.Records;

namespace Entente.Coding.Agreements;

/// <summary>Words that name an agreement.</summary>
/// <param name="Token">The head word.</param>
/// <param name="Noun">Its lemma.</param>
/// <param name="Kinds">What it is for, as far as its words say; "other" for nothing told.</param>
/// <param name="Domains">Its fields, as far as its words say.</param>
/// <param name="IsDefinite">Whether it may be one that the text has named before.</param>
internal sealed record AgreementMention(int Token, string Noun, IReadOnlyList<string> Kinds, IReadOnlyList<string> Domains, bool IsDefinite)
{
    /// <summary>Whether the noun names an agreement only if it is signed: "a document", "a framework".</summary>
    public bool IsWeak { get; init; }

    /// <summary>The words that name it, where they are not the noun's phrase; null else.</summary>
    public string? Name { get; init; }
}

/// <summary>A stage, the word that tells it, and the head of its clause's words.</summary>
internal readonly record struct ToldStage(AgreementStage Stage, int Word, int Clause);
