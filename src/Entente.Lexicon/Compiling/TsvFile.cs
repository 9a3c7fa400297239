using System.Text;
using Entente.Records;

namespace Entente.Lexicon.Compiling;

/// <summary>Where something stands in the lexicon.</summary>
/// <param name="File">As records name it: <c>lexicon/states.tsv</c>.</param>
/// <param name="Line">1-based.</param>
internal readonly record struct SourcePlace(string File, int Line) : IComparable<SourcePlace>
{
    public int CompareTo(SourcePlace other)
    {
        int byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : Line.CompareTo(other.Line);
    }

    /// <summary>A place as <see cref="ToString"/> writes it.</summary>
    public static SourcePlace Parse(string place)
    {
        int colon = place.LastIndexOf(':');
        return new(place[..colon], int.Parse(place.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
    }

    public override string ToString() => FormattableString.Invariant($"{File}:{Line}");
}

/// <summary>One row of a table: its cells by the header's names.</summary>
internal sealed class TsvRow(TsvFile file, string name, int line, string[] cells)
{
    public SourcePlace Place { get; } = new(name, line);

    /// <summary>A cell; empty for none.</summary>
    public string this[string column] => cells[Array.IndexOf(file.Columns, column)];

    /// <summary>The values of a cell, apart by <c>|</c>; without empty ones.</summary>
    public string[] Values(string column) =>
        this[column].Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>All cells, for comparing rows.</summary>
    public string Whole => string.Join('\t', cells);
}

/// <summary>A table of the lexicon: rows that have as many cells as the header.</summary>
internal sealed class TsvFile
{
    private TsvFile(string name, string[] columns)
    {
        Name = name;
        Columns = columns;
    }

    /// <summary>As records name it: <c>lexicon/states.tsv</c>.</summary>
    public string Name { get; }

    public string[] Columns { get; }

    public List<TsvRow> Rows { get; } = [];

    /// <summary>Reads a table and those of the packs on it; an empty one where there is no such file.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="path">Within the folder or a pack, with slashes.</param>
    /// <param name="columns">What the header has to be.</param>
    /// <param name="key">The column by which a pack's row replaces earlier ones; null where rows only add up.</param>
    public static TsvFile Read(LexiconFolder files, string path, string[] columns, string? key = null)
    {
        var file = new TsvFile(LexiconFolder.NameOf(path), columns);
        foreach (string layer in files.Layers(path))
        {
            file.Add(files, layer);
        }

        if (key is not null)
        {
            List<TsvRow> kept = files.Stack(file.Rows, row => row[key], row => row.Place);
            file.Rows.Clear();
            file.Rows.AddRange(kept);
        }

        return file;
    }

    /// <summary>Reads one file, whatever stands in the packs.</summary>
    public static TsvFile ReadOne(LexiconFolder files, string path, string[] columns)
    {
        var file = new TsvFile(LexiconFolder.NameOf(path), columns);
        file.Add(files, path);
        return file;
    }

    private void Add(LexiconFolder files, string path)
    {
        string[] columns = Columns;
        string name = LexiconFolder.NameOf(path);
        if (!files.TryRead(path, out string text))
        {
            return;
        }

        string[] lines = text.Split('\n');
        bool headed = false;
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            var place = new SourcePlace(name, i + 1);
            if (!headed)
            {
                headed = true;
                if (!cells.SequenceEqual(columns, StringComparer.Ordinal))
                {
                    files.Report(place, "LEX001", $"the header is '{string.Join(' ', cells)}'", $"write these columns, apart by tabs: {string.Join(' ', columns)}");
                    return;
                }
            }
            else if (cells.Length != columns.Length)
            {
                files.Report(place, "LEX002", FormattableString.Invariant($"{cells.Length} cells where the header has {columns.Length}"), "put one tab between cells; leave a cell empty where nothing is known");
            }
            else
            {
                Rows.Add(new TsvRow(this, name, i + 1, [.. cells.Select(cell => cell.Trim())]));
            }
        }
    }
}

/// <summary>The folder of text files, and what is wrong with them.</summary>
internal sealed class LexiconFolder(string folder)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly List<(SourcePlace Place, Diagnostic Problem)> _problems = [];

    /// <summary>What was reported, by file and line.</summary>
    public IReadOnlyList<Diagnostic> Problems =>
        [.. _problems.OrderBy(found => found.Place).ThenBy(found => found.Problem.Code, StringComparer.Ordinal).ThenBy(found => found.Problem.Message, StringComparer.Ordinal).Select(found => found.Problem)];

    /// <summary>As records name a file: <c>lexicon/actors/leaders.tsv</c>, wherever the folder lies.</summary>
    public static string NameOf(string path) => $"lexicon/{path}";

    /// <summary>The packs in <c>packs/</c>, as path prefixes within the folder, in ordinal order: each is laid upon those before it.</summary>
    public IReadOnlyList<string> Packs { get; } = Directory.Exists(Path.Combine(folder, "packs"))
        ? [.. Directory.GetDirectories(Path.Combine(folder, "packs")).Select(path => $"packs/{Path.GetFileName(path)}/").Order(StringComparer.Ordinal)]
        : [];

    /// <summary>What a pack's entry put in the place of an earlier one.</summary>
    public List<(SourcePlace Place, string Key, SourcePlace Replaced)> Replacements { get; } = [];

    /// <summary>A file of the folder and those of the same name in the packs, as paths within the folder, lowest first; only those that are there.</summary>
    public IReadOnlyList<string> Layers(string path) =>
        [.. Packs.Select(pack => pack + path).Prepend(path).Where(layer => File.Exists(Path.Combine(folder, layer)))];

    /// <summary>0 for the lexicon itself, 1 for the lowest pack, and so on.</summary>
    public int LayerOf(SourcePlace place)
    {
        for (int i = 0; i < Packs.Count; i++)
        {
            if (place.File.StartsWith(NameOf(Packs[i]), StringComparison.Ordinal))
            {
                return i + 1;
            }
        }

        return 0;
    }

    /// <summary>Drops entries whose key stands in a higher layer too, and notes each.</summary>
    public List<T> Stack<T>(IReadOnlyList<T> entries, Func<T, string> key, Func<T, SourcePlace> place)
    {
        if (Packs.Count == 0)
        {
            return [.. entries];
        }

        var highest = new Dictionary<string, SourcePlace>(StringComparer.Ordinal);
        foreach (T entry in entries)
        {
            if (!highest.TryGetValue(key(entry), out SourcePlace known) || LayerOf(place(entry)) > LayerOf(known))
            {
                highest[key(entry)] = place(entry);
            }
        }

        var kept = new List<T>();
        foreach (T entry in entries)
        {
            SourcePlace top = highest[key(entry)];
            if (LayerOf(place(entry)) == LayerOf(top))
            {
                kept.Add(entry);
            }
            else
            {
                Replacements.Add((top, key(entry), place(entry)));
            }
        }

        return kept;
    }

    public void Report(SourcePlace place, string code, string message, string help)
    {
        string file = place.File.StartsWith("lexicon/", StringComparison.Ordinal)
            ? Path.Combine(folder, place.File["lexicon/".Length..]).Replace('\\', '/')
            : place.File;
        _problems.Add((place, new Diagnostic(file, place.Line, code, message, help)));
    }

    /// <summary>Reads a file as UTF-8; an unreadable one is reported.</summary>
    public bool TryRead(string path, out string text)
    {
        text = "";
        string full = Path.Combine(folder, path);
        if (!File.Exists(full))
        {
            return false;
        }

        try
        {
            text = Strict.GetString(File.ReadAllBytes(full));
            text = text.StartsWith('\ufeff') ? text[1..] : text;
            return true;
        }
        catch (DecoderFallbackException)
        {
            Report(new(NameOf(path), 0), "LEX001", "the file is not UTF-8", "save it as UTF-8");
            return false;
        }
    }

    /// <summary>Files of a sub-folder, then those of the packs' sub-folders, each in ordinal order, as paths within the folder.</summary>
    public IReadOnlyList<string> List(string subfolder, string extension) => [.. Packs.Prepend("").SelectMany(pack => ListOf(pack + subfolder, extension))];

    private IEnumerable<string> ListOf(string subfolder, string extension)
    {
        string full = Path.Combine(folder, subfolder);
        return Directory.Exists(full)
            ? Directory.GetFiles(full).Where(path => path.EndsWith(extension, StringComparison.Ordinal)).Select(path => $"{subfolder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)
            : [];
    }
}
