using Entente.Language.Conllu;
using Entente.Language.Tags;

namespace Entente.Language.Lemmas;

/// <summary>Learns the lemmatizer's tables: majorities, ties by ordinal order.</summary>
internal static class LemmaTraining
{
    /// <summary>How often a treebank must hold an irregular form to know better than the table.</summary>
    private const int Many = 10;

    public static LemmaModel Learn(IEnumerable<ConlluSentence> sentences)
    {
        var exact = new Dictionary<(string Form, Xpos Tag), Dictionary<string, int>>();
        var lower = new Dictionary<(string Form, Xpos Tag), Dictionary<string, int>>();
        foreach (ConlluWord word in sentences.SelectMany(s => s.Words))
        {
            if (word.Xpos == Xpos.None || word.Form.Length > 40 || word.Lemma.Length == 0 || (word.Lemma == "_" && word.Form != "_") || IsShortHas(word))
            {
                continue;
            }

            Count(exact, (word.Form, word.Xpos), word.Lemma);
            if (!LemmaModel.IsName(word.Xpos))
            {
                Count(lower, (word.Form.ToLowerInvariant(), word.Xpos), word.Lemma);
            }
        }

        foreach ((string form, Xpos tag, string lemma) in IrregularForms.All())
        {
            foreach (var table in new[] { exact, lower })
            {
                // A slip of an annotator must not outvote the grammar; a form seen often is the treebank's own affair ("found", "lay").
                if (!table.TryGetValue((form, tag), out Dictionary<string, int>? votes) || votes.Values.Sum() < Many)
                {
                    table[(form, tag)] = new(StringComparer.Ordinal) { [lemma] = 1 };
                }
            }
        }

        // A base form that only its inflections show helps to undo other inflections.
        foreach (((_, Xpos tag), Dictionary<string, int> votes) in lower.OrderBy(p => p.Key.Form, StringComparer.Ordinal).ThenBy(p => p.Key.Tag).ToList())
        {
            Xpos basic = tag is Xpos.Vbd or Xpos.Vbn or Xpos.Vbg or Xpos.Vbz ? Xpos.Vb : tag == Xpos.Nns ? Xpos.Nn : Xpos.None;
            string best = Best(votes);
            if (basic != Xpos.None && best.All(char.IsAsciiLetterLower) && !lower.ContainsKey((best, basic)))
            {
                Count(lower, (best, basic), best);
            }
        }

        var lowerBest = lower.ToDictionary(p => p.Key, p => Best(p.Value));
        var changes = new SortedSet<(int Cut, string Tail)> { (0, "") };
        Dictionary<(string Ending, Xpos Tag), (int Cut, string Tail)> endings = Endings(exact.Select(p => (p.Key.Form, p.Key.Tag, Best(p.Value))));
        changes.UnionWith(endings.Values);

        // A form with capitals is worth an entry of its own where it differs from its lower-case twin; names always are.
        var exactBest = new Dictionary<(string Form, Xpos Tag), string>();
        foreach (((string form, Xpos tag), Dictionary<string, int> votes) in exact)
        {
            string best = Best(votes);
            string lowerForm = form.ToLowerInvariant();
            if (LemmaModel.IsName(tag) || (form != lowerForm && best != lowerBest[(lowerForm, tag)]))
            {
                exactBest[(form, tag)] = best;
            }
        }

        string[] lemmas = [.. lowerBest.Values.Concat(exactBest.Values).Distinct().Order(StringComparer.Ordinal)];
        var numbers = lemmas.Select((lemma, i) => (lemma, i)).ToDictionary(p => p.lemma, p => p.i, StringComparer.Ordinal);
        (int, string)[] changeList = [.. changes];
        return new(
            lemmas,
            Sorted(exactBest.Select(p => (p.Key.Form, p.Key.Tag, numbers[p.Value]))),
            Sorted(lowerBest.Select(p => (p.Key.Form, p.Key.Tag, numbers[p.Value]))),
            Sorted(endings.Select(p => (p.Key.Ending, p.Key.Tag, Array.IndexOf(changeList, p.Value)))),
            changeList);
    }

    /// <summary>"'s" for "has" is told apart by its neighbours, not by its tag.</summary>
    private static bool IsShortHas(ConlluWord word) => word is { Xpos: Xpos.Vbz, Lemma: "have" } && word.Form is "'s" or "’s" or "'S" or "s";

    private static List<(string Form, Xpos Tag, int Value)> Sorted(IEnumerable<(string Form, Xpos Tag, int Value)> entries) =>
        [.. entries.OrderBy(e => e.Form, StringComparer.Ordinal).ThenBy(e => e.Tag)];

    private static void Count<TKey>(Dictionary<TKey, Dictionary<string, int>> counts, TKey key, string value)
        where TKey : notnull
    {
        if (!counts.TryGetValue(key, out Dictionary<string, int>? votes))
        {
            counts[key] = votes = new(StringComparer.Ordinal);
        }

        votes[value] = votes.GetValueOrDefault(value) + 1;
    }

    private static string Best(Dictionary<string, int> votes) => votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).First().Key;

    /// <summary>For each tag and ending, the change that most different words with it undergo; endings that tell nothing new are left out.</summary>
    private static Dictionary<(string Ending, Xpos Tag), (int Cut, string Tail)> Endings(IEnumerable<(string Form, Xpos Tag, string Lemma)> words)
    {
        var votes = new Dictionary<(string Ending, Xpos Tag), Dictionary<(int Cut, string Tail), int>>();
        foreach ((string form, Xpos tag, string lemma) in words)
        {
            if (tag is Xpos.Gw or Xpos.Add or Xpos.Fw)
            {
                continue; // parts of words, addresses and foreign words have no endings to learn from
            }

            string lowerForm = form.ToLowerInvariant();
            string stem = LemmaModel.KeepsCase(form, tag) ? form : lowerForm;
            int shared = stem.AsSpan().CommonPrefixLength(lemma);
            (int Cut, string Tail) change = (stem.Length - shared, lemma[shared..]);
            if (change.Cut > LemmaModel.LongestEnding || change.Cut >= stem.Length || change.Tail.Length > LemmaModel.LongestTail)
            {
                continue;
            }

            for (int length = 0; length <= Math.Min(LemmaModel.LongestEnding, lowerForm.Length - 1); length++)
            {
                (string, Xpos) key = (lowerForm[^length..], tag);
                if (!votes.TryGetValue(key, out Dictionary<(int, string), int>? changes))
                {
                    votes[key] = changes = [];
                }

                changes[change] = changes.GetValueOrDefault(change) + 1;
            }
        }

        var best = new Dictionary<(string Ending, Xpos Tag), (int Cut, string Tail)>();
        foreach (((string ending, Xpos tag), Dictionary<(int Cut, string Tail), int> changes) in votes.OrderBy(v => v.Key.Ending.Length))
        {
            if (changes.Values.Sum() < 2)
            {
                continue;
            }

            (int Cut, string Tail) change = changes.OrderByDescending(c => c.Value).ThenBy(c => c.Key.Cut).ThenBy(c => c.Key.Tail, StringComparer.Ordinal).First().Key;
            bool known = false;
            for (int skip = 1; skip <= ending.Length && !known; skip++)
            {
                if (best.TryGetValue((ending[skip..], tag), out (int Cut, string Tail) shorter))
                {
                    known = shorter == change;
                    break;
                }
            }

            if (!known)
            {
                best[(ending, tag)] = change;
            }
        }

        return best;
    }
}
