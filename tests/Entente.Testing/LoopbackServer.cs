using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Entente.Testing;

/// <summary>A web server on this machine that answers as a test tells it, and remembers what it was asked.</summary>
public sealed class LoopbackServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Path, DateTimeOffset At, string? IfNoneMatch, string? IfModifiedSince, string? Agent)> _asked = new();
    private readonly Func<DateTimeOffset> _now;

    /// <param name="now">Tells when a request came; null for the machine's clock.</param>
    public LoopbackServer(Func<DateTimeOffset>? now = null)
    {
        _now = now ?? (() => DateTimeOffset.UtcNow);
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Root = new($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
        }

        _listener.Prefixes.Add(Root.AbsoluteUri);
        _listener.Start();
        _ = Task.Run(Serve);
    }

    /// <summary>Its address.</summary>
    public Uri Root { get; }

    /// <summary>How it answers a path; 404 where nothing is set.</summary>
    public ConcurrentDictionary<string, Action<HttpListenerContext>> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>What it was asked, in order.</summary>
    public IReadOnlyList<(string Path, DateTimeOffset At, string? IfNoneMatch, string? IfModifiedSince, string? Agent)> Asked => [.. _asked];

    /// <summary>Answers a path with a text.</summary>
    public void Text(string path, string content, string type = "text/plain; charset=utf-8", string? etag = null, string? modified = null) => Answers[path] = context =>
    {
        if ((etag is not null && context.Request.Headers["If-None-Match"] == etag) || (modified is not null && context.Request.Headers["If-Modified-Since"] == modified))
        {
            context.Response.StatusCode = 304;
            return;
        }

        context.Response.ContentType = type;
        if (etag is not null)
        {
            context.Response.Headers["ETag"] = etag;
        }

        if (modified is not null)
        {
            context.Response.Headers["Last-Modified"] = modified;
        }

        context.Response.OutputStream.Write(System.Text.Encoding.UTF8.GetBytes(content));
    };

    /// <summary>Answers a path with a status.</summary>
    public void Status(string path, int status, params (string Name, string Value)[] headers) => Answers[path] = context =>
    {
        context.Response.StatusCode = status;
        foreach ((string name, string value) in headers)
        {
            context.Response.Headers[name] = value;
        }
    };

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private void Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = _listener.GetContext();
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            string path = context.Request.Url!.PathAndQuery;
            _asked.Enqueue((path, _now(), context.Request.Headers["If-None-Match"], context.Request.Headers["If-Modified-Since"], context.Request.UserAgent));
            if (Answers.TryGetValue(path, out Action<HttpListenerContext>? answer))
            {
                answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            context.Response.Close();
        }
    }
}
