using System.Text;
using Entente.Records;

namespace Entente.Reading.Tests;

public sealed class ArticleSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-reading-");

    private readonly List<Diagnostic> _problems = [];

    [Fact]
    public void A_text_file_has_a_head_then_its_words()
    {
        string path = Write("a.txt", "Title: Ministers meet\nDate: 2024-03-05\nPublisher: Entente\nAuthor: Staff\nUrl: https://example.org/a\nNote: written for this test\n\nMoscow: talks began.\nThey ended.\n");

        Document document = Assert.Single(Read(path));

        Assert.Equal("Moscow: talks began.\nThey ended.\n", document.Text);
        Assert.Equal(("a", new DateOnly(2024, 3, 5), "Ministers meet", "Entente", "Staff", "https://example.org/a"), (document.Id, document.Date, document.Title, document.Publisher, document.Author, document.Url));
        Assert.Empty(_problems);
    }

    [Fact]
    public void An_agency_before_a_colon_opens_no_head()
    {
        string path = Write("b-2024-03-05.txt", "Agency: A report.\n\nMore.");

        Document document = Assert.Single(Read(path));

        Assert.Equal("Agency: A report.\n\nMore.", document.Text);
        Assert.Null(document.Title);
    }

    [Fact]
    public void A_day_comes_from_the_head_before_the_name_and_from_the_name_before_the_option()
    {
        string head = Write("x-2020-01-01.txt", "Date: 5 March 2024\n\nWords."), name = Write("y-2020-01-02.txt", "Words."), none = Write("z.txt", "Words.");

        Document[] documents = [.. new ArticleSource(_problems.Add) { Date = new(2019, 1, 1) }.Read([head, name, none], Stream.Null)];

        Assert.Equal([new(2024, 3, 5), new(2020, 1, 2), new(2019, 1, 1)], documents.Select(document => document.Date));
    }

    [Theory]
    [InlineData("a.txt", "Words.", "ART002")]
    [InlineData("a.txt", "Date: yesterday\n\nWords.", "ART005")]
    [InlineData("2024-01-01.txt", "Date: 03/04/2020\n\nWords.", "ART005")]
    [InlineData("b.txt", "Date: 9999-12-31\n\nWords.", "ART005")]
    [InlineData("9999-12-31.txt", "Words.", "ART002")]
    [InlineData("2024-01-01.txt", " \n", "ART003")]
    [InlineData("2024-01-01.html", "<html><body><nav>Menu</nav></body></html>", "ART003")]
    public void An_article_that_cannot_be_used_is_refused_with_advice(string name, string content, string code)
    {
        string path = Write(name, content);

        Assert.Empty(Read(path));

        Assert.Equal((path, code), (Assert.Single(_problems).File, _problems[0].Code));
    }

    [Fact]
    public void Invalid_UTF_8_and_a_missing_file_are_reported_and_the_rest_is_read()
    {
        string bad = Path.Combine(_folder.FullName, "2024-01-01.txt"), good = Write("2024-01-02.txt", "Words.");
        File.WriteAllBytes(bad, [0x41, 0xFF, 0x42]);

        Document document = Assert.Single(Read(bad, Path.Combine(_folder.FullName, "none.txt"), good));

        Assert.Equal("Words.", document.Text);
        Assert.Equal(["ART004", "ART001"], _problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_folder_gives_its_articles_in_ordinal_order_of_their_paths()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "sub"));
        Write("b-2024-01-01.txt", "B.");
        Write("sub/a-2024-01-01.txt", "A.");
        Write("B-2024-01-01.txt", "Upper.");
        Write("README.md", "Not an article.");
        Write("c.jsonl", "{\"id\":\"c1\",\"date\":\"2024-01-01\",\"text\":\"C.\"}\n");

        string[] ids = [.. Read(_folder.FullName).Select(document => document.Id)];

        Assert.Equal(["B-2024-01-01", "b-2024-01-01", "c1", "sub/a-2024-01-01"], ids);
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("{\"id\":\"j\",\"date\":\"2024-01-01\",\"text\":\"C.\"}", "j")]
    [InlineData("\uFEFF<!doctype html><html><head><meta name=date content='2024-01-01'></head><body><p>Words here.</p></body></html>", "stdin")]
    [InlineData("Date: 2024-01-01\r\n\r\nWords.", "stdin")]
    public void Standard_input_is_judged_by_its_first_character(string content, string id)
    {
        Document document = Assert.Single(new ArticleSource(_problems.Add).Read(["-"], new MemoryStream(Encoding.UTF8.GetBytes(content))));

        Assert.Equal(id, document.Id);
        Assert.Empty(_problems);
    }

    [Fact]
    public void A_page_gives_its_main_text_and_its_own_metadata()
    {
        string path = Write("page.html", """
            <!doctype html>
            <html lang="en-GB"><head>
              <title>Ministers meet in Ankara | The Example</title>
              <meta property="og:site_name" content="The Example">
              <link rel="canonical" href="https://example.org/ankara">
              <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Ministers meet in Ankara",
                "datePublished":"2024-05-03T23:30:00+03:00","author":[{"@type":"Person","name":"A. Writer"},{"name":"B. Writer"}]}]}</script>
            </head><body>
              <header><a href="/">The Example</a></header>
              <nav><ul><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav>
              <div class="cookie-banner"><p>We use cookies, and we would like you to agree to all of them, please, thank you.</p></div>
              <main><article>
                <h1>Ministers meet in Ankara</h1>
                <time datetime="2024-05-03">3 May 2024</time>
                <figure><img src="a.jpg"><figcaption>The ministers, shaking hands in front of flags, on Friday.</figcaption></figure>
                <p>The foreign ministers of Turkey and Greece met in <a href="/ankara">Ankara</a> on Friday, officials said.</p>
                <div class="article-share"><p>Share this article with your friends, your family and your colleagues.</p></div>
                <p>They agreed to hold further talks on the Aegean,<br>a statement said.</p>
                <h2>Background</h2>
                <p>The shareholders of peace are many.</p>
                <aside><p>Related: another story of some length which is not part of this one at all.</p></aside>
              </article></main>
              <section class="related-stories"><p>A long teaser of another story that nobody asked for, with many words, and more.</p></section>
              <footer><p>Copyright The Example. All rights reserved, and so on, and so forth.</p></footer>
            </body></html>
            """);

        Document document = Assert.Single(Read(path));

        Assert.Equal(
            "The foreign ministers of Turkey and Greece met in Ankara on Friday, officials said.\n\nThey agreed to hold further talks on the Aegean, a statement said.\n\nBackground\n\nThe shareholders of peace are many.",
            document.Text);
        Assert.Equal("Ministers meet in Ankara", document.Title);
        Assert.Equal((new DateOnly(2024, 5, 3), "The Example", "A. Writer, B. Writer", "https://example.org/ankara", "en-GB"), (document.Date, document.Publisher, document.Author, document.Url, document.Language));
    }

    [Fact]
    public void A_page_of_another_encoding_is_read_by_what_it_declares()
    {
        string path = Path.Combine(_folder.FullName, "old-2003-01-01.html");
        File.WriteAllBytes(path, [.. "<html><head><meta charset=windows-1252></head><body><p>The caf"u8, 0xE9, .. " talks \x93"u8[..^2], 0x93, .. "went on"u8, 0x94, .. ".</p></body></html>"u8]);

        Document document = Assert.Single(Read(path));

        Assert.Equal("The café talks “went on”.", document.Text);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Document[] Read(params string[] inputs) => [.. new ArticleSource(_problems.Add).Read(inputs, Stream.Null)];

    private string Write(string name, string content)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return path;
    }
}
