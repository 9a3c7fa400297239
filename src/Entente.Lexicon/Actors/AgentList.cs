using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Entente.Lexicon.Compiling;
using Entente.Lexicon.Names;
using Entente.Records;

namespace Entente.Lexicon.Actors;

/// <summary>What a role noun names.</summary>
public enum AgentKind : byte
{
    /// <summary>One who holds an office: "foreign minister".</summary>
    Person,

    /// <summary>Several: "troops", "protesters".</summary>
    Group,

    /// <summary>An institution: "foreign ministry".</summary>
    Office,
}

/// <summary>A role noun: with a country it makes an actor, or alone.</summary>
/// <param name="Noun">Lemmas, lower case, apart by one blank, the head last: <c>foreign minister</c>.</param>
/// <param name="Code">Sectors alone, or a body in the country's place (<c>NGO</c>).</param>
/// <param name="Kind">What it names.</param>
/// <param name="Source">A key of lexicon/SOURCES.md.</param>
/// <param name="Place">The row: <c>lexicon/agents.tsv:31</c>.</param>
public sealed record Agent(string Noun, ActorCode Code, AgentKind Kind, string Source, string Place);

/// <summary>All role nouns, in file order.</summary>
public sealed class AgentList : IReadOnlyList<Agent>
{
    private const int LongestNoun = 8;
    private readonly RecordList<Agent> _records;
    private readonly KeyTable _keys;

    internal AgentList(LexiconImage image)
    {
        _records = new RecordList<Agent>(image, Section.Agents, ImageRecords.ReadAgent);
        _keys = new KeyTable(image, Section.AgentKeys);
    }

    /// <inheritdoc/>
    public int Count => _records.Count;

    /// <inheritdoc/>
    public Agent this[int index] => _records[index];

    /// <summary>The longest role noun that ends where <paramref name="lemmas"/> ends.</summary>
    /// <param name="lemmas">Lemmas of the words up to the head and including it; capitals do not matter, hyphens may stand among them as words or within one ("ex-minister").</param>
    /// <param name="agent">The role noun.</param>
    /// <param name="length">How many of the last words it takes, hyphens counted.</param>
    /// <returns>False where no role noun ends there.</returns>
    public bool TryMatch(ReadOnlySpan<string> lemmas, [NotNullWhen(true)] out Agent? agent, out int length)
    {
        int best = -1;
        length = 0;
        ulong key = WordKey.Empty;
        int words = 0;
        for (int i = lemmas.Length - 1; i >= 0 && words < LongestNoun; i--)
        {
            ulong word = WordKey.Of(lemmas[i]);
            if (word == WordKey.Empty)
            {
                if (words > 0 && lemmas[i] is "-" or "–")
                {
                    continue;
                }

                break;
            }

            words++;
            ulong whole = WordKey.Append(key, word); // "non-profit" may be listed as one word, "ex-minister" is as two
            key = lemmas[i].Contains('-') ? AppendParts(key, lemmas[i]) : whole;
            if (_keys.TryGet(key, out int index) || (key != whole && _keys.TryGet(whole, out index)))
            {
                best = index;
                length = lemmas.Length - i;
            }
        }

        agent = best >= 0 ? _records[best] : null;
        return best >= 0;
    }

    /// <summary>A run of words with the parts of a hyphenated one added, last first.</summary>
    private static ulong AppendParts(ulong key, ReadOnlySpan<char> lemma)
    {
        while (!lemma.IsEmpty)
        {
            int cut = lemma.LastIndexOf('-');
            ulong part = WordKey.Of(lemma[(cut + 1)..]);
            key = part == WordKey.Empty ? key : WordKey.Append(key, part);
            lemma = lemma[..Math.Max(cut, 0)];
        }

        return key;
    }

    /// <inheritdoc/>
    public IEnumerator<Agent> GetEnumerator() => _records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
