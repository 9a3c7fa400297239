using Entente.Lexicon.Hedges;

namespace Entente.Coding.Assessments;

/// <summary>An inference as a sentence marks it.</summary>
/// <param name="Claim">The head word of what is inferred.</param>
/// <param name="Marker">The word that marks it.</param>
/// <param name="First">The first word of the marker.</param>
/// <param name="End">The word after the last of the marker.</param>
/// <param name="By">The entry of the lexicon; null where only the speaker shows it.</param>
/// <param name="IsDenied">Whether the marker is negated: "is not likely to".</param>
/// <param name="Author">The head word of those who infer; -1 for the article's author.</param>
internal sealed record Inference(int Claim, int Marker, int First, int End, Hedge? By, bool IsDenied, int Author)
{
    /// <summary>The head of a second phrase of the claim: "positions Russia *as a partner*"; -1 for none.</summary>
    public int Also { get; init; } = -1;

    /// <summary>Whether what stands in the claim is the inference alone, so that no act in it is reported.</summary>
    public bool IsWholly => By is { Form: HedgeForm.Verb or HedgeForm.Reading or HedgeForm.Noun } or { Form: HedgeForm.Adverb, From: null };
}
