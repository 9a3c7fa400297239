using System.Text;
using Entente.Language.Sentences;
using Entente.Language.Tokens;

namespace Entente.Language.Conllu;

/// <summary>The text and the layers that a CoNLL-U sentence stands for.</summary>
/// <param name="Text">Its forms, set apart by single blanks where a blank follows.</param>
/// <param name="Tokens">Its words; the words of a multiword token share the characters of its surface form.</param>
/// <param name="Sentences">One sentence of all words.</param>
public sealed record ConlluText(string Text, TokenLayer Tokens, SentenceLayer Sentences)
{
    /// <summary>Spells out a sentence.</summary>
    /// <remarks>
    /// Where the forms of a multiword token do not spell its surface ("will" + "not" for "won't"), its characters are shared out so
    /// that words keep as many of their own as can be. A surface with fewer characters than words leaves the last words empty.
    /// </remarks>
    public static ConlluText From(ConlluSentence sentence)
    {
        var text = new StringBuilder();
        var tokens = new TokenLayer();
        int multiword = 0;
        for (int i = 0; i < sentence.Words.Count;)
        {
            if (multiword < sentence.Multiwords.Count && sentence.Multiwords[multiword].First == i)
            {
                ConlluMultiword token = sentence.Multiwords[multiword++];
                AddMultiword(sentence, token, text.Length, tokens);
                text.Append(token.Form);
                i = token.End;
            }
            else
            {
                string form = sentence.Words[i++].Form;
                tokens.Add(text.Length, text.Length + form.Length, continues: false);
                text.Append(form);
            }

            if (i < sentence.Words.Count && sentence.Words[i - 1].SpaceAfter)
            {
                text.Append(' ');
            }
        }

        var sentences = new SentenceLayer();
        sentences.Add(tokens.Count);
        return new(text.ToString(), tokens, sentences);
    }

    private static void AddMultiword(ConlluSentence sentence, ConlluMultiword token, int start, TokenLayer tokens)
    {
        string forms = string.Concat(sentence.Words.Skip(token.First).Take(token.End - token.First).Select(w => w.Form));
        int from = 0, formsBefore = 0;
        for (int i = token.First; i < token.End; i++)
        {
            formsBefore += sentence.Words[i].Form.Length;
            int to = i == token.End - 1 ? token.Form.Length : Border(forms, formsBefore, token.Form, from, token.End - 1 - i);
            tokens.Add(start + from, start + to, continues: i > token.First);
            from = to;
        }
    }

    /// <summary>Where in <paramref name="surface"/> the words before <paramref name="at"/> in <paramref name="forms"/> end.</summary>
    private static int Border(string forms, int at, string surface, int from, int wordsAfter)
    {
        if (forms.Length == surface.Length)
        {
            return at;
        }

        int first = Math.Min(from + 1, surface.Length), last = Math.Max(first, surface.Length - wordsAfter);
        int expected = (int)((long)at * surface.Length / forms.Length);
        if (surface.Length > 40 || forms.Length > 40)
        {
            return Math.Clamp(expected, first, last);
        }

        int best = first, bestShared = -1;
        for (int border = first; border <= last; border++)
        {
            int shared = Shared(forms.AsSpan(0, at), surface.AsSpan(0, border)) + Shared(forms.AsSpan(at), surface.AsSpan(border));
            if (shared > bestShared || (shared == bestShared && Math.Abs(border - expected) < Math.Abs(best - expected)))
            {
                (best, bestShared) = (border, shared);
            }
        }

        return best;
    }

    /// <summary>Length of the longest common subsequence, letter case apart.</summary>
    private static int Shared(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> row = stackalloc int[b.Length + 1];
        row.Clear();
        foreach (char left in a)
        {
            int diagonal = 0;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = char.ToUpperInvariant(left) == char.ToUpperInvariant(b[j - 1]) ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
