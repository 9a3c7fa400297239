using System.CommandLine;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Reading;
using Entente.Watching;

namespace Entente.Cli.Verbs;

/// <summary><c>entente add INPUT... [--archive FILE]</c></summary>
internal static class AddVerb
{
    public static Verb Create(Services services)
    {
        Argument<string[]> inputs = new("input") { HelpName = "INPUT", Description = "articles: text (.txt), pages (.html), JSON Lines (.jsonl), feeds (.rss, .atom), crawls (.warc), also .gz and .zip; folders of them; addresses of pages and feeds; - is standard input", Arity = ArgumentArity.OneOrMore };
        Option<string> archive = SelectionOptions.Archive();
        Option<DateOnly?> date = Shared.Date("the day of articles that bear none: neither in their head or page, nor in their file name");
        Option<int> threads = Shared.Threads();
        var verb = new Verb("add", "read articles, code them, keep both in an archive")
        {
            Details = "Adding what is there changes nothing: an article is known by its URL, else its id, and by its words. A later text at the same URL takes the earlier one's place. Killed at any moment, the archive holds whole batches; the same command once more adds the rest.",
            Examples = ["entente add samples/moscow-kabul --archive region.db", "entente add articles.jsonl"],
        };
        verb.Add(inputs);
        verb.Add(archive);
        verb.Add(date);
        verb.Add(threads);
        verb.SetAction(result => new AddCommand(services, TimeProvider.System).Run(result.GetRequiredValue(inputs), result.GetValue(archive)!, result.GetValue(date), result.GetValue(threads)));
        return verb;
    }
}

/// <summary>Adds articles to an archive.</summary>
internal sealed class AddCommand(Services services, TimeProvider clock)
{
    /// <returns>0 = done; 1 = some articles were bad, and the others are in the archive; 130 = interrupted.</returns>
    public int Run(IReadOnlyList<string> inputs, string archive, DateOnly? date, int threads)
    {
        long refused = 0;
        void Report(Records.Diagnostic problem)
        {
            Interlocked.Increment(ref refused);
            services.Report(problem);
        }

        using var client = new PoliteClient(clock, TimeSpan.FromSeconds(5));
        var source = new ArticleSource(Report) { Date = date, Fetch = address => Fetch(client, address, Report) };
        var run = new AddRun(new EntenteEngine(services.Home), archive, threads, clock, Report);
        AddResult done = Progress.Show(services, "adding", null, () => run.Seen, () => run.Run(source.Read(inputs, services.Input), services.Stop));
        services.Errors.Write($"{archive}: {Progress.Number(done.Added)} articles added, {Progress.Number(done.Records)} records");
        services.Errors.Write(done.Revised > 0 ? $"; {Progress.Number(done.Revised)} of them revise an article at the same URL" : "");
        services.Errors.Write(done.Known > 0 ? $"; {Progress.Number(done.Known)} were there" : "");
        services.Errors.Write(refused > 0 ? $"; {Progress.Number(refused)} were bad\n" : "\n");
        return !done.Complete ? Interrupt.ExitCode : refused > 0 ? 1 : 0;
    }

    private MemoryStream? Fetch(PoliteClient client, Uri address, Action<Records.Diagnostic> report)
    {
        FetchAnswer answer = client.GetAsync(address, null, null, services.Stop).GetAwaiter().GetResult();
        if (answer.Outcome == FetchOutcome.Fetched)
        {
            return new(answer.Content.ToArray(), writable: false);
        }

        report(new(address.OriginalString, 0, "ART001", $"the address could not be read: {answer.Words}"));
        return null;
    }
}
