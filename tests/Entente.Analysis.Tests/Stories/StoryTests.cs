using Entente.Analysis.Stories;
using Entente.Records;

namespace Entente.Analysis.Tests.Stories;

public class StoryTests
{
    private const string Report =
        "Kenya's foreign minister met the Ethiopian prime minister in Nairobi on Monday to discuss trade across their common border. "
        + "The two sides agreed to reopen a customs post that was closed in the spring after a dispute over cattle. "
        + "Officials of both ministries will draw up a timetable within a month. Traders on both sides had asked for the post to be opened before the rains.";

    private const string Other =
        "The parliament of Togo approved a budget on Friday that raises spending on schools and roads. "
        + "The finance minister said that the deficit would stay below the ceiling set by the regional central bank. "
        + "Opposition deputies left the chamber before the vote in protest at the short time that had been given for debate.";

    [Fact]
    public void A_reprint_with_another_dateline_and_boilerplate_is_the_same_story()
    {
        IReadOnlyList<Story> stories = StoryFinder.Find(
        [
            Article("a", "NAIROBI, May 6 (Agency) - " + Report, "Agency"),
            Article("b", Other, "Gazette"),
            Article("c", "ADDIS ABABA — " + Report + "\nAll rights reserved.\nSubscribe to our newsletter", "Daily"),
        ]);

        Assert.Equal(["a+c", "b"], stories.Select(s => string.Join('+', s.Documents.Select(d => d.Id))));
        Assert.Equal(2, stories[0].Printings);
        Assert.Equal(["Agency", "Daily"], stories[0].Publishers);
    }

    [Fact]
    public void A_shortened_copy_is_the_same_story_and_a_shared_sentence_is_not()
    {
        string firstHalf = Report[..(Report.IndexOf("Officials", StringComparison.Ordinal) - 1)];
        string shared = Other + " " + Report[..(Report.IndexOf("The two sides", StringComparison.Ordinal) - 1)];

        Assert.Single(StoryFinder.Find([Article("a", Report), Article("b", firstHalf)]));
        Assert.Equal(2, StoryFinder.Find([Article("a", Report), Article("b", shared)]).Count);
    }

    [Fact]
    public void Every_article_is_in_exactly_one_story_whatever_its_text()
    {
        string[] texts = ["", " ", "one", "one two three", Report, Report, "\u0000\uD800", new string('x', 5000)];
        IReadOnlyList<Story> stories = StoryFinder.Find([.. texts.Select((t, i) => Article($"d{i}", t))]);

        Assert.Equal(texts.Length, stories.Sum(s => s.Printings));
        Assert.Equal(Enumerable.Range(0, texts.Length).Select(i => $"d{i}"), stories.SelectMany(s => s.Documents).Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.Equal(2, stories.Single(s => s.Documents[0].Text == Report).Printings);
    }

    [Fact]
    public void Signatures_find_nearly_all_pairs_that_share_half_their_runs()
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 4000).Select(i => $"w{i}")];
        int found = 0;
        const int rounds = 200;
        for (int round = 0; round < rounds; round++)
        {
            string[] text = [.. Enumerable.Range(0, 300).Select(_ => words[random.Next(words.Length)])];
            string[] copy = [.. text];
            for (int i = 0; i < 12; i++)
            {
                copy[random.Next(copy.Length)] = words[random.Next(words.Length)];
            }

            found += StoryFinder.Find([Article("a", string.Join(' ', text)), Article("b", string.Join(' ', copy))]).Count == 1 ? 1 : 0;
        }

        Assert.True(found >= rounds * 0.98, $"seed 7: {found} of {rounds}");
    }

    [Fact]
    public void The_records_of_one_act_in_a_reprinted_story_are_one_act_with_all_its_mentions()
    {
        Document a = Article("a", Report), b = Article("b", Report), c = Article("c", Other);
        CodedEvent[] events = [Event("a", 0), Event("a", 1, PloverType.Agree), Event("b", 0), Event("c", 0)];

        IReadOnlyList<ReportedEvent> acts = EventJoiner.Join(StoryFinder.Find([a, b, c]), events);

        Assert.Equal(3, acts.Count);
        Assert.Equal((2, 2), (acts[0].Mentions.Count, acts[0].Printings));
        Assert.Equal(["a", "b"], acts[0].Mentions.Select(m => m.DocId));
        Assert.All(acts.Skip(1), act => Assert.Equal(1, act.Printings));
    }

    [Fact]
    public void Other_days_parties_kinds_places_and_statuses_stay_apart()
    {
        Document a = Article("a", Report), b = Article("b", Report);
        CodedEvent plain = Event("a", 0);
        CodedEvent twin = plain with { DocId = "b" };
        CodedEvent[] others =
        [
            twin with { EventDate = DateSpan.OfDay(new DateOnly(2024, 5, 9)) },
            twin with { Type = PloverType.Support },
            twin with { Status = EventStatus.Future },
            twin with { Cameo = "057" },
            twin with { Actor = [Party("Togo", "TGO GOV")] },
            twin with { Recipient = [] },
            twin with { Location = new(new("Lagos", new(0, 5)), "NGA", 4) },
            plain with { Sentence = 0, Trigger = new("talks", new(9, 14)) },
        ];

        foreach (CodedEvent other in others)
        {
            Assert.Equal(2, EventJoiner.Join(StoryFinder.Find([a, b]), [plain, other]).Count);
        }

        Assert.Single(EventJoiner.Join(StoryFinder.Find([a, b]), [plain, twin]));
    }

    [Fact]
    public void Records_without_a_coded_party_are_never_joined()
    {
        Document a = Article("a", Report), b = Article("b", Report);
        CodedEvent unnamed = Event("a", 0) with { Actor = [new(new("gunmen", new(0, 6)), null)], Recipient = [] };

        Assert.Equal(2, EventJoiner.Join(StoryFinder.Find([a, b]), [unnamed, unnamed with { DocId = "b" }]).Count);
    }

    private static Document Article(string id, string text, string? publisher = null) => new(id, new DateOnly(2024, 5, 6), text) { Publisher = publisher };

    private static Entity Party(string name, string code) => new(new(name, new(0, name.Length)), ActorCode.Parse(code));

    private static CodedEvent Event(string document, int sentence, PloverType type = PloverType.Consult) => new()
    {
        Id = $"{document}-{sentence}",
        DocId = document,
        Date = new DateOnly(2024, 5, 6),
        Sentence = sentence,
        Type = type,
        Cameo = "040",
        Actor = [Party("Kenya", "KEN GOV")],
        Recipient = [Party("Ethiopia", "ETH GOV")],
        Trigger = new("met", new(6, 9)),
        Location = new(new("Nairobi", new(0, 7)), "KEN", 4),
        EventDate = DateSpan.OfDay(new DateOnly(2024, 5, 6)),
        Rule = "meet-party",
    };
}
