using Entente.Briefing.Sections;
using Entente.Records;

namespace Entente.Briefing.Tests;

public sealed class LabelSectionTests
{
    private static readonly (string, string)[] Labels = [("talk", "Whatever is said."), ("never", "Nothing."), ("harm", "Whatever hurts.")];

    [Fact]
    public void Counted_events_stand_under_each_of_their_categories_in_the_ontologys_order()
    {
        BriefSection section = Of(coded => coded.Type is PloverType.Assault ? ["talk", "harm"] : coded.Type is PloverType.Consult ? ["talk"] : [], Labels)!;

        Assert.Equal(["talk", "harm"], section.Groups.Select(group => group.Title));
        Assert.EndsWith("No counted event is of never.", section.Lead, StringComparison.Ordinal);
        Assert.EndsWith(" of harm: Whatever hurts", section.Groups[1].Items[0].Text, StringComparison.Ordinal);
        Assert.All(section.Groups[1].Items.Skip(1), item => Assert.Contains(item.Codes, code => code.Key == "event" && code.Value is ["ASSAULT"]));
        Assert.Contains("harm", SomeBrief.Markdown(Golden(coded => ["harm"], Labels)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_labels_there_is_no_section()
    {
        Assert.Null(Of(_ => [], Labels));
        Assert.Null(Of(_ => ["talk"], []));
    }

    private static BriefSection? Of(Func<CodedEvent, string[]> label, (string, string)[] labels) => Golden(label, labels).Sections.FirstOrDefault(section => section.Id == "labels");

    private static Brief Golden(Func<CodedEvent, string[]> label, (string, string)[] labels)
    {
        (List<Document> documents, List<CodedEvent> events) = MarkedArticles.Read(GoldenFile.Read("articles.txt"));
        return BriefBuilder.Build(documents, [.. events.Select(coded => coded with { Labels = label(coded) })], SomeBrief.Options with { Labels = labels });
    }
}
