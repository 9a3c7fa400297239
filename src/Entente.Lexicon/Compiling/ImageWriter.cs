using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Entente.Lexicon.Frames;

namespace Entente.Lexicon.Compiling;

/// <summary>Writes the sections of an image; <see cref="LexiconImage"/> reads them.</summary>
internal sealed class ImageWriter
{
    private readonly byte[][] _sections = new byte[LexiconImage.SectionCount][];
    private readonly Dictionary<string, int> _strings = new(StringComparer.Ordinal);
    private readonly List<string> _stringsInOrder = [];
    private readonly Dictionary<LemmaSet, int> _sets = [];
    private readonly List<LemmaSet> _setsInOrder = [];

    /// <summary>The number of a string on the heap.</summary>
    public int Intern(string text)
    {
        if (!_strings.TryGetValue(text, out int index))
        {
            _strings.Add(text, index = _stringsInOrder.Count);
            _stringsInOrder.Add(text);
        }

        return index;
    }

    /// <summary>The number of a set of lemmas.</summary>
    public int Intern(LemmaSet set)
    {
        if (!_sets.TryGetValue(set, out int index))
        {
            _sets.Add(set, index = _setsInOrder.Count);
            _setsInOrder.Add(set);
        }

        return index;
    }

    /// <summary>A section of records.</summary>
    public void Records<T>(Section section, IReadOnlyCollection<T> items, Action<RecordWriter, T> write)
    {
        var bytes = new MemoryStream();
        var offsets = new int[items.Count + 1];
        int at = 0;
        foreach (T item in items)
        {
            write(new RecordWriter(this, bytes), item);
            offsets[++at] = (int)bytes.Length;
        }

        var whole = new byte[4 + (4 * offsets.Length) + bytes.Length];
        BinaryPrimitives.WriteInt32LittleEndian(whole, items.Count);
        Buffer.BlockCopy(offsets, 0, whole, 4, 4 * offsets.Length);
        bytes.ToArray().CopyTo(whole, 4 + (4 * offsets.Length));
        _sections[(int)section] = whole;
    }

    /// <summary>A section of bytes as they are.</summary>
    public void Raw(Section section, byte[] bytes) => _sections[(int)section] = bytes;

    /// <summary>Writes the image; the sections of sets and strings come out of what the others asked for.</summary>
    public void Save(Stream output)
    {
        Records(Section.LemmaSets, _setsInOrder, (record, set) => record.Texts(set.Lemmas));
        Records(Section.Strings, _stringsInOrder, (record, text) => record.Utf8(text));
        using var body = new MemoryStream();
        var head = new byte[LexiconImage.HeadLength];
        LexiconImage.Magic.CopyTo(head);
        string version = "";
        for (int i = 0; i < _sections.Length; i++)
        {
            if ((Section)i == Section.Ontologies)
            {
                version = Convert.ToHexStringLower(SHA256.HashData(body.ToArray()))[..12];
            }

            while ((head.Length + body.Length) % 8 != 0)
            {
                body.WriteByte(0);
            }

            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(24 + (8 * i)), head.Length + (int)body.Length);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(28 + (8 * i)), _sections[i].Length);
            body.Write(_sections[i]);
        }

        Encoding.ASCII.GetBytes(version, head.AsSpan(8));
        output.Write(head);
        body.Position = 0;
        body.CopyTo(output);
    }
}

/// <summary>Writes the fields of one record.</summary>
internal sealed class RecordWriter(ImageWriter image, MemoryStream bytes)
{
    public void Int(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        while (value >= 0x80)
        {
            bytes.WriteByte((byte)(value | 0x80));
            value >>>= 7;
        }

        bytes.WriteByte((byte)value);
    }

    public void Bool(bool value) => Int(value ? 1 : 0);

    public void Double(double value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(eight, value);
        bytes.Write(eight);
    }

    public void OptionalDouble(double? value)
    {
        Bool(value is not null);
        if (value is { } number)
        {
            Double(number);
        }
    }

    public void OptionalInt(int? value)
    {
        Bool(value is not null);
        if (value is { } number)
        {
            Int(number);
        }
    }

    public void Day(DateOnly? day) => Int(day is { } known ? known.DayNumber + 1 : 0);

    public void Text(string text) => Int(image.Intern(text));

    public void OptionalText(string? text) => Int(text is null ? 0 : image.Intern(text) + 1);

    public void Place(string place)
    {
        int colon = place.LastIndexOf(':');
        Text(place[..colon]);
        Int(int.Parse(place[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Texts(IReadOnlyList<string> texts) => Many(texts, Text);

    public void Many<T>(IReadOnlyList<T> items, Action<T> write)
    {
        Int(items.Count);
        foreach (T item in items)
        {
            write(item);
        }
    }

    public void LemmaSet(LemmaSet? set) => Int(set is null ? 0 : image.Intern(set) + 1);

    /// <summary>The characters themselves: for the heap.</summary>
    public void Utf8(string text) => bytes.Write(Encoding.UTF8.GetBytes(text));
}
