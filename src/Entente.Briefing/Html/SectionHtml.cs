using Entente.Briefing.Sections;
using Entente.Briefing.Words;
using static Entente.Briefing.Html.HtmlText;

namespace Entente.Briefing.Html;

/// <summary>A <see cref="BriefSection"/> as HTML.</summary>
internal static class SectionHtml
{
    public static void Write(BriefSection section, bool withText, TextWriter output)
    {
        output.Write($"<section class=\"part\" id=\"{section.Id}\" aria-labelledby=\"h-{section.Id}\">\n<h2 id=\"h-{section.Id}\">{Escape(section.Title)}</h2>\n<p class=\"lead\">{Prose(section.Lead)}</p>\n");
        if (withText)
        {
            string[] marks =
            [
                .. new[] { ("actor", section.Key.Actor), ("trigger", section.Key.Trigger), ("recipient", section.Key.Recipient) }
                    .Where(mark => mark.Item2 is not null).Select(mark => $"<mark class=\"{mark.Item1}\">{Escape(mark.Item2!)}</mark>"),
            ];
            output.Write($"<p class=\"key\">In the quoted sentences: {string.Join("; ", marks)}.</p>\n");
        }

        if (section.Source is { } source)
        {
            HtmlWriter.WriteCitation(source, output, "All from one article: ");
        }

        foreach (SectionFigure figure in section.Figures)
        {
            WriteFigure(figure, output);
        }

        foreach (SectionGroup group in section.Groups)
        {
            output.Write(group.Title is { } title ? $"<h3>{Escape(title)}</h3>\n" : "");
            output.Write("<ul class=\"events\">\n");
            foreach (SectionItem item in group.Items)
            {
                WriteItem(item, section, output);
            }

            output.Write("</ul>\n");
            output.Write(group.Unlisted > 0 ? $"<p class=\"count\">{Counted.Number(group.Unlisted)} more not listed.</p>\n" : "");
        }

        output.Write("</section>\n");
    }

    private static void WriteFigure(SectionFigure figure, TextWriter output)
    {
        string caption = Escape(figure.Caption);
        output.Write($"<figure id=\"{figure.Id}\">\n<figcaption>{caption}</figcaption>\n<p class=\"unit\">{Prose(figure.Unit)}</p>\n<div class=\"scroll\" role=\"region\" aria-label=\"{caption}: chart\" tabindex=\"0\">\n{figure.Svg}</div>\n<p class=\"source\">{Prose(figure.Source)}</p>\n</figure>\n");
        output.Write($"<details class=\"data\"><summary>Numbers of this chart<span class=\"vh\">: {caption}</span></summary>\n<div class=\"scroll\" role=\"region\" aria-label=\"{caption}: numbers\" tabindex=\"0\"><table>\n<caption>{caption}</caption>\n<thead><tr>{string.Concat(figure.Columns.Select(head => $"<th scope=\"col\">{Escape(head)}</th>"))}</tr></thead>\n<tbody>\n");
        foreach (IReadOnlyList<string> row in figure.Rows)
        {
            output.Write($"<tr><th scope=\"row\">{Isolated(row[0])}</th>{string.Concat(row.Skip(1).Select(cell => $"<td>{Isolated(cell)}</td>"))}</tr>\n");
        }

        output.Write("</tbody></table></div>\n</details>\n");
    }

    private static void WriteItem(SectionItem item, BriefSection section, TextWriter output)
    {
        output.Write($"<li class=\"event record\" id=\"{item.Anchor}\"><div><p class=\"tell\">");
        foreach (Phrase phrase in item.Statement)
        {
            output.Write(phrase.IsParty ? $"<b>{Isolated(phrase.Text)}</b>" : Escape(phrase.Text));
        }

        output.Write("</p>\n<p class=\"facts\">");
        foreach (string fact in item.Facts)
        {
            output.Write($"<span>{Isolated(fact)}</span>");
        }

        foreach (SectionLink link in item.Links)
        {
            output.Write($"<span><a href=\"#{link.Target}\">{Escape(link.Text)}</a></span>");
        }

        if (section.Source is not null)
        {
            foreach (Citation source in item.Quotes.Select(quote => quote.Source).OfType<Citation>().Where(source => source.Target is not null))
            {
                output.Write($"<span><a href=\"#{source.Target}\">in the text</a></span>");
            }
        }

        output.Write("</p>\n");
        foreach (SectionQuote quote in item.Quotes)
        {
            if (quote.Evidence is { } evidence)
            {
                output.Write("<blockquote class=\"evidence\" dir=\"auto\">");
                HtmlWriter.WriteSegments(evidence.Segments, output, role => Said(role, section.Key));
                output.Write("</blockquote>\n");
            }

            if (section.Source is null)
            {
                HtmlWriter.WriteCitation(quote.Source, output);
            }
        }

        output.Write("</div></li>\n");
    }

    private static string? Said(EvidenceRole role, SectionKey key) => role switch
    {
        EvidenceRole.Actor => key.Actor,
        EvidenceRole.Trigger => key.Trigger,
        EvidenceRole.Recipient => key.Recipient,
        _ => null,
    };
}
