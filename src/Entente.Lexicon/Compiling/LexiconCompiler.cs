using Entente.Records;

namespace Entente.Lexicon.Compiling;

/// <summary>Turns the folder of text files into the one file that programs load.</summary>
public static class LexiconCompiler
{
    /// <summary>Compiles a folder; what is refused is left out, and the rest compiled.</summary>
    /// <param name="folder">As docs/lexicon-format.md describes it; files may be missing.</param>
    /// <param name="output">Receives the compiled form; the caller owns it.</param>
    /// <returns>An entry for each row or frame that was refused, by file and line.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<Diagnostic> Compile(string folder, Stream output)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'.");
        }

        var files = new LexiconFolder(folder);
        ImageBuilder.Write(LexiconText.Read(files), output);
        return files.Problems;
    }
}
