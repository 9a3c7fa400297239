using Entente.Coding.Resolution;

namespace Entente.Coding.Homes;

/// <summary>What is known of the phrase whose home is asked for.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Sector">What it is: the first sector of its role, or a word in lower case.</param>
/// <param name="Candidates">How many countries are named around it.</param>
/// <param name="SameBefore">The country of the same noun before; null for none.</param>
internal readonly record struct HomeFacts(NounPhrase Phrase, string Sector, int Candidates, string? SameBefore);
