using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Entente.Reading.Warc;

/// <summary>A record of a crawl's file that holds a page or a text.</summary>
/// <param name="Url">Where it was fetched from.</param>
/// <param name="IsPage">HTML; else plain text.</param>
/// <param name="Content">Its bytes, unpacked.</param>
internal sealed record WarcPage(string Url, bool IsPage, byte[] Content);

/// <summary>Reads WARC 1.0 and 1.1: web servers' responses that are pages, and conversions to plain text. Other records are passed over.</summary>
/// <remarks>Lazy; one record is in memory. The day of a crawl is not the day of an article, and is not taken for it.</remarks>
/// <param name="input">Buffered, for it is read byte by byte; the caller disposes it.</param>
internal sealed class WarcReader(BufferedStream input)
{
    private const int LongestLine = 64 * 1024;
    private const long LongestBlock = 64 * 1024 * 1024;

    /// <summary>The next page; null at the end.</summary>
    /// <exception cref="InvalidDataException">The file is no WARC file, or is cut short.</exception>
    public WarcPage? Next()
    {
        while (Head(input) is { } head)
        {
            if (!head.Start.StartsWith("WARC/", StringComparison.Ordinal))
            {
                throw new InvalidDataException($"a record starts '{head.Start}' in place of 'WARC/1.0'");
            }

            if (!long.TryParse(head.Of("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
            {
                throw new InvalidDataException("a record has no Content-Length");
            }

            WarcPage? page = null;
            if (length <= LongestBlock && head.Of("WARC-Type") is "response" or "conversion" or "resource")
            {
                byte[] block = new byte[length];
                input.ReadExactly(block);
                page = Page(head, block);
            }
            else
            {
                Skip(length);
            }

            if (page is not null)
            {
                return page;
            }
        }

        return null;
    }

    private static WarcPage? Page(Headers record, byte[] block)
    {
        string url = (record.Of("WARC-Target-URI") ?? "").Trim('<', '>');
        string type = record.Of("Content-Type") ?? "";
        if (!type.StartsWith("application/http", StringComparison.OrdinalIgnoreCase))
        {
            return OfType(url, type, block);
        }

        using var stream = new MemoryStream(block, writable: false);
        if (Head(stream) is not { } response || !response.Start.Contains(" 200", StringComparison.Ordinal))
        {
            return null;
        }

        byte[] body = block[(int)stream.Position..];
        if (response.Of("Transfer-Encoding") is { } transfer && transfer.Contains("chunked", StringComparison.OrdinalIgnoreCase))
        {
            body = Unchunk(body);
        }

        body = response.Of("Content-Encoding")?.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => Unpack(new GZipStream(new MemoryStream(body), CompressionMode.Decompress)),
            "br" => Unpack(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)),
            "deflate" => Unpack(new ZLibStream(new MemoryStream(body), CompressionMode.Decompress)),
            _ => body,
        };
        return OfType(url, response.Of("Content-Type") ?? "", body);
    }

    private static WarcPage? OfType(string url, string type, byte[] content) =>
        type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("application/xhtml", StringComparison.OrdinalIgnoreCase) ? new(url, true, content)
        : type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) ? new(url, false, content)
        : null;

    private static byte[] Unpack(Stream packed)
    {
        using (packed)
        {
            using var kept = new MemoryStream();
            var buffer = new byte[1 << 16];
            for (int read; (read = packed.Read(buffer)) > 0 && kept.Length <= LongestBlock;)
            {
                kept.Write(buffer, 0, read);
            }

            return kept.ToArray();
        }
    }

    /// <summary>Takes the lengths out of a chunked body; one that was stored without them stays as it is.</summary>
    private static byte[] Unchunk(byte[] body)
    {
        using var kept = new MemoryStream();
        int at = 0;
        while (at < body.Length)
        {
            int end = body.AsSpan(at).IndexOf("\r\n"u8);
            string size = end < 0 ? "" : Encoding.ASCII.GetString(body, at, end).Split(';')[0].Trim();
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0 || at + end + 2 + (long)length > body.Length)
            {
                return kept.Length == 0 ? body : kept.ToArray();
            }

            if (length == 0)
            {
                break;
            }

            kept.Write(body, at + end + 2, length);
            at += end + 2 + length + 2;
        }

        return kept.ToArray();
    }

    /// <summary>The first line and the fields up to the blank line; null at the end of the stream.</summary>
    private static Headers? Head(Stream stream)
    {
        string? start = Line(stream);
        while (start is { Length: 0 })
        {
            start = Line(stream);
        }

        if (start is null)
        {
            return null;
        }

        var headers = new Headers(start);
        while (Line(stream) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers.Add(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return headers;
    }

    private static string? Line(Stream stream)
    {
        var line = new List<byte>();
        for (int next; (next = stream.ReadByte()) >= 0;)
        {
            if (next == '\n')
            {
                return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
            }

            line.Add((byte)next);
            if (line.Count > LongestLine)
            {
                throw new InvalidDataException("a line of a record's head is longer than 64 KiB");
            }
        }

        return line.Count == 0 ? null : Encoding.UTF8.GetString(line.ToArray());
    }

    private void Skip(long length)
    {
        var buffer = new byte[1 << 16];
        while (length > 0)
        {
            int read = input.Read(buffer, 0, (int)Math.Min(buffer.Length, length));
            if (read == 0)
            {
                throw new InvalidDataException("the last record is cut short");
            }

            length -= read;
        }
    }

    private sealed class Headers(string start)
    {
        private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

        public string Start { get; } = start;

        public void Add(string name, string value) => _fields.TryAdd(name, value);

        public string? Of(string name) => _fields.GetValueOrDefault(name);
    }
}
