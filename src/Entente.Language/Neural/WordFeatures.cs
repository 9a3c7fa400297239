using System.Runtime.CompilerServices;

namespace Entente.Language.Neural;

/// <summary>What the network sees of a word: rows of one embedding table, one row a feature.</summary>
/// <remarks>
/// The word itself in lower case with digits as 0 (where it is frequent enough to be known), two prefixes, four suffixes and its shape;
/// all but the word are hashed into sections of fixed size, so that unknown words have features too.
/// </remarks>
internal sealed class WordFeatures
{
    /// <summary>Features of a word.</summary>
    public const int Slots = 8;

    private const int WordSlot = 0;
    private static readonly int[] SectionSizes = [0, 1 << 10, 1 << 12, 1 << 8, 1 << 10, 1 << 12, 1 << 13, 1 << 10];

    private readonly ulong[] _keys;
    private readonly int[] _rows;
    private readonly int _mask;
    private readonly int[] _bases = new int[Slots];

    /// <param name="words">Hashes of the known words; word i has row i + 1, row 0 is the unknown word.</param>
    public WordFeatures(ulong[] words)
    {
        Words = words;
        int room = 16;
        while (room < words.Length * 2)
        {
            room *= 2;
        }

        _keys = new ulong[room];
        _rows = new int[room];
        _mask = room - 1;
        for (int i = 0; i < words.Length; i++)
        {
            int at = (int)(words[i] >> 20) & _mask;
            while (_rows[at] != 0)
            {
                at = (at + 1) & _mask;
            }

            _keys[at] = words[i];
            _rows[at] = i + 1;
        }

        int row = words.Length + 1;
        for (int slot = 1; slot < Slots; slot++)
        {
            _bases[slot] = row;
            row += SectionSizes[slot];
        }

        RowCount = row;
    }

    /// <summary>Hashes of the known words, in row order.</summary>
    public ulong[] Words { get; }

    /// <summary>Rows of the embedding table.</summary>
    public int RowCount { get; }

    /// <summary>The hash by which a word is known: lower case, digits as 0.</summary>
    public static ulong HashWord(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in word)
        {
            hash = (hash ^ Fold(c)) * 1099511628211;
        }

        return Finish(hash);
    }

    /// <summary>Writes the rows of a word.</summary>
    /// <param name="word">Its characters.</param>
    /// <param name="isFirst">Whether it opens a sentence: capitals mean less there.</param>
    /// <param name="rows">Receives <see cref="Slots"/> rows.</param>
    [SkipLocalsInit]
    public void Write(ReadOnlySpan<char> word, bool isFirst, Span<int> rows)
    {
        Span<char> folded = stackalloc char[12];
        int length = word.Length;
        ulong whole = 14695981039346656037;
        int shape = 0;
        int lastKind = -1;
        int runs = 0;
        for (int i = 0; i < length; i++)
        {
            char c = word[i];
            char low = Fold(c);
            whole = (whole ^ low) * 1099511628211;
            int kind = low == '0' ? 3 : low != c ? 1 : char.IsAsciiLetterLower(c) ? 0 : char.IsLetter(c) ? (char.IsUpper(c) ? 1 : 0) : c == '-' ? 4 : c == '.' ? 5 : 2;
            if (kind != lastKind && runs < 5)
            {
                shape = (shape * 7) + kind + 1;
                runs++;
                lastKind = kind;
            }
        }

        rows[WordSlot] = RowOf(Finish(whole));
        int tail = Math.Min(4, length);
        for (int i = 0; i < tail; i++)
        {
            folded[i] = Fold(word[length - 1 - i]);
        }

        int head = Math.Min(3, length);
        for (int i = 0; i < head; i++)
        {
            folded[4 + i] = Fold(word[i]);
        }

        rows[1] = Section(1, folded.Slice(4, Math.Min(2, head)), 11);
        rows[2] = Section(2, folded.Slice(4, head), 13);
        rows[3] = Section(3, folded[..Math.Min(1, tail)], 17);
        rows[4] = Section(4, folded[..Math.Min(2, tail)], 19);
        rows[5] = Section(5, folded[..Math.Min(3, tail)], 23);
        rows[6] = Section(6, folded[..tail], 29);
        uint form = (uint)((shape * 4) + (isFirst ? 1 : 0) + (length > 6 ? 2 : 0));
        rows[7] = _bases[7] + (int)((form * 2654435761u) >> 22);
    }

    private int Section(int slot, ReadOnlySpan<char> part, uint seed)
    {
        ulong hash = 14695981039346656037 ^ ((ulong)seed * 0x9E3779B97F4A7C15);
        foreach (char c in part)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return _bases[slot] + (int)(Finish(hash) & (uint)(SectionSizes[slot] - 1));
    }

    /// <summary>The row of a known word's hash; 0 where it is not known.</summary>
    public int RowOf(ulong hash)
    {
        int at = (int)(hash >> 20) & _mask;
        while (_rows[at] != 0)
        {
            if (_keys[at] == hash)
            {
                return _rows[at];
            }

            at = (at + 1) & _mask;
        }

        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char Fold(char c)
    {
        if (c < 128)
        {
            return (uint)(c - 'A') < 26 ? (char)(c + 32) : (uint)(c - '0') < 10 ? '0' : c;
        }

        return c switch
        {
            '\u2019' or '\u2018' => '\'',
            '\u201C' or '\u201D' => '"',
            '\u2013' or '\u2014' => '-',
            _ => char.IsDigit(c) ? '0' : char.ToLowerInvariant(c),
        };
    }

    private static ulong Finish(ulong hash)
    {
        hash ^= hash >> 31;
        hash *= 0x7FB5D329728EA185;
        return hash ^ (hash >> 27);
    }
}
