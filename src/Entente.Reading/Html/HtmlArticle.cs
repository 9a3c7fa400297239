using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Reading.Articles;

namespace Entente.Reading.Html;

/// <summary>A page's main text and what the page says about itself.</summary>
/// <remarks>
/// The main text is the element that holds most running text: text in paragraphs counts for their parents, text within links against
/// them. Menus, share bars, related stories, captions, comments and forms are left out. A paragraph of the page is a paragraph of the text.
/// </remarks>
internal static partial class HtmlArticle
{
    private static readonly HashSet<string> Left = new(StringComparer.Ordinal)
    {
        "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "NAV", "FOOTER", "ASIDE", "FORM", "BUTTON", "FIGURE", "FIGCAPTION", "IFRAME", "SVG", "svg", "CANVAS", "VIDEO", "AUDIO",
        "OBJECT", "EMBED", "INPUT", "SELECT", "TEXTAREA", "LABEL", "DIALOG", "MENU", "HEAD",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "BODY", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "UL", "OL", "DL", "DT", "DD", "BLOCKQUOTE", "PRE", "TABLE", "TBODY", "THEAD", "TR", "TD", "TH",
        "HEADER", "HR", "ADDRESS", "DETAILS", "SUMMARY", "CENTER",
    };

    static HtmlArticle() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Parses a page; its encoding is the one it declares, else UTF-8.</summary>
    public static Article Parse(Stream input)
    {
        IHtmlDocument page = new HtmlParser().ParseDocument(input);
        var metadata = new PageMetadata(page);
        string text = page.Body is { } body ? TextOf(MainElement(body), metadata.Title) : "";
        return new(text)
        {
            Title = metadata.Title,
            Publisher = metadata.Publisher,
            Author = metadata.Author,
            Url = metadata.Url,
            Language = metadata.Language,
            Date = metadata.Date,
        };
    }

    /// <summary>The words of a piece of markup, as feeds hold it: a paragraph of it is a paragraph of the text.</summary>
    public static string TextOfFragment(string markup)
    {
        if (!markup.Contains('<', StringComparison.Ordinal) && !markup.Contains('&', StringComparison.Ordinal))
        {
            return Collapse(markup);
        }

        IHtmlDocument page = new HtmlParser().ParseDocument("<!doctype html><body>" + markup);
        return page.Body is { } body ? TextOf(body, null) : "";
    }

    /// <summary>Runs of white space to one blank, none at the ends.</summary>
    public static string Collapse(string text) => WhiteSpace().Replace(text, " ").Trim();

    private static IElement MainElement(IElement body)
    {
        if (body.QuerySelector("[itemprop~='articleBody']") is { } marked && LengthOf(marked) > 200)
        {
            return marked;
        }

        var scores = new Dictionary<IElement, double>();
        var order = new List<IElement>();
        Score(body, scores, order);
        IElement best = body;
        double most = 0;
        foreach (IElement element in order)
        {
            double score = scores[element];
            if (score > most)
            {
                (best, most) = (element, score);
            }
        }

        // An article that is cut into sections holds them all.
        for (IElement? above = best; above is not null && above != body; above = above.ParentElement)
        {
            if (above.TagName == "ARTICLE" && above.ParentElement?.Closest("article") is null)
            {
                return above;
            }
        }

        return best;
    }

    private static void Score(IElement element, Dictionary<IElement, double> scores, List<IElement> order)
    {
        if (IsLeft(element))
        {
            return;
        }

        if (element.TagName is "P" or "BLOCKQUOTE" or "PRE" || (element.TagName == "DIV" && HasOwnText(element)))
        {
            int length = Collapse(element.TextContent).Length;
            double running = length * (1 - LinkShare(element));
            if (running >= 25)
            {
                Add(element.TagName == "DIV" ? element : element.ParentElement, running);
                Add(element.TagName == "DIV" ? element.ParentElement : element.ParentElement?.ParentElement, running / 2);
            }
        }

        foreach (IElement child in element.Children)
        {
            Score(child, scores, order);
        }

        void Add(IElement? to, double value)
        {
            if (to is null)
            {
                return;
            }

            if (!scores.TryAdd(to, value))
            {
                scores[to] += value;
            }
            else
            {
                order.Add(to);
            }
        }
    }

    private static string TextOf(IElement root, string? title)
    {
        var paragraphs = new List<string>();
        var line = new StringBuilder();
        int linked = 0;
        Walk(root, false, isRoot: true);
        Close();
        return string.Join("\n\n", paragraphs);

        void Walk(INode node, bool inLink, bool isRoot)
        {
            if (node is IText words)
            {
                line.Append(words.Data);
                linked += inLink ? words.Data.Length : 0;
            }
            else if (node is IElement element && (isRoot || !IsLeft(element)))
            {
                bool block = Blocks.Contains(element.TagName);
                if (block)
                {
                    Close();
                }

                if (element.TagName == "BR")
                {
                    BreakLine();
                }

                foreach (INode child in element.ChildNodes)
                {
                    Walk(child, inLink || element.TagName == "A", isRoot: false);
                }

                if (block)
                {
                    Close();
                }
            }
        }

        // One line break is a blank, two are a new paragraph.
        void BreakLine()
        {
            if (line.Length > 0 && line[^1] == '\v')
            {
                line.Length--;
                Close();
            }
            else
            {
                line.Append('\v');
            }
        }

        void Close()
        {
            string text = Collapse(line.ToString());
            bool menu = linked > 0 && linked * 2 > line.Length && text.Length < 200;
            bool stamp = DateWords.TryRead(text, out _) || (paragraphs.Count == 0 && text == title);
            if (text.Length > 0 && !menu && !stamp)
            {
                paragraphs.Add(text);
            }

            line.Clear();
            linked = 0;
        }
    }

    private static bool IsLeft(IElement element)
    {
        if (Left.Contains(element.TagName) || element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
        {
            return true;
        }

        if (element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog" or "menu")
        {
            return true;
        }

        if (element.TagName == "HEADER" && element.Closest("article, main") is null)
        {
            return true;
        }

        if (element.TagName is "BODY" or "HTML" or "ARTICLE" or "MAIN")
        {
            return false;
        }

        string? id = element.Id, classes = element.ClassName;
        return (id is not null && Boilerplate().IsMatch(id)) || (classes is not null && Boilerplate().IsMatch(classes));
    }

    private static bool HasOwnText(IElement element) => element.ChildNodes.Any(node => node is IText words && words.Data.Trim().Length > 25);

    private static int LengthOf(IElement element) => Collapse(element.TextContent).Length;

    private static double LinkShare(IElement element)
    {
        int all = LengthOf(element);
        return all == 0 ? 0 : Math.Min(1, element.QuerySelectorAll("a").Sum(LengthOf) / (double)all);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    // Whole words of a class or id, apart by blanks, hyphens, underscores: "article-share" goes, "shareholders" stays.
    [GeneratedRegex(@"(^|[\s_-])(share|sharing|social|related|recommended|recommendations|newsletter|subscribe|subscription|signup|cookie|cookies|consent|comment|comments|disqus|advert|advertisement|ads|ad|sponsored|promo|promoted|sidebar|breadcrumb|breadcrumbs|caption|credit|credits|byline|dateline-meta|tags|taglist|toolbar|menu|navigation|nav|pagination|popup|modal|banner|trending|most-read|mostread|read-more|readmore|more-stories|footer|copyright|skip-link|screen-reader-text|visually-hidden|sr-only|author-bio|timestamp)($|[\s_-])", RegexOptions.IgnoreCase)]
    private static partial Regex Boilerplate();
}
