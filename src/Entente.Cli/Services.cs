using Entente.Cli.Streams;
using Entente.Records;

namespace Entente.Cli;

/// <summary>What all verbs share: the standard streams, and the interrupt.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: data only.</param>
/// <param name="Errors">Standard error: talk.</param>
/// <param name="Stop">Asks the run to end after the record at hand.</param>
internal sealed record Services(Stream Input, Stream Output, TextWriter Errors, CancellationToken Stop)
{
    /// <summary>Whether somebody sits before standard error, for colour and progress.</summary>
    public bool ErrorsAreTerminal { get; init; }

    /// <summary>Whether somebody sits before standard output, for ruled tables.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>The folder of the program, with the lexicon and the models beside it.</summary>
    public string Home { get; init; } = AppContext.BaseDirectory;

    /// <summary>Opens where records go.</summary>
    /// <param name="path">A file, made or overwritten; null or <c>-</c> is standard output.</param>
    /// <param name="inputs">What is read: a file cannot be both.</param>
    /// <exception cref="UsageException">The file is one of the inputs, or cannot be written.</exception>
    public Stream Open(string? path, params IReadOnlyList<string> inputs)
    {
        if (path is null or "-")
        {
            return new BufferedStream(Output, 1 << 16);
        }

        string full = Path.GetFullPath(path);
        if (inputs.Any(input => input != "-" && Path.GetFullPath(input) == full))
        {
            throw new UsageException($"'{path}' is an input and cannot be the output too");
        }

        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be written: {problem.Message}");
        }
    }

    /// <summary>Opens what is read.</summary>
    /// <param name="path">A file; <c>-</c> is standard input.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public Stream OpenInput(string path)
    {
        if (path == "-")
        {
            return Input;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {problem.Message}");
        }
    }

    /// <summary>Tells what was passed over, and why.</summary>
    public void Report(Diagnostic problem) => Errors.Write(problem + "\n");
}
