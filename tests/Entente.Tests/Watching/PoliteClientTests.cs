using System.Text;
using Entente.Testing;
using Entente.Watching;

namespace Entente.Tests.Watching;

public sealed class PoliteClientTests : IDisposable
{
    private readonly JumpingClock _clock = new(new(2026, 5, 28, 12, 0, 0, TimeSpan.Zero));
    private readonly LoopbackServer _server;
    private readonly PoliteClient _client;

    public PoliteClientTests()
    {
        _server = new(_clock.GetUtcNow);
        _client = new(_clock, TimeSpan.FromSeconds(5));
    }

    public void Dispose()
    {
        _client.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task A_version_that_is_known_is_not_sent_again()
    {
        _server.Text("/feed", "words", etag: "\"v1\"", modified: "Thu, 28 May 2026 10:00:00 GMT");

        FetchAnswer first = await Get("/feed"), second = await Get("/feed", first.ETag, first.Modified);

        Assert.Equal((FetchOutcome.Fetched, "words", "\"v1\"", "Thu, 28 May 2026 10:00:00 GMT"), (first.Outcome, Encoding.UTF8.GetString(first.Content.Span), first.ETag, first.Modified));
        Assert.Equal(FetchOutcome.NotModified, second.Outcome);
        Assert.Equal(("\"v1\"", "Thu, 28 May 2026 10:00:00 GMT"), (_server.Asked[^1].IfNoneMatch, _server.Asked[^1].IfModifiedSince));
        Assert.All(_server.Asked, asked => Assert.StartsWith("entente/", asked.Agent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_requests_to_one_server_stand_apart_as_long_as_it_asks()
    {
        _server.Text("/robots.txt", "User-agent: *\nCrawl-delay: 12");
        _server.Text("/a", "a");
        _server.Text("/b", "b");

        await Get("/a");
        await Get("/b");

        TimeSpan[] pauses = [.. _server.Asked.Zip(_server.Asked.Skip(1), (one, next) => next.At - one.At)];
        Assert.Equal(["/robots.txt", "/a", "/b"], _server.Asked.Select(asked => asked.Path));
        Assert.True(pauses[0] >= TimeSpan.FromSeconds(5) && pauses[1] >= TimeSpan.FromSeconds(12), string.Join(' ', pauses));
    }

    [Fact]
    public async Task What_robots_txt_refuses_is_not_asked_for()
    {
        _server.Text("/robots.txt", "User-agent: other\nDisallow: /\n\nUser-agent: Entente\nDisallow: /private\nAllow: /private/open");
        _server.Text("/private/open.rss", "yes");

        FetchAnswer refused = await Get("/private/feed"), open = await Get("/private/open.rss");

        Assert.Equal((FetchOutcome.Refused, FetchOutcome.Fetched), (refused.Outcome, open.Outcome));
        Assert.DoesNotContain(_server.Asked, asked => asked.Path == "/private/feed");
    }

    [Fact]
    public async Task A_server_that_cannot_say_what_it_allows_is_left_alone_and_asked_again()
    {
        _server.Status("/robots.txt", 503);
        _server.Text("/feed", "words");

        Assert.Equal(FetchOutcome.Refused, (await Get("/feed")).Outcome);
        _server.Status("/robots.txt", 404);

        Assert.Equal(FetchOutcome.Fetched, (await Get("/feed")).Outcome);
    }

    [Fact]
    public async Task Robots_txt_is_read_once_a_day()
    {
        _server.Text("/feed", "words");

        await Get("/feed");
        await Get("/feed");
        _clock.Advance(TimeSpan.FromHours(25));
        await Get("/feed");

        Assert.Equal(2, _server.Asked.Count(asked => asked.Path == "/robots.txt"));
    }

    [Fact]
    public async Task Redirects_are_followed_and_do_not_go_on_for_ever()
    {
        _server.Status("/old", 301, ("Location", "/new"));
        _server.Text("/new", "words");
        _server.Status("/round", 302, ("Location", "/round"));

        Assert.Equal("words", Encoding.UTF8.GetString((await Get("/old")).Content.Span));
        Assert.Equal(FetchOutcome.Failed, (await Get("/round")).Outcome);
    }

    [Fact]
    public async Task An_error_tells_when_to_come_back()
    {
        _server.Status("/feed", 503, ("Retry-After", "7200"));

        FetchAnswer answer = await Get("/feed");

        Assert.Equal((FetchOutcome.Failed, "503", TimeSpan.FromHours(2)), (answer.Outcome, answer.Words, answer.RetryAfter));
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails_in_words()
    {
        Uri gone;
        using (var server = new LoopbackServer())
        {
            gone = new(server.Root, "/feed");
        }

        FetchAnswer answer = await _client.GetAsync(gone, null, null, CancellationToken.None);

        Assert.True(answer.Outcome is FetchOutcome.Failed or FetchOutcome.Refused, answer.Words);
    }

    [Theory]
    [InlineData("Disallow: /a", "/a/b", false)]
    [InlineData("Disallow: /a", "/b/a", true)]
    [InlineData("Disallow:", "/a", true)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/x/y.pdf?q", true)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Disallow: /a*c", "/abbc/d", false)]
    [InlineData("disallow : /A # words", "/A", false)]
    public void Rules_of_robots_txt_fit_paths(string rules, string path, bool allowed) =>
        Assert.Equal(allowed, RobotRules.Parse("User-agent: *\n" + rules, "entente").Allows(new("https://example.org" + path)));

    private Task<FetchAnswer> Get(string path, string? etag = null, string? modified = null) => _client.GetAsync(new(_server.Root, path), etag, modified, CancellationToken.None);
}
