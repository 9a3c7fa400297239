namespace Entente.Reading;

/// <summary>How a file holds articles.</summary>
internal enum ArticleKind
{
    Text,
    Page,
    JsonLines,

    /// <summary>RSS or Atom.</summary>
    Feed,

    /// <summary>A crawl's file: responses of web servers.</summary>
    Warc,

    Gzip,
    Zip,
}

/// <summary>Which kind a file is, by its name or its first bytes.</summary>
internal static class ArticleKinds
{
    /// <summary>How many bytes a judgement by content needs.</summary>
    public const int HeadLength = 1024;

    /// <summary>The kind of a name; null for one that says nothing.</summary>
    public static ArticleKind? OfName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" => ArticleKind.Text,
        ".html" or ".htm" or ".xhtml" => ArticleKind.Page,
        ".jsonl" or ".ndjson" => ArticleKind.JsonLines,
        ".rss" or ".atom" => ArticleKind.Feed,
        ".warc" => ArticleKind.Warc,
        ".gz" => ArticleKind.Gzip,
        ".zip" => ArticleKind.Zip,
        _ => null,
    };

    /// <summary>Whether a file in a folder is taken for one with articles: a compressed one only by the name within.</summary>
    public static bool IsArticle(string name) => OfName(name) switch
    {
        null => false,
        ArticleKind.Gzip => OfName(Path.GetFileNameWithoutExtension(name)) is not null,
        _ => true,
    };

    /// <summary>The kind of a stream by its first bytes.</summary>
    public static ArticleKind OfContent(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith([(byte)0x1F, (byte)0x8B]))
        {
            return ArticleKind.Gzip;
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return ArticleKind.Zip;
        }

        if (head.StartsWith("WARC/"u8))
        {
            return ArticleKind.Warc;
        }

        ReadOnlySpan<byte> start = (head.StartsWith("\uFEFF"u8) ? head[3..] : head).TrimStart(" \t\r\n"u8);
        return start.StartsWith("{"u8) ? ArticleKind.JsonLines
            : IsFeed(start) ? ArticleKind.Feed
            : start.StartsWith("<"u8) ? ArticleKind.Page
            : ArticleKind.Text;
    }

    private static bool IsFeed(ReadOnlySpan<byte> start) =>
        start.StartsWith("<"u8) && (start.IndexOf("<rss"u8) >= 0 || start.IndexOf("<feed"u8) >= 0 || start.IndexOf("<rdf:RDF"u8) >= 0);
}
