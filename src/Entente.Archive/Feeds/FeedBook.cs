using Entente.Archive.Sqlite;

namespace Entente.Archive.Feeds;

/// <summary>Keeps what is known about watched feeds in the archive, so that a restart asks for nothing twice.</summary>
public sealed class FeedBook : IDisposable
{
    private readonly Statement _get;
    private readonly Statement _set;

    /// <param name="archive">The archive; the caller disposes it after this.</param>
    public FeedBook(ArchiveFile archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        _get = archive.Database.Prepare("SELECT etag, modified, failures, last, next, answer FROM feed WHERE url = ?");
        _set = archive.Database.Prepare("INSERT OR REPLACE INTO feed(url, etag, modified, failures, last, next, answer) VALUES (?,?,?,?,?,?,?)");
    }

    /// <summary>What is known about a feed; one that is unknown is due at once.</summary>
    public FeedState Get(string url)
    {
        _get.Bind(url);
        FeedState state = !_get.Step() ? new(url) : new(url)
        {
            ETag = _get.Text(0),
            Modified = _get.Text(1),
            Failures = _get.Int(2),
            Last = _get.IsNull(3) ? null : DateTimeOffset.FromUnixTimeSeconds(_get.Long(3)),
            Next = DateTimeOffset.FromUnixTimeSeconds(_get.Long(4)),
            Answer = _get.Text(5),
        };
        _get.Reset();
        return state;
    }

    /// <summary>Keeps what is known.</summary>
    public void Set(FeedState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _set.Bind(state.Url).Bind(state.ETag).Bind(state.Modified).Bind((long)state.Failures).Bind(state.Last?.ToUnixTimeSeconds()).Bind(state.Next.ToUnixTimeSeconds()).Bind(state.Answer).Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _get.Dispose();
        _set.Dispose();
    }
}
