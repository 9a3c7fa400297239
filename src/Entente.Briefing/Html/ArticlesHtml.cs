using Entente.Briefing.Words;
using static Entente.Briefing.Html.HtmlText;

namespace Entente.Briefing.Html;

/// <summary>The articles at the end.</summary>
internal static class ArticlesHtml
{
    public static void Write(Brief brief, TextWriter output)
    {
        HtmlWriter.Open(output, "articles");
        bool excerpts = brief.Articles.Any(a => a.Excerpt);
        string lead = !brief.WithText ? "Text is left out."
            : excerpts ? "Sentences with listed events and their neighbours; the full texts would make this file too large."
            : "In full, by date. Marked are the words of listed events.";
        output.Write($"<p class=\"lead\">{lead}");
        output.Write(brief.UnlistedArticles > 0 ? $" {Counted.Of(brief.UnlistedArticles, "document")} without a listed event {(brief.UnlistedArticles == 1 ? "is" : "are")} not shown." : "");
        output.Write("</p>\n");
        foreach (BriefArticle article in brief.Articles)
        {
            WriteArticle(article, output);
        }

        HtmlWriter.Close(output);
    }

    private static void WriteArticle(BriefArticle article, TextWriter output)
    {
        Records.Document document = article.Document;
        string language = document.Language is { Length: > 0 and < 36 } tag && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $" lang=\"{tag}\"" : "";
        output.Write($"<article class=\"source\" id=\"{article.Anchor}\">\n<h3 dir=\"auto\"{language}>{Escape(article.Title)}</h3>\n<p class=\"meta\">{Counted.Day(document.Date)}");
        output.Write(document.Publisher is { Length: > 0 } publisher ? $" · {Isolated(Counted.Short(publisher, 200))}" : "");
        output.Write(document.Author is { Length: > 0 } author ? $" · {Isolated(Counted.Short(author, 200))}" : "");
        if (document.Url is { Length: > 0 } url)
        {
            string shown = Escape(Counted.Short(url, 200));
            output.Write(IsWebAddress(url) ? $" · <a rel=\"noreferrer\" href=\"{Escape(url)}\">{shown}</a>" : $" · {shown}");
        }

        output.Write($" · {(article.Events == 0 ? "no event coded" : Counted.Of(article.Events, "event"))}</p>\n");
        if (article.Paragraphs.Count > 0)
        {
            output.Write($"<div class=\"text\"{language}>\n");
            foreach (Paragraph paragraph in article.Paragraphs)
            {
                WriteParagraph(paragraph, output);
            }

            output.Write("</div>\n");
        }

        output.Write("</article>\n");
    }

    private static void WriteParagraph(Paragraph paragraph, TextWriter output)
    {
        output.Write("<p dir=\"auto\">");
        output.Write(paragraph.Skipped ? "<span class=\"gap\">[…]</span> " : "");
        for (int i = 0; i < paragraph.Passages.Count; i++)
        {
            Passage passage = paragraph.Passages[i];
            output.Write(i > 0 ? " " : "");
            output.Write(passage.Anchor is { } anchor ? $"<span class=\"said\" id=\"{anchor}\">" : "");
            HtmlWriter.WriteSegments(passage.Segments, output, _ => null);
            output.Write(passage.Anchor is null ? "" : "</span>");
        }

        output.Write("</p>\n");
    }
}
