namespace Entente.Reading.Articles;

/// <summary>A text file: a head of <c>Key: value</c> lines and a blank line, or no head at all, then the words.</summary>
/// <remarks>
/// A head is one only where its first line has a key that is known here: <c>Title</c>, <c>Date</c>, <c>Publisher</c>, <c>Author</c>, <c>Url</c>,
/// <c>Language</c>, <c>Note</c>. Further keys in a head are ignored. An agency's name before a colon opens no head.
/// </remarks>
internal static class TextArticle
{
    private static readonly string[] Known = ["title", "date", "publisher", "source", "author", "url", "language", "note", "id"];

    public static Article Parse(string content)
    {
        string? title = null, date = null, publisher = null, author = null, url = null, language = null;
        int at = 0;
        while (at < content.Length && content[at] is '\r' or '\n' or ' ')
        {
            at++;
        }

        bool inHead = false;
        for (int start = at; start < content.Length;)
        {
            int end = content.IndexOf('\n', start);
            int next = end < 0 ? content.Length : end + 1;
            string line = content[start..(end < 0 ? content.Length : end)].TrimEnd();
            if (line.Length == 0 && inHead)
            {
                at = next;
                break;
            }

            if (!TrySplit(line, out string key, out string value) || (!inHead && !Known.Contains(key)))
            {
                break;
            }

            inHead = true;
            at = next;
            start = next;
            switch (key)
            {
                case "title": title ??= value; break;
                case "date": date ??= value; break;
                case "publisher" or "source": publisher ??= value; break;
                case "author": author ??= value; break;
                case "url": url ??= value; break;
                case "language": language ??= value; break;
                default: break;
            }
        }

        return new(content[at..]) { Title = title, Date = date, Publisher = publisher, Author = author, Url = url, Language = language };
    }

    /// <summary>Splits <c>Key: value</c>: the key one word of letters and hyphens, lower-cased.</summary>
    private static bool TrySplit(string line, out string key, out string value)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        key = colon > 0 ? line[..colon].ToLowerInvariant() : "";
        value = colon > 0 ? line[(colon + 1)..].Trim() : "";
        return key.Length is > 0 and <= 20 && key.All(c => char.IsAsciiLetterLower(c) || c == '-') && value.Length > 0;
    }
}
