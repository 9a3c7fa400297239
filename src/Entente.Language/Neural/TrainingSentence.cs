using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Neural;

/// <summary>A gold sentence: words, tags and tree.</summary>
/// <param name="Forms">Its words.</param>
/// <param name="Upos">Universal tags.</param>
/// <param name="Xpos">Penn tags.</param>
/// <param name="Heads">Heads within the sentence, from 0; -1 for the root.</param>
/// <param name="Relations">Relations to the heads.</param>
internal sealed record TrainingSentence(string[] Forms, Upos[] Upos, Xpos[] Xpos, int[] Heads, Deprel[] Relations)
{
    public int Count => Forms.Length;
}
