using System.CommandLine;
using System.Globalization;
using Entente.Archives;
using Entente.Cli.Help;
using Entente.Cli.Streams;
using Entente.Records;
using Entente.Watching;

namespace Entente.Cli.Verbs;

/// <summary><c>entente watch FEED... [--archive FILE]</c></summary>
internal static class WatchVerb
{
    public static Verb Create(Services services)
    {
        Argument<string[]> feeds = new("feed") { HelpName = "FEED", Description = "addresses of RSS or Atom feeds", Arity = ArgumentArity.OneOrMore };
        Option<string> archive = SelectionOptions.Archive();
        Option<int> every = Shared.Whole("--every", "how long between two looks at a feed (default: 15)", 15, 1, "MINUTES");
        Option<bool> once = new("--once") { Description = "look at each feed that is due once, and end: for cron" };
        Option<bool> pages = new("--pages") { Description = "fetch the page of each new item too, for feeds that give summaries only" };
        Option<int> delay = Shared.Whole("--delay", "least pause between two requests to one server (default: 5); a server's robots.txt may ask for more", 5, 0, "SECONDS");
        Option<int> threads = Shared.Threads();
        var verb = new Verb("watch", "keep an archive up to date with feeds")
        {
            Details = "Asks politely: only for what changed (ETag, If-Modified-Since), as robots.txt allows, one request at a time with a pause, and a feed that fails later each time. Goes on where it was after a restart. Ctrl-C ends it after the feed at hand.",
            Examples = ["entente watch https://example.org/news.rss --archive region.db --once"],
        };
        verb.Add(feeds);
        foreach (Option option in (Option[])[archive, every, once, pages, delay, threads])
        {
            verb.Add(option);
        }

        verb.SetAction(result => new WatchCommand(services, TimeProvider.System).Run(
            result.GetRequiredValue(feeds),
            result.GetValue(archive)!,
            TimeSpan.FromSeconds(result.GetValue(delay)),
            new()
            {
                Every = TimeSpan.FromMinutes(result.GetValue(every)),
                Once = result.GetValue(once),
                Pages = result.GetValue(pages),
                Threads = result.GetValue(threads),
            }));
        return verb;
    }
}

/// <summary>Watches feeds.</summary>
internal sealed class WatchCommand(Services services, TimeProvider clock)
{
    /// <returns>0 = done; 1 = a feed could not be read, or an item was bad; 130 = interrupted.</returns>
    public int Run(IReadOnlyList<string> feeds, string archive, TimeSpan delay, WatchOptions options)
    {
        var addresses = new List<Uri>();
        foreach (string feed in feeds)
        {
            addresses.Add(Uri.TryCreate(feed, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? address : throw new UsageException($"'{feed}' is no address of a feed; it starts with http:// or https://"));
        }

        long refused = 0;
        void Report(Diagnostic problem)
        {
            Interlocked.Increment(ref refused);
            services.Report(problem);
        }

        using var client = new PoliteClient(clock, delay);
        var watcher = new Watcher(new EntenteEngine(services.Home), archive, client, clock, options, Report, Tell);
        int failed = watcher.RunAsync(addresses, services.Stop).GetAwaiter().GetResult();
        return services.Stop.IsCancellationRequested ? Interrupt.ExitCode : failed > 0 || refused > 0 ? 1 : 0;
    }

    private void Tell(string feed, AddResult? result)
    {
        string time = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        services.Errors.Write(result is null ? $"{time} {feed}: nothing new\n" : $"{time} {feed}: {Progress.Number(result.Added)} articles added, {Progress.Number(result.Records)} records; {Progress.Number(result.Known)} were there\n");
    }
}
