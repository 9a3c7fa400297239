namespace Entente.Language.Arcs;

/// <summary>One dependency tree for each sentence; may cross arcs. Arrays may be longer than the text.</summary>
/// <param name="Heads">Position of each word's head in the text, from 0; -1 for the root of a sentence.</param>
/// <param name="Relations">Relation of each word to its head.</param>
public sealed record ArcLayer(int[] Heads, Deprel[] Relations);
