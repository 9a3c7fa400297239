using System.Text;
using System.Text.Unicode;
using Entente.Reading.Articles;
using Entente.Reading.Html;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Reading;

/// <summary>Articles out of files, folders and standard input, whatever their format.</summary>
/// <remarks>
/// Text (.txt, .text), pages (.html, .htm, .xhtml) and JSON Lines (.jsonl, .ndjson); a file of another name is judged by its first
/// character. A folder gives its files of these names, subfolders included, in ordinal order of their paths; others in it are not articles.
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

    private enum Kind
    {
        Text,
        Page,
        JsonLines,
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

    private IEnumerable<Document> ReadFolder(string folder)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var files = Directory.EnumerateFiles(folder, "*", options)
            .Select(file => (Path: file, Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => KindOfName(file.Name) is not null)
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            report(new(folder, 0, "ART007", "the folder holds no article", "articles are files named .txt, .html or .jsonl"));
        }

        return files.SelectMany(file => ReadFile(file.Path, Path.ChangeExtension(file.Name, null)));
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
            foreach (Document document in ReadStream(stream, path, id, KindOfName(path)))
            {
                yield return document;
            }
        }
    }

    private IEnumerable<Document> ReadStream(Stream stream, string file, string id, Kind? named)
    {
        if (named == Kind.JsonLines)
        {
            return ReadLines(stream, file);
        }

        if (named is null)
        {
            var (kind, whole) = Sniff(stream);
            if (kind == Kind.JsonLines)
            {
                return ReadLines(whole, file);
            }

            (named, stream) = (kind, whole);
        }

        return ReadArticle(stream, file, id, named.Value) is { } document ? [document] : [];
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

    private Document? ReadArticle(Stream stream, string file, string id, Kind kind)
    {
        byte[]? bytes = ReadAll(stream);
        if (bytes is null)
        {
            return Refuse(file, "ART006", "the file is longer than 64 MiB", "one article a file, or JSON Lines with one article a line");
        }

        Article article;
        if (kind == Kind.Page)
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

        if (string.IsNullOrWhiteSpace(article.Text))
        {
            return Refuse(file, "ART003", "no text was found in it", null);
        }

        if (DayOf(article, file) is not { } day)
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

    private DateOnly? DayOf(Article article, string file)
    {
        if (article.Date is { } written)
        {
            if (DateWords.TryRead(written, out DateOnly day))
            {
                return day;
            }

            Refuse(file, "ART005", $"its date is '{written}', which is no day", "write it YYYY-MM-DD");
            return null;
        }

        if (DateWords.TryReadFileName(Path.GetFileName(file), out DateOnly named))
        {
            return named;
        }

        if (Date is null)
        {
            Refuse(file, "ART002", "it does not say when it was published", "put a line 'Date: YYYY-MM-DD' at its head, or the day into its file name, or give --date YYYY-MM-DD");
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

    /// <summary>The format of a nameless stream by its first character, and the stream from its start again.</summary>
    private static (Kind Kind, Stream Whole) Sniff(Stream stream)
    {
        var head = new byte[512];
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> start = head.AsSpan(0, length);
        start = (start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart(" \t\r\n"u8);
        Kind kind = start.StartsWith("{"u8) ? Kind.JsonLines : start.StartsWith("<"u8) ? Kind.Page : Kind.Text;
        return (kind, new PrefixedStream(head.AsMemory(0, length), stream));
    }

    private static Kind? KindOfName(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" or ".text" => Kind.Text,
        ".html" or ".htm" or ".xhtml" => Kind.Page,
        ".jsonl" or ".ndjson" => Kind.JsonLines,
        _ => null,
    };
}
