using Entente.Briefing.Sections;
using Entente.Records;
using Entente.Testing;

namespace Entente.Briefing.Tests;

public sealed class ConfidenceSectionTests
{
    private const string Report =
        "Pakistan struck camps in the Afghan province of Khost on Thursday, officials in Kabul said, and eight people died in the village nearest to the border. "
        + "The ministry summoned the ambassador and handed him a note that asks for an explanation within the week. Traders were told to keep away from the crossing.";

    private static readonly Document[] Documents =
    [
        SomeEvents.Document("d1", "2024-05-02", "Agency", Report), SomeEvents.Document("d2", "2024-05-03", "Daily", "(Agency) " + Report),
        SomeEvents.Document("d3", "2024-05-03", "Gazette", "Islamabad denied on Friday that its aircraft had struck anything beyond the border in the night before."),
    ];

    private static readonly CodedEvent Strike = Told("e1", "d1", "Pakistan", "struck", "the Afghan province of Khost", PloverType.Assault, "PAK MIL", "AFG");

    private static readonly BriefRecords Records = new()
    {
        Events =
        [
            Strike, Told("e2", "d2", "Pakistan", "struck", "the Afghan province of Khost", PloverType.Assault, "PAK MIL", "AFG"),
            Told("e3", "d3", "its aircraft", "struck", "the border", PloverType.Assault, "PAK MIL", "AFG") with { Status = EventStatus.Negated },
            Told("e4", "d1", "The ministry", "summoned", "the ambassador", PloverType.Accuse, "AFG GOV", "PAK GOV") with { Claimed = true, Attribution = new("officials in Kabul", new(70, 88)) },
        ],
    };

    private static BriefSection Section => BriefBuilder.Build(Documents, Records, SomeBrief.Options).Sections.Single(section => section.Id == "confidence");

    [Fact]
    public void A_reprint_is_no_second_source()
    {
        SectionItem[] sources = [.. Group("Independent sources").Items];

        Assert.Equal("3 documents hold 2 independent reports by 2 publishers", sources[0].Text);
        Assert.Contains("only reprints by Daily", sources[0].Facts);
        Assert.Contains("was printed 2 times: one report", sources[1].Text, StringComparison.Ordinal);
        Assert.Equal(["d1", "d2"], sources[1].Quotes.Select(quote => quote.Source!.DocId));
        Assert.Equal("2 of 2 reported items are told by one publisher only", Group("Told by one source only").Items[0].Text);
    }

    [Fact]
    public void A_contradiction_stands_with_the_words_of_both_sides()
    {
        SectionItem item = Assert.Single(Group("Contradictions").Items);

        Assert.EndsWith("; another report tells that it did not happen", item.Text, StringComparison.Ordinal);
        Assert.Equal(["e1", "e3"], item.Records);
        Assert.Equal(["d1", "d3"], item.Quotes.Select(quote => quote.Source!.DocId));
    }

    [Fact]
    public void Claims_stand_by_whose_word_they_are()
    {
        SectionItem item = Assert.Single(Group("On the word of an interested party").Items);

        Assert.Equal("“officials in Kabul”: 1 act told on this word", item.Text);
        Assert.Equal(["nobody tells them as fact"], item.Facts);
    }

    [Fact]
    public void Where_nothing_contradicts_the_lead_says_so()
    {
        BriefSection section = BriefBuilder.Build(Documents, new BriefRecords { Events = [Strike] }, SomeBrief.Options).Sections.Single(s => s.Id == "confidence");

        Assert.DoesNotContain(section.Groups, group => group.Title == "Contradictions");
        Assert.EndsWith("No two reports of the same parties and days were found to contradict each other.", section.Lead, StringComparison.Ordinal);
    }

    private static SectionGroup Group(string title) => Section.Groups.Single(group => group.Title == title);

    private static CodedEvent Told(string id, string docId, string actor, string act, string recipient, PloverType type, string actorCode, string recipientCode)
    {
        Document document = Documents.Single(d => d.Id == docId);
        Quote Words(string words) => Quote.Of(document.Text, new(document.Text.IndexOf(words, StringComparison.Ordinal), document.Text.IndexOf(words, StringComparison.Ordinal) + words.Length));
        return SomeEvents.Event(id, "2024-05-02", type, actorCode, recipientCode, docId: docId) with
        {
            Date = document.Date,
            Actor = [new(Words(actor), ActorCode.Parse(actorCode))],
            Recipient = [new(Words(recipient), ActorCode.Parse(recipientCode))],
            Trigger = Words(act),
        };
    }
}
