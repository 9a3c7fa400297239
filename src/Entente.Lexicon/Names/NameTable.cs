using Entente.Language.Tokens;
using Entente.Lexicon.Compiling;

namespace Entente.Lexicon.Names;

/// <summary>All names, found by the keys of their words: each run of words that starts a name is a key, those that are names have bearers.</summary>
internal sealed class NameTable
{
    private readonly LexiconImage _image;
    private readonly KeyTable _keys;
    private readonly int[] _terminals;
    private readonly NameGroup[] _groups;
    private readonly NameSense[] _senses;
    private readonly Lazy<VariantTable> _variants;

    internal NameTable(LexiconImage image)
    {
        _image = image;
        _keys = new KeyTable(image, Section.NameKeys);
        _terminals = image.Numbers<int>(Section.NameTerminals).ToArray();
        _groups = image.Numbers<NameGroup>(Section.NameGroups).ToArray();
        _senses = image.Numbers<NameSense>(Section.NameSenses).ToArray();
        _variants = new(() => new VariantTable(_image));
    }

    public bool TryMatch(string text, TokenLayer tokens, int first, int limit, out NameHit hit)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, tokens.Count);
        return TryMatch(text, tokens.Starts, tokens.Ends, first, limit, out hit);
    }

    internal bool TryMatch(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int first, int limit, out NameHit hit)
    {
        hit = default;
        if (first >= limit || starts[first] >= ends[first] || !StartsName(text[starts[first]]))
        {
            return false;
        }

        var walk = new NameWalk(text, starts, ends, first, limit);
        while (walk.MoveNext(out bool letters))
        {
            if (!_keys.TryGet(walk.Key, out int terminal))
            {
                if (walk.AtBoundary)
                {
                    break;
                }

                continue;
            }

            if (letters && terminal >= 0 && TryGroup(terminal, walk.Capitals, walk.AllCapitals, out NameGroup group))
            {
                hit = new NameHit(walk.Next - first, _senses, group.Start, group.Count);
            }
        }

        return hit.Length > 0 && !IsShoutedWord(text, starts, ends, first, limit, hit);
    }

    public NameSense[] Find(string name)
    {
        name = WithoutThe(name);
        (int[] starts, int[] ends) = Blanks(name);
        var walk = new NameWalk(name, starts, ends, 0, starts.Length);
        while (walk.MoveNext(out _))
        {
        }

        if (walk.Broken || starts.Length == 0 || !_keys.TryGet(walk.Key, out int terminal) || terminal < 0)
        {
            return [];
        }

        var found = new SortedSet<int>();
        for (int i = _terminals[terminal]; i < _terminals[terminal + 1]; i++)
        {
            for (int s = 0; s < _groups[i].Count; s++)
            {
                found.Add(_groups[i].Start + s);
            }
        }

        return [.. found.Select(i => _senses[i]).Distinct().OrderBy(sense => sense.Kind)];
    }

    public NameCandidate[] Lookup(string name, int count) =>
        [.. _variants.Value.Candidates(name).Concat(Find(name).Select(sense => new NameCandidate(name, sense, 1)))
            .GroupBy(candidate => (candidate.Sense.Kind, candidate.Sense.Index))
            .Select(same => same.MaxBy(candidate => candidate.Score))
            .OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Sense.Kind).ThenBy(candidate => candidate.Sense.Index)
            .Take(count)];

    public bool TryMatchVariant(ReadOnlySpan<char> name, out NameCandidate candidate)
    {
        const double Lead = 0.04;
        candidate = default;
        NameCandidate[] candidates = [.. _variants.Value.Candidates(name.ToString())
            .Where(guess => !guess.Sense.IsGivenName && guess.Score >= VariantTable.Threshold(guess))
            .OrderByDescending(guess => guess.Score).ThenBy(guess => guess.Sense.Kind).ThenBy(guess => guess.Sense.Index)];
        if (candidates.Length == 0)
        {
            return false;
        }

        candidate = candidates[0];
        foreach (NameCandidate other in candidates)
        {
            bool same = other.Sense.Index == candidate.Sense.Index
                && other.Sense.IsActor == candidate.Sense.IsActor && other.Sense.IsState == candidate.Sense.IsState;
            if (!same && candidate.Score - other.Score < Lead)
            {
                candidate = default;
                return false;
            }
        }

        return true;
    }

    /// <summary>A name without its article, which texts leave outside it.</summary>
    internal static string WithoutThe(string name)
    {
        if (name.StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            name = name[4..];
        }

        return name.EndsWith(", The", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name;
    }

    /// <summary>A name's parts at blanks.</summary>
    internal static (int[] Starts, int[] Ends) Blanks(string name)
    {
        var starts = new List<int>();
        var ends = new List<int>();
        for (int i = 0; i < name.Length; i++)
        {
            bool blank = char.IsWhiteSpace(name[i]);
            if (!blank && (i == 0 || char.IsWhiteSpace(name[i - 1])))
            {
                starts.Add(i);
            }

            if (!blank && (i == name.Length - 1 || char.IsWhiteSpace(name[i + 1])))
            {
                ends.Add(i + 1);
            }
        }

        return ([.. starts], [.. ends]);
    }

    private static bool StartsName(char c) => char.IsLetterOrDigit(c) || Folding.IsSilent(c);

    /// <summary>In a headline in capitals "WHO" is a pronoun more often than not; "US" is left alone, for there it is the country.</summary>
    private static bool IsShoutedWord(ReadOnlySpan<char> text, ReadOnlySpan<int> starts, ReadOnlySpan<int> ends, int first, int limit, NameHit hit)
    {
        ReadOnlySpan<char> word = text[starts[first]..ends[first]];
        if (hit.Length > 1 || !hit.Senses[0].IsCommonWord || word.Length < 2 || !IsShouted(word) || hit.Senses[0].Kind <= SenseKind.Capital)
        {
            return false;
        }

        return (first > 0 && IsShouted(text[starts[first - 1]..ends[first - 1]]))
            || (first + 1 < limit && IsShouted(text[starts[first + 1]..ends[first + 1]]));
    }

    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!char.IsUpper(c) && !Folding.IsSilent(c))
            {
                return false;
            }
        }

        return word.Length >= 2;
    }

    private bool TryGroup(int terminal, ushort capitals, ushort allCapitals, out NameGroup group)
    {
        for (int i = _terminals[terminal]; i < _terminals[terminal + 1]; i++)
        {
            group = _groups[i];
            if ((group.Capitals & ~capitals) == 0 && (group.AllCapitals & ~allCapitals) == 0)
            {
                return true;
            }
        }

        group = default;
        return false;
    }
}

/// <summary>Bearers of one name that ask for the same capitals; strictest first among the groups of a name, each holding those of the laxer ones too.</summary>
/// <param name="Capitals">Bit i: word i has to start with a capital.</param>
/// <param name="AllCapitals">Bit i: word i has to be in capitals.</param>
/// <param name="Start">First of the senses.</param>
/// <param name="Count">Number of senses.</param>
internal readonly record struct NameGroup(ushort Capitals, ushort AllCapitals, int Start, int Count);
