using System.Globalization;
using System.Runtime.InteropServices;
using Entente.Records;

namespace Entente.Archive.Import;

/// <summary>What a reader tells about one file: rows read, kept and refused, each refusal with its line.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Report">Receives each complaint as it is found; memory does not grow with their number.</param>
public sealed class ImportLog(string File, Action<Diagnostic> Report)
{
    /// <summary>So many bad rows before the first good one, and the file is taken for another format.</summary>
    public const int Patience = 100;

    private const int DistinctNotes = 10_000;

    private readonly Dictionary<(string Kind, string Value), (long Line, long Count)> _notes = [];

    /// <summary>The file as the user named it.</summary>
    public string Name => File;

    /// <summary>Rows read, the header and preamble not counted.</summary>
    public long Rows { get; set; }

    /// <summary>The line of the row that was read last, from 1; 0 where the format has no lines.</summary>
    public long Line { get; set; }

    /// <summary>Rows that gave a record.</summary>
    public long Kept { get; set; }

    /// <summary>Rows refused.</summary>
    public long Bad { get; private set; }

    /// <summary>Whether the file as a whole was refused: empty, another format, no header.</summary>
    public bool Refused { get; private set; }

    /// <summary>What was kept, but not wholly understood: kind and value, line of the first, how many; in order of kind and value.</summary>
    public IEnumerable<(string Kind, string Value, long Line, long Count)> Notes =>
        _notes.OrderBy(note => note.Key.Kind, StringComparer.Ordinal).ThenBy(note => note.Key.Value, StringComparer.Ordinal)
            .Select(note => (note.Key.Kind, note.Key.Value, note.Value.Line, note.Value.Count));

    /// <summary>Whether a row was refused, or the whole file.</summary>
    public bool HasProblems => Bad > 0 || Refused;

    /// <summary>Refuses one row.</summary>
    /// <returns>False where no row has been good and patience is at its end: the reader then stops.</returns>
    public bool Refuse(long line, string code, string message, string? help = null)
    {
        Bad++;
        if (Kept > 0 || Bad < Patience)
        {
            Report(new(File, line, code, message, help));
            return true;
        }

        Report(new(File, line, code, message, help));
        RefuseFile("IMP002", string.Create(CultureInfo.InvariantCulture, $"none of the first {Bad} rows could be read; the rest was left"), "is it the right format? './entente import --help' lists those there are");
        return false;
    }

    /// <summary>Refuses the file as a whole.</summary>
    public void RefuseFile(string code, string message, string? help = null)
    {
        Refused = true;
        Report(new(File, 0, code, message, help));
    }

    /// <summary>Notes a value that a kept row bears and that was left out, such as a country code that no table lists.</summary>
    public void Note(string kind, string value, long line)
    {
        if (_notes.Count >= DistinctNotes && !_notes.ContainsKey((kind, value)))
        {
            value = "(others)";
        }

        ref (long Line, long Count) note = ref CollectionsMarshal.GetValueRefOrAddDefault(_notes, (kind, value), out bool known);
        note = known ? (note.Line, note.Count + 1) : (line, 1);
    }
}
