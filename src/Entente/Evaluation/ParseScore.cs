using Entente.Language;
using Entente.Language.Arcs;
using Entente.Language.Conllu;

namespace Entente.Evaluation;

/// <summary>How many words of a sentence are right, on gold words; the arithmetic of CoNLL 2018, LAS without subtypes.</summary>
public readonly record struct ParseTallies(int Words, int Upos, int Xpos, int Lemmas, int Uas, int Las)
{
    /// <summary>Both together.</summary>
    public static ParseTallies operator +(ParseTallies left, ParseTallies right) => new(
        left.Words + right.Words, left.Upos + right.Upos, left.Xpos + right.Xpos, left.Lemmas + right.Lemmas, left.Uas + right.Uas, left.Las + right.Las);

    /// <summary>Both together.</summary>
    public static ParseTallies Add(ParseTallies left, ParseTallies right) => left + right;
}

/// <summary>Scores parses against a treebank.</summary>
public static class ParseScore
{
    /// <summary>Parses the gold words of a sentence and scores the parse.</summary>
    public static ParseTallies Of(LanguagePipeline language, ConlluSentence gold, AnalysisScratch scratch)
    {
        ConlluText given = ConlluText.From(gold);
        AnalyzedText text = language.Analyze(given.Text, given.Tokens, given.Sentences, scratch);
        Sentence parsed = text.Sentence(0);
        int upos = 0, xpos = 0, lemmas = 0, uas = 0, las = 0;
        for (int i = 0; i < gold.Words.Count; i++)
        {
            ConlluWord word = gold.Words[i];
            Token token = parsed[i];
            bool head = token.HeadIndex == word.Head;
            upos += token.Pos == word.Upos ? 1 : 0;
            xpos += token.Xpos == word.Xpos ? 1 : 0;
            lemmas += word.Lemma == "_" || token.Lemma == word.Lemma ? 1 : 0;
            uas += head ? 1 : 0;
            las += head && Base(token.Relation) == Base(word.Relation) ? 1 : 0;
        }

        return new(gold.Words.Count, upos, xpos, lemmas, uas, las);
    }

    private static string Base(Deprel relation) => relation.Code().Split(':')[0];
}
