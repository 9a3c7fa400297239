using System.Diagnostics;
using Entente.Testing;

namespace Entente.Cli.Tests;

/// <summary>Runs the real program, as a user does, by the script at the repository's root.</summary>
internal static class EntenteProcess
{
    public sealed record Result(int ExitCode, string Output, string Errors);

    /// <summary>Runs a shell command line in which <c>entente</c> is the script.</summary>
    public static Result Shell(string line, string folder)
    {
        using Process process = Start("bash", ["-c", $"entente() {{ \"{Path.Combine(Repository.Root, "entente")}\" \"$@\"; }}; set -o pipefail; {line}"], folder);
        process.StandardInput.Close();
        return Finish(process);
    }

    public static Result Run(string folder, string input, params string[] args)
    {
        using Process process = Start(Path.Combine(Repository.Root, "entente"), args, folder);
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program may end before it has read all.
        }

        return Finish(process);
    }

    public static Process Start(string program, IReadOnlyList<string> args, string folder)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new System.Text.UTF8Encoding(false),
        };
        return Process.Start(start)!;
    }

    public static Result Finish(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"the program did not end; it said: {errors.Result}");
        }

        return new(process.ExitCode, output.Result, errors.Result);
    }
}
