using System.IO.Compression;
using System.Text;
using Entente.Language.Conllu;
using Entente.Language.Tags;
using Entente.Language.Tokens;

namespace Entente.Language.Lemmas;

/// <summary>Gives each word its dictionary form, by its Penn tag, as the English UD treebanks have it.</summary>
/// <remarks>
/// Known words come out of a table learnt from treebanks, others by the regular inflections of English and the most telling of their last letters. Read-only after loading
/// and safe to share between threads; words of the table cost no allocation, others one string while a small cache has room for it.
/// </remarks>
public sealed class Lemmatizer
{
    private const int LongestForm = 64;
    private const int CacheSize = 1 << 13;

    private readonly LemmaTables _model;
    private readonly string?[] _cache = new string?[CacheSize];

    private Lemmatizer(LemmaTables model) => _model = model;

    /// <summary>Loads what <see cref="Train"/> or <see cref="Unpack"/> wrote.</summary>
    /// <param name="input">At the beginning of the model, and able to seek; the caller owns it.</param>
    /// <exception cref="InvalidDataException">The stream holds something else, or is cut short.</exception>
    public static Lemmatizer Load(Stream input) => new(LemmaTables.Load(input));

    /// <summary>Writes a model out in the form that is loaded at once, for this machine only.</summary>
    /// <param name="packed">A model as <see cref="Train"/> wrote it.</param>
    /// <param name="unpacked">The file to make.</param>
    /// <exception cref="InvalidDataException">The model is damaged.</exception>
    public static void Unpack(string packed, string unpacked)
    {
        using FileStream input = File.OpenRead(packed);
        using FileStream output = File.Create(unpacked);
        LemmaTables.Load(input).Write(output);
    }

    /// <summary>Learns from treebanks and writes the model: the same sentences give the same bytes.</summary>
    /// <param name="sentences">Sentences with forms, Penn tags and lemmas.</param>
    /// <param name="output">Receives the model; the caller owns it.</param>
    /// <param name="talk">Receives a line on what was learnt.</param>
    public static void Train(IEnumerable<ConlluSentence> sentences, Stream output, TextWriter talk)
    {
        LemmaModel model = LemmaTraining.Learn(sentences);
        model.Write(output);
        talk.WriteLine(FormattableString.Invariant(
            $"lemmas: {model.Lower.Count} forms, {model.Exact.Count} forms with capitals, {model.Endings.Count} endings, {model.Lemmas.Length} lemmas"));
    }

    /// <summary>The lemmas of all words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">Its words.</param>
    /// <param name="tags">Their tags.</param>
    /// <param name="into">Room for at least as many lemmas as there are words; shared strings, equal lemmas mostly the same string.</param>
    /// <exception cref="ArgumentException"><paramref name="into"/> is too short.</exception>
    public void Lemmatize(string text, TokenLayer tokens, TagLayer tags, Span<string> into)
    {
        if (into.Length < tokens.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"room for {into.Length} lemmas, {tokens.Count} words"), nameof(into));
        }

        for (int i = 0; i < tokens.Count; i++)
        {
            ReadOnlySpan<char> form = text.AsSpan(tokens.Starts[i], tokens.Ends[i] - tokens.Starts[i]);
            Xpos tag = tags.Xpos[i];
            into[i] = tag == Xpos.Vbz && form.Length == 2 && form[1] is 's' or 'S' && form[0] is '\'' or '’' && IsPerfect(text, tokens, tags, i)
                ? "have"
                : Lemma(form, tag);
        }
    }

    /// <summary>The lemma of one word.</summary>
    /// <param name="form">As written; its letter case counts.</param>
    /// <param name="tag">Its Penn tag.</param>
    public string Lemma(ReadOnlySpan<char> form, Xpos tag)
    {
        if (form.Length is 0 or > LongestForm)
        {
            return form.ToString();
        }

        int known = _model.Exact.Find(form, tag);
        if (known >= 0)
        {
            return _model.Lemma(known);
        }

        Span<char> lower = stackalloc char[LongestForm];
        lower = lower[..form.ToLowerInvariant(lower)];
        if (!LemmaModel.IsName(tag))
        {
            known = _model.Lower.Find(lower, tag);
            if (known >= 0)
            {
                return _model.Lemma(known);
            }
        }

        return Shared(Build(form, lower, tag, stackalloc char[LongestForm + LemmaModel.LongestTail]));
    }

    /// <summary>Whether "'s" is short for "has": before "been", "got", "had", adverbs apart.</summary>
    private static bool IsPerfect(string text, TokenLayer tokens, TagLayer tags, int at)
    {
        int next = at + 1;
        while (next < tokens.Count && next < at + 3 && tags.Upos[next] is Upos.Adv or Upos.Part)
        {
            next++;
        }

        return next < tokens.Count && text.AsSpan(tokens.Starts[next], tokens.Ends[next] - tokens.Starts[next]) is "been" or "got" or "had" or "become";
    }

    /// <summary>The lemma of an unknown word, by the longest ending that the treebanks told about.</summary>
    private ReadOnlySpan<char> Build(ReadOnlySpan<char> form, ReadOnlySpan<char> lower, Xpos tag, Span<char> room)
    {
        ReadOnlySpan<char> stem = LemmaModel.KeepsCase(form, tag) ? form : lower;
        if (stem == lower && Inflection.Undo(lower, tag, room, _model.Lower) is int regular && regular > 0)
        {
            return room[..regular];
        }

        for (int length = Math.Min(LemmaModel.LongestEnding, lower.Length - 1); length >= 0; length--)
        {
            int change = _model.Endings.Find(lower[^length..], tag);
            if (change >= 0)
            {
                int cut = _model.Cut(change, out ReadOnlySpan<char> tail);
                if (cut >= stem.Length)
                {
                    continue;
                }

                stem[..^cut].CopyTo(room);
                tail.CopyTo(room[(stem.Length - cut)..]);
                return room[..(stem.Length - cut + tail.Length)];
            }
        }

        stem.CopyTo(room);
        return room[..stem.Length];
    }

    /// <summary>One string for equal lemmas while the cache keeps it. Slots are single references: threads may race for one without harm.</summary>
    private string Shared(ReadOnlySpan<char> lemma)
    {
        uint hash = 2166136261;
        foreach (char c in lemma)
        {
            hash = (hash ^ c) * 16777619;
        }

        ref string? slot = ref _cache[(hash ^ (hash >> 13)) % CacheSize];
        string? kept = slot;
        if (kept is null || !lemma.SequenceEqual(kept))
        {
            kept = lemma.ToString();
            slot = kept;
        }

        return kept;
    }
}

/// <summary>What the lemmatizer knows, as it is stored.</summary>
/// <param name="Lemmas">All lemmas of known words.</param>
/// <param name="Exact">Forms whose letter case counts, with the number of their lemma.</param>
/// <param name="Lower">Lower-case forms, with the number of their lemma.</param>
/// <param name="Endings">Endings of unknown words, with the number of their change.</param>
/// <param name="Changes">Changes: how many letters go, and what comes instead.</param>
internal sealed record LemmaModel(
    string[] Lemmas,
    IReadOnlyList<(string Form, Xpos Tag, int Value)> Exact,
    IReadOnlyList<(string Form, Xpos Tag, int Value)> Lower,
    IReadOnlyList<(string Form, Xpos Tag, int Value)> Endings,
    (int Cut, string Tail)[] Changes)
{
    public const int LongestEnding = 6;
    public const int LongestTail = 8;
    private const string Magic = "ENTLEM01";

    /// <summary>Names keep their letter case.</summary>
    public static bool IsName(Xpos tag) => tag is Xpos.Nnp or Xpos.Nnps;

    /// <summary>Whether an unknown word's lemma keeps its letter case: names, abbreviations (MRI, DVDs) and web addresses do.</summary>
    public static bool KeepsCase(ReadOnlySpan<char> form, Xpos tag)
    {
        if (IsName(tag) || tag is Xpos.Add or Xpos.Fw or Xpos.Gw)
        {
            return true;
        }

        if (tag is not (Xpos.Nn or Xpos.Nns or Xpos.Jj or Xpos.Cd or Xpos.Ls or Xpos.Nfp or Xpos.Sym))
        {
            return false;
        }

        int capitals = 0;
        foreach (char c in form)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1 || (capitals == 1 && (form.Length == 1 || !char.IsUpper(form[0])));
    }

    public void Write(Stream output)
    {
        using var packed = new BrotliStream(output, CompressionLevel.SmallestSize, leaveOpen: true);
        using var writer = new BinaryWriter(packed, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write7BitEncodedInt(Lemmas.Length);
        string last = "";
        foreach (string lemma in Lemmas)
        {
            WriteNext(writer, ref last, lemma);
        }

        writer.Write7BitEncodedInt(Changes.Length);
        foreach ((int cut, string tail) in Changes)
        {
            writer.Write7BitEncodedInt(cut);
            writer.Write(tail);
        }

        foreach (var table in new[] { Exact, Lower, Endings })
        {
            writer.Write7BitEncodedInt(table.Count);
            last = "";
            foreach ((string form, Xpos tag, int value) in table)
            {
                WriteNext(writer, ref last, form);
                writer.Write((byte)tag);
                writer.Write7BitEncodedInt(value);
            }
        }
    }

    public static LemmaModel Read(Stream input)
    {
        try
        {
            using var packed = new BrotliStream(input, CompressionMode.Decompress, leaveOpen: true);
            using var reader = new BinaryReader(packed, Encoding.UTF8);
            if (reader.ReadString() != Magic)
            {
                throw new InvalidDataException("not a model of lemmas; train one with 'entente train lemmas'");
            }

            string last = "";
            var lemmas = new string[Count(reader, 1 << 24)];
            for (int i = 0; i < lemmas.Length; i++)
            {
                lemmas[i] = last = ReadNext(reader, last);
            }

            var changes = new (int Cut, string Tail)[Count(reader, 1 << 20)];
            for (int i = 0; i < changes.Length; i++)
            {
                changes[i] = (reader.Read7BitEncodedInt(), reader.ReadString());
                if (changes[i].Cut < 0 || changes[i].Tail.Length > LongestTail)
                {
                    throw new InvalidDataException("a change of endings is out of bounds");
                }
            }

            return new(lemmas, Table(reader, lemmas.Length), Table(reader, lemmas.Length), Table(reader, changes.Length), changes);
        }
        catch (Exception error) when (error is EndOfStreamException or InvalidOperationException or FormatException or DecoderFallbackException)
        {
            throw new InvalidDataException("the model of lemmas is damaged; train it again with 'entente train lemmas'", error);
        }
    }

    private static List<(string Form, Xpos Tag, int Value)> Table(BinaryReader reader, int values)
    {
        int count = Count(reader, 1 << 24);
        var table = new List<(string Form, Xpos Tag, int Value)>(count);
        string last = "";
        for (int i = 0; i < count; i++)
        {
            last = ReadNext(reader, last);
            byte tag = reader.ReadByte();
            int value = reader.Read7BitEncodedInt();
            if (tag >= XposNames.Count || (uint)value >= (uint)values)
            {
                throw new InvalidDataException("an entry of the model of lemmas is out of bounds");
            }

            table.Add((last, (Xpos)tag, value));
        }

        return table;
    }

    private static int Count(BinaryReader reader, int most)
    {
        int count = reader.Read7BitEncodedInt();
        return (uint)count <= (uint)most ? count : throw new InvalidDataException("a count in the model of lemmas is out of bounds");
    }

    /// <summary>Sorted strings share their beginnings: the shared length, then the rest.</summary>
    private static void WriteNext(BinaryWriter writer, ref string last, string next)
    {
        int shared = last.AsSpan().CommonPrefixLength(next);
        if (shared > 0 && char.IsHighSurrogate(next[shared - 1]))
        {
            shared--; // UTF-8 cannot start with the second half of a pair
        }

        writer.Write7BitEncodedInt(shared);
        writer.Write(next[shared..]);
        last = next;
    }

    private static string ReadNext(BinaryReader reader, string last)
    {
        int shared = reader.Read7BitEncodedInt();
        return (uint)shared <= (uint)last.Length
            ? string.Concat(last.AsSpan(0, shared), reader.ReadString())
            : throw new InvalidDataException("a string in the model of lemmas is out of bounds");
    }
}
