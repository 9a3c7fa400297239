using System.Text.Json;
using Entente.Briefing.Evidences;
using Entente.Briefing.Words;
using Entente.Records;
using Entente.Testing;

namespace Entente.Briefing.Tests;

public sealed class BriefWordsTests
{
    [Fact]
    public void Every_category_and_mode_has_words_for_every_status_with_and_without_recipient()
    {
        string[] modes = [.. WordTable.Rows("phrases.tsv").Select(r => r[0]).Where(k => k.Contains('/', StringComparison.Ordinal)).Select(k => k.Split('/')[1]), "none"];
        Assert.True(modes.Length > 10);
        foreach (PloverType type in Enum.GetValues<PloverType>())
        {
            foreach (string mode in modes)
            {
                foreach (EventStatus status in Enum.GetValues<EventStatus>())
                {
                    CodedEvent coded = SomeEvents.Event("e", "2024-01-01", type, "RUS", "AFG", status, mode: mode);
                    Assert.NotEmpty(EventPhrases.Of(coded, alone: true).Act);
                    Assert.NotEmpty(EventPhrases.Of(coded, alone: false).Act);
                }
            }
        }
    }

    [Fact]
    public void Every_mode_of_the_table_belongs_to_its_category()
    {
        foreach (string[] row in WordTable.Rows("phrases.tsv").Where(r => r[0].Contains('/', StringComparison.Ordinal)))
        {
            string[] key = row[0].Split('/');
            Assert.True(PloverTypes.TryParse(key[0], out PloverType type), row[0]);
            Assert.True(char.IsAsciiDigit(key[1][0]) || type.HasMode(key[1]), row[0]);
        }
    }

    [Theory]
    [InlineData(PloverType.Support, "057", null, EventStatus.Reported, "signed an agreement with")]
    [InlineData(PloverType.Support, "057", null, EventStatus.Future, "will sign an agreement with")]
    [InlineData(PloverType.Support, "054", null, EventStatus.Negated, "did not recognise")]
    [InlineData(PloverType.Support, "054", null, EventStatus.Hypothetical, "might recognise")]
    [InlineData(PloverType.Request, "0254", "yield", EventStatus.Reported, "called on")]
    [InlineData(PloverType.Request, "1056", "yield", EventStatus.Reported, "demanded a concession of")]
    [InlineData(PloverType.Coerce, "057", "deport", EventStatus.Reported, "deported people of")]
    public void The_most_exact_key_gives_the_words_and_the_status_their_form(PloverType type, string cameo, string? mode, EventStatus status, string act)
    {
        CodedEvent coded = SomeEvents.Event("e", "2024-01-01", type, "RUS", "AFG", status, mode: mode) with { Cameo = cameo };

        Assert.Equal(act, EventPhrases.Of(coded, alone: false).Act);
    }

    [Theory]
    [InlineData("AFG GOV PRE", "Taliban", null, "Afghanistan (Taliban)")]
    [InlineData("RUS GOV", "Sergei Shoigu", "Secretary of the Security Council", "Russia (Sergei Shoigu, Secretary of the Security Council)")]
    [InlineData("RUS GOV", "Russia", null, "Russia (government)")]
    [InlineData("RUS GOV", null, null, "Russia (government)")]
    [InlineData("IGO", "Shanghai Cooperation Organisation", null, "Shanghai Cooperation Organisation")]
    [InlineData("REB", null, null, "“words” (armed group)")]
    [InlineData("KAZ", null, null, "KAZ")]
    public void A_party_is_named_by_country_and_by_who_it_is_within_it(string code, string? name, string? role, string expected)
    {
        var names = new Names(c => c switch { "RUS" => "Russia", "AFG" => "Afghanistan", _ => null });

        Assert.Equal(expected, names.Entity(new(new("words", new(0, 5)), ActorCode.Parse(code)) { Name = name, Role = role }));
    }

    [Fact]
    public void An_unnamed_government_goes_without_saying_beside_somebody_named_of_it()
    {
        var names = new Names(c => c == "RUS" ? "Russia" : null);
        Entity Of(string code, string? name) => new(new("words", new(0, 5)), ActorCode.Parse(code)) { Name = name };

        Assert.Equal("Russia (Sergei Shoigu) and AFG (government)", names.Entities([Of("RUS GOV", "Sergei Shoigu"), Of("RUS GOV", null), Of("AFG GOV", null)]));
        Assert.Equal("Russia (government)", names.Entities([Of("RUS GOV", "Russia"), Of("RUS GOV", null)]));
    }

    [Fact]
    public void A_party_without_a_code_keeps_its_own_words() =>
        Assert.Equal("“the raiders” (not identified)", new Names(null).Entity(new(new("the \n raiders", new(0, 13)), null)));

    [Theory]
    [InlineData(0, "0 events")]
    [InlineData(1, "1 event")]
    [InlineData(2, "2 events")]
    [InlineData(12345, "12,345 events")]
    public void Numbers_agree_with_their_nouns(int number, string expected) => Assert.Equal(expected, Counted.Of(number, "event"));

    [Theory]
    [InlineData("2024-05-27", "2024-05-28", DatePrecision.Day, "2024-05-27")]
    [InlineData("2024-05-27", "2024-05-28", DatePrecision.Publication, "as of 2024-05-27")]
    [InlineData("2024-05-27", "2024-06-03", DatePrecision.Week, "2024-05-27 to 2024-06-02")]
    [InlineData("2024-05-01", "2024-06-01", DatePrecision.Month, "May 2024")]
    [InlineData("2024-04-01", "2024-07-01", DatePrecision.Season, "April 2024 to June 2024")]
    [InlineData("2024-01-01", "2025-01-01", DatePrecision.Year, "2024")]
    [InlineData("2001-01-01", "2021-01-01", DatePrecision.Decade, "2001 to 2020")]
    public void A_date_is_told_as_exactly_as_it_is_known(string start, string end, DatePrecision precision, string expected) =>
        Assert.Equal(expected, Counted.When(new(SomeEvents.Day(start), SomeEvents.Day(end)), precision));

    [Theory]
    [InlineData("He met Gen. Smith in Kabul. They spoke.", 2)]
    [InlineData("J. P. Singh arrived. \"It is done.\" He left!", 3)]
    [InlineData("A line\nand another", 2)]
    [InlineData("Trade rose by 3.5 per cent. It fell later.", 2)]
    [InlineData("   ", 0)]
    public void Plain_sentences_end_at_stops_and_line_ends(string text, int count)
    {
        IReadOnlyList<TextSpan> sentences = PlainSentences.Split(text);

        Assert.Equal(count, sentences.Count);
        Assert.All(sentences.Zip(sentences.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
        Assert.Equal(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), string.Concat(sentences.SelectMany(s => s.In(text)).Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void Claimed_planned_and_denied_events_are_never_among_what_happened()
    {
        Brief brief = SomeBrief.Golden();

        Assert.All(Listed(brief.Happened), e => Assert.True(e.Record.Status == EventStatus.Reported && !e.Record.Claimed));
        Assert.Equal(["Claimed", "Planned", "Possible", "Denied or did not happen"], brief.Apart.Select(g => g.Title));
        Assert.Contains("claimed by “Officials in Kabul”", Listed(brief.Apart).SelectMany(e => e.Details));
        Assert.Equal(brief.Coverage.Events, Listed(brief.Happened).Count() + Listed(brief.Apart).Count());
    }

    [Fact]
    public void Claimed_events_count_when_the_caller_asks_for_it()
    {
        Brief brief = SomeBrief.Golden(SomeBrief.Options with { CountClaimed = true });

        Assert.DoesNotContain(brief.Apart, g => g.Title == "Claimed");
        Assert.Contains(Listed(brief.Happened), e => e.Record.Claimed);
    }

    [Fact]
    public void An_act_is_a_first_only_where_the_first_half_tells_of_the_relation_but_not_of_its_like()
    {
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2022-01-01", PloverType.Consult, "RUS", "AFG"),
            SomeEvents.Event("b", "2025-07-03", PloverType.Consult, "RUS", "AFG"),
            SomeEvents.Event("c", "2025-07-04", PloverType.Support, "RUS", "AFG") with { Cameo = "054" },
            SomeEvents.Event("d", "2025-07-05", PloverType.Support, "RUS", "AFG") with { Cameo = "054" },
            SomeEvents.Event("e", "2025-07-06", PloverType.Support, "CHN", "AFG") with { Cameo = "054" },
        ];

        Brief brief = BriefBuilder.Build([], events);

        RelationFirsts firsts = Assert.Single(brief.Changes!.Firsts);
        Assert.Equal("c", Assert.Single(firsts.Events).Record.Id);
        Assert.Contains(brief.Findings, f => f.Text == "First of its kind between AFG and RUS in these documents: 2025-07-04, RUS recognised AFG.");
    }

    [Theory]
    [InlineData(2, "No relation differs")]
    [InlineData(9, "changed most")]
    public void A_difference_is_called_a_change_only_beyond_chance(int later, string words)
    {
        Document[] documents = [.. Enumerable.Range(0, 10).Select(i => SomeEvents.Document($"d{i}", i < 5 ? "2022-01-01" : "2025-07-03"))];
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2022-01-01", PloverType.Consult, "RUS", "AFG"),
            .. Enumerable.Range(0, later).Select(i => SomeEvents.Event($"b{i}", "2025-07-03", PloverType.Consult, "RUS", "AFG")),
        ];

        Assert.Contains(BriefBuilder.Build(documents, events).Findings, f => f.Text.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void The_json_can_be_read_back_and_holds_every_event_once()
    {
        Brief brief = SomeBrief.Golden();

        using JsonDocument json = JsonDocument.Parse(SomeBrief.Json(brief));

        string[] ids =
        [
            .. new[] { "happened", "apart" }.SelectMany(p => json.RootElement.GetProperty(p).EnumerateArray())
                .SelectMany(g => g.GetProperty("months").EnumerateArray()).SelectMany(m => m.GetProperty("events").EnumerateArray())
                .Select(e => e.GetProperty("id").GetString()!).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(MarkedArticles.Read(GoldenFile.Read("articles.txt")).Events.Select(e => e.Id).Order(StringComparer.Ordinal), ids);
    }

    private static IEnumerable<BriefEvent> Listed(IReadOnlyList<EventGroup> groups) => groups.SelectMany(g => g.Months).SelectMany(m => m.Events);
}
