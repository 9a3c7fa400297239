using System.Runtime.CompilerServices;
using Entente.Lexicon;
using Entente.Lexicon.Agreements;
using Entente.Lexicon.Frames;
using Entente.Lexicon.Hedges;

namespace Entente.Coding;

/// <summary>The words of agreements and hedges by lemma; made once a lexicon, shared by all threads.</summary>
internal sealed class RecordVocabulary
{
    private static readonly ConditionalWeakTable<WorldLexicon, RecordVocabulary> Known = [];
    private readonly Dictionary<string, Hedge[]> _hedges;
    private readonly Dictionary<string, AgreementWords[]> _agreements;

    private RecordVocabulary(WorldLexicon lexicon)
    {
        _hedges = Index(lexicon.Hedges.All, hedge => hedge.Words);
        _agreements = Index(lexicon.Agreements.All, words => words.Words);
    }

    /// <summary>The vocabulary of a lexicon.</summary>
    public static RecordVocabulary Of(WorldLexicon lexicon) => Known.GetValue(lexicon, made => new(made));

    /// <summary>Entries that may fit a word by its last part, in file order; whether they do, <see cref="Clauses.Words.Fits"/> says.</summary>
    public Hedge[] HedgesAt(string lemma) => _hedges.TryGetValue(lemma, out Hedge[]? found) ? found : [];

    /// <summary>Entries that may fit a word by its last part, in file order.</summary>
    public AgreementWords[] AgreementsAt(string lemma) => _agreements.TryGetValue(lemma, out AgreementWords[]? found) ? found : [];

    private static Dictionary<string, T[]> Index<T>(IReadOnlyList<T> entries, Func<T, LemmaSet> words)
        where T : class
    {
        var index = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (T entry in entries)
        {
            foreach (string lemma in words(entry).Lemmas)
            {
                // "memorandum_of_understanding" is found at its first word, as the frames' classes are; other compounds at their last.
                int of = lemma.IndexOf("_of_", StringComparison.Ordinal);
                string key = of > 0 ? lemma[..of] : lemma[(lemma.LastIndexOf('_') + 1)..];
                Add(index, key[(key.LastIndexOf('_') + 1)..], entry);
            }
        }

        return index.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T entry)
        where T : class
    {
        if (!index.TryGetValue(key, out List<T>? list))
        {
            index.Add(key, list = []);
        }

        if (!list.Contains(entry))
        {
            list.Add(entry);
        }
    }
}
