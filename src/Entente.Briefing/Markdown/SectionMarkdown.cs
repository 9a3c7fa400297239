using Entente.Briefing.Sections;
using Entente.Briefing.Words;
using static Entente.Briefing.Markdown.MarkdownText;

namespace Entente.Briefing.Markdown;

/// <summary>A <see cref="BriefSection"/> as Markdown.</summary>
internal static class SectionMarkdown
{
    public static void Write(BriefSection section, bool withText, TextWriter output)
    {
        output.Write($"## {section.Title}\n\n{Inline(section.Lead)}\n\n");
        if (withText)
        {
            string[] marks =
            [
                .. section.Key.Trigger is { } trigger ? [$"**{trigger}**"] : Array.Empty<string>(),
                .. section.Key.Actor is { } actor ? [$"[1: {actor}]"] : Array.Empty<string>(),
                .. section.Key.Recipient is { } recipient ? [$"[2: {recipient}]"] : Array.Empty<string>(),
            ];
            output.Write($"In the quoted sentences: {string.Join(", ", marks)}.\n\n");
        }

        output.Write(section.Source is { } source ? $"All from one article: {Cite(source)}\n\n" : "");
        foreach (SectionFigure figure in section.Figures)
        {
            WriteFigure(figure, output);
        }

        foreach (SectionGroup group in section.Groups)
        {
            output.Write(group.Title is { } title ? $"### {title}\n\n" : "");
            foreach (SectionItem item in group.Items)
            {
                output.Write($"- {Inline(item.Text)} — {string.Join(" · ", item.Facts.Select(Inline).Concat(item.Links.Select(link => $"see {Inline(link.Text)}")))}\n");
                foreach (SectionQuote quote in item.Quotes)
                {
                    WriteQuote(quote, section.Source is null, output);
                }
            }

            output.Write(group.Unlisted > 0 ? $"- {Counted.Number(group.Unlisted)} more not listed.\n\n" : "\n");
        }
    }

    private static void WriteFigure(SectionFigure figure, TextWriter output)
    {
        output.Write($"**{Inline(figure.Caption)}** — {Inline(figure.Unit)}\n\n| {string.Join(" | ", figure.Columns.Select(cell => Inline(cell)))} |\n|{string.Concat(figure.Columns.Select(_ => " --- |"))}\n");
        foreach (IReadOnlyList<string> row in figure.Rows)
        {
            output.Write($"| {string.Join(" | ", row.Select(cell => Inline(cell)))} |\n");
        }

        output.Write($"\n{Inline(figure.Source)}\n\n");
    }

    private static string Cite(Citation? source) =>
        source is null ? "the article was not given" : $"{Inline(source.Title)}{Publisher(source.Publisher)}, {Counted.Day(source.Date)}";

    private static void WriteQuote(SectionQuote quote, bool cites, TextWriter output)
    {
        string cite = cites ? Cite(quote.Source) : "";
        if (quote.Evidence is { } evidence)
        {
            output.Write("\n");
            WriteEvidence(evidence, output, "1", "2");
            output.Write(cites ? $"  >\n  > {cite}\n" : "");
        }
        else if (cites)
        {
            output.Write($"\n  {cite}\n");
        }
    }
}
