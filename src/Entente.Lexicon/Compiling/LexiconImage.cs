using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Lexicon.Compiling;

/// <summary>The parts of a compiled lexicon, in the order of the file.</summary>
internal enum Section
{
    Strings,
    States,
    Actors,
    Agents,
    AgentKeys,
    Places,
    Members,
    Borders,
    Regions,
    Cameo,
    LemmaSets,
    Frames,
    TriggerKeys,
    Triggers,
    Contexts,
    NameKeys,
    NameTerminals,
    NameGroups,
    NameSenses,
    VariantKeys,
    Variants,
    Ties,
    Threats,
    Themes,
    Bargains,
    Agreements,
    Hedges,
    Domains,

    /// <summary>Names and texts of the files of categories, turn by turn. Last, and no part of the version: what categories a user gives to events does not change the events.</summary>
    Ontologies,
}

/// <summary>A compiled lexicon in memory: one array of bytes that records are read from when they are asked for.</summary>
/// <remarks>
/// Little-endian. Head: "ENTLEX" and the number of the format (8 bytes), the version (16), then offset and length of each section (4 + 4).
/// Sections start at multiples of 8. A section of records is their count, their offsets (one more than records) and their bytes.
/// </remarks>
internal sealed class LexiconImage
{
    internal const int SectionCount = (int)Section.Ontologies + 1;
    internal const int HeadLength = 24 + (8 * SectionCount);
    private readonly byte[] _bytes;
    private readonly string?[] _strings;
    private readonly Frames.LemmaSet?[] _lemmaSets;

    private LexiconImage(byte[] bytes, string version)
    {
        _bytes = bytes;
        Version = version;
        _strings = new string?[Count(Section.Strings)];
        _lemmaSets = new Frames.LemmaSet?[Count(Section.LemmaSets)];
    }

    internal static ReadOnlySpan<byte> Magic => "ENTLEX\u0005\0"u8;

    /// <summary>Twelve hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>Takes over <paramref name="bytes"/>.</summary>
    public static LexiconImage Open(byte[] bytes)
    {
        if (bytes.Length < HeadLength || !bytes.AsSpan(0, 8).SequenceEqual(Magic))
        {
            throw new InvalidDataException("This is no compiled lexicon, or one of another version of Entente; build it again from the lexicon folder.");
        }

        for (int i = 0; i < SectionCount; i++)
        {
            (int offset, int length) = Extent(bytes, (Section)i);
            if (offset < HeadLength || length < 0 || offset > bytes.Length - length)
            {
                throw new InvalidDataException("The compiled lexicon is cut short; build it again from the lexicon folder.");
            }
        }

        return new LexiconImage(bytes, Encoding.ASCII.GetString(bytes, 8, 16).TrimEnd('\0'));
    }

    /// <summary>Number of records of a section.</summary>
    public int Count(Section section) => BinaryPrimitives.ReadInt32LittleEndian(Bytes(section));

    /// <summary>A section's bytes.</summary>
    public ReadOnlySpan<byte> Bytes(Section section)
    {
        (int offset, int length) = Extent(_bytes, section);
        return _bytes.AsSpan(offset, length);
    }

    /// <summary>A section of numbers.</summary>
    public ReadOnlySpan<T> Numbers<T>(Section section)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes(section));

    /// <summary>A string of the heap; the same number is the same object.</summary>
    public string Text(int index) => _strings[index] ??= Encoding.UTF8.GetString(Record(Section.Strings, index));

    /// <summary>A set of lemmas; the same number is the same object.</summary>
    public Frames.LemmaSet LemmaSet(int index) => _lemmaSets[index] ??= new(Reader(Section.LemmaSets, index).Texts());

    /// <summary>A reader at the start of a record.</summary>
    public ImageReader Reader(Section section, int index) => new(this, _bytes, RecordStart(section, index));

    /// <summary>The texts of a section that holds them as they are.</summary>
    public IEnumerable<string> Utf8(Section section)
    {
        for (int i = 0; i < Count(section); i++)
        {
            yield return Encoding.UTF8.GetString(Record(section, i));
        }
    }

    private ReadOnlySpan<byte> Record(Section section, int index) =>
        _bytes.AsSpan(RecordStart(section, index)..RecordStart(section, index + 1));

    private int RecordStart(Section section, int index)
    {
        (int offset, _) = Extent(_bytes, section);
        int table = offset + 4;
        int heap = table + (4 * (Count(section) + 1));
        return heap + BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(table + (4 * index)));
    }

    private static (int Offset, int Length) Extent(byte[] bytes, Section section)
    {
        ReadOnlySpan<byte> entry = bytes.AsSpan(24 + (8 * (int)section), 8);
        return (BinaryPrimitives.ReadInt32LittleEndian(entry), BinaryPrimitives.ReadInt32LittleEndian(entry[4..]));
    }
}

/// <summary>Reads the fields of one record, in the order they were written.</summary>
internal sealed class ImageReader(LexiconImage image, byte[] bytes, int position)
{
    private int _position = position;

    /// <summary>A number from 0 up.</summary>
    public int Int()
    {
        int value = 0, shift = 0;
        while (true)
        {
            byte next = bytes[_position++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }

    public bool Bool() => Int() != 0;

    public double Double()
    {
        double value = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(_position));
        _position += 8;
        return value;
    }

    public double? OptionalDouble() => Bool() ? Double() : null;

    public int? OptionalInt() => Bool() ? Int() : null;

    public DateOnly? Day()
    {
        int number = Int();
        return number == 0 ? null : DateOnly.FromDayNumber(number - 1);
    }

    public string Text() => image.Text(Int());

    public string? OptionalText()
    {
        int index = Int();
        return index == 0 ? null : image.Text(index - 1);
    }

    /// <summary>File and line, as <c>file:line</c>.</summary>
    public string Place()
    {
        string file = Text();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{file}:{Int()}");
    }

    public string[] Texts()
    {
        int count = Int();
        if (count == 0)
        {
            return [];
        }

        var texts = new string[count];
        for (int i = 0; i < count; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    public T[] Many<T>(Func<ImageReader, T> read)
    {
        int count = Int();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (int i = 0; i < count; i++)
        {
            items[i] = read(this);
        }

        return items;
    }

    public Frames.LemmaSet? LemmaSet()
    {
        int index = Int();
        return index == 0 ? null : image.LemmaSet(index - 1);
    }
}
