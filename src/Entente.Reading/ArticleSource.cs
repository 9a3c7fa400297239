using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using System.Xml;
using Entente.Reading.Articles;
using Entente.Reading.Feeds;
using Entente.Reading.Html;
using Entente.Reading.JsonLines;
using Entente.Reading.Warc;
using Entente.Records;

namespace Entente.Reading;

/// <summary>Articles out of files, folders and standard input, whatever their format.</summary>
/// <remarks>
/// Text (.txt, .text), pages (.html, .htm, .xhtml), JSON Lines (.jsonl, .ndjson), feeds (.rss, .atom), crawls (.warc), each also as .gz, and zip files of them; a file of
/// another name is judged by its first bytes. A folder gives its files of these names, subfolders included, in ordinal order of their paths; others in it are not articles.
/// The day of an article comes from its own metadata or the <c>Date:</c> line at its head, else from a YYYY-MM-DD in its file
/// name, else from what the user said; never from the file's time, because who somebody is depends on the day.
/// </remarks>
/// <param name="report">Receives each file or line that was passed over.</param>
public sealed class ArticleSource(Action<Diagnostic> report)
{
    private const long LongestFile = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The day of articles that bear none; null refuses them.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Fetches what an address on the web names; null refuses addresses: nothing leaves the machine.</summary>
    public Func<Uri, Stream?>? Fetch { get; init; }

    /// <summary>Whether a path is a folder, or a file whose name tells of articles in another format than JSON Lines.</summary>
    /// <param name="path">As the user named it.</param>
    public static bool IsOfArticles(string path) => Directory.Exists(path) || (File.Exists(path) && ArticleKinds.OfName(path) is not (null or ArticleKind.JsonLines));

    /// <summary>The files with articles in a folder and its subfolders: paths below it, parted by <c>/</c>, in the order in which they are read.</summary>
    /// <param name="folder">A folder that is there.</param>
    public static IReadOnlyList<string> FilesOf(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return [.. Directory.EnumerateFiles(folder, "*", options).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Where(ArticleKinds.IsArticle).Order(StringComparer.Ordinal)];
    }

    /// <summary>The articles of all inputs, in the order given; at most one is in memory.</summary>
    /// <param name="inputs">Files and folders as the user named them; <c>-</c> is standard input.</param>
    /// <param name="standardInput">Read where an input is <c>-</c>.</param>
    public IEnumerable<Document> Read(IReadOnlyList<string> inputs, Stream standardInput)
    {
        foreach (string input in inputs)
        {
            foreach (Document document in input == "-" ? ReadStream(standardInput, "-", "stdin", null) : ReadPath(input))
            {
                yield return document;
            }
        }
    }

    private IEnumerable<Document> ReadPath(string path)
    {
        if (Uri.TryCreate(path, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https")
        {
            return ReadAddress(address);
        }

        if (File.Exists(path))
        {
            return ReadFile(path, Path.GetFileNameWithoutExtension(path));
        }

        if (Directory.Exists(path))
        {
            return ReadFolder(path);
        }

        report(new(path, 0, "ART001", "there is no such file or folder"));
        return [];
    }

    private IEnumerable<Document> ReadAddress(Uri address)
    {
        if (Fetch is null)
        {
            report(new(address.OriginalString, 0, "ART001", "addresses on the web are not read here", "'entente add' and 'entente watch' read them"));
            yield break;
        }

        using Stream? stream = Fetch(address);
        if (stream is null)
        {
            yield break;
        }

        foreach (Document document in ReadStream(stream, address.OriginalString, address.AbsoluteUri, null))
        {
            yield return document.Url is null ? document with { Url = address.AbsoluteUri } : document;
        }
    }

    private IEnumerable<Document> ReadFolder(string folder)
    {
        IReadOnlyList<string> files = FilesOf(folder);
        if (files.Count == 0)
        {
            report(new(folder, 0, "ART007", "the folder holds no article", "articles are files named .txt, .html, .jsonl, .rss, .atom or .warc, also as .gz, and .zip"));
        }

        return files.SelectMany(file => ReadFile(Path.Join(folder, file), Path.ChangeExtension(file, null)));
    }

    private IEnumerable<Document> ReadFile(string path, string id)
    {
        FileStream stream;
        try
        {
            stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            report(new(path, 0, "ART001", $"the file cannot be read: {problem.Message}"));
            yield break;
        }

        using (stream)
        {
            foreach (Document document in ReadStream(stream, path, id, ArticleKinds.OfName(path)))
            {
                yield return document;
            }
        }
    }

    private IEnumerable<Document> ReadStream(Stream stream, string file, string id, ArticleKind? named)
    {
        (ArticleKind kind, Stream whole) = named is { } known ? (known, stream) : Sniff(stream);
        return kind switch
        {
            ArticleKind.JsonLines => ReadLines(whole, file),
            ArticleKind.Feed => ReadFeed(whole, file, id),
            ArticleKind.Warc => Guarded(ReadWarc(whole, file), file),
            ArticleKind.Gzip => Guarded(ReadGzip(whole, file, id), file),
            ArticleKind.Zip => Guarded(ReadZip(whole, file), file),
            _ => ReadArticle(whole, file, id, kind) is { } document ? [document] : [],
        };
    }

    private IEnumerable<Document> ReadGzip(Stream stream, string file, string id)
    {
        using var unpacked = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
        string name = file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file;
        ArticleKind? within = name.Length == file.Length ? null : ArticleKinds.OfName(name);
        string inner = within is null || name.Length == file.Length ? id : Path.ChangeExtension(id, null)!;
        foreach (Document document in ReadStream(unpacked, file, inner, within))
        {
            yield return document;
        }
    }

    /// <summary>The files in a zip file, in ordinal order of their names; those whose name tells no article are none.</summary>
    private IEnumerable<Document> ReadZip(Stream stream, string file)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        int found = 0;
        foreach (ZipArchiveEntry entry in zip.Entries.Where(entry => ArticleKinds.IsArticle(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            found++;
            using Stream within = entry.Open();
            foreach (Document document in ReadStream(within, $"{file}/{entry.FullName}", Path.ChangeExtension(entry.FullName, null), ArticleKinds.OfName(entry.FullName)))
            {
                yield return document;
            }
        }

        if (found == 0)
        {
            report(new(file, 0, "ART007", "the zip file holds no article", "articles are files named .txt, .html, .jsonl, .rss, .atom or .warc, also as .gz"));
        }
    }

    private IEnumerable<Document> ReadFeed(Stream stream, string file, string id)
    {
        IReadOnlyList<FeedItem> items;
        try
        {
            items = FeedReader.Read(stream);
        }
        catch (Exception problem) when (problem is XmlException or FormatException)
        {
            report(new(file, 0, "ART008", $"the feed cannot be read: {problem.Message}", "RSS 0.9x to 2.0 and Atom are read"));
            yield break;
        }

        int number = 0;
        foreach (FeedItem item in items)
        {
            string name = item.Id.Length > 0 ? item.Id : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}#{++number}");
            if (!_ids.Contains(name) && Accept(item.Article, $"{file}: {name}", name, file) is { } document)
            {
                yield return document;
            }
        }
    }

    private IEnumerable<Document> ReadWarc(Stream stream, string file)
    {
        using var buffered = new BufferedStream(stream, 1 << 16);
        var reader = new WarcReader(buffered);
        while (reader.Next() is { } page)
        {
            string place = $"{file}: {page.Url}";
            if (!page.IsPage && !Utf8.IsValid(page.Content))
            {
                Refuse(place, "ART004", "the text is not valid UTF-8", null);
                continue;
            }

            Article article = page.IsPage ? HtmlArticle.Parse(new MemoryStream(page.Content, writable: false)) : new(Strict.GetString(page.Content));
            if (Accept(article with { Url = article.Url ?? page.Url }, place, page.Url, "") is { } document)
            {
                yield return document;
            }
        }
    }

    /// <summary>Gives out what comes before the place where a file is damaged.</summary>
    private IEnumerable<Document> Guarded(IEnumerable<Document> documents, string file)
    {
        using IEnumerator<Document> reading = documents.GetEnumerator();
        while (true)
        {
            try
            {
                if (!reading.MoveNext())
                {
                    yield break;
                }
            }
            catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
            {
                report(new(file, 0, "ART009", $"the file is damaged or cut short: {problem.Message}", "fetch it again; what stands before that place was read"));
                yield break;
            }

            yield return reading.Current;
        }
    }

    private IEnumerable<Document> ReadLines(Stream stream, string file)
    {
        var reader = new TextRecordReader(file, report) { NeedsDate = Date is null };
        foreach (TextRecord record in reader.Read(stream))
        {
            if (_ids.Add(record.Id))
            {
                yield return record.ToDocument(record.Date ?? Date!.Value);
            }
            else
            {
                report(new(file, 0, "DOC004", $"the id '{record.Id}' stood in an input before", "ids name one text each"));
            }
        }
    }

    private Document? ReadArticle(Stream stream, string file, string id, ArticleKind kind)
    {
        byte[]? bytes = ReadAll(stream);
        if (bytes is null)
        {
            return Refuse(file, "ART006", "the file is longer than 64 MiB", "one article a file, or JSON Lines with one article a line");
        }

        Article article;
        if (kind == ArticleKind.Page)
        {
            article = HtmlArticle.Parse(new MemoryStream(bytes, writable: false));
        }
        else
        {
            ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
            if (!Utf8.IsValid(content))
            {
                return Refuse(file, "ART004", "the file is not valid UTF-8", "convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8");
            }

            article = TextArticle.Parse(Strict.GetString(content));
        }

        return Accept(article, file, id, file);
    }

    /// <summary>The document of an article that has words and a day; else the reason why not is reported.</summary>
    /// <param name="article">What the file says.</param>
    /// <param name="place">For the report.</param>
    /// <param name="id">The id it asks for.</param>
    /// <param name="file">The name that may hold its day.</param>
    private Document? Accept(Article article, string place, string id, string file)
    {
        if (string.IsNullOrWhiteSpace(article.Text))
        {
            return Refuse(place, "ART003", "no text was found in it", null);
        }

        if (DayOf(article, place, file) is not { } day)
        {
            return null;
        }

        string unique = id;
        for (int n = 2; !_ids.Add(unique); n++)
        {
            unique = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}#{n}");
        }

        return new(unique, day, article.Text)
        {
            Title = article.Title,
            Publisher = article.Publisher,
            Author = article.Author,
            Url = article.Url,
            Language = article.Language,
        };
    }

    private DateOnly? DayOf(Article article, string place, string file)
    {
        if (article.Date is { } written)
        {
            if (DateWords.TryRead(written, out DateOnly day))
            {
                return day;
            }

            Refuse(place, "ART005", $"its date is '{written}', which is no day of the years 1000 to 2999", "write it YYYY-MM-DD");
            return null;
        }

        if (DateWords.TryReadFileName(Path.GetFileName(file), out DateOnly named))
        {
            return named;
        }

        if (Date is null)
        {
            Refuse(place, "ART002", "it does not say when it was published", "put a line 'Date: YYYY-MM-DD' at its head, or the day into its file name, or give --date YYYY-MM-DD");
        }

        return Date;
    }

    private Document? Refuse(string file, string code, string message, string? help)
    {
        report(new(file, 0, code, message, help));
        return null;
    }

    /// <summary>All bytes of a stream; null where there are more than an article can have.</summary>
    private static byte[]? ReadAll(Stream stream)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > LongestFile)
            {
                return null;
            }
        }

        return kept.ToArray();
    }

    /// <summary>The format of a nameless stream by its first bytes, and the stream from its start again.</summary>
    private static (ArticleKind Kind, Stream Whole) Sniff(Stream stream)
    {
        var head = new byte[ArticleKinds.HeadLength];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return (ArticleKinds.OfContent(head.AsSpan(0, length)), new PrefixedStream(head.AsMemory(0, length), stream));
    }
}
