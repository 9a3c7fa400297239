using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Entente.Cli.Streams;
using Entente.Testing;

namespace Entente.Cli.Tests;

/// <summary>Every sentence of a brief of the sample articles leads to what it rests on.</summary>
public sealed class BriefEvidenceTests : IClassFixture<BriefEvidenceTests.Home>
{
    private static readonly string[] Sections = ["shift", "happened", "network", "dependence", "signals", "equation", "confidence"];

    private readonly Home _home;

    public BriefEvidenceTests(Home home) => _home = home;

    [Theory]
    [InlineData]
    [InlineData("--no-text")]
    [InlineData("--pair", "RUS", "AFG", "--from", "2024")]
    public void Every_sentence_carries_a_link_to_its_evidence(params string[] options)
    {
        string table = Path.Combine(_home.Folder, "trade.csv");
        File.WriteAllText(table, "supplier,client,year,value\nRUS,AFG,2020,3\nUSA,AFG,2019,1\n");
        IHtmlDocument page = Brief([Path.Combine(Repository.Root, "samples", "moscow-kabul"), "--transfers", table, .. options], out _);

        if (options.Length < 2)
        {
            Assert.All(Sections, id => Assert.NotNull(page.GetElementById(id)));
        }

        IElement[] sentences =
        [
            .. page.QuerySelectorAll("#findings li, p.dek, li.event"), .. page.QuerySelectorAll("#changes ul.plain > li"),
        ];
        Assert.True(sentences.Length > 40, $"{sentences.Length} sentences");
        Assert.All(sentences, sentence => Assert.True(LeadsSomewhere(page, sentence), "without evidence: " + sentence.TextContent));
        Assert.All(page.QuerySelectorAll("figure"), figure => Assert.NotNull(figure.QuerySelector(".source")));
    }

    [Fact]
    public void Parties_of_whom_nothing_is_told_are_said_so_with_whom_the_articles_name()
    {
        string article = Path.Combine(_home.Folder, "article.txt");
        File.WriteAllText(article, "Date: 2024-05-01\n\nChad and Niger signed a defence agreement on Tuesday.\n");

        IHtmlDocument page = Brief([article, "--pair", "BRA", "CHL"], out string errors);

        Assert.Contains("no event is of the parties and days asked for; the articles tell 1 event, from 2024-04-30 to 2024-04-30, of NER, TCD\n", errors, StringComparison.Ordinal);
        Assert.Contains("1 article, 0 events", errors, StringComparison.Ordinal);
        Assert.Contains("No event was coded as reported", page.GetElementById("findings")!.TextContent, StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => Brief([article, "--pair", "TCD", "Chad"], out _));
    }

    [Theory]
    [InlineData]
    [InlineData("--pair", "RUS", "AFG", "--from", "2024")]
    public void An_archive_of_the_articles_gives_the_brief_of_the_articles(params string[] options)
    {
        string samples = Path.Combine(Repository.Root, "samples", "moscow-kabul"), archive = Path.Combine(_home.Folder, Guid.NewGuid().ToString("N") + ".db");
        using var interrupt = new Interrupt();
        Assert.Equal(0, Program.Run(["add", samples, "--archive", archive], new(Stream.Null, Stream.Null, new StringWriter(), interrupt) { Home = _home.Folder }));

        IHtmlDocument ofArticles = Brief([samples, .. options], out _), ofArchive = Brief(["--archive", archive, .. options], out string errors);

        Assert.Contains("80 articles", errors, StringComparison.Ordinal);
        string[] sections = [.. Sections.Where(id => ofArticles.GetElementById(id) is not null)];
        Assert.True(sections.Length >= 3);
        Assert.All(sections, id => Assert.Equal(Lines(ofArticles, id), Lines(ofArchive, id)));
        IElement[] sentences = [.. ofArchive.QuerySelectorAll("#findings li, p.dek, li.event")];
        Assert.True(sentences.Length > 20, $"{sentences.Length} sentences");
        Assert.All(sentences, sentence => Assert.True(LeadsSomewhere(ofArchive, sentence), "without evidence: " + sentence.TextContent));
        Assert.Equal(ofArchive.DocumentElement.OuterHtml, Brief(["--archive", archive, .. options], out _).DocumentElement.OuterHtml);
    }

    [Fact]
    public void A_brief_is_made_of_articles_or_of_an_archive()
    {
        foreach ((string[] words, string told) in ((string[], string)[])[(["some.txt", "--archive", "some.db"], "one of them"), ([], "no input is named"), (["--archive", "a.db", "--archive", "b.db"], "--archive")])
        {
            using var interrupt = new Interrupt();
            var talk = new StringWriter { NewLine = "\n" };
            Assert.Equal(2, Program.Run(["brief", .. words], new(Stream.Null, Stream.Null, talk, interrupt) { Home = _home.Folder }));
            Assert.Contains(told, talk.ToString(), StringComparison.Ordinal);
        }
    }

    private static string Lines(IHtmlDocument page, string section) => string.Join(' ', page.GetElementById(section)!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private IHtmlDocument Brief(string[] words, out string errors)
    {
        string file = Path.Combine(_home.Folder, "brief.html");
        using var interrupt = new Interrupt();
        var talk = new StringWriter { NewLine = "\n" };
        int code = Program.Run(["brief", .. words, "-o", file], new(Stream.Null, Stream.Null, talk, interrupt) { Home = _home.Folder });
        errors = talk.ToString();
        Assert.True(code == 0, errors);
        return new HtmlParser().ParseDocument(File.ReadAllText(file));
    }

    /// <summary>A link of its own, or, where all of a section stands in one article, that section's, to a part of the page that is there.</summary>
    private static bool LeadsSomewhere(IHtmlDocument page, IElement sentence)
    {
        IElement[] links = [.. sentence.QuerySelectorAll("a[href^='#']")];
        return links.Length > 0 && Array.TrueForAll(links, link => page.GetElementById(link.GetAttribute("href")![1..]) is not null);
    }

    /// <summary>A folder with the compiled lexicon and the models.</summary>
    public sealed class Home : IDisposable
    {
        public Home() => Installation.Install(Repository.Root, Folder);

        public string Folder { get; } = Directory.CreateTempSubdirectory("entente-brief-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
