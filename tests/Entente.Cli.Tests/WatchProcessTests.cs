using Entente.Testing;

namespace Entente.Cli.Tests;

/// <summary>Watching feeds, by the real program, from a server on this machine.</summary>
public sealed class WatchProcessTests : IDisposable
{
    private const string Item = "<item><title>Report</title><link>%s/1</link><pubDate>Wed, 01 May 2024 10:00:00 GMT</pubDate><description>Chad and Niger signed a defence agreement on Tuesday.</description></item>";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-watch-");
    private readonly LoopbackServer _server = new();

    public void Dispose()
    {
        _server.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void A_feed_is_kept_up_with_over_restarts_and_asked_for_what_changed_only()
    {
        Feed(Item, "\"v1\"");

        EntenteProcess.Result first = Watch(), early = Watch();
        Due();
        EntenteProcess.Result same = Watch();
        Feed(Item + Item.Replace("/1<", "/2<", StringComparison.Ordinal).Replace("Chad", "Mali", StringComparison.Ordinal), "\"v2\"");
        Due();
        EntenteProcess.Result more = Watch();

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("1 articles added", first.Errors, StringComparison.Ordinal);
        Assert.Equal("", early.Errors);
        Assert.Contains("nothing new", same.Errors, StringComparison.Ordinal);
        Assert.Contains("1 articles added", more.Errors, StringComparison.Ordinal);
        Assert.Contains("1 were there", more.Errors, StringComparison.Ordinal);
        Assert.Equal([null, "\"v1\"", "\"v1\""], _server.Asked.Where(asked => asked.Path == "/feed").Select(asked => asked.IfNoneMatch));
        EntenteProcess.Result events = EntenteProcess.Run(_folder.FullName, "", "events", "--archive", "a.db", "--csv");
        Assert.Contains(_server.Root + "2", events.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pages_of_new_items_are_fetched_once()
    {
        Feed(Item, "\"v1\"");
        _server.Text("/1", "<html><head><title>T</title></head><body><p>Chad and Niger signed a defence agreement on Tuesday. Iran's foreign minister condemned the attack on Lebanon.</p></body></html>", "text/html; charset=utf-8");

        EntenteProcess.Result first = Watch("--pages");
        Feed(Item, "\"v2\"");
        Due();
        EntenteProcess.Result second = Watch("--pages");

        Assert.True(first.ExitCode == 0, first.Errors);
        Assert.Contains("0 articles added", second.Errors, StringComparison.Ordinal);
        Assert.Single(_server.Asked, asked => asked.Path == "/1");
        Assert.Contains("condemned", EntenteProcess.Run(_folder.FullName, "", "events", "--archive", "a.db", "--csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_fails_is_reported_and_not_asked_again_at_once()
    {
        _server.Status("/feed", 500);

        EntenteProcess.Result first = Watch(), second = Watch();

        Assert.Equal((1, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("FED001", first.Errors, StringComparison.Ordinal);
        Assert.Contains("30 minutes", first.Errors, StringComparison.Ordinal);
        Assert.Single(_server.Asked, asked => asked.Path == "/feed");
    }

    [Fact]
    public void An_address_is_added_as_a_file_is()
    {
        Feed(Item, "\"v1\"");

        EntenteProcess.Result added = EntenteProcess.Run(_folder.FullName, "", "add", new Uri(_server.Root, "/feed").AbsoluteUri, "--archive", "a.db");

        Assert.True(added.ExitCode == 0, added.Errors);
        Assert.Contains("1 articles added", added.Errors, StringComparison.Ordinal);
    }

    private void Feed(string items, string etag) =>
        _server.Text("/feed", $"<rss version=\"2.0\"><channel><title>Agency</title>{items.Replace("%s", _server.Root.AbsoluteUri.TrimEnd('/'), StringComparison.Ordinal)}</channel></rss>", "application/rss+xml", etag);

    private EntenteProcess.Result Watch(params string[] more) =>
        EntenteProcess.Run(_folder.FullName, "", ["watch", new Uri(_server.Root, "/feed").AbsoluteUri, "--archive", "a.db", "--once", "--delay", "0", .. more]);

    /// <summary>As if the time between two looks had passed.</summary>
    private void Due()
    {
        using Archive.ArchiveFile file = Archive.ArchiveFile.Open(Path.Combine(_folder.FullName, "a.db"));
        using var book = new Archive.Feeds.FeedBook(file);
        book.Set(book.Get(new Uri(_server.Root, "/feed").AbsoluteUri) with { Next = DateTimeOffset.UnixEpoch });
    }
}
