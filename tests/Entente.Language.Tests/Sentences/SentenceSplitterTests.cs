using System.Diagnostics;
using Entente.Language.Sentences;
using Entente.Language.Tests.Tokens;
using Entente.Language.Tokens;

namespace Entente.Language.Tests.Sentences;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Talks began. They failed.", "Talks began.|They failed.")]
    [InlineData("U.S. President met Gen. Ali on Jan. 5. He left.", "U.S. President met Gen. Ali on Jan. 5.|He left.")]
    [InlineData("They flew to the U.S. The talks began.", "They flew to the U.S.|The talks began.")]
    [InlineData("It began at 5 p.m. on Monday.", "It began at 5 p.m. on Monday.")]
    [InlineData("\"We agree.\" \"We do not,\" he said. \"Why?\" she asked.", "\"We agree.\"|\"We do not,\" he said.|\"Why?\" she asked.")]
    [InlineData("“The deal is dead.” The minister left.", "“The deal is dead.”|The minister left.")]
    [InlineData("He warned of war (as in 2008). Troops moved.", "He warned of war (as in 2008).|Troops moved.")]
    [InlineData("War?! No! Talks... failed... Then war came.", "War?!|No!|Talks... failed...|Then war came.")]
    [InlineData("KABUL, Afghanistan (AP) - Fighting resumed. MOSCOW — The Kremlin denied it.", "KABUL, Afghanistan (AP) - Fighting resumed.|MOSCOW — The Kremlin denied it.")]
    [InlineData("Byzantium fell.[6] The city burned. [7]", "Byzantium fell.[6]|The city burned. [7]")]
    [InlineData("Headline without a stop\n\nThe story begins here.", "Headline without a stop|The story begins here.")]
    [InlineData("Demands:\n- An end to the blockade\n- Free passage\n• Elections", "Demands:|- An end to the blockade|- Free passage|• Elections")]
    [InlineData("1. The parties agree.\n2. The parties withdraw.", "1. The parties agree.|2. The parties withdraw.")]
    [InlineData("The firm Rosneft Inc. said so. Acme Corp. declined.", "The firm Rosneft Inc. said so.|Acme Corp. declined.")]
    [InlineData("Chad and Niger agree to reopen their common border\nBy Ann Smith and Robert Brown\n\nThe border opens.", "Chad and Niger agree to reopen their common border|By Ann Smith and Robert Brown|The border opens.")]
    [InlineData("Rebels take the northern capital\nBy our correspondent in Bamako\n\nThey won.", "Rebels take the northern capital|By our correspondent in Bamako|They won.")]
    [InlineData("", "")]
    public void Sentences_end_where_a_reader_would_end_them(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', Split(text)));
    }

    [Fact]
    public void Lines_of_wrapped_text_are_one_sentence()
    {
        const string text = "The foreign ministers of the two countries agreed on Friday that the\n"
            + "Organization for Security and Co-operation in Europe should send more\nobservers to the border.\nThe mission will start in May and last for at least six months, the\nministers said.";

        Assert.Equal(2, Split(text).Length);
    }

    [Fact]
    public void A_short_line_above_wrapped_text_is_a_heading()
    {
        const string text = "Ministers Agree on Mission\nThe foreign ministers of the two countries agreed on Friday that the\nmission should be sent to the border in May.";

        Assert.Equal("Ministers Agree on Mission", Split(text)[0]);
    }

    [Fact]
    public void A_line_end_after_a_whole_paragraph_ends_a_sentence()
    {
        string paragraph = string.Join(' ', Enumerable.Repeat("and the talks went on for another day", 5));

        string[] sentences = Split($"First {paragraph}\nSecond {paragraph}");

        Assert.Equal(2, sentences.Length);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_after_its_last_good_place()
    {
        string words = string.Join(' ', Enumerable.Repeat("word", 200)) + "; " + string.Join(' ', Enumerable.Repeat("word", 30)) + ", " + string.Join(' ', Enumerable.Repeat("word", 300));
        (TokenLayer tokens, SentenceLayer sentences) = Layers(words);

        Assert.Equal(201, sentences.End(0));
        Assert.All(Enumerable.Range(0, sentences.Count), i => Assert.InRange(sentences.End(i) - sentences.First(i), 1, SentenceSplitter.MaxWords));
        Assert.Equal(tokens.Count, sentences.End(sentences.Count - 1));
    }

    [Fact]
    public void Every_word_is_in_one_sentence_and_no_surface_token_is_cut()
    {
        var random = new Random(21);
        for (int round = 0; round < 4000; round++)
        {
            string text = RandomText.Next(random);

            (TokenLayer tokens, SentenceLayer sentences) = Layers(text);

            int at = 0;
            for (int i = 0; i < sentences.Count; i++)
            {
                Assert.True(sentences.First(i) == at && sentences.End(i) > at, $"seed 21, round {round}, sentence {i}");
                Assert.False(tokens.Continues[at], $"seed 21, round {round}, sentence {i} starts inside a surface token");
                at = sentences.End(i);
            }

            Assert.Equal(tokens.Count, at);
        }
    }

    [Theory]
    [InlineData("A b\n")]
    [InlineData("A.\n")]
    [InlineData(".\"")]
    [InlineData("word ")]
    [InlineData("( . ")]
    [InlineData("x\r\n")]
    public void A_megabyte_takes_linear_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var clock = Stopwatch.StartNew();

        (_, SentenceLayer sentences) = Layers(text);

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed} for {piece}");
        Assert.True(sentences.Count > 1);
    }

    private static (TokenLayer Tokens, SentenceLayer Sentences) Layers(string text)
    {
        var tokens = new TokenLayer();
        var sentences = new SentenceLayer();
        Tokenizer.Tokenize(text, tokens);
        SentenceSplitter.Split(text, tokens, sentences);
        return (tokens, sentences);
    }

    private static string[] Split(string text)
    {
        (TokenLayer tokens, SentenceLayer sentences) = Layers(text);
        return [.. Enumerable.Range(0, sentences.Count).Select(i => text[tokens.Starts[sentences.First(i)]..tokens.Ends[sentences.End(i) - 1]])];
    }
}
