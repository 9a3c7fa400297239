using System.Xml;
using System.Xml.Linq;
using Entente.Reading.Articles;
using Entente.Reading.Html;

namespace Entente.Reading.Feeds;

/// <summary>The items of an RSS (0.9x, 1.0, 2.0) or Atom feed as articles.</summary>
/// <remarks>
/// The words are the item's full content where the feed gives it, else its summary, with the markup taken off. Nothing is fetched: no document type, no entity of
/// the feed's own. The day is the one written; the publisher is the feed's title.
/// </remarks>
internal static class FeedReader
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/", DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>The items, in the feed's order.</summary>
    /// <param name="input">The feed.</param>
    /// <exception cref="XmlException">It is no well-formed XML.</exception>
    /// <exception cref="FormatException">It is XML, but no feed.</exception>
    public static IReadOnlyList<FeedItem> Read(Stream input)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 64 * 1024 * 1024, CloseInput = false };
        using var reader = XmlReader.Create(input, settings);
        XElement root = XDocument.Load(reader).Root!;
        return root.Name.LocalName switch
        {
            "rss" or "RDF" => Rss(root),
            "feed" => Atom(root),
            _ => throw new FormatException($"its outermost element is <{root.Name.LocalName}>, neither <rss> nor <feed>"),
        };
    }

    private static List<FeedItem> Rss(XElement root)
    {
        XElement? channel = root.Elements().FirstOrDefault(element => element.Name.LocalName == "channel");
        string? publisher = Text(channel, "title"), language = Text(channel, "language");
        return
        [
            .. root.Descendants().Where(element => element.Name.LocalName == "item").Select(item =>
            {
                string? link = Text(item, "link"), id = Text(item, "guid");
                string? url = Absolute(link) ?? Absolute(id);
                string words = HtmlArticle.TextOfFragment(item.Element(Content + "encoded")?.Value ?? Text(item, "description") ?? "");
                return new FeedItem(url ?? id ?? "", new(words)
                {
                    Title = Plain(Text(item, "title")),
                    Publisher = Plain(Text(item, "source")) ?? Plain(publisher),
                    Author = Plain(item.Element(DublinCore + "creator")?.Value) ?? Plain(Text(item, "author")),
                    Url = url,
                    Language = language,
                    Date = Text(item, "pubDate") ?? item.Element(DublinCore + "date")?.Value,
                });
            }),
        ];
    }

    private static List<FeedItem> Atom(XElement root)
    {
        string? publisher = Text(root, "title"), language = root.Attribute(XNamespace.Xml + "lang")?.Value;
        return
        [
            .. root.Elements().Where(element => element.Name.LocalName == "entry").Select(entry =>
            {
                string? id = Text(entry, "id");
                string? link = entry.Elements().FirstOrDefault(element => element.Name.LocalName == "link" && (string?)element.Attribute("rel") is null or "alternate")?.Attribute("href")?.Value;
                string? url = Absolute(link) ?? Absolute(id);
                XElement? words = Child(entry, "content") ?? Child(entry, "summary");
                return new FeedItem(url ?? id ?? "", new(words is null ? "" : Words(words))
                {
                    Title = Plain(Text(entry, "title")),
                    Publisher = Plain(publisher),
                    Author = Plain(Child(entry, "author") is { } author ? Text(author, "name") : null),
                    Url = url,
                    Language = entry.Attribute(XNamespace.Xml + "lang")?.Value ?? language,
                    Date = Text(entry, "published") ?? Text(entry, "updated"),
                });
            }),
        ];
    }

    /// <summary>An Atom text construct: markup as text, markup as elements, or plain words.</summary>
    private static string Words(XElement element) => (string?)element.Attribute("type") switch
    {
        "xhtml" => HtmlArticle.TextOfFragment(string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))),
        "html" or "text/html" => HtmlArticle.TextOfFragment(element.Value),
        _ => HtmlArticle.Collapse(element.Value),
    };

    private static XElement? Child(XElement? from, string name) => from?.Elements().FirstOrDefault(element => element.Name.LocalName == name);

    /// <summary>The words of a child that is of the feed's own vocabulary; null where there is none or it is blank.</summary>
    private static string? Text(XElement? from, string name)
    {
        string? text = from?.Elements().FirstOrDefault(element => element.Name.LocalName == name && element.Name.Namespace != Content && element.Name.Namespace != DublinCore && !element.Name.NamespaceName.Contains("media", StringComparison.Ordinal) && !element.Name.NamespaceName.Contains("itunes", StringComparison.Ordinal))?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static string? Plain(string? text) => text is null || HtmlArticle.TextOfFragment(text) is not { Length: > 0 } plain ? null : plain.Replace("\n\n", " ", StringComparison.Ordinal);

    private static string? Absolute(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "http" or "https" ? parsed.AbsoluteUri : null;
}

/// <summary>One item of a feed.</summary>
/// <param name="Id">Its URL, else its own id; empty where it has neither.</param>
/// <param name="Article">What it says.</param>
internal sealed record FeedItem(string Id, Article Article);
