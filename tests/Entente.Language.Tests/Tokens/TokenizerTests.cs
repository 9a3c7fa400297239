using System.Diagnostics;
using Entente.Language.Tokens;

namespace Entente.Language.Tests.Tokens;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Iran's envoy didn't come.", "Iran +'s envoy did +n't come .")]
    [InlineData("The ministers’ talks weren’t “useful”, they’ve said.", "The ministers +’ talks were +n’t “ useful ” , they +’ve said .")]
    [InlineData("We cannot; I'm gonna stay. They wouldn't've.", "We can +not ; I +'m gon +na stay . They would +n't +'ve .")]
    [InlineData("O'Neill, Sha'ath and Coup d'etat at 5 o'clock", "O'Neill , Sha'ath and Coup d'etat at 5 o'clock")]
    [InlineData("the so-called Moscow-led al-Qaeda's cease-fire", "the so - called Moscow - led al - Qaeda +'s cease - fire")]
    [InlineData("anti-war, pro-Russian co-operation; a re-elected ex-minister's e-mail", "anti-war , pro-Russian co-operation ; a re-elected ex-minister +'s e-mail")]
    [InlineData("the 2019-2020 talks, AK-47s, 10-year-old, 555-0134 and 202-555-0134", "the 2019 - 2020 talks , AK - 47s , 10 - year - old , 555-0134 and 202-555-0134")]
    [InlineData("$1.5bn, US$20 million, €3,000.50 and 4.5%", "$ 1.5 bn , US $ 20 million , € 3,000.50 and 4.5 %")]
    [InlineData("at 5:30pm on 11/09/2001 in the 1990s, the 21st, 60km", "at 5:30 pm on 11/09/2001 in the 1990s , the 21st , 60 km")]
    [InlineData("U.S. President met Gen. Ali, Lt. Col. J. K. Doe and Mr. Smith Jr. on Jan. 5.", "U.S. President met Gen. Ali , Lt. Col. J. K. Doe and Mr. Smith Jr. on Jan. 5 .")]
    [InlineData("It is plan B. The army agreed to it, i.e. to plan C.", "It is plan B . The army agreed to it , i.e. to plan C .")]
    [InlineData("India's S. Jaishankar met George W. Bush", "India +'s S. Jaishankar met George W. Bush")]
    [InlineData("He was born c. 1950, has a Ph.D., and left at 5 p.m. local time.", "He was born c. 1950 , has a Ph.D. , and left at 5 p.m. local time .")]
    [InlineData("tanks, guns, etc. They left", "tanks , guns , etc . They left")]
    [InlineData("See https://www.un.org/en/?a=b&c=d. Or (www.nato.int), press.office@nato.int!", "See https://www.un.org/en/?a=b&c=d . Or ( www.nato.int ) , press.office@nato.int !")]
    [InlineData("KABUL, Afghanistan (AP) - Talks... \"failed\"?! --he said", "KABUL , Afghanistan ( AP ) - Talks ... \" failed \" ?! -- he said")]
    [InlineData("MOSCOW — The Kremlin—and others—[sic] said…", "MOSCOW — The Kremlin — and others — [ sic ] said …")]
    [InlineData("and/or 24/7 AT&T w/o U.S.-led U.S.'s", "and / or 24/7 AT&T w/o U.S. - led U.S. +'s")]
    [InlineData("He said: 'The allies' position is clear' and left", "He said : ' The allies ' position is clear ' and left")]
    [InlineData("@nato #peace 🇺🇳 👍🏽 ok", "@nato #peace 🇺 🇳 👍🏽 ok")]
    [InlineData("Путин и Си, 习近平 محمد", "Путин и Си , 习近平 محمد")]
    [InlineData("report.doc or example.org. Then.Now", "report.doc or example.org . Then . Now")]
    public void Words_are_cut_as_in_the_treebanks(string text, string expected)
    {
        Assert.Equal(expected, Spell(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00A0\u200B\uFEFF\u0000\u0007")]
    public void A_text_without_words_has_none(string text)
    {
        var tokens = new TokenLayer();

        Tokenizer.Tokenize(text, tokens);

        Assert.Equal(0, tokens.Count);
    }

    [Fact]
    public void A_layer_is_emptied_before_it_is_filled_again()
    {
        var tokens = new TokenLayer();
        Tokenizer.Tokenize("one two three", tokens);

        Tokenizer.Tokenize("four", tokens);

        Assert.Equal(1, tokens.Count);
        Assert.Equal((0, 4), (tokens.Starts[0], tokens.Ends[0]));
    }

    [Fact]
    public void Spans_rise_never_overlap_and_leave_only_gaps_out()
    {
        var random = new Random(20);
        var tokens = new TokenLayer();
        for (int round = 0; round < 4000; round++)
        {
            string text = RandomText.Next(random);

            Tokenizer.Tokenize(text, tokens);

            int at = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                Assert.True(tokens.Starts[i] >= at && tokens.Ends[i] > tokens.Starts[i], $"seed 20, round {round}, word {i}: {Escape(text)}");
                Assert.True(!tokens.Continues[i] || (i > 0 && tokens.Starts[i] == at), $"seed 20, round {round}, word {i} continues nothing: {Escape(text)}");
                Assert.True(IsGap(text.AsSpan(at, tokens.Starts[i] - at)), $"seed 20, round {round}, lost before word {i}: {Escape(text)}");
                Assert.True(!text.AsSpan(tokens.Starts[i], tokens.Ends[i] - tokens.Starts[i]).ContainsAny(" \n\t\r"), $"seed 20, round {round}, blank in word {i}: {Escape(text)}");
                at = tokens.Ends[i];
            }

            Assert.True(IsGap(text.AsSpan(at)), $"seed 20, round {round}, lost at the end: {Escape(text)}");
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("1")]
    [InlineData("a.b@c://")]
    [InlineData("1-2,3.")]
    [InlineData("a'")]
    [InlineData("re-")]
    [InlineData("www.")]
    [InlineData("\uD800x\uDC00")]
    [InlineData("a.a.")]
    public void A_megabyte_without_blanks_takes_linear_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, (1 << 20) / piece.Length));
        var tokens = new TokenLayer();
        var clock = Stopwatch.StartNew();

        Tokenizer.Tokenize(text, tokens);

        // Some ten milliseconds when linear, hours when quadratic.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed} for {piece}");
        Assert.True(tokens.Count > 0);
    }

    internal static string Spell(string text)
    {
        var tokens = new TokenLayer();
        Tokenizer.Tokenize(text, tokens);
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => (tokens.Continues[i] ? "+" : "") + text[tokens.Starts[i]..tokens.Ends[i]]));
    }

    private static bool IsGap(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\u2060' or '\uFEFF'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Escape(string text) => string.Concat(text.Select(c => c is >= ' ' and < '\u007F' ? c.ToString() : $"\\u{(int)c:X4}"));
}
