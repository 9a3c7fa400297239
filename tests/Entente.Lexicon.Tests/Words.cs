using Entente.Language.Tokens;
using Entente.Lexicon.Names;

namespace Entente.Lexicon.Tests;

/// <summary>Texts whose words are given by <c>|</c>: "Russia|'s army".</summary>
internal static class Words
{
    /// <summary>The text and its words: blanks and <c>|</c> part them, <c>|</c> leaves no blank behind.</summary>
    public static (string Text, TokenLayer Tokens) Of(string marked)
    {
        var tokens = new TokenLayer();
        var text = new System.Text.StringBuilder();
        foreach (string piece in marked.Split(' '))
        {
            if (text.Length > 0)
            {
                text.Append(' ');
            }

            foreach (string word in piece.Split('|'))
            {
                tokens.Add(text.Length, text.Length + word.Length, continues: false);
                text.Append(word);
            }
        }

        return (text.ToString(), tokens);
    }

    /// <summary>The words of the name at <paramref name="first"/>, and its senses; <c>-</c> where there is none.</summary>
    public static string Match(this WorldLexicon lexicon, string marked, int first = 0)
    {
        (string text, TokenLayer tokens) = Of(marked);
        if (!lexicon.TryMatchName(text, tokens, first, tokens.Count, out NameHit hit))
        {
            return "-";
        }

        string name = text[tokens.Starts[first]..tokens.Ends[first + hit.Length - 1]];
        return $"{name}: {string.Join(' ', hit.Senses.ToArray().Select(sense => Describe(lexicon, sense)))}";
    }

    private static string Describe(WorldLexicon lexicon, NameSense sense)
    {
        string bearer = sense.IsState ? lexicon.States[sense.Index].Code : sense.IsActor ? lexicon.Actors[sense.Index].Id : lexicon.Places[sense.Index].Name;
        return $"{sense.Kind}={bearer}{(sense.IsCommonWord ? "?" : "")}";
    }
}
