using Entente.Cli.Streams;
using Entente.Records;

namespace Entente.Cli;

/// <summary>What all verbs share: the standard streams, and the interrupt.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output: data only.</param>
/// <param name="Errors">Standard error: talk.</param>
/// <param name="Interrupt">Ctrl-C and SIGTERM.</param>
internal sealed record Services(Stream Input, Stream Output, TextWriter Errors, Interrupt Interrupt)
{
    /// <summary>Asks the run to end after the record at hand. Whoever never asks for it is ended at once.</summary>
    public CancellationToken Stop => Interrupt.Watch();

    /// <summary>Whether somebody sits before standard error, for colour and progress.</summary>
    public bool ErrorsAreTerminal { get; init; }

    /// <summary>Whether somebody sits before standard output, for ruled tables.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>The folder of the program, with the lexicon and the models beside it.</summary>
    public string Home { get; init; } = AppContext.BaseDirectory;

    /// <summary>What was wrong with records that a verb looks at: it goes on with the others, and ends with 1.</summary>
    public InputFaults Faults { get; } = new();

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

        if (path.Length == 0)
        {
            throw new UsageException(FileTalk.Unwritable(path));
        }

        string full = Path.GetFullPath(path);
        if (inputs.Any(input => input is not ("-" or "") && Path.GetFullPath(input) == full))
        {
            throw new UsageException($"'{path}' is an input and cannot be the output too");
        }

        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(FileTalk.Unwritable(path, problem));
        }
    }

    /// <summary>The path of a file that is written at the end of long work, so that a slip in its name is told at once.</summary>
    /// <exception cref="UsageException">It is a folder, or lies in none.</exception>
    public static string Writable(string path) =>
        path.Length > 0 && !Directory.Exists(path) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? path : throw new UsageException(FileTalk.Unwritable(path));

    /// <summary>Opens what is read.</summary>
    /// <param name="path">A file; <c>-</c> is standard input.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public Stream OpenInput(string path)
    {
        if (path == "-")
        {
            return Input;
        }

        if (path.Length == 0)
        {
            throw new UsageException(FileTalk.Unreadable(path));
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(FileTalk.Unreadable(path, problem));
        }
    }

    /// <summary>Tells what was passed over, and why.</summary>
    public void Report(Diagnostic problem) => Errors.Write(problem + "\n");

    /// <summary>Tells that what was asked for is not there, with what may hold more.</summary>
    public void SayNothingFound() =>
        Errors.Write("nothing was found: no record that counts is of what was asked for; other parties, days or a --source, or --count-claimed, may have some\n");
}

/// <summary>Whether records were bad.</summary>
internal sealed class InputFaults
{
    /// <summary>Whether any was.</summary>
    public bool Any { get; set; }
}
