using System.Text.Json;
using Entente.Briefing.Sections;
using Entente.Briefing.Words;
using Entente.Records;

namespace Entente.Briefing.Tests;

public sealed class SectionTests
{
    private const string First = "Russia and Afghanistan signed a <training> pact in Moscow. Russia fears heroin and militants spilling into Central Asia. Afghan garrisons rely on Russian spare parts.";

    private const string Second = "Afghan garrisons still rely on Russian spare parts. Russia would arm the garrisons in exchange for quiet borders. The pact will probably hold.";

    private static readonly Document[] Documents = [new("d1", new(2026, 5, 1), First) { Title = "A pact" }, new("d2", new(2026, 5, 3), Second) { Title = "The pact again" }];

    private static readonly BriefRecords Records = new()
    {
        Agreements =
        [
            new()
            {
                Id = "a1", DocId = "d1", Sentence = 0, Parties = [Party(First, "Russia", "RUS GOV"), Party(First, "Afghanistan", "AFG GOV PRE")], Kind = ["training-exercises"], Domain = ["military"],
                Name = "<training> pact", Stage = AgreementStage.Signed, Status = EventStatus.Reported, Confidence = 0.9, Evidence = Words(First, "Russia and Afghanistan signed a <training> pact in Moscow"),
            },
            new()
            {
                Id = "a2", DocId = "d2", Sentence = 2, Parties = [], Kind = ["other"], Domain = [], Name = "pact", Stage = AgreementStage.InForce, Status = EventStatus.Hypothetical, Confidence = 0.5,
                Evidence = Words(Second, "The pact will probably hold"),
            },
        ],
        Ties =
        [
            Threat("t1", "heroin", "narcotics"), Threat("t2", "militants", "militants-movement"),
            Reliance("t3", "d1", First), Reliance("t4", "d2", Second),
        ],
        Bargains =
        [
            new()
            {
                Id = "b1", DocId = "d2", Sentence = 1, Gives = [new(Party(Second, "Russia", "RUS GOV"), Words(Second, "arm the garrisons"))], Gets = [new(null, Words(Second, "quiet borders"))],
                Status = EventStatus.Hypothetical, Confidence = 0.7, Evidence = Words(Second, "Russia would arm the garrisons in exchange for quiet borders"),
            },
        ],
        Assessments =
        [
            new()
            {
                Id = "s1", DocId = "d2", Sentence = 2, Claim = Words(Second, "The pact will probably hold"), Hedge = Words(Second, "probably"), LikelihoodFrom = 0.55, LikelihoodTo = 0.80,
                Confidence = 0.8, Evidence = Words(Second, "The pact will probably hold"),
            },
        ],
    };

    private static Brief Brief => BriefBuilder.Build(Documents, Records, SomeBrief.Options);

    [Fact]
    public void Sections_stand_in_order_and_those_without_records_are_named_as_not_found()
    {
        Assert.Equal(["agreements", "architecture", "dependence", "bargains", "inferences", "confidence"], Brief.Sections.Select(section => section.Id));
        Assert.Equal(["leverage"], Brief.NotFound);
        Assert.Contains(MethodWords.Lines(Brief), line => line == "Looked for and not found: leverage.");
    }

    [Fact]
    public void A_brief_of_events_alone_neither_lists_nor_misses_other_records()
    {
        Brief brief = BriefBuilder.Build(Documents, [], SomeBrief.Options);

        Assert.Empty(brief.Sections);
        Assert.Empty(brief.NotFound);
    }

    [Fact]
    public void Threats_of_one_sentence_are_one_line_with_their_kinds_and_where_they_spill_over()
    {
        SectionItem item = Assert.Single(Section("architecture").Groups.Single().Items);

        Assert.Equal("Russia is threatened by narcotics and movement of militants (“heroin”; “militants”), spilling over into Central Asia", item.Text);
        Assert.Equal(["t1", "t2"], item.Records);
        Assert.Equal(["narcotics", "militants-movement"], item.Codes.Single(code => code.Key == "kind").Value);
    }

    [Fact]
    public void A_relation_told_in_two_articles_is_one_line_with_both_quotes()
    {
        SectionItem item = Assert.Single(Section("dependence").Groups.Single().Items);

        Assert.Equal("Afghanistan depends on Russia for “Russian spare parts”", item.Text);
        Assert.Contains("told 2 times in 2 articles", item.Facts);
        Assert.Equal(["d1", "d2"], item.Quotes.Select(quote => quote.Source!.DocId));
    }

    [Fact]
    public void An_agreement_that_names_no_party_is_not_listed()
    {
        SectionItem item = Assert.Single(Section("agreements").Groups.Single().Items);

        Assert.Equal("Russia and Afghanistan: <training> pact", item.Text);
        Assert.Contains("signed", item.Facts);
    }

    [Fact]
    public void An_inference_bears_its_range_and_is_no_finding()
    {
        SectionItem item = Assert.Single(Section("inferences").Groups.Single().Items);

        Assert.Equal(["likely, 55 to 80 %", "marked by “probably”", "the article’s own inference"], item.Facts);
        Assert.DoesNotContain(Brief.Findings, finding => finding.Text.Contains("will probably hold", StringComparison.Ordinal));
        Assert.Contains(Brief.Findings, finding => finding.Text.StartsWith("1 inference of the authors is listed as such", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_only_possible_says_so_in_the_line()
    {
        SectionItem item = Assert.Single(Section("bargains").Groups.Single().Items);

        Assert.Equal("Russia: “arm the garrisons” in exchange for “quiet borders”", item.Text);
        Assert.Equal(["possible, or inferred by the author"], item.Facts);
    }

    [Fact]
    public void All_three_forms_hold_every_line_and_html_escapes_what_was_read()
    {
        string html = SomeBrief.Html(Brief), markdown = SomeBrief.Markdown(Brief);
        using JsonDocument json = JsonDocument.Parse(SomeBrief.Json(Brief));

        Assert.DoesNotContain("<training>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;training&gt; pact", html, StringComparison.Ordinal);
        foreach (BriefSection section in Brief.Sections)
        {
            Assert.Contains($"id=\"{section.Id}\"", html, StringComparison.Ordinal);
            Assert.Contains($"href=\"#{section.Id}\"", html, StringComparison.Ordinal);
            Assert.Contains($"## {section.Title}\n", markdown, StringComparison.Ordinal);
        }

        JsonElement[] sections = [.. json.RootElement.GetProperty("sections").EnumerateArray()], inferences = [.. sections.Where(section => section.GetProperty("id").GetString() == "inferences")];
        Assert.Equal(Brief.Sections.Select(section => section.Id), sections.Select(section => section.GetProperty("id").GetString()));
        Assert.Equal(["0.55", "0.80"], inferences[0].GetProperty("groups")[0].GetProperty("items")[0].GetProperty("codes").GetProperty("likelihood").EnumerateArray().Select(value => value.GetString()));
    }

    [Fact]
    public void Links_of_sections_lead_to_sentences_of_the_articles()
    {
        string html = SomeBrief.Html(Brief);

        SectionQuote[] quotes = [.. Brief.Sections.SelectMany(section => section.Groups).SelectMany(group => group.Items).SelectMany(item => item.Quotes)];
        Assert.NotEmpty(quotes);
        foreach (SectionQuote quote in quotes)
        {
            Assert.Contains($"id=\"{quote.Source!.Target}\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Emphasis_in_markdown_never_opens_or_closes_beside_a_blank()
    {
        Assert.DoesNotContain("** **", SomeBrief.Markdown(Brief), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\*\*[^*\n]*\s\*\*\[", SomeBrief.Markdown(Brief));
    }

    [Fact]
    public void Every_kind_stage_threat_and_tie_has_words()
    {
        foreach (string kind in AgreementTerms.Kinds)
        {
            Assert.NotEmpty(RecordWords.Kind(kind));
        }

        foreach (string threat in TieTerms.Threats)
        {
            Assert.NotEmpty(RecordWords.Threat(threat));
        }

        foreach (AgreementStage stage in Enum.GetValues<AgreementStage>())
        {
            Assert.NotEmpty(RecordWords.Stage(stage));
        }

        foreach (TieKind tie in Enum.GetValues<TieKind>())
        {
            Assert.Contains("not", RecordWords.Tie(tie, several: true, denied: true), StringComparison.Ordinal);
            Assert.NotEqual(RecordWords.Tie(tie, several: true, denied: false), RecordWords.Tie(tie, several: false, denied: false));
        }
    }

    private static BriefSection Section(string id) => Brief.Sections.Single(section => section.Id == id);

    private static Tie Threat(string id, string words, string kind) => new()
    {
        Id = id, DocId = "d1", Sentence = 1, Kind = TieKind.IsThreatenedBy, Holder = [new(new("Russia", new(59, 65)), Code("RUS GOV"))], Theme = new(Words(First, words), kind),
        Where = Words(First, "Central Asia"), Status = EventStatus.Reported, Confidence = 0.8, Evidence = Words(First, "Russia fears heroin and militants spilling into Central Asia"),
    };

    private static Tie Reliance(string id, string docId, string text) => new()
    {
        Id = id, DocId = docId, Sentence = 2, Kind = TieKind.DependsOn, Holder = [Party(text, "Afghan garrisons", "AFG MIL")], Other = [Party(text, "Russian", "RUS GOV")],
        Theme = new(Words(text, "Russian spare parts"), "equipment"), Status = EventStatus.Reported, Confidence = 0.8, Evidence = Words(text, "Russian spare parts"),
    };

    private static Entity Party(string text, string words, string code) => new(Words(text, words), Code(code));

    private static ActorCode? Code(string code) => ActorCode.TryParse(code, out ActorCode known) ? known : null;

    private static Quote Words(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        return new(words, new(at, at + words.Length));
    }
}
