using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Entente.Watching;

/// <summary>Asks web servers for what the user named: one request at a time to a host, with a pause between two, as robots.txt allows, and only for what changed.</summary>
/// <remarks>Redirects are followed, each by the same rules. Not for several threads.</remarks>
public sealed class PoliteClient : IDisposable
{
    /// <summary>What it calls itself, in robots.txt too.</summary>
    public const string Agent = "entente";

    private const int MostRedirects = 5;
    private const int MostBytes = 32 * 1024 * 1024;

    private static readonly TimeSpan RobotsKept = TimeSpan.FromHours(24);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _delay;
    private readonly Dictionary<string, (RobotRules Rules, DateTimeOffset Read)> _robots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _next = new(StringComparer.Ordinal);

    /// <param name="clock">Tells and waits.</param>
    /// <param name="delay">The least pause between two requests to a host; a server may ask for more.</param>
    public PoliteClient(TimeProvider clock, TimeSpan delay)
    {
        (_clock, _delay) = (clock, delay);
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.All, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(15) }) { Timeout = TimeSpan.FromSeconds(60) };
        _http.DefaultRequestHeaders.UserAgent.Add(new(Agent, "0.1"));
    }

    /// <summary>Asks for an address.</summary>
    /// <param name="address">http or https.</param>
    /// <param name="etag">The version known; null for none.</param>
    /// <param name="modified">When the version known was changed, as the server wrote it; null for none.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OperationCanceledException">It was told to stop.</exception>
    public async Task<FetchAnswer> GetAsync(Uri address, string? etag, string? modified, CancellationToken stop)
    {
        Uri at = address;
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!(await RulesOf(at, stop)).Allows(at))
            {
                return new(FetchOutcome.Refused, $"robots.txt of {at.Host} asks programs not to read it");
            }

            using HttpResponseMessage? response = await Send(at, etag, modified, stop);
            if (response is null)
            {
                return new(FetchOutcome.Failed, $"{at.Host} does not answer");
            }

            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                at = new(at, location);
                if (at.Scheme is not ("http" or "https"))
                {
                    return new(FetchOutcome.Failed, $"it leads to {at.Scheme}:");
                }

                continue;
            }

            return await Answer(response, stop);
        }

        return new(FetchOutcome.Failed, "it leads from one address to the next without end");
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<FetchAnswer> Answer(HttpResponseMessage response, CancellationToken stop)
    {
        string words = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        if (response.StatusCode == HttpStatusCode.NotModified)
        {
            return new(FetchOutcome.NotModified, words);
        }

        if (!response.IsSuccessStatusCode)
        {
            return new(FetchOutcome.Failed, words) { RetryAfter = Wait(response) };
        }

        byte[]? content = await Body(response, stop);
        return content is null
            ? new(FetchOutcome.Failed, "it broke off, or is longer than 32 MiB")
            : new(FetchOutcome.Fetched, words)
            {
                Content = content,
                ETag = response.Headers.ETag?.ToString(),
                Modified = response.Content.Headers.TryGetValues("Last-Modified", out IEnumerable<string>? values) ? values.FirstOrDefault() : null,
            };
    }

    private static TimeSpan? Wait(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } when response.Headers.Date is { } now && date > now => date - now,
        _ => null,
    };

    private static async Task<byte[]?> Body(HttpResponseMessage response, CancellationToken stop)
    {
        try
        {
            using Stream stream = await response.Content.ReadAsStreamAsync(stop);
            using var kept = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = await stream.ReadAsync(buffer, stop)) > 0;)
            {
                kept.Write(buffer, 0, read);
                if (kept.Length > MostBytes)
                {
                    return null;
                }
            }

            return kept.ToArray();
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private async Task<HttpResponseMessage?> Send(Uri address, string? etag, string? modified, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (etag is not null && EntityTagHeaderValue.TryParse(etag, out EntityTagHeaderValue? tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        if (modified is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        await Pause(address, stop);
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !stop.IsCancellationRequested))
        {
            return null;
        }
        finally
        {
            TimeSpan pause = _robots.TryGetValue(address.Authority, out (RobotRules Rules, DateTimeOffset Read) known) && known.Rules.Delay > _delay ? known.Rules.Delay.Value : _delay;
            _next[address.Authority] = _clock.GetUtcNow() + pause;
        }
    }

    private async Task Pause(Uri address, CancellationToken stop)
    {
        if (_next.TryGetValue(address.Authority, out DateTimeOffset next) && next - _clock.GetUtcNow() is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, _clock, stop);
        }
    }

    /// <summary>The rules of a server: those of its robots.txt; all is allowed where it has none, nothing where it cannot say.</summary>
    private async Task<RobotRules> RulesOf(Uri address, CancellationToken stop)
    {
        if (_robots.TryGetValue(address.Authority, out (RobotRules Rules, DateTimeOffset Read) known) && _clock.GetUtcNow() - known.Read < RobotsKept)
        {
            return known.Rules;
        }

        RobotRules rules = await ReadRules(new(address, "/robots.txt"), stop);
        if (!ReferenceEquals(rules, RobotRules.RefuseAll))
        {
            _robots[address.Authority] = (rules, _clock.GetUtcNow());
        }

        return rules;
    }

    private async Task<RobotRules> ReadRules(Uri robots, CancellationToken stop)
    {
        for (int redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using HttpResponseMessage? response = await Send(robots, null, null, stop);
            if (response is null || (int)response.StatusCode >= 500)
            {
                return RobotRules.RefuseAll;
            }

            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location)
            {
                robots = new(robots, location);
                continue;
            }

            return response.IsSuccessStatusCode && await Body(response, stop) is { } content ? RobotRules.Parse(Encoding.UTF8.GetString(content), Agent) : RobotRules.AllowAll;
        }

        return RobotRules.AllowAll;
    }
}
