using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Records;
using Document = Entente.Records.Document;

namespace Entente.Briefing.Tests;

public sealed class HtmlWriterTests
{
    private static readonly Lazy<Brief> Large = new(LargeBrief);

    public static TheoryData<string> Sets => ["golden", "empty", "no-events", "one", "no-text", "large", "odd", "orphans"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Ids_are_unique_and_every_anchor_resolves(string set)
    {
        IHtmlDocument page = Parse(SomeBrief.Html(BriefOf(set)));

        string[] ids = [.. page.All.Select(e => e.GetAttribute("id")).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        var known = ids.ToHashSet(StringComparer.Ordinal);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), a => Assert.Contains(a.GetAttribute("href")![1..], known));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]").SelectMany(e => e.GetAttribute("aria-labelledby")!.Split(' ')), id => Assert.Contains(id, known));
        Assert.DoesNotContain(ids, id => id.Any(char.IsWhiteSpace));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Nothing_is_loaded_from_anywhere_and_no_script_runs(string set)
    {
        string html = SomeBrief.Html(BriefOf(set));
        IHtmlDocument page = Parse(html);

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, video, audio, source:not(article), base, form, use, image"));
        Assert.DoesNotContain(page.All.SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(page.All, e => e.HasAttribute("src") || e.HasAttribute("srcset"));
        string style = Assert.Single(page.QuerySelectorAll("style")).TextContent;
        Assert.DoesNotContain("url(", style, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", style, StringComparison.OrdinalIgnoreCase);
        Assert.All(page.QuerySelectorAll("a[href]"), a => Assert.Matches("^(#|https?://)", a.GetAttribute("href")!));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Headings_descend_one_level_at_a_time_below_a_single_h1(string set)
    {
        IHtmlDocument page = Parse(SomeBrief.Html(BriefOf(set)));

        int[] levels = [.. page.QuerySelectorAll("h1,h2,h3,h4,h5,h6").Select(h => h.LocalName[1] - '0')];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
        Assert.All(page.QuerySelectorAll("h1,h2,h3,h4"), h => Assert.NotEmpty(h.TextContent.Trim()));
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Every_table_and_chart_can_be_read_without_sight(string set)
    {
        IHtmlDocument page = Parse(SomeBrief.Html(BriefOf(set)));

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotNull(page.QuerySelector("main"));
        Assert.NotNull(page.QuerySelector("nav[aria-label]"));
        Assert.Equal("#main", page.QuerySelector("body > a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("table"), t =>
        {
            Assert.NotEmpty(t.QuerySelector("caption")!.TextContent);
            Assert.All(t.QuerySelectorAll("th"), th => Assert.True(th.GetAttribute("scope") is "col" or "row"));
            int columns = t.QuerySelectorAll("thead th").Length;
            Assert.All(t.QuerySelectorAll("tbody tr"), r => Assert.Equal(columns, r.Children.Length));
        });
        Assert.All(page.QuerySelectorAll("svg"), svg =>
        {
            Assert.Equal("img", svg.GetAttribute("role"));
            Assert.NotEmpty(svg.Children.First(c => c.LocalName == "title").TextContent);
            Assert.NotEmpty(svg.Children.First(c => c.LocalName == "desc").TextContent);
        });
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_same_input_gives_the_same_bytes_in_every_format(string set)
    {
        Brief one = BriefOf(set);
        Brief other = set == "large" ? LargeBrief() : BriefOf(set);

        Assert.Equal(SomeBrief.Html(one), SomeBrief.Html(other));
        Assert.Equal(SomeBrief.Markdown(one), SomeBrief.Markdown(other));
        Assert.Equal(SomeBrief.Json(one), SomeBrief.Json(other));
    }

    [Fact]
    public void The_order_of_documents_and_events_does_not_matter()
    {
        (List<Document> documents, List<CodedEvent> events) = MarkedArticles.Read(GoldenFile.Read("articles.txt"));
        string before = SomeBrief.Html(BriefBuilder.Build(documents, events, SomeBrief.Options));
        var random = new Random(11);
        Document[] otherDocuments = [.. documents];
        CodedEvent[] otherEvents = [.. events];
        random.Shuffle(otherDocuments);
        random.Shuffle(otherEvents);

        Assert.Equal(before, SomeBrief.Html(BriefBuilder.Build(otherDocuments, otherEvents, SomeBrief.Options)));
    }

    [Fact]
    public void Evidence_shows_the_sentence_with_its_three_roles_and_leads_to_its_place()
    {
        IHtmlDocument page = Parse(SomeBrief.Html(SomeBrief.Golden()));

        IElement signed = page.QuerySelectorAll("li.event").Single(e => e.TextContent.Contains("signed an agreement with", StringComparison.Ordinal));
        IElement evidence = signed.QuerySelector("blockquote")!;
        Assert.EndsWith("The Taliban administration", evidence.QuerySelector("mark.actor")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("signed", evidence.QuerySelector("mark.trigger")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("Russia", evidence.QuerySelector("mark.recipient")!.TextContent, StringComparison.Ordinal);
        IElement place = page.GetElementById(signed.QuerySelector(".cite a")!.GetAttribute("href")![1..])!;
        Assert.Equal("The Taliban administration signed a preliminary agreement with Russia on petrol, diesel, gas and wheat.", place.TextContent);
        Assert.Equal("article", place.Closest("article")!.LocalName);
    }

    [Fact]
    public void An_article_in_full_loses_no_word()
    {
        (List<Document> documents, _) = MarkedArticles.Read(GoldenFile.Read("articles.txt"));
        IHtmlDocument page = Parse(SomeBrief.Html(SomeBrief.Golden()));

        string[] shown = [.. page.QuerySelectorAll("article.source .text").Select(t => Words(t.TextContent))];
        Assert.Equal(documents.Select(d => Words(d.Text)), shown);
    }

    [Fact]
    public void Sentences_of_the_caller_that_leave_words_out_lose_none_of_them()
    {
        Document document = new("d", new(2024, 1, 1), "First words. Second words. Third words.");
        BriefOptions options = new() { SentencesOf = _ => [new(0, 12), new(27, 39)] };

        IHtmlDocument page = Parse(SomeBrief.Html(BriefBuilder.Build([document], [], options)));

        Assert.Equal("First words. Second words. Third words.", Words(page.QuerySelector("article.source .text")!.TextContent));
    }

    [Fact]
    public void Markup_of_the_input_stays_text()
    {
        IHtmlDocument page = Parse(SomeBrief.Html(BriefOf("odd")));

        Assert.Empty(page.QuerySelectorAll("script, img, main b b"));
        Assert.Contains("<script>alert(1)</script>", page.QuerySelector("article.source h3")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("a"), a => a.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain('\0', page.DocumentElement.TextContent);
    }

    [Fact]
    public void Without_text_no_sentence_is_quoted()
    {
        string html = SomeBrief.Html(BriefOf("no-text"));

        Assert.DoesNotContain("on petrol, diesel, gas and wheat", html, StringComparison.Ordinal);
        Assert.Empty(Parse(html).QuerySelectorAll("blockquote, article.source .text"));
        Assert.NotEmpty(Parse(html).QuerySelectorAll("li.event"));
    }

    [Fact]
    public void Five_thousand_documents_make_a_file_of_reasonable_size_that_states_what_it_leaves_out()
    {
        Brief brief = BriefOf("large");
        string html = SomeBrief.Html(brief);

        Assert.InRange(html.Length, 100_000, 4_000_000);
        int listed = brief.Happened.Concat(brief.Apart).Sum(g => g.Months.Sum(m => m.Events.Count));
        Assert.InRange(listed, 300, 600);
        int acts = brief.Standings.Sum(s => s.Count); // of 10,000 records, a few that chance made twins in twin texts
        Assert.InRange(acts, 9_990, 10_000);
        Assert.Equal(acts, listed + brief.Unlisted);
        Assert.Equal(brief.Unlisted, brief.Happened.Concat(brief.Apart).Sum(g => g.Months.Sum(m => m.Unlisted)));
        Assert.Equal(5_000, brief.Articles.Count + brief.UnlistedArticles);
        Assert.Contains($"{brief.Unlisted.ToString("#,0", CultureInfo.InvariantCulture)} events</strong> were left out", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_act_in_a_reprinted_text_counts_once_and_says_how_often_it_was_printed()
    {
        Document first = Testing.SomeEvents.Document("d1", "2024-01-01"), reprint = first with { Id = "d2" };
        CodedEvent act = Testing.SomeEvents.Event("e1", "2024-01-01", PloverType.Consult, "RUS GOV", "AFG GOV");
        CodedEvent[] records = [act with { DocId = "d1" }, act with { Id = "e2", DocId = "d2" }];

        Brief brief = BriefBuilder.Build([first, reprint], records);

        Assert.Equal(1, brief.Standings.Sum(s => s.Count));
        Assert.Contains("one report, printed 2 times", SomeBrief.Html(brief), StringComparison.Ordinal);
    }

    [Fact]
    public void More_groups_than_events_may_be_listed_still_keeps_the_limit()
    {
        Brief brief = SomeBrief.Golden(SomeBrief.Options with { MaxEvents = 3 });

        Assert.Equal(3, brief.Happened.Concat(brief.Apart).Sum(g => g.Months.Sum(m => m.Events.Count)));
        Assert.NotEmpty(Parse(SomeBrief.Html(brief)).QuerySelectorAll("li.event"));
    }

    private static Brief BriefOf(string set) => set switch
    {
        "golden" => SomeBrief.Golden(),
        "empty" => BriefBuilder.Build([], []),
        "no-events" => BriefBuilder.Build(MarkedArticles.Read(GoldenFile.Read("articles.txt")).Documents, []),
        "one" => BriefBuilder.Build([Testing.SomeEvents.Document("d1", "2024-01-01")], [Testing.SomeEvents.Event("e", "2024-01-01", PloverType.Consult, "RUS GOV", "AFG GOV")]),
        "no-text" => SomeBrief.Golden(SomeBrief.Options with { WithText = false }),
        "large" => Large.Value,
        "odd" => OddBrief(),
        "orphans" => BriefBuilder.Build([], [Testing.SomeEvents.Event("e", "2024-01-01", PloverType.Assault, "AFG REB", "")]),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    private static Brief LargeBrief()
    {
        var random = new Random(3);
        string[] parties = ["RUS GOV", "AFG GOV", "PAK MIL", "IRN GOV", "CHN GOV", "IGO", "AFG REB", "USA GOV"];
        string filler = string.Concat(Enumerable.Repeat("Nothing else of note was told on that day in the long report. ", 12));
        var documents = new List<Document>();
        var events = new List<CodedEvent>();
        for (int i = 0; i < 5_000; i++)
        {
            string date = Testing.SomeEvents.Day("2000-01-01").AddDays(random.Next(9_000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            documents.Add(Testing.SomeEvents.Document($"d{i}", date, $"Agency {i % 40}", "Actor acted towards Recipient. " + filler));
            for (int j = 0; j < 2; j++)
            {
                events.Add(Testing.SomeEvents.Event($"e{i}-{j}", date, (PloverType)random.Next(16), parties[random.Next(8)], parties[random.Next(8)], (EventStatus)random.Next(5), $"d{i}", random.Next(9) == 0));
            }
        }

        return BriefBuilder.Build(documents, events);
    }

    private static Brief OddBrief()
    {
        const string text = "وقّعت موسكو اتفاقية مع كابل. <b>Actor</b> & \"acted\" 😀 towards\u0000 \ud800 Recipient';\n\n" + "no end ";
        Document odd = new("<id \"1\">", new(2024, 2, 29), text + new string('x', 20_000))
        {
            Title = "<script>alert(1)</script> " + new string('t', 3_000),
            Publisher = "A & B <i>",
            Author = "\u202Eauthor",
            Url = "javascript:alert(1)",
            Language = "ar\" onload=\"x",
        };
        CodedEvent coded = Testing.SomeEvents.Event("<e>", "2024-02-29", PloverType.Accuse, "XXX GOV", "?", docId: odd.Id) with
        {
            Actor = [new(new("<b>", new(29, 32)), ActorCode.Parse("XXX GOV")) { Name = "<img src=x>" }],
            Recipient = [new(new("far beyond the end", new(90_000, 90_010)), null)],
            Trigger = new("acted", new(45, 50)),
            Context = ["<ctx>"],
            Attribution = new("\"who\" | *it*", new(0, 3)),
        };
        CodedEvent beyond = coded with { Id = "beyond", Trigger = new("gone", new(50_000, 50_004)) };
        return BriefBuilder.Build([odd, odd with { Title = "a second with the same id" }], [coded, beyond], new() { Problems = [new("<f>", 3, "DOC001", "bad `value` <here>")] });
    }

    private static string Words(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    private static IHtmlDocument Parse(string html) => new HtmlParser(new HtmlParserOptions { IsStrictMode = false }).ParseDocument(html);
}
