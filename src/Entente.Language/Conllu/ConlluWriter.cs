using System.Globalization;
using Entente.Language.Arcs;
using Entente.Language.Tags;

namespace Entente.Language.Conllu;

/// <summary>Writes analyses as CoNLL-U: FEATS and DEPS are always <c>_</c>.</summary>
/// <param name="output">Receives lines that end in a line feed; the caller owns and disposes it.</param>
public sealed class ConlluWriter(TextWriter output)
{
    /// <summary>Writes all sentences of a text, with their comments <c>newdoc id</c>, <c>sent_id</c> and <c>text</c>.</summary>
    /// <param name="docId">The document's id; sentences are numbered after it from 1.</param>
    /// <param name="text">The analysis. A text without words writes nothing.</param>
    public void Write(string docId, AnalyzedText text)
    {
        for (int i = 0; i < text.Sentences.Count; i++)
        {
            if (i == 0)
            {
                WriteComment("# newdoc id = ", docId);
                output.Write('\n');
            }

            WriteComment("# sent_id = ", docId);
            output.Write('-');
            WriteNumber(i + 1);
            output.Write('\n');
            WriteSentence(text.Sentence(i));
        }
    }

    /// <summary>Writes a sentence of given tokens: its comments, forms, multiword tokens and MISC as they were, tags, lemmas and tree from the analysis.</summary>
    /// <param name="original">The sentence as read.</param>
    /// <param name="analyzed">The same words, analysed.</param>
    /// <exception cref="ArgumentException">The two differ in their number of words.</exception>
    public void Write(ConlluSentence original, Sentence analyzed)
    {
        if (original.Words.Count != analyzed.Count)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"the analysis has {analyzed.Count} words, the sentence {original.Words.Count}"), nameof(analyzed));
        }

        foreach (string comment in original.Comments)
        {
            output.Write(comment);
            output.Write('\n');
        }

        int multiword = 0;
        for (int i = 0; i < original.Words.Count; i++)
        {
            if (multiword < original.Multiwords.Count && original.Multiwords[multiword].First == i)
            {
                ConlluMultiword token = original.Multiwords[multiword++];
                WriteRange(token.First, token.End, token.Form, token.Misc);
            }

            WriteWord(analyzed, i, original.Words[i].Form, original.Words[i].Misc);
        }

        output.Write('\n');
    }

    private void WriteSentence(Sentence sentence)
    {
        AnalyzedText source = sentence.Source;
        output.Write("# text = ");
        WriteClean(sentence.Span.Start, sentence.Span.End, source.Text);
        output.Write('\n');
        for (int i = 0; i < sentence.Count; i++)
        {
            int word = sentence.First + i, end = word + 1;
            while (end < sentence.End && source.Tokens.Continues[end])
            {
                end++;
            }

            bool inside = source.Tokens.Continues[word] && i > 0;
            if (!inside && end - word > 1)
            {
                WriteRange(i, i + end - word, source.Text.AsSpan(source.Tokens.Starts[word], source.Tokens.Ends[end - 1] - source.Tokens.Starts[word]), Misc(source, end - 1));
            }

            WriteWord(sentence, i, sentence[i].Text, inside || end - word > 1 ? "_" : Misc(source, word));
        }

        output.Write('\n');
    }

    private static string Misc(AnalyzedText source, int word) =>
        word + 1 < source.Count && source.Tokens.Starts[word + 1] == source.Tokens.Ends[word] ? "SpaceAfter=No" : "_";

    private void WriteRange(int first, int end, ReadOnlySpan<char> form, string misc)
    {
        WriteNumber(first + 1);
        output.Write('-');
        WriteNumber(end);
        output.Write('\t');
        WriteClean(form);
        output.Write("\t_\t_\t_\t_\t_\t_\t_\t");
        output.Write(misc);
        output.Write('\n');
    }

    private void WriteWord(Sentence sentence, int offset, ReadOnlySpan<char> form, string misc)
    {
        Token word = sentence[offset];
        WriteNumber(offset + 1);
        output.Write('\t');
        WriteClean(form);
        output.Write('\t');
        WriteClean(word.Lemma);
        output.Write('\t');
        output.Write(word.Pos.Code());
        output.Write('\t');
        output.Write(word.Xpos.Code());
        output.Write("\t_\t");
        WriteNumber(word.HeadIndex < 0 ? 0 : word.HeadIndex - sentence.First + 1);
        output.Write('\t');
        output.Write(word.Relation.Code());
        output.Write("\t_\t");
        output.Write(misc);
        output.Write('\n');
    }

    private void WriteComment(string key, string value)
    {
        output.Write(key);
        WriteClean(value);
    }

    private void WriteClean(int start, int end, string text) => WriteClean(text.AsSpan(start, end - start));

    /// <summary>Tabs, line ends and other control characters would break the format: each becomes a blank.</summary>
    private void WriteClean(ReadOnlySpan<char> text)
    {
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) || text[i] is '\u2028' or '\u2029')
            {
                output.Write(text[from..i]);
                output.Write(' ');
                from = i + 1;
            }
        }

        output.Write(text[from..]);
    }

    private void WriteNumber(int number)
    {
        Span<char> digits = stackalloc char[11];
        number.TryFormat(digits, out int length, provider: CultureInfo.InvariantCulture);
        output.Write(digits[..length]);
    }
}
