using System.Globalization;
using Entente.Archive;
using Entente.Archive.Feeds;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Reading;
using Entente.Records;

namespace Entente.Watching;

/// <summary>How feeds are watched.</summary>
public sealed record WatchOptions
{
    /// <summary>How long between two looks at a feed.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether each feed that is due is looked at once, and that is all.</summary>
    public bool Once { get; init; }

    /// <summary>Whether the page of each new item is fetched, for feeds that give summaries only.</summary>
    public bool Pages { get; init; }

    /// <summary>How many threads code.</summary>
    public int Threads { get; init; } = 1;
}

/// <summary>Keeps an archive up to date with feeds.</summary>
/// <remarks>
/// What a feed's server said about its version is kept only after the items are stored: ended at any moment, nothing is lost and little is asked for
/// twice. A feed that fails is asked again after twice the time, at most a day.
/// </remarks>
/// <param name="engine">Whose models and lexicon code.</param>
/// <param name="archive">The archive; made where it is not there.</param>
/// <param name="client">Asks the servers.</param>
/// <param name="clock">Tells and waits.</param>
/// <param name="options">How.</param>
/// <param name="report">Receives items that cannot be used, and feeds that cannot be read.</param>
/// <param name="told">Receives what came of each look.</param>
public sealed class Watcher(EntenteEngine engine, string archive, PoliteClient client, TimeProvider clock, WatchOptions options, Action<Diagnostic> report, Action<string, AddResult?> told)
{
    private const int MostDoublings = 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Watches until told to stop, or once.</summary>
    /// <param name="feeds">Their addresses.</param>
    /// <param name="stop">Ends it after the feed at hand.</param>
    /// <returns>How many looks failed.</returns>
    /// <exception cref="ArchiveException">The archive cannot be written.</exception>
    public async Task<int> RunAsync(IReadOnlyList<Uri> feeds, CancellationToken stop)
    {
        using ArchiveFile file = ArchiveFile.OpenOrCreate(archive);
        using var book = new FeedBook(file);
        using var finder = new DocumentFinder(file);
        int failed = 0;
        while (!stop.IsCancellationRequested)
        {
            foreach (Uri feed in feeds)
            {
                FeedState state = book.Get(feed.AbsoluteUri);
                if (state.Next <= clock.GetUtcNow() && !stop.IsCancellationRequested)
                {
                    failed += await Look(feed, state, book, finder, stop) ? 0 : 1;
                }
            }

            if (options.Once)
            {
                break;
            }

            DateTimeOffset next = feeds.Min(feed => book.Get(feed.AbsoluteUri).Next);
            if (next - clock.GetUtcNow() is { Ticks: > 0 } wait)
            {
                await Wait(wait, stop);
            }
        }

        return failed;
    }

    private async Task Wait(TimeSpan wait, CancellationToken stop)
    {
        try
        {
            await Task.Delay(wait, clock, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The loop ends by itself.
        }
    }

    /// <summary>Looks at one feed.</summary>
    /// <returns>False where it could not be read.</returns>
    private async Task<bool> Look(Uri feed, FeedState state, FeedBook book, DocumentFinder finder, CancellationToken stop)
    {
        FetchAnswer answer;
        try
        {
            answer = await client.GetAsync(feed, state.ETag, state.Modified, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return true;
        }

        DateTimeOffset now = clock.GetUtcNow();
        if (answer.Outcome is FetchOutcome.Failed or FetchOutcome.Refused)
        {
            TimeSpan wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, options.Every.Ticks << Math.Min(state.Failures + 1, MostDoublings)));
            wait = answer.RetryAfter > wait ? answer.RetryAfter.Value : wait;
            book.Set(state with { Failures = state.Failures + 1, Last = now, Next = now + wait, Answer = answer.Words });
            report(new(feed.OriginalString, 0, "FED001", $"the feed could not be read: {answer.Words}", string.Create(CultureInfo.InvariantCulture, $"it is asked again in {Math.Ceiling(wait.TotalMinutes):0} minutes")));
            return false;
        }

        AddResult? result = answer.Outcome == FetchOutcome.Fetched ? await Add(feed, answer, finder, stop) : null;
        if (result is not { Complete: false })
        {
            book.Set(new(state.Url)
            {
                ETag = answer.Outcome == FetchOutcome.Fetched ? answer.ETag : state.ETag,
                Modified = answer.Outcome == FetchOutcome.Fetched ? answer.Modified : state.Modified,
                Last = now,
                Next = now + options.Every,
                Answer = answer.Words,
            });
        }

        told(feed.OriginalString, result);
        return true;
    }

    private async Task<AddResult> Add(Uri feed, FetchAnswer answer, DocumentFinder finder, CancellationToken stop)
    {
        var source = new ArticleSource(report) { Fetch = _ => new MemoryStream(answer.Content.ToArray(), writable: false) };
        List<Document> items = [.. source.Read([feed.AbsoluteUri], Stream.Null)];
        if (options.Pages)
        {
            items = await Pages(items, finder, stop);
        }

        return new AddRun(engine, archive, options.Threads, clock, report).Run(items, stop);
    }

    /// <summary>The pages of the items that are new, each under the item's address; the item itself where its page gives nothing.</summary>
    private async Task<List<Document>> Pages(List<Document> items, DocumentFinder finder, CancellationToken stop)
    {
        var pages = new List<Document>();
        foreach (Document item in items)
        {
            if (item.Url is null)
            {
                pages.Add(item);
            }
            else if (!finder.HoldsPlace(item))
            {
                FetchAnswer answer = await client.GetAsync(new(item.Url), null, null, stop);
                Document? page = answer.Outcome != FetchOutcome.Fetched ? null
                    : new ArticleSource(_ => { }) { Date = item.Date, Fetch = _ => new MemoryStream(answer.Content.ToArray(), writable: false) }.Read([item.Url], Stream.Null).FirstOrDefault();
                pages.Add(page is null || page.Text.Length < item.Text.Length ? item : page with { Id = item.Id, Url = item.Url, Date = item.Date, Title = page.Title ?? item.Title, Publisher = page.Publisher ?? item.Publisher });
            }
        }

        return pages;
    }
}
