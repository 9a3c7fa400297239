using Entente.Records;

namespace Entente.Lexicon.Compiling;

/// <summary>Turns the folder of text files into the one file that programs load.</summary>
public static class LexiconCompiler
{
    /// <summary>Compiles a folder; what is refused is left out, and the rest compiled.</summary>
    /// <param name="folder">As docs/lexicon-format.md describes it; files may be missing.</param>
    /// <param name="output">Receives the compiled form; the caller owns it.</param>
    /// <returns>An entry for each row or frame that was refused, by file and line.</returns>
    public static IReadOnlyList<Diagnostic> Compile(string folder, Stream output) => throw new NotSupportedException();
}

/// <summary>Holds a lexicon against all its rules: <c>entente lexicon check</c>.</summary>
public static class LexiconCheck
{
    /// <summary>All that is wrong or doubtful in a folder, by file and line.</summary>
    /// <param name="folder">As docs/lexicon-format.md describes it.</param>
    public static IReadOnlyList<Diagnostic> Run(string folder) => throw new NotSupportedException();
}
