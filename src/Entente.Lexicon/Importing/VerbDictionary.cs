using Entente.Records;

namespace Entente.Lexicon.Importing;

/// <summary>What one line of a verb dictionary says: these verbs, with these words, are this code.</summary>
/// <param name="Label">The block's name.</param>
/// <param name="Verbs">Lemmas, lower case; several words joined by <c>_</c>.</param>
/// <param name="Object">Lemmas of the noun right after the verb, any of which fits; null where none is asked for.</param>
/// <param name="Word">Lemmas of another word of the clause, any of which fits; null where none is asked for.</param>
/// <param name="Preposition">The preposition before the target; null where the target follows the verb or stands anywhere.</param>
/// <param name="Code">CAMEO code.</param>
/// <param name="Line">1-based.</param>
internal sealed record DictionaryPattern(string Label, IReadOnlyList<string> Verbs, IReadOnlyList<string>? Object, IReadOnlyList<string>? Word, string? Preposition, string Code, int Line);

/// <summary>Reads verb dictionaries of TABARI and PETRARCH: blocks of verbs, then patterns with <c>*</c> for the verb, <c>$</c> the source, <c>+</c> the target, <c>&amp;SET</c> a set of nouns.</summary>
/// <remarks>Word order is not kept: a pattern becomes conditions on the verb's object, on a word of its clause, on a preposition. One that asks for more than these is reported.</remarks>
/// <param name="file">As faults name it.</param>
/// <param name="problems">Receives an entry for each pattern that is passed over.</param>
internal sealed class VerbDictionary(string file, ICollection<Diagnostic> problems)
{
    private static readonly HashSet<string> Prepositions = new(
        ["to", "with", "for", "from", "of", "on", "in", "at", "by", "against", "over", "into", "between", "among", "about", "toward", "towards", "under", "upon", "after", "before", "through", "as"], StringComparer.Ordinal);

    private static readonly HashSet<string> Fillers = new(["the", "a", "an", "its", "their", "his", "her", "it", "is", "was", "be", "has", "have", "had", "will"], StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> _sets = new(StringComparer.Ordinal);

    /// <summary>Patterns with a code, in file order.</summary>
    public IEnumerable<DictionaryPattern> Read(TextReader reader)
    {
        string label = "", blockCode = "";
        var verbs = new List<string>();
        List<string>? set = null;
        foreach (DictionaryLine line in DictionaryLine.Of(reader))
        {
            (string before, IReadOnlyList<string> codes) = line.Parts();
            string code = codes.Count > 0 ? codes[0] : "";
            if (before.StartsWith("---", StringComparison.Ordinal))
            {
                (label, blockCode, set) = (before.Trim('-', ' '), code, null);
                verbs.Clear();
            }
            else if (before.StartsWith('&'))
            {
                _sets[before[1..].Trim()] = set = [];
            }
            else if (before.StartsWith('+') && set is not null)
            {
                set.Add(Lemma(before[1..]));
            }
            else if (before.StartsWith('-'))
            {
                if (IsCode(code) && verbs.Count > 0 && Pattern(line, before[1..], label, verbs, code) is { } pattern)
                {
                    yield return pattern;
                }
            }
            else if (before.StartsWith('~') || before.Contains('*', StringComparison.Ordinal))
            {
                problems.Add(line.Problem(file, $"'{before}' is a pattern of a kind that has no counterpart", "enter it as a frame by hand"));
            }
            else if (before.Length > 0)
            {
                set = null;
                string verb = Lemma(before.Split('{')[0]);
                verbs.Add(verb);
                string own = IsCode(code) ? code : codes.Count == 0 ? blockCode : "";
                if (IsCode(own))
                {
                    yield return new(label.Length > 0 ? label : verb, [verb], null, null, null, own, line.Number);
                }
            }
        }
    }

    private DictionaryPattern? Pattern(DictionaryLine line, string text, string label, List<string> verbs, string code)
    {
        string[] tokens = text.Split([' ', '(', ')', '{', '}'], StringSplitOptions.RemoveEmptyEntries);
        int verb = Array.IndexOf(tokens, "*");
        IReadOnlyList<string>? thing = null, word = null;
        string? preposition = null, last = null;
        bool isRight = verb >= 0;
        for (int i = 0; i < tokens.Length && isRight; i++)
        {
            string token = tokens[i];
            if (token is "*" or "$" or "^" or "%")
            {
                last = null;
            }
            else if (token[0] is '+' && token.Length == 1)
            {
                preposition = i > verb ? last ?? preposition : preposition;
                last = null;
            }
            else if (Prepositions.Contains(token.ToLowerInvariant()))
            {
                last = token.ToLowerInvariant();
            }
            else if (!Fillers.Contains(token.ToLowerInvariant()))
            {
                IReadOnlyList<string>? lemmas = Lemmas(token);
                bool isObject = i > verb && thing is null && word is null && last is null;
                isRight = lemmas is not null && (isObject || word is null);
                (thing, word) = isObject ? (lemmas, word) : (thing, lemmas);
                last = null;
            }
        }

        if (!isRight)
        {
            problems.Add(line.Problem(file, $"'{text.Trim()}' asks for more words than a frame's pattern does, or for a set that is not defined", "enter it as a frame by hand"));
            return null;
        }

        return new(label.Length > 0 ? label : verbs[0], [.. verbs], thing, word, preposition ?? (thing is null && word is null ? last : null), code, line.Number);
    }

    /// <summary>A noun, singular and as written, or the members of a set; null for a set that is not defined.</summary>
    private List<string>? Lemmas(string token)
    {
        if (token[0] == '&')
        {
            return _sets.TryGetValue(token[1..], out List<string>? members) && members.Count > 0 ? members : null;
        }

        string lemma = Lemma(token);
        return lemma.Length > 3 && lemma.EndsWith('s') ? [lemma, lemma[..^1]] : [lemma];
    }

    private static bool IsCode(string code) => code.Length is >= 2 and <= 4 && code.All(char.IsAsciiDigit);

    private static string Lemma(string written) => string.Join('_', written.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
}
