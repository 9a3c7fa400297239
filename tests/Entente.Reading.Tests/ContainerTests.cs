using System.IO.Compression;
using System.Text;
using Entente.Records;

namespace Entente.Reading.Tests;

public sealed class ContainerTests : IDisposable
{
    private const string Rss = """
        <?xml version="1.0"?>
        <!DOCTYPE rss SYSTEM "http://127.0.0.1:1/never-fetched.dtd">
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Agency &amp; Co</title><language>en</language>
        <item><title>Ministers &lt;b&gt;meet&lt;/b&gt;</title><media:title>Other title</media:title><link>https://example.org/1</link><guid>g1</guid><pubDate>Wed, 27 May 2026 23:30:00 -0500</pubDate><dc:creator>Staff</dc:creator>
          <description>Short.</description><content:encoded><![CDATA[<p>Russia met Iran.</p><p>They agreed to meet again &amp; parted.</p>]]></content:encoded></item>
        <item><title>No day</title><link>https://example.org/2</link><description>Words.</description></item>
        <item><title>No words</title><link>https://example.org/3</link><pubDate>Wed, 27 May 2026 10:00:00 GMT</pubDate></item>
        <item><title>By its guid</title><guid isPermaLink="true">https://example.org/4</guid><pubDate>2026-05-28</pubDate><description>More words.</description></item>
        </channel></rss>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-reading-");

    private readonly List<Diagnostic> _problems = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("feed.rss")]
    [InlineData("feed.xml")]
    public void The_items_of_a_feed_are_articles(string name)
    {
        Document[] documents = Read(Write(name, Encoding.UTF8.GetBytes(Rss)));

        Assert.Equal(["https://example.org/1", "https://example.org/4"], documents.Select(document => document.Id));
        Document first = documents[0];
        Assert.Equal("Russia met Iran.\n\nThey agreed to meet again & parted.", first.Text);
        Assert.Equal(("Ministers meet", "Agency & Co", "Staff", "https://example.org/1", "en", new DateOnly(2026, 5, 27)), (first.Title, first.Publisher, first.Author, first.Url, first.Language, first.Date));
        Assert.Equal(["ART002", "ART003"], _problems.Select(problem => problem.Code));
        Assert.Contains("https://example.org/2", _problems[0].File, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Atom_entry_is_an_article()
    {
        const string atom = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="text">Agency</title>
            <entry><id>tag:example.org,2026:1</id><title type="html">One &amp;amp; two</title><link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/>
              <published>2026-05-27T22:00:00Z</published><updated>2026-06-01T00:00:00Z</updated><author><name>Staff</name></author>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Russia met <em>Iran</em>.</p><p>Twice.</p></div></content></entry>
            <entry><id>tag:example.org,2026:2</id><title>Two</title><updated>2026-06-01T00:00:00Z</updated><summary>Plain words.</summary></entry></feed>
            """;

        Document[] documents = Read(Write("a.atom", Encoding.UTF8.GetBytes(atom)));

        Assert.Equal(["https://example.org/1", "tag:example.org,2026:2"], documents.Select(document => document.Id));
        Assert.Equal(("Russia met Iran.\n\nTwice.", "One & two", new DateOnly(2026, 5, 27), "Agency"), (documents[0].Text, documents[0].Title, documents[0].Date, documents[0].Publisher));
        Assert.Equal(("Plain words.", new DateOnly(2026, 6, 1), (string?)null), (documents[1].Text, documents[1].Date, documents[1].Url));
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_feed_that_is_none_is_reported()
    {
        Assert.Empty(Read(Write("a.rss", "<rss><channel><item></rss>"u8.ToArray()), Write("b.atom", "<html/>"u8.ToArray())));

        Assert.Equal(["ART008", "ART008"], _problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Compressed_files_are_read_as_what_is_within()
    {
        byte[] line = "{\"id\":\"x\",\"date\":\"2026-05-27\",\"text\":\"Words.\"}\n"u8.ToArray();
        string gzip = Write("lines.jsonl.gz", Gzip(line)), plain = Write("unnamed", Gzip("Date: 2026-05-28\n\nOther words."u8.ToArray()));
        string zip = Zip(("b/2.txt", "Date: 2026-05-29\n\nSecond."), ("a/1.txt", "Date: 2026-05-28\n\nFirst."), ("readme.md", "none"), ("c.txt", "no day"));

        Document[] documents = Read(gzip, plain, zip);

        Assert.Equal(["x", "unnamed", "a/1", "b/2"], documents.Select(document => document.Id));
        Assert.Equal(["Words.", "Other words.", "First.", "Second."], documents.Select(document => document.Text));
        Assert.Equal(("ART002", zip + "/c.txt"), (Assert.Single(_problems).Code, _problems[0].File));
    }

    [Fact]
    public void A_folder_gives_what_is_in_its_compressed_files_too()
    {
        Write("a.txt.gz", Gzip("Date: 2026-05-28\n\nFirst."u8.ToArray()));
        Write("data.bin.gz", Gzip([1, 2, 3]));

        Assert.Equal("First.", Assert.Single(Read(_folder.FullName)).Text);
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.zip")]
    public void A_damaged_file_is_reported_and_the_next_is_read(string name)
    {
        byte[] packed = Gzip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"id\":\"{i * 7919 % 5003}\",\"date\":\"2026-05-27\",\"text\":\"Words {i * 31337}.\"}}\n"))));
        packed.AsSpan(packed.Length / 2, 40).Fill(0xAA);
        string bad = Write(name, packed), good = Write("b.txt", "Date: 2026-05-28\n\nFirst."u8.ToArray());

        Document[] documents = Read(bad, good);

        Assert.Equal("First.", documents[^1].Text);
        Assert.Contains(_problems, problem => problem.File == bad && problem.Code is "ART009");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_crawl_gives_its_pages(bool packed)
    {
        const string page = "<html><head><title>T</title><meta property=\"article:published_time\" content=\"2026-05-27T10:00:00Z\"></head><body><p>Russia met Iran in Moscow on Tuesday, the ministry said.</p></body></html>";
        byte[] file = [
            .. Record("warcinfo", "application/warc-fields", "software: x"u8.ToArray(), packed),
            .. Record("response", "application/http; msgtype=response", Response("text/html; charset=utf-8", "", Encoding.UTF8.GetBytes(page)), packed),
            .. Record("response", "application/http; msgtype=response", Response("image/png", "", [1, 2, 3]), packed),
            .. Record("response", "application/http; msgtype=response", Response("text/html", "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n", Chunk(Gzip(Encoding.UTF8.GetBytes(page)))), packed),
        ];

        Document[] documents = Read(Write(packed ? "c.warc.gz" : "c.warc", file));

        Assert.Equal(2, documents.Length);
        Assert.All(documents, document => Assert.Equal("Russia met Iran in Moscow on Tuesday, the ministry said.", document.Text));
        Assert.Equal("https://example.org/page", documents[0].Url);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_crawl_that_is_cut_short_is_reported()
    {
        byte[] whole = Record("response", "application/http", Response("text/plain", "", new byte[1000]), false);

        Assert.Empty(Read(Write("c.warc", whole[..^500])));

        Assert.Equal("ART009", Assert.Single(_problems).Code);
    }

    [Fact]
    public void An_address_is_not_fetched_unless_somebody_fetches()
    {
        Assert.Empty(Read("https://example.org/feed"));
        Assert.Equal("ART001", Assert.Single(_problems).Code);

        var source = new ArticleSource(_problems.Add) { Fetch = address => new MemoryStream(Encoding.UTF8.GetBytes(Rss)) };

        Assert.Equal(2, source.Read(["https://example.org/feed"], Stream.Null).Count());
    }

    private static byte[] Record(string type, string content, byte[] block, bool packed)
    {
        byte[] record = [.. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: <https://example.org/page>\r\nContent-Type: {content}\r\nContent-Length: {block.Length}\r\n\r\n"), .. block, .. "\r\n\r\n"u8];
        return packed ? Gzip(record) : record;
    }

    private static byte[] Response(string type, string fields, byte[] body) => [.. Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{fields}\r\n"), .. body];

    private static byte[] Chunk(byte[] body) =>
    [
        .. Encoding.ASCII.GetBytes($"{10:x}\r\n"), .. body[..10], .. "\r\n"u8, .. Encoding.ASCII.GetBytes($"{body.Length - 10:X};x=y\r\n"), .. body[10..], .. "\r\n0\r\n\r\n"u8,
    ];

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }

    private string Zip(params (string Name, string Content)[] entries)
    {
        string path = Path.Combine(_folder.FullName, "z.zip");
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, string content) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }

        return path;
    }

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private Document[] Read(params string[] inputs) => [.. new ArticleSource(_problems.Add).Read(inputs, Stream.Null)];
}
