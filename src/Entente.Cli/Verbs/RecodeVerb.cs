using System.CommandLine;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Streams;

namespace Entente.Cli.Verbs;

/// <summary><c>entente recode [--archive FILE]</c></summary>
internal static class RecodeVerb
{
    public static Verb Create(Services services)
    {
        Option<string> archive = SelectionOptions.Archive();
        Option<int> threads = Shared.Threads();
        var verb = new Verb("recode", "code an archive's articles anew, with this program's coder, lexicon and models")
        {
            Details = "What was coded before stays in the archive, under the versions that coded it, and counts no more. Review decisions hold. Articles coded by these versions already are passed over; stopped at any moment, the same command goes on.",
            Examples = ["entente recode --archive region.db"],
        };
        verb.Add(archive);
        verb.Add(threads);
        verb.SetAction(result => new RecodeCommand(services, TimeProvider.System).Run(result.GetValue(archive)!, result.GetValue(threads)));
        return verb;
    }
}

/// <summary>Codes an archive anew.</summary>
internal sealed class RecodeCommand(Services services, TimeProvider clock)
{
    /// <returns>0 = done; 130 = interrupted.</returns>
    public int Run(string archive, int threads)
    {
        var run = new RecodeRun(new EntenteEngine(services.Home), archive, threads, clock);
        AddResult done = Progress.Show(services, "coding", null, () => run.Done, () => run.Run(services.Stop));
        services.Errors.Write($"{archive}: {Progress.Number(done.Added)} articles coded anew, {Progress.Number(done.Records)} records\n");
        return done.Complete ? 0 : Interrupt.ExitCode;
    }
}
