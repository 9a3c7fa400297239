using Entente.Lexicon.Compiling;
using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Lexicon.Agreements;

/// <summary>What words of <c>lexicon/agreements.yaml</c> tell.</summary>
public enum AgreementWordRole : byte
{
    /// <summary>A noun that names an agreement.</summary>
    Name,

    /// <summary>A word beside such a noun that shows its kind or domain.</summary>
    About,

    /// <summary>A verb whose object or subject is an agreement, and the stage it tells.</summary>
    Verb,

    /// <summary>A noun of which an agreement is the complement ("the signing of"), and its stage.</summary>
    Noun,

    /// <summary>An adjective or participle of an agreement ("a draft treaty"), and its stage.</summary>
    Adjective,

    /// <summary>A preposition or phrase before an agreement ("under the deal"), and its stage.</summary>
    Preposition,
}

/// <summary>Words, and what they tell of an agreement.</summary>
/// <param name="Role">How they stand.</param>
/// <param name="Words">Lemmas, classes expanded; several words are joined by <c>_</c>.</param>
/// <param name="Kind">Of <see cref="AgreementTerms.Kinds"/>; null where the words show none.</param>
/// <param name="Domains">Of <see cref="AgreementTerms.Domains"/>; may be empty.</param>
/// <param name="Stage">The stage that is told; null but for verbs, nouns, adjectives and prepositions.</param>
/// <param name="IsFirm">For names: whether the noun is an agreement by itself; otherwise only beside a word that shows one ("a contract").</param>
/// <param name="Place">Its line.</param>
public sealed record AgreementWords(AgreementWordRole Role, LemmaSet Words, string? Kind, IReadOnlyList<string> Domains, AgreementStage? Stage, bool IsFirm, string Place);

/// <summary>The words that name agreements, their kinds and their stages.</summary>
public sealed class AgreementVocabulary
{
    internal AgreementVocabulary(LexiconImage image) => All = new RecordList<AgreementWords>(image, Section.Agreements, ImageRecords.ReadAgreementWords);

    /// <summary>In file order; empty where there is no such file.</summary>
    public IReadOnlyList<AgreementWords> All { get; }
}
