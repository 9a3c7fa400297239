using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Conllu;
using Entente.Language.Entities;
using Entente.Language.Lemmas;
using Entente.Language.Tags;

namespace Entente.Coding.Tests;

/// <summary>Analyzed texts made by hand.</summary>
internal static class SomeText
{
    /// <summary>One sentence, a word a blank-separated cell <c>form/UPOS/XPOS/lemma/head/relation</c>; heads from 1, 0 the root.</summary>
    public static AnalyzedText Tree(string cells)
    {
        string[] words = cells.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var conllu = new StringWriter();
        for (int i = 0; i < words.Length; i++)
        {
            string[] cell = words[i].Split('/');
            conllu.Write(FormattableString.Invariant($"{i + 1}\t{cell[0]}\t{cell[3]}\t{cell[1]}\t{cell[2]}\t_\t{cell[4]}\t{cell[5]}\t_\t_\n"));
        }

        conllu.Write('\n');
        ConlluSentence sentence = ConlluReader.Read(new StringReader(conllu.ToString()), "test").Single();
        ConlluText text = ConlluText.From(sentence);
        return new(
            text.Text, text.Tokens, text.Sentences,
            new TagLayer([.. sentence.Words.Select(word => word.Upos)], [.. sentence.Words.Select(word => word.Xpos)]),
            new LemmaLayer([.. sentence.Words.Select(word => word.Lemma)]),
            new ArcLayer([.. sentence.Words.Select(word => word.Head)], [.. sentence.Words.Select(word => word.Relation)]),
            new EntityLayer([]));
    }

    /// <summary>Words without a tree, the first one over all; lemmas lose a plural's s.</summary>
    public static AnalyzedText Words(string text)
    {
        string[] words = text.Split(' ');
        return Tree(string.Join(' ', words.Select((word, i) =>
            $"{word}/{(char.IsUpper(word[0]) ? "PROPN/NNP" : "NOUN/NN")}/{word.ToLowerInvariant().TrimEnd('s')}/{(i == 0 ? 0 : 1)}/{(i == 0 ? "root" : "dep")}")));
    }
}
