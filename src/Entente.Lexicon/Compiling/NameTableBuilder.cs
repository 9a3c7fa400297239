using System.Numerics;
using System.Runtime.InteropServices;
using Entente.Lexicon.Actors;
using Entente.Lexicon.Names;
using Entente.Lexicon.Places;

namespace Entente.Lexicon.Compiling;

/// <summary>Gathers all names of a lexicon, and lays them out for <see cref="NameTable"/> and <see cref="VariantTable"/>.</summary>
internal sealed class NameTableBuilder
{
    /// <summary>Acronyms up to this length have to be in capitals; longer ones may be written as words are ("Nato").</summary>
    private const int StrictAcronym = 3;

    /// <summary>Smaller places are not guessed at from a variant spelling.</summary>
    private const int KnownCity = 200_000;

    private static readonly string[] Prefixes = ["al-", "el-", "ul-", "as-", "ash-", "at-", "ad-", "ar-", "an-", "az-"];
    private static readonly HashSet<string> SmallWords =
        new(["al", "el", "ul", "as", "ash", "at", "ad", "ar", "an", "az", "the", "of", "and", "for", "de", "del", "di", "da", "do", "dos", "van", "von", "der", "den", "bin", "ibn", "bint", "abu", "ould"], StringComparer.Ordinal);

    private readonly HashSet<string> _commonWords;
    private readonly HashSet<string> _givenNames;
    private readonly SortedDictionary<ulong, int> _nodes = [];
    private readonly List<List<(ushort Capitals, ushort AllCapitals, NameSense Sense)>> _terminals = [];
    private readonly SortedDictionary<string, List<(string Name, NameSense Sense)>> _variants = new(StringComparer.Ordinal);

    private NameTableBuilder(LexiconText text)
    {
        _commonWords = text.CommonWords;
        _givenNames = text.GivenNames;
    }

    public static void Write(ImageWriter image, LexiconText text)
    {
        var names = new NameTableBuilder(text);
        foreach (State state in text.States)
        {
            names.AddState(state);
        }

        foreach (Actor actor in text.Actors)
        {
            names.AddActor(actor);
        }

        foreach (Place place in text.Places.OrderByDescending(place => place.Population ?? 0).ThenBy(place => place.Index))
        {
            names.AddPlace(place);
        }

        names.WriteNames(image);
        names.WriteVariants(image);
    }

    /// <summary>The family names of a person: the last word of the name and the short forms marked with <c>=</c>, with and without the Arabic article.</summary>
    /// <remarks>Where a short form is marked, the last word counts only if it ends in one: the family name of Xi Jinping is Xi.</remarks>
    internal static IEnumerable<string> FamilyNames(Actor actor)
    {
        string[] marked = [.. actor.Aliases.Where(alias => alias.StartsWith('=')).Select(alias => alias[1..])];
        var names = new List<string>(marked);
        int blank = actor.Name.LastIndexOf(' ');
        if (actor.Kind == ActorKind.Person && blank > 0 && !IsNumber(actor.Name[(blank + 1)..]))
        {
            string last = actor.Name[(blank + 1)..];
            if (marked.Length == 0 || marked.Any(form => last.EndsWith(form, StringComparison.Ordinal)))
            {
                names.Add(last);
            }
        }

        foreach (string name in names.ToArray())
        {
            foreach (string prefix in Prefixes)
            {
                if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length + 2)
                {
                    names.Add(name[prefix.Length..]);
                }
            }
        }

        return names.Distinct(StringComparer.Ordinal);
    }

    /// <summary>"II" and "Jr." follow a name and are none.</summary>
    private static bool IsNumber(string word) => word.All(c => c is 'I' or 'V' or 'X') || word is "Jr." or "Jr" or "Sr." or "Sr";

    private void AddState(State state)
    {
        Add(state.Name, SenseKind.StateName, state.Index, true);
        AddAll(state.Aliases, SenseKind.StateName, state.Index, true);
        AddAll(state.Capital, SenseKind.Capital, state.Index, true);
        AddAll(state.Seats, SenseKind.Seat, state.Index, false);
        AddAll(state.Adjectives, SenseKind.Adjective, state.Index, false);
        AddAll(state.Demonyms, SenseKind.Demonym, state.Index, false);
    }

    private void AddActor(Actor actor)
    {
        Add(actor.Name, SenseKind.ActorName, actor.Index, true);
        AddAll(actor.Aliases.Where(alias => !alias.StartsWith('=')), SenseKind.ActorName, actor.Index, true);
        AddAll(FamilyNames(actor), SenseKind.FamilyName, actor.Index, true);
    }

    private void AddPlace(Place place)
    {
        bool known = place.Population >= KnownCity;
        Add(place.Name, SenseKind.Place, place.Index, known);
        AddAll(place.Aliases, SenseKind.Place, place.Index, known);
    }

    private void AddAll(IEnumerable<string> names, SenseKind kind, int index, bool guessable)
    {
        foreach (string name in names)
        {
            Add(name, kind, index, guessable);
        }
    }

    private void Add(string name, SenseKind kind, int index, bool guessable)
    {
        name = NameTable.WithoutThe(name);
        (int[] starts, int[] ends) = NameTable.Blanks(name);
        var walk = new NameWalk(name, starts, ends, 0, starts.Length);
        var nodes = new List<ulong>();
        while (walk.MoveNext(out bool letters))
        {
            if (letters)
            {
                nodes.AddRange(Prefix(name, starts, ends, walk.Next - 1));
                nodes.Add(walk.Key);
            }
        }

        // A name with a sign that ends a walk, such as a comma, can never match; one letter alone means too much.
        if (walk.Broken || nodes.Count == 0 || (Spelling.Letters(name) < 2 && char.IsAscii(name[0])))
        {
            return;
        }

        bool oneWord = walk.Words == 1;
        bool common = oneWord && _commonWords.Contains(name.ToLowerInvariant());
        ushort strict = StrictCapitals(name, common);
        bool given = kind == SenseKind.FamilyName && _givenNames.Contains(name.ToLowerInvariant());
        var sense = new NameSense(kind, index, common, given);
        foreach (ulong prefix in nodes)
        {
            _nodes.TryAdd(prefix, -1);
        }

        if (_nodes[walk.Key] < 0)
        {
            _nodes[walk.Key] = _terminals.Count;
            _terminals.Add([]);
        }

        var bearers = _terminals[_nodes[walk.Key]];
        ushort capitals = oneWord ? walk.Capitals : (ushort)(walk.Capitals & ~Particles(name));
        var entry = (capitals, (ushort)(strict & walk.AllCapitals), sense);
        if (!bearers.Contains(entry))
        {
            bearers.Add(entry);
        }

        bool acronym = oneWord && walk.AllCapitals != 0;
        if (guessable && !acronym && !common && Spelling.Letters(name) >= VariantTable.FewestLetters)
        {
            AddVariant(name, sense);
        }
    }

    /// <summary>Keys at the borders within one token, such as after "Al" in "Al-Qaeda".</summary>
    private static List<ulong> Prefix(string name, int[] starts, int[] ends, int token)
    {
        var keys = new List<ulong>();
        for (int cut = starts[token] + 1; cut < ends[token]; cut++)
        {
            if (Folding.IsHyphen(name[cut]) || Folding.IsSilent(name[cut]))
            {
                var walk = new NameWalk(name.AsSpan(0, cut), starts.AsSpan(0, token + 1), [.. ends[..token], cut], 0, token + 1);
                while (walk.MoveNext(out _))
                {
                }

                keys.Add(walk.Key);
            }
        }

        return keys;
    }

    /// <summary>Bit i: word i is an article or preposition, which texts write with a capital or without.</summary>
    private static ushort Particles(string name)
    {
        string[] words = name.Split([' ', '-', '–', '/'], StringSplitOptions.RemoveEmptyEntries);
        int particles = 0;
        for (int i = 0; i < words.Length - 1 && i < 16; i++)
        {
            particles |= SmallWords.Contains(words[i].ToLowerInvariant()) ? 1 << i : 0;
        }

        return (ushort)particles;
    }

    /// <summary>Bit i: word i is an acronym that has to be in capitals: it is short, or in lower case an English word.</summary>
    private static ushort StrictCapitals(string name, bool common)
    {
        string[] words = name.Split([' ', '-', '–', '/'], StringSplitOptions.RemoveEmptyEntries);
        ushort strict = 0;
        for (int i = 0; i < words.Length && i < 16; i++)
        {
            int letters = words[i].Count(char.IsLetter);
            if (letters >= 2 && (letters <= StrictAcronym || common) && words[i].All(c => !char.IsLower(c)) && words[i].All(char.IsAscii))
            {
                strict |= (ushort)(1 << i);
            }
        }

        return strict;
    }

    private void AddVariant(string name, NameSense sense)
    {
        string skeleton = Spelling.Skeleton(Spelling.Sound(name));
        if (skeleton.Length < 2)
        {
            return;
        }

        if (!_variants.TryGetValue(skeleton, out var found))
        {
            _variants.Add(skeleton, found = []);
        }

        found.Add((name, sense));
    }

    private void WriteNames(ImageWriter image)
    {
        var starts = new List<int>();
        var groups = new List<NameGroup>();
        var senses = new List<NameSense>();
        foreach (var bearers in _terminals)
        {
            starts.Add(groups.Count);
            (ushort Capitals, ushort AllCapitals)[] demands = [.. bearers
                .Select(bearer => (bearer.Capitals, bearer.AllCapitals))
                .Distinct()
                .OrderByDescending(demand => BitOperations.PopCount(demand.AllCapitals))
                .ThenByDescending(demand => BitOperations.PopCount(demand.Capitals))
                .ThenBy(demand => demand.AllCapitals)
                .ThenBy(demand => demand.Capitals)];
            foreach ((ushort capitals, ushort allCapitals) in demands)
            {
                int start = senses.Count;
                senses.AddRange(bearers
                    .Where(bearer => (bearer.Capitals & ~capitals) == 0 && (bearer.AllCapitals & ~allCapitals) == 0)
                    .Select(bearer => bearer.Sense)
                    .Distinct()
                    .OrderBy(sense => sense.Kind));
                groups.Add(new NameGroup(capitals, allCapitals, start, senses.Count - start));
            }
        }

        starts.Add(groups.Count);
        image.Raw(Section.NameKeys, KeyTable.Write(_nodes));
        image.Raw(Section.NameTerminals, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(starts)).ToArray());
        image.Raw(Section.NameGroups, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(groups)).ToArray());
        image.Raw(Section.NameSenses, Bytes(senses));
    }

    /// <summary>The senses as they lie in memory, with nothing between the fields that another run might write otherwise.</summary>
    private static byte[] Bytes(List<NameSense> senses)
    {
        int size = System.Runtime.CompilerServices.Unsafe.SizeOf<NameSense>();
        var bytes = new byte[size * senses.Count];
        for (int i = 0; i < senses.Count; i++)
        {
            Span<byte> at = bytes.AsSpan(size * i, size);
            at[0] = (byte)senses[i].Kind;
            BitConverter.TryWriteBytes(at[4..], senses[i].Index);
            at[8] = senses[i].IsCommonWord ? (byte)1 : (byte)0;
            at[9] = senses[i].IsGivenName ? (byte)1 : (byte)0;
        }

        return bytes;
    }

    private void WriteVariants(ImageWriter image)
    {
        var keys = new Dictionary<ulong, int>();
        var lists = new List<List<(string Name, NameSense Sense)>>();
        foreach ((string skeleton, var names) in _variants)
        {
            // Skeletons that fold to one key share a list: what is asked for is scored by its sound anyway.
            ulong key = WordKey.Of(skeleton);
            if (keys.TryGetValue(key, out int known))
            {
                lists[known].AddRange(names);
            }
            else
            {
                keys.Add(key, lists.Count);
                lists.Add(names);
            }
        }

        image.Records(Section.Variants, lists, (record, names) =>
        {
            (string Name, NameSense Sense)[] once = [.. names.Distinct()];
            record.Many(once, entry =>
            {
                record.Text(entry.Name);
                record.Int((int)entry.Sense.Kind);
                record.Int(entry.Sense.Index);
                record.Bool(entry.Sense.IsGivenName);
            });
        });
        image.Raw(Section.VariantKeys, KeyTable.Write(keys));
    }
}
