using System.Globalization;
using Entente.Briefing.Words;
using static Entente.Briefing.Html.HtmlText;

namespace Entente.Briefing.Html;

/// <summary>Sources and coverage.</summary>
internal static class CoverageHtml
{
    public static void Write(Brief brief, TextWriter output)
    {
        CoverageSection coverage = brief.Coverage;
        HtmlWriter.Open(output, "coverage");
        output.Write("<dl class=\"facts-list\">\n");
        Fact(output, "Documents", $"{Counted.Number(coverage.Documents)}, events coded in {Counted.Number(coverage.DocumentsWithEvents)}");
        Fact(output, "Published", coverage.Published is { } span ? Counted.Span(span) : "–");
        Fact(output, "Events", $"{Counted.Number(coverage.Events)}, of any standing");
        Fact(output, "Single source", $"{Counted.Number(coverage.SingleSourced)} of {Counted.Of(coverage.Items, "reported item")} told by one publisher only (same parties, category and date are one item)");
        output.Write("</dl>\n");
        if (coverage.Publishers.Count > 0)
        {
            output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"Publishers\" tabindex=\"0\"><table>\n<caption>Publishers</caption>\n<thead><tr><th scope=\"col\">Publisher</th><th scope=\"col\" class=\"n\">Documents</th><th scope=\"col\" class=\"n\">Events</th></tr></thead>\n<tbody>\n");
            foreach ((string name, int documents, int events) in coverage.Publishers)
            {
                output.Write($"<tr><th scope=\"row\">{Isolated(Counted.Short(name, 120))}</th>{HtmlWriter.Cell(documents)}{HtmlWriter.Cell(events)}</tr>\n");
            }

            output.Write("</tbody></table></div>\n");
            if (coverage.UnlistedPublishers > 0)
            {
                output.Write($"<p class=\"lead\">{Counted.Of(coverage.UnlistedPublishers, "further publisher")} not listed.</p>\n");
            }
        }

        WriteParties(coverage, output);
        HtmlWriter.Close(output);
    }

    public static void Fact(TextWriter output, string name, string value) =>
        output.Write($"<dt>{Escape(name)}</dt><dd>{Isolated(value)}</dd>\n");

    private static void WriteParties(CoverageSection coverage, TextWriter output)
    {
        if (coverage.Periods.Count == 0)
        {
            return;
        }

        output.Write("<div class=\"scroll\" role=\"region\" aria-label=\"Documents by party and period\" tabindex=\"0\"><table>\n<caption>Documents in which an event names the party, by period of publication</caption>\n<thead><tr><th scope=\"col\">Party</th>");
        foreach (var step in coverage.Periods)
        {
            output.Write($"<th scope=\"col\" class=\"n\">{step.Period}</th>");
        }

        output.Write("</tr></thead>\n<tbody>\n<tr><th scope=\"row\">All documents</th>");
        foreach (var step in coverage.Periods)
        {
            output.Write(HtmlWriter.Cell(step.Documents));
        }

        output.Write("</tr>\n");
        foreach ((string party, IReadOnlyList<int> documents) in coverage.Parties)
        {
            output.Write($"<tr><th scope=\"row\">{Isolated(party)}</th>");
            for (int i = 0; i < documents.Count; i++)
            {
                int share = coverage.Periods[i].Documents == 0 ? 0 : 40 * documents[i] / coverage.Periods[i].Documents;
                output.Write(documents[i] == 0
                    ? HtmlWriter.Cell(0)
                    : string.Create(CultureInfo.InvariantCulture, $"<td class=\"heat\" style=\"--h:{share}\">{Counted.Number(documents[i])}</td>"));
            }

            output.Write("</tr>\n");
        }

        output.Write("</tbody></table></div>\n<p class=\"lead\">Shading: the party’s share of the period’s documents. ");
        output.Write(coverage.UnlistedParties > 0 ? $"{Counted.Of(coverage.UnlistedParties, "further party", "further parties")} not listed. " : "");
        output.Write("A relation can look busier because more was written about it.</p>\n");
    }
}
