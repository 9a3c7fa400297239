using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Entente.Archive;
using Entente.Cli.Help;
using Entente.Cli.Streams;

namespace Entente.Cli;

/// <summary>The command <c>entente</c>.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        using var errors = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        using var interrupt = new Interrupt();
        var services = new Services(Console.OpenStandardInput(), new StandardOutput(), errors, interrupt) { ErrorsAreTerminal = !Console.IsErrorRedirected, OutputIsTerminal = !Console.IsOutputRedirected };
        try
        {
            return Run(args, services);
        }
        catch (UsageException problem)
        {
            errors.Write($"entente: {problem.Message}\n");
            return 2;
        }
        catch (ArchiveException problem)
        {
            errors.Write($"entente: {problem.Message}\n");
            return CodeOf(problem.Trouble);
        }
        catch (ClosedPipeException)
        {
            return 0;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // A full disk, a folder on standard input, a file that went away in the middle.
            errors.Write($"entente: reading or writing broke off: {problem.Message}\n");
            return 1;
        }
        catch (Exception problem)
        {
            errors.Write($"entente: this should not have happened; please report it with the input that led to it\n{problem}\n");
            return 70;
        }
    }

    /// <summary>2 where what was named is no archive that can be used: named wrongly; 1 where something happened to one that is.</summary>
    internal static int CodeOf(ArchiveTrouble trouble) => trouble is ArchiveTrouble.Unreachable or ArchiveTrouble.NotAnArchive or ArchiveTrouble.TooNew ? 2 : 1;

    /// <summary>Runs a command line.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="services">What the verbs work with.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(string[] args, Services services)
    {
        if (args is ["--version"])
        {
            Write(services.Output, EntenteEngine.Coder + "\n");
            return 0;
        }

        Verb root = CommandTree.Build(services, args.Length > 0 ? args[0] : null);
        bool help = args.Length == 0 || args[^1] is "--help" or "-h" or "-?" or "help" || args[0] is "help";
        if (help)
        {
            Command command = Walk(root, args, out string path);
            Write(services.Output, HelpText.Of(command, path));
            return args.Length == 0 ? 2 : 0;
        }

        ParseResult result = root.Parse(args);
        string[] problems = result.CommandResult.Command.Subcommands.Count > 0
            ? [result.UnmatchedTokens is [string word, ..] ? $"there is no verb '{word}'" : "a verb is missing"]
            : [.. result.Errors.Select(error => error.Message), .. UnknownOptions(result, args)];
        if (problems.Length > 0 || result.CommandResult.Command.Action is null)
        {
            foreach (string problem in problems)
            {
                services.Errors.Write($"entente: {problem}\n");
            }

            Walk(root, args, out string path);
            services.Errors.Write($"entente: '{path} --help' tells what can be asked\n");
            return 2;
        }

        int code = result.Invoke(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        return code == 0 && services.Faults.Any ? 1 : code;
    }

    /// <summary>The library takes an option that it does not know for a file of that name; after <c>--</c> it is one.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult result, string[] args) => args.Contains("--")
        ? []
        : result.CommandResult.Tokens.Where(token => token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal)).Select(token => $"there is no option '{token.Value}'");

    /// <summary>The command that the leading words name.</summary>
    private static Command Walk(Command root, string[] args, out string path)
    {
        path = root.Name;
        Command at = root;
        foreach (string word in args)
        {
            if (word is "help" && at == root)
            {
                continue;
            }

            if (at.Subcommands.FirstOrDefault(verb => verb.Name == word) is not { } next)
            {
                break;
            }

            at = next;
            path += " " + word;
        }

        return at;
    }

    private static void Write(Stream output, string text)
    {
        output.Write(Encoding.UTF8.GetBytes(text));
        output.Flush();
    }
}
