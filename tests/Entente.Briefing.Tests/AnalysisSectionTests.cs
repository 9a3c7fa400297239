using Entente.Briefing.Sections;
using Entente.Records;

namespace Entente.Briefing.Tests;

public sealed class AnalysisSectionTests
{
    [Fact]
    public void The_first_finding_tells_where_the_principal_pair_moved()
    {
        Brief brief = SomeBrief.Golden();

        Assert.Equal("shift", brief.Findings[0].Target);
        Assert.StartsWith("Shift: Afghanistan and Russia: engagement from rung 0 none to rung 2 limited diplomacy", brief.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(brief.Sections, section => section.Id == "shift");
    }

    [Fact]
    public void Every_line_of_the_analysis_stands_with_records_and_the_sentences_behind_it()
    {
        SectionItem[] items = [.. SomeBrief.Golden().Sections.SelectMany(section => section.Groups).SelectMany(group => group.Items)];

        Assert.NotEmpty(items);
        Assert.All(items, item => Assert.NotEmpty(item.Records));
        Assert.All(items, item => Assert.Contains(item.Quotes, quote => quote.Evidence is not null && quote.Source?.Target is not null));
        Assert.Equal(items.Length, items.Select(item => item.Anchor).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void A_pair_that_is_asked_for_stands_in_place_of_the_principal_one()
    {
        Brief brief = SomeBrief.Golden(SomeBrief.Options with { Pair = Relation.Of("AFG", "USA") });

        Assert.DoesNotContain(brief.Findings, finding => finding.Target == "shift" && finding.Text.Contains("Russia", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chart_of_the_page_stands_as_numbers_in_the_other_forms()
    {
        Brief brief = SomeBrief.Golden();
        string html = SomeBrief.Html(brief), markdown = SomeBrief.Markdown(brief);

        SectionFigure[] figures = [.. brief.Sections.SelectMany(section => section.Figures)];
        Assert.NotEmpty(figures);
        foreach (SectionFigure figure in figures)
        {
            Assert.NotEmpty(figure.Rows);
            Assert.Contains(figure.Svg, html, StringComparison.Ordinal);
            Assert.Contains($"| {string.Join(" | ", figure.Columns)} |", markdown, StringComparison.Ordinal);
            Assert.All(figure.Rows, row => Assert.Equal(figure.Columns.Count, row.Count));
        }
    }
}
