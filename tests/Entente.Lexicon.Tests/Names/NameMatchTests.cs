using Entente.Language.Entities;
using Entente.Language.Tokens;
using Entente.Lexicon.Names;

namespace Entente.Lexicon.Tests.Names;

public sealed class NameMatchTests : IDisposable
{
    private readonly SmallLexicon _folder = new();
    private readonly WorldLexicon _lexicon;

    public NameMatchTests() => _lexicon = _folder.Load();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Russia signed", "Russia: StateName=RUS")]
    [InlineData("Russia|'s army", "Russia: StateName=RUS")]
    [InlineData("the Kremlin", "-")]
    [InlineData("Kremlin officials", "Kremlin: Seat=RUS")]
    [InlineData("Russian Federation forces", "Russian Federation: StateName=RUS")]
    [InlineData("Russian forces", "Russian: Adjective=RUS Demonym=RUS")]
    [InlineData("Россия заявила", "Россия: StateName=RUS")]
    [InlineData("People|'s Republic of China", "People's Republic of China: StateName=CHN")]
    public void A_state_is_found_by_its_names(string words, string expected) =>
        Assert.Equal(expected, _lexicon.Match(words));

    [Theory]
    [InlineData("Guinea|-|Bissau", "Guinea-Bissau: StateName=GNB")]
    [InlineData("Guinea|-|backed", "Guinea: StateName=GIN")]
    [InlineData("Guinea Bissau", "Guinea Bissau: StateName=GNB")]
    [InlineData("Guinea-Bissau", "Guinea-Bissau: StateName=GNB")]
    [InlineData("Al|-|Qaeda", "Al-Qaeda: ActorName=al-qaeda")]
    [InlineData("al-Qaeda", "al-Qaeda: ActorName=al-qaeda")]
    [InlineData("al Qaida", "al Qaida: ActorName=al-qaeda")]
    [InlineData("Côte d'Ivoire", "Côte d'Ivoire: StateName=CIV")]
    [InlineData("Cote d’|Ivoire", "Cote d’Ivoire: StateName=CIV")]
    public void The_longest_name_counts_and_hyphens_and_apostrophes_do_not_matter(string words, string expected) =>
        Assert.Equal(expected, _lexicon.Match(words));

    [Theory]
    [InlineData("Erdogan said", "Erdogan: FamilyName=erdogan-recep")]
    [InlineData("Erdoğan said", "Erdoğan: FamilyName=erdogan-recep")]
    [InlineData("ERDOĞAN said", "ERDOĞAN: FamilyName=erdogan-recep")]
    [InlineData("Recep Tayyip Erdogan", "Recep Tayyip Erdogan: ActorName=erdogan-recep")]
    [InlineData("Türkiye", "Türkiye: StateName=TUR")]
    [InlineData("Turkiye", "Turkiye: StateName=TUR")]
    public void Diacritics_and_headline_capitals_do_not_matter(string words, string expected) =>
        Assert.Equal(expected, _lexicon.Match(words));

    [Theory]
    [InlineData("US troops", "US: StateName=USA")]
    [InlineData("U.S. troops", "U.S.: StateName=USA")]
    [InlineData("us troops", "-")]
    [InlineData("Us troops", "-")]
    [InlineData("turkey dinner", "-")]
    [InlineData("russia", "-")]
    [InlineData("Nato allies", "Nato: ActorName=nato")]
    [InlineData("NATO allies", "NATO: ActorName=nato")]
    [InlineData("nato allies", "-")]
    [InlineData("Who knows", "-")]
    [InlineData("WHO warns", "WHO: ActorName=who?")]
    [InlineData("WHO WARNS OF WAR", "-")]
    [InlineData("US WARNS OF WAR", "US: StateName=USA")]
    [InlineData("may leave", "-")]
    [InlineData("May left", "May: FamilyName=may-theresa?")]
    public void Capitals_tell_a_name_from_a_word(string words, string expected) =>
        Assert.Equal(expected, _lexicon.Match(words));

    [Theory]
    [InlineData("Xi met", "Xi: FamilyName=xi-jinping")]
    [InlineData("Jinping met", "-")]
    public void A_marked_short_form_takes_the_place_of_the_last_word(string words, string expected) =>
        Assert.Equal(expected, _lexicon.Match(words));

    [Fact]
    public void A_family_name_that_is_a_given_name_is_marked()
    {
        _folder.Write("given-names.txt", "theresa\nmay\n");
        WorldLexicon lexicon = _folder.Load();

        Assert.True(Assert.Single(lexicon.Find("May")).IsGivenName);
        Assert.False(Assert.Single(lexicon.Find("Theresa May")).IsGivenName);
        Assert.False(Assert.Single(lexicon.Find("Shoigu")).IsGivenName);
    }

    [Fact]
    public void A_number_after_a_name_is_no_family_name()
    {
        using SmallLexicon folder = new SmallLexicon().Add("actors/some.tsv", "john-xxiii;John XXIII;person;GBR GOV;;;;none;;record");

        Assert.Equal("-", folder.Load().Match("XXIII"));
        Assert.Equal("John XXIII: ActorName=john-xxiii", folder.Load().Match("John XXIII"));
    }

    [Fact]
    public void A_name_ends_before_the_limit()
    {
        (string text, TokenLayer tokens) = Words.Of("Guinea|-|Bissau");

        Assert.True(_lexicon.TryMatchName(text, tokens, 0, 2, out NameHit hit));

        Assert.Equal(1, hit.Length);
    }

    [Theory]
    [InlineData("Russia", EntityType.Gpe)]
    [InlineData("Russians", EntityType.Norp)]
    [InlineData("Kremlin", EntityType.Org)]
    [InlineData("Shoigu", EntityType.Per)]
    [InlineData("NATO", EntityType.Org)]
    public void The_recogniser_learns_the_kind_of_a_name(string word, EntityType expected)
    {
        (string text, TokenLayer tokens) = Words.Of(word);

        Assert.True(_lexicon.TryMatch(text, tokens, 0, 1, out NameMatch match));

        Assert.Equal(new NameMatch(1, expected), match);
    }

    [Fact]
    public void The_recogniser_is_not_told_of_a_family_name_that_is_a_word()
    {
        (string text, TokenLayer tokens) = Words.Of("May left");

        Assert.False(_lexicon.TryMatch(text, tokens, 0, 2, out _));
    }

    [Fact]
    public void Matching_allocates_nothing()
    {
        (string text, TokenLayer tokens) = Words.Of("Guinea|-|Bissau and the Russian Federation met Recep Tayyip Erdoğan in Ankara");
        Run();
        long before = GC.GetAllocatedBytesForCurrentThread();

        int names = Run();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(6, names);

        int Run()
        {
            int found = 0;
            for (int i = 0; i < tokens.Count; i++)
            {
                found += _lexicon.TryMatchName(text, tokens, i, tokens.Count, out _) ? 1 : 0;
            }

            return found;
        }
    }

    [Fact]
    public void Random_text_breaks_nothing_and_a_name_stays_within_its_sentence()
    {
        const int Seed = 20261122;
        var random = new Random(Seed);
        const string Letters = "aäAUSxrR.'’- –\"&7\u0301\ud83d\ude00Жß|";
        for (int round = 0; round < 2000; round++)
        {
            var chars = new char[random.Next(1, 40)];
            for (int i = 0; i < chars.Length; i++)
            {
                chars[i] = Letters[random.Next(Letters.Length)];
            }

            (string text, TokenLayer tokens) = Words.Of(new string(chars));
            for (int first = 0; first < tokens.Count; first++)
            {
                int limit = random.Next(first, tokens.Count + 1);
                if (_lexicon.TryMatchName(text, tokens, first, limit, out NameHit hit))
                {
                    Assert.True(hit.Length >= 1 && first + hit.Length <= limit, $"seed {Seed}, round {round}: '{text}'");
                }
            }
        }
    }

    [Fact]
    public void All_that_bear_a_name_are_found_whatever_its_capitals() =>
        Assert.Equal(SenseKind.StateName, Assert.Single(_lexicon.Find("u.s.")).Kind);
}
