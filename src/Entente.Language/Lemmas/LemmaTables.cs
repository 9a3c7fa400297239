namespace Entente.Language.Lemmas;

/// <summary>A model of lemmas ready for use: tables of forms, lemmas made into strings when first asked for, changes of endings.</summary>
internal sealed class LemmaTables
{
    private const ulong Magic = 0x31524D454C544E45; // "ENTLEMR1"

    private readonly char[] _lemmas;
    private readonly int[] _starts; // of lemma i in _lemmas; lemma i ends where i + 1 starts
    private readonly string?[] _made; // single references: threads may race for one without harm
    private readonly char[] _tails;
    private readonly int[] _tailStarts;
    private readonly int[] _cuts;

    /// <param name="model">As it is stored.</param>
    public LemmaTables(LemmaModel model)
    {
        Exact = new(model.Exact);
        Lower = new(model.Lower);
        Endings = new(model.Endings);
        (_lemmas, _starts) = Joined(model.Lemmas);
        (_tails, _tailStarts) = Joined([.. model.Changes.Select(change => change.Tail)]);
        _cuts = [.. model.Changes.Select(change => change.Cut)];
        _made = new string?[model.Lemmas.Length];
    }

    private LemmaTables(Stream input)
    {
        (Exact, Lower, Endings) = (FormTable.Read(input), FormTable.Read(input), FormTable.Read(input));
        (_lemmas, _starts) = (FlatArrays.ReadChars(input), FlatArrays.ReadInts(input));
        (_tails, _tailStarts, _cuts) = (FlatArrays.ReadChars(input), FlatArrays.ReadInts(input), FlatArrays.ReadInts(input));
        _made = new string?[_starts.Length - 1];
    }

    /// <summary>Forms whose letter case counts, with the number of their lemma.</summary>
    public FormTable Exact { get; }

    /// <summary>Lower-case forms, with the number of their lemma.</summary>
    public FormTable Lower { get; }

    /// <summary>Endings of unknown words, with the number of their change.</summary>
    public FormTable Endings { get; }

    /// <summary>The lemma of a number; the same string each time, threads that ask at once apart.</summary>
    public string Lemma(int number) => _made[number] ??= new string(_lemmas, _starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>A change of endings: how many letters go, and what comes instead.</summary>
    public int Cut(int change, out ReadOnlySpan<char> tail)
    {
        tail = _tails.AsSpan(_tailStarts[change], _tailStarts[change + 1] - _tailStarts[change]);
        return _cuts[change];
    }

    /// <summary>Reads either form of the model.</summary>
    /// <exception cref="InvalidDataException">The stream holds no such model, or a damaged one.</exception>
    public static LemmaTables Load(Stream input)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        int read = input.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == head.Length && BitConverter.ToUInt64(head) == Magic)
        {
            return new(input);
        }

        input.Seek(-read, SeekOrigin.Current);
        return new(LemmaModel.Read(input));
    }

    /// <summary>Writes the form that is loaded at once.</summary>
    public void Write(Stream output)
    {
        Span<byte> head = stackalloc byte[sizeof(ulong)];
        BitConverter.TryWriteBytes(head, Magic);
        output.Write(head);
        Exact.Write(output);
        Lower.Write(output);
        Endings.Write(output);
        FlatArrays.Write(output, _lemmas);
        FlatArrays.Write(output, _starts);
        FlatArrays.Write(output, _tails);
        FlatArrays.Write(output, _tailStarts);
        FlatArrays.Write(output, _cuts);
    }

    private static (char[] Chars, int[] Starts) Joined(string[] texts)
    {
        var starts = new int[texts.Length + 1];
        for (int i = 0; i < texts.Length; i++)
        {
            starts[i + 1] = starts[i] + texts[i].Length;
        }

        return (string.Concat(texts).ToCharArray(), starts);
    }
}
