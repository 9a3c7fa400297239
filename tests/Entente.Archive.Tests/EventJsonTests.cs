using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Tests;

public class EventJsonTests
{
    private const string Text = "👍 Сергей Шойгу and \"Mullah Yaqoob\" signed an agreement in Moscow.";

    private static readonly RecordStamp Stamp = new("entente 0.1.0", "0123abcd");

    [Fact]
    public void A_full_record_is_written_member_by_member_in_the_contracts_order()
    {
        string line = Written(Full(), null);

        Assert.Equal(
            """
            {"record":"event","id":"e1","docId":"d1","date":"2026-05-27","sentence":3,"event":"SUPPORT","mode":[],"context":["military"],"cameo":"057","quad":"verbal-cooperation","score":5.0,"goldstein":8.0,"status":"reported","claimed":false,"confidence":0.93,"actor":[{"text":"Сергей Шойгу","start":3,"end":15,"code":"RUS GOV","country":"RUS","sector":["GOV"],"name":"Sergei Shoigu","role":"Secretary of the Security Council"}],"recipient":[{"text":"\"Mullah Yaqoob\"","start":20,"end":35}],"trigger":{"text":"signed","start":36,"end":42},"location":{"text":"Moscow","start":59,"end":65,"country":"RUS","admin1":"Moskva","lat":55.75,"lon":37.62,"geonameid":524901,"resolution":4},"eventDate":"2026-05-27/2026-05-28","datePrecision":"day","size":{"dead":2},"attribution":{"text":"agreement","start":46,"end":55},"rule":"sign-agreement","coder":"entente 0.1.0","lexicon":"0123abcd"}
            """,
            line);
    }

    [Fact]
    public void What_is_unknown_is_left_out_and_lists_stay()
    {
        CodedEvent bare = Full() with { Cameo = null, Goldstein = null, Location = null, Size = null, Attribution = null, Recipient = [], Context = [] };

        string line = Written(bare, null);

        Assert.DoesNotContain("null", line, StringComparison.Ordinal);
        Assert.DoesNotContain("cameo", line, StringComparison.Ordinal);
        Assert.DoesNotContain("location", line, StringComparison.Ordinal);
        Assert.Contains("\"recipient\":[]", line, StringComparison.Ordinal);
        Assert.Contains("\"context\":[]", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_stand_after_the_rule_and_an_empty_list_says_that_none_fits()
    {
        Assert.Contains("\"rule\":\"sign-agreement\",\"labels\":[\"one\",\"two\"],\"coder\"", Written(Full() with { Labels = ["one", "two"] }, null), StringComparison.Ordinal);
        Assert.Equal([], EventJson.Read(Encoding.UTF8.GetBytes(Written(Full() with { Labels = [] }, null)), out _).Labels);
        Assert.Null(EventJson.Read(Encoding.UTF8.GetBytes(Written(Full(), null)), out _).Labels);
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_record()
    {
        string line = Written(Full(), null);

        CodedEvent back = EventJson.Read(Encoding.UTF8.GetBytes(line), out RecordStamp stamp);

        Assert.Equal(Stamp, stamp);
        Assert.Equal(line, Written(back, null));
        Assert.Equal(Full().Location, back.Location);
        Assert.Equal(Full().Actor, back.Actor);
    }

    [Fact]
    public void Code_point_offsets_count_a_pair_of_surrogates_once()
    {
        string line = Written(Full(), new CodepointMap(Text));

        Assert.Contains("\"trigger\":{\"text\":\"signed\",\"start\":35,\"end\":41}", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"record\":\"tie\"}", "no event record")]
    [InlineData("{\"record\":\"event\",\"event\":\"SMILE\",\"status\":\"reported\",\"datePrecision\":\"day\",\"id\":\"a\",\"docId\":\"d\",\"date\":\"2026-05-27\",\"sentence\":0}", "none of PLOVER's")]
    [InlineData("{\"record\":\"event\",\"event\":\"AID\",\"status\":\"reported\",\"datePrecision\":\"day\",\"id\":\"a\",\"docId\":\"d\",\"date\":\"27 May\",\"sentence\":0}", "expected a day")]
    public void A_line_that_is_no_event_is_refused_with_a_reason(string line, string reason)
    {
        FormatException refused = Assert.Throws<FormatException>(() => EventJson.Read(Encoding.UTF8.GetBytes(line), out _));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_comes_back_from_JSON_as_it_was_but_for_lone_surrogates()
    {
        var random = new Random(7);
        char[] pool = ['a', 'é', 'ш', '中', '"', '\\', '\n', '\0', '\u2028', '\u0085', '<', '&', '\'', '\ud83d', '\udc4d', '\ufffd', '/'];
        for (int round = 0; round < 500; round++)
        {
            string words = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pool[random.Next(pool.Length)]));
            CodedEvent coded = Full() with { Trigger = new(words, new(0, words.Length)) };

            string line = Written(coded, null);

            using JsonDocument parsed = JsonDocument.Parse(line);
            string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words));
            Assert.True(parsed.RootElement.GetProperty("trigger").GetProperty("text").GetString() == expected, $"seed 7, round {round}: {line}");
            Assert.DoesNotContain('\n', line);
        }
    }

    private static CodedEvent Full() => new()
    {
        Id = "e1",
        DocId = "d1",
        Date = new(2026, 5, 27),
        Sentence = 3,
        Type = PloverType.Support,
        Context = ["military"],
        Cameo = "057",
        Goldstein = 8,
        Status = EventStatus.Reported,
        Confidence = 0.93,
        Actor = [new(Find("Сергей Шойгу"), ActorCode.Parse("RUS GOV")) { Name = "Sergei Shoigu", Role = "Secretary of the Security Council" }],
        Recipient = [new(Find("\"Mullah Yaqoob\""), null)],
        Trigger = Find("signed"),
        Location = new(Find("Moscow"), "RUS", 4) { Admin1 = "Moskva", Latitude = 55.75, Longitude = 37.62, GeonameId = 524901 },
        EventDate = DateSpan.OfDay(new(2026, 5, 27)),
        DatePrecision = DatePrecision.Day,
        Size = new(2, null, null),
        Attribution = Find("agreement"),
        Rule = "sign-agreement",
    };

    private static Quote Find(string words)
    {
        int at = Text.IndexOf(words, StringComparison.Ordinal);
        return new(words, new(at, at + words.Length));
    }

    private static string Written(CodedEvent coded, CodepointMap? offsets)
    {
        using var output = new MemoryStream();
        using (var json = new Utf8JsonWriter(output, JsonText.OneLine))
        {
            EventJson.Write(json, coded, Stamp, offsets);
        }

        return Encoding.UTF8.GetString(output.ToArray());
    }
}
