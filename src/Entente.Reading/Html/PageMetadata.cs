using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Entente.Reading.Articles;

namespace Entente.Reading.Html;

/// <summary>What a page says about itself: meta elements, JSON-LD, itemprop, time elements, in this order of trust.</summary>
internal sealed class PageMetadata
{
    private static readonly string[] DateNames =
    [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "article.published", "parsely-pub-date", "sailthru.date",
        "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publicationdate", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "date",
    ];

    private readonly Dictionary<string, string> _meta = new(StringComparer.OrdinalIgnoreCase);
    private readonly IHtmlDocument _page;
    private JsonElement? _article;

    public PageMetadata(IHtmlDocument page)
    {
        _page = page;
        foreach (IElement element in page.QuerySelectorAll("meta[content]"))
        {
            string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
            string value = element.GetAttribute("content")!.Trim();
            if (name is not null && value.Length > 0)
            {
                _meta.TryAdd(name.Trim(), value);
            }
        }

        foreach (IElement script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            _article ??= FindArticle(script.TextContent);
        }
    }

    public string? Title
    {
        get
        {
            string? title = Meta("og:title") ?? Linked("headline") ?? _page.QuerySelector("h1")?.TextContent ?? Meta("twitter:title") ?? _page.Title;
            title = title is null ? null : HtmlArticle.Collapse(title);
            if (title is { Length: > 0 } && Publisher is { } site)
            {
                foreach (string separator in (string[])[" | ", " - ", " – ", " — "])
                {
                    if (title.EndsWith(separator + site, StringComparison.OrdinalIgnoreCase))
                    {
                        title = title[..^(separator.Length + site.Length)];
                    }
                }
            }

            return string.IsNullOrWhiteSpace(title) ? null : title;
        }
    }

    public string? Publisher => Meta("og:site_name") ?? LinkedName("publisher") ?? Meta("publisher") ?? Meta("dc.publisher") ?? Meta("application-name");

    public string? Author => new[] { Meta("author"), LinkedName("author"), Meta("article:author"), Meta("dc.creator"), Meta("parsely-author"), Meta("byl") }
        .FirstOrDefault(name => name is not null && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase));

    public string? Url => Absolute(_page.QuerySelector("link[rel~='canonical'][href]")?.GetAttribute("href")) ?? Absolute(Meta("og:url")) ?? Absolute(Linked("url"));

    public string? Language => _page.DocumentElement.GetAttribute("lang") is { Length: > 0 } language ? language : Meta("og:locale")?.Replace('_', '-');

    /// <summary>The day of publication as the page writes it: the first that can be read, else the first that stands there, so that the report can show it.</summary>
    public string? Date
    {
        get
        {
            string? first = null;
            foreach (string value in Dates())
            {
                first ??= value;
                if (DateWords.TryRead(value, out _))
                {
                    return value;
                }
            }

            return first;
        }
    }

    private IEnumerable<string> Dates()
    {
        if (Meta(DateNames[0]) is { } published)
        {
            yield return published;
        }

        if (Linked("datePublished") is { } linked)
        {
            yield return linked;
        }

        foreach (string name in DateNames)
        {
            if (Meta(name) is { } value)
            {
                yield return value;
            }
        }

        foreach (string selector in (string[])["[itemprop~='datePublished']", "time[pubdate]", "article time[datetime]", "main time[datetime]", "header time[datetime]", "time[datetime]"])
        {
            if (_page.QuerySelector(selector) is { } element)
            {
                yield return element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? HtmlArticle.Collapse(element.TextContent);
            }
        }
    }

    private string? Meta(string name) => _meta.GetValueOrDefault(name);

    private string? Linked(string name) =>
        _article is { } article && article.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>The name of a JSON-LD person or organisation; several are joined by commas.</summary>
    private string? LinkedName(string member)
    {
        if (_article is not { } article || !article.TryGetProperty(member, out JsonElement value))
        {
            return null;
        }

        IEnumerable<JsonElement> bearers = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        var names = new List<string>();
        foreach (JsonElement bearer in bearers)
        {
            JsonElement name = bearer.ValueKind == JsonValueKind.Object && bearer.TryGetProperty("name", out JsonElement inner) ? inner : bearer;
            if (name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text)
            {
                names.Add(text);
            }
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Absolute(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? address : null;

    /// <summary>The article of a JSON-LD block; null where it holds none, or is no JSON: what a page says elsewhere still counts.</summary>
    private static JsonElement? FindArticle(string json)
    {
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Find(parsed.RootElement)?.Clone();
        }
        catch (JsonException)
        {
            return null;
        }

        static JsonElement? Find(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (Find(item) is { } found)
                    {
                        return found;
                    }
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (element.TryGetProperty("@type", out JsonElement type) && IsArticle(type))
                {
                    return element;
                }

                foreach (string member in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
                {
                    if (element.TryGetProperty(member, out JsonElement inner) && Find(inner) is { } found)
                    {
                        return found;
                    }
                }
            }

            return null;
        }

        static bool IsArticle(JsonElement type) => type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(IsArticle)
            : type.ValueKind == JsonValueKind.String && type.GetString() is { } name
                && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report");
    }
}
