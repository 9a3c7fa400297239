using System.IO.Compression;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>Opens files as they are fetched: plain, gzip, or zip with one or more tables within.</summary>
public static class InputFiles
{
    /// <summary>Gives each stream that a file holds to <paramref name="read"/>, under its name.</summary>
    /// <param name="path">Named <c>.gz</c> and <c>.zip</c> where compressed.</param>
    /// <param name="file">The opened file.</param>
    /// <param name="report">Receives a complaint where the compressed data is damaged; what was read until then stays.</param>
    /// <param name="read">Reads a stream to its end.</param>
    /// <returns>False where the file is damaged.</returns>
    public static bool ForEach(string path, Stream file, Action<Diagnostic> report, Action<string, Stream> read)
    {
        try
        {
            if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                using var gzip = new GZipStream(file, CompressionMode.Decompress);
                read(path, gzip);
            }
            else if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                using var zip = new ZipArchive(file, ZipArchiveMode.Read);
                foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => !entry.FullName.EndsWith('/')))
                {
                    using Stream within = entry.Open();
                    read($"{path}/{entry.FullName}", within);
                }
            }
            else
            {
                read(path, file);
            }

            return true;
        }
        catch (InvalidDataException problem)
        {
            report(new(path, 0, "IMP015", $"the compressed data is damaged or cut short: {problem.Message}", "fetch the file again"));
            return false;
        }
    }
}
