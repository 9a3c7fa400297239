namespace Entente.Briefing.Tests;

public sealed class GoldenBriefTests
{
    [Fact]
    public void The_markdown_of_the_golden_set_is_as_accepted() => GoldenFile.Matches("brief.md", SomeBrief.Markdown(SomeBrief.Golden()));

    [Fact]
    public void The_json_of_the_golden_set_is_as_accepted() => GoldenFile.Matches("brief.json", SomeBrief.Json(SomeBrief.Golden()));

    [Fact]
    public void The_html_of_the_golden_set_is_as_accepted() => GoldenFile.Matches("brief.html", SomeBrief.Html(SomeBrief.Golden()));
}
