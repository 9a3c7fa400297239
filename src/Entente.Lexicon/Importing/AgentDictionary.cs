using Entente.Records;

namespace Entente.Lexicon.Importing;

/// <summary>Reads agent dictionaries of TABARI and PETRARCH: <c>FISHERY_MINISTER_ {FISHERY_MINISTERS_} [~GOV]</c>, with sets <c>!NAME! = A, B</c>.</summary>
/// <param name="file">As faults name it.</param>
/// <param name="problems">Receives an entry for each line that is passed over.</param>
internal sealed class AgentDictionary(string file, ICollection<Diagnostic> problems)
{
    private readonly Dictionary<string, List<string>> _sets = new(StringComparer.Ordinal);

    /// <summary>Nouns, lower case, with their code and the line.</summary>
    public IEnumerable<(string Noun, ActorCode Code, int Line)> Read(TextReader reader)
    {
        List<string>? set = null;
        foreach (DictionaryLine line in DictionaryLine.Of(reader))
        {
            (string before, IReadOnlyList<string> codes) = line.Parts();
            if (before.StartsWith('!') && before.Contains('=', StringComparison.Ordinal))
            {
                string[] halves = before.Split('=', 2);
                _sets[halves[0].Trim()] = set = [.. halves[1].Split([',', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            }
            else if (before.StartsWith('+') && set is not null && codes.Count == 0)
            {
                set.Add(before[1..].Trim());
            }
            else
            {
                set = null;
                foreach ((string noun, ActorCode code) in Entries(line, before, codes))
                {
                    yield return (noun, code, line.Number);
                }
            }
        }
    }

    private IEnumerable<(string Noun, ActorCode Code)> Entries(DictionaryLine line, string before, IReadOnlyList<string> codes)
    {
        string singular = before.Split('{')[0].Trim();
        if (singular.Length == 0 || codes.Count != 1 || CameoActorCode.Translate(codes[0], _ => false, []) is not { } code)
        {
            problems.Add(line.Problem(file, $"'{line.Text.Trim()}' is no agent with a code that has a counterpart", "write NOUN_ {PLURAL_} [~GOV]"));
            yield break;
        }

        foreach (string form in Expanded(singular))
        {
            yield return (string.Join(' ', form.Split(['_', ' '], StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant(), code);
        }
    }

    private IEnumerable<string> Expanded(string noun)
    {
        foreach ((string name, List<string> members) in _sets.OrderByDescending(set => set.Key.Length).ThenBy(set => set.Key, StringComparer.Ordinal))
        {
            if (noun.Contains(name, StringComparison.Ordinal))
            {
                return members.SelectMany(member => Expanded(noun.Replace(name, member, StringComparison.Ordinal)));
            }
        }

        return [noun];
    }
}
