using Entente.Language.Tags;

namespace Entente.Language.Lemmas;

/// <summary>A read-only table from a form and its Penn tag to a number, open addressing over one block of characters.</summary>
internal sealed class FormTable
{
    private readonly char[] _forms;
    private readonly int[] _starts; // of entry i in _forms; entry i ends where i + 1 starts
    private readonly byte[] _tags;
    private readonly int[] _values;
    private readonly int[] _slots; // entry + 1; 0 is free
    private readonly int _mask;

    public FormTable(IReadOnlyList<(string Form, Xpos Tag, int Value)> entries)
    {
        _forms = new char[entries.Sum(e => e.Form.Length)];
        _starts = new int[entries.Count + 1];
        _tags = new byte[entries.Count];
        _values = new int[entries.Count];
        int room = 16;
        while (room < entries.Count * 2)
        {
            room *= 2;
        }

        _slots = new int[room];
        _mask = room - 1;
        int at = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            (string form, Xpos tag, int value) = entries[i];
            form.CopyTo(0, _forms, at, form.Length);
            at += form.Length;
            (_starts[i + 1], _tags[i], _values[i]) = (at, (byte)tag, value);
            int slot = Hash(form, tag) & _mask;
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = i + 1;
        }
    }

    private FormTable(char[] forms, int[] starts, byte[] tags, int[] values, int[] slots)
    {
        (_forms, _starts, _tags, _values, _slots) = (forms, starts, tags, values, slots);
        _mask = slots.Length - 1;
    }

    /// <summary>Writes the table as <see cref="Read"/> takes it.</summary>
    public void Write(Stream output)
    {
        FlatArrays.Write(output, _forms);
        FlatArrays.Write(output, _starts);
        FlatArrays.Write(output, _tags);
        FlatArrays.Write(output, _values);
        FlatArrays.Write(output, _slots);
    }

    /// <summary>Reads a table without looking at its entries.</summary>
    /// <exception cref="InvalidDataException">The stream is cut short or holds something else.</exception>
    public static FormTable Read(Stream input)
    {
        var table = new FormTable(FlatArrays.ReadChars(input), FlatArrays.ReadInts(input), FlatArrays.ReadBytes(input), FlatArrays.ReadInts(input), FlatArrays.ReadInts(input));
        bool fits = table._starts.Length == table._tags.Length + 1 && table._values.Length == table._tags.Length && int.PopCount(table._slots.Length) == 1 && table._slots.Length > table._tags.Length;
        return fits ? table : throw new InvalidDataException("the unpacked model of lemmas is damaged; './entente' makes it anew where models/ changed");
    }

    /// <summary>The number of a form under a tag; -1 where the table does not have it.</summary>
    public int Find(ReadOnlySpan<char> form, Xpos tag)
    {
        for (int slot = Hash(form, tag) & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            int entry = _slots[slot] - 1;
            if (_tags[entry] == (byte)tag && form.SequenceEqual(_forms.AsSpan(_starts[entry], _starts[entry + 1] - _starts[entry])))
            {
                return _values[entry];
            }
        }

        return -1;
    }

    private static int Hash(ReadOnlySpan<char> form, Xpos tag)
    {
        uint hash = 2166136261 ^ (uint)tag;
        foreach (char c in form)
        {
            hash = (hash ^ c) * 16777619;
        }

        return (int)((hash ^ (hash >> 15)) & int.MaxValue);
    }
}
