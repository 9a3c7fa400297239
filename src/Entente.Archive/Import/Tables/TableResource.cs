using System.Reflection;
using System.Text;

namespace Entente.Archive.Import.Tables;

/// <summary>Tables that travel inside the program: apart by tabs, a header first, <c>#</c> before comments.</summary>
internal static class TableResource
{
    /// <summary>The rows of a table without its header, each with as many cells as the header.</summary>
    /// <param name="name">The file's name, such as <c>countries.tsv</c>.</param>
    public static IEnumerable<string[]> Rows(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the program lacks its table {name}");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        int? width = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] cells = line.Split('\t');
            if (width is null)
            {
                width = cells.Length;
            }
            else
            {
                yield return cells.Length == width ? cells : throw new InvalidOperationException($"{name}: '{line}' has {cells.Length} cells, not {width}");
            }
        }
    }
}
