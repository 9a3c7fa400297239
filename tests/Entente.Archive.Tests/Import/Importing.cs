using System.Text;
using Entente.Archive.Import;
using Entente.Records;

namespace Entente.Archive.Tests.Import;

/// <summary>Reads made-up or real files with a reader, and keeps what it says.</summary>
internal sealed class Importing
{
    public List<Diagnostic> Problems { get; } = [];

    public ImportLog Log { get; private set; } = new("none", _ => { });

    public List<T> Read<T>(IImportReader<T> reader, string text) => Read(reader, Encoding.UTF8.GetBytes(text));

    public List<T> Read<T>(IImportReader<T> reader, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return Read(reader, stream);
    }

    public List<T> Read<T>(IImportReader<T> reader, Stream stream)
    {
        Log = new("in.txt", Problems.Add);
        return [.. reader.Read(stream, Log)];
    }

    /// <summary>Lines of cells apart by tabs; <c>·</c> in a cell is nothing.</summary>
    public static string Tabs(params string[][] rows) => string.Concat(rows.Select(row => string.Join('\t', row.Select(cell => cell == "·" ? "" : cell)) + "\n"));
}
