using System.Text;
using Entente.Reading.JsonLines;
using Entente.Records;

namespace Entente.Reading.Tests;

public class TextRecordReaderTests
{
    private const string Good = "{\"id\":\"ok\",\"date\":\"2026-05-27\",\"text\":\"Chad and Niger signed a pact.\"}\n";

    public static TheoryData<byte[], string, string> BadLines => new()
    {
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"text\":\"x\""), "DOC001", "not JSON" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"text\":\"x\"} trailing"), "DOC001", "not JSON" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"2026-05-27\",\"text\":\"\\ud800\"}"), "DOC001", "half a character" },
        { Encoding.UTF8.GetBytes("[1]"), "DOC002", "no object" },
        { Encoding.UTF8.GetBytes("{\"date\":\"2026-05-27\",\"text\":\"x\"}"), "DOC003", "no \"id\"" },
        { Encoding.UTF8.GetBytes("{\"id\":\"ok\",\"date\":\"2026-05-27\",\"text\":\"x\"}"), "DOC004", "'ok'" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"text\":\"x\"}"), "DOC005", "no \"date\"" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"2026-02-30\",\"text\":\"x\"}"), "DOC006", "2026-02-30" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"9999-12-31\",\"text\":\"x\"}"), "DOC006", "9999-12-31" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"0001-01-01\",\"text\":\"x\"}"), "DOC006", "0001-01-01" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"2026-05-27\",\"text\":\"  \"}"), "DOC007", "no \"text\"" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"2026-05-27\"}"), "DOC007", "no \"text\"" },
        { [.. "{\"id\":\"a\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8], "DOC008", "UTF-8" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":\"2026-05-27\",\"text\":\"" + new string('x', LineReader.DefaultLimit) + "\"}"), "DOC009", "longer" },
        { Encoding.UTF8.GetBytes("{\"id\":\"a\",\"date\":20260527,\"text\":\"x\"}"), "DOC010", "\"date\" is no string" },
    };

    [Theory]
    [MemberData(nameof(BadLines), DisableDiscoveryEnumeration = true)]
    public void A_bad_line_is_reported_with_its_number_and_the_rest_is_read(byte[] bad, string code, string reason)
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(Good), .. "\n"u8, .. bad, .. "\r\n"u8, .. Encoding.UTF8.GetBytes(Good.Replace("ok", "ok2", StringComparison.Ordinal))];
        var problems = new List<Diagnostic>();
        var reader = new TextRecordReader("in.jsonl", problems.Add) { NeedsDate = true };

        List<TextRecord> records = [.. reader.Read(new MemoryStream(input))];

        Assert.Equal(["ok", "ok2"], records.Select(record => record.Id));
        Diagnostic problem = Assert.Single(problems);
        Assert.Equal(("in.jsonl", 3, code), (problem.File, problem.Line, problem.Code));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, reader.Refused);
    }

    [Fact]
    public void Members_nobody_asked_for_are_ignored_and_the_optional_ones_kept()
    {
        string line = "{\"gold\":{\"text\":[\"no\"],\"id\":1},\"id\":7,\"title\":\"T\",\"publisher\":\"P\",\"author\":null,\"url\":\"u\",\"language\":\"en\",\"date\":\"2026-05-27\",\"text\":\"x\"}";

        TextRecord record = Assert.Single(Read(line, out List<Diagnostic> problems));

        Assert.Empty(problems);
        Assert.Equal(new("7", "x", new(2026, 5, 27)) { Title = "T", Publisher = "P", Url = "u", Language = "en" }, record);
    }

    [Fact]
    public void Parties_may_be_one_span_or_a_list_or_an_empty_list()
    {
        string line = "{\"id\":\"a\",\"text\":\"Chad hit Niger\",\"source\":{\"text\":\"Chad\",\"start\":0,\"end\":4},\"target\":[{\"start\":9,\"end\":14}]}\n"
            + "{\"id\":\"b\",\"text\":\"Chad hit Niger\",\"source\":[],\"target\":[{\"start\":0,\"end\":4},{\"start\":9,\"end\":14}]}";

        TextRecord[] records = [.. Read(line, out List<Diagnostic> problems, parties: true)];

        Assert.Empty(problems);
        Assert.Equal([new TextSpan(0, 4)], records[0].Source!);
        Assert.Empty(records[1].Source!);
        Assert.Equal([new TextSpan(0, 4), new TextSpan(9, 14)], records[1].Target!);
    }

    [Theory]
    [InlineData("{\"start\":0,\"end\":99}", "REL002")]
    [InlineData("{\"start\":3,\"end\":3}", "REL002")]
    [InlineData("{\"start\":-1,\"end\":2}", "REL002")]
    [InlineData("{\"start\":\"0\",\"end\":2}", "REL002")]
    [InlineData("\"Chad\"", "REL002")]
    [InlineData("null", "REL001")]
    public void A_span_outside_the_text_is_refused(string source, string code)
    {
        string line = $"{{\"id\":\"a\",\"text\":\"Chad hit Niger\",\"source\":{source},\"target\":[]}}";

        Assert.Empty(Read(line, out List<Diagnostic> problems, parties: true));

        Assert.Equal(code, Assert.Single(problems).Code);
    }

    [Fact]
    public void Code_point_offsets_are_turned_into_UTF_16()
    {
        string line = "{\"id\":\"a\",\"text\":\"👍 Chad hit 👍Niger\",\"source\":{\"start\":2,\"end\":6},\"target\":{\"start\":12,\"end\":17}}";
        var reader = new TextRecordReader("-", _ => { }) { NeedsParties = true, CodepointOffsets = true };

        TextRecord record = Assert.Single(reader.Read(new MemoryStream(Encoding.UTF8.GetBytes(line))));

        Assert.Equal("Chad", record.Source![0].In(record.Text));
        Assert.Equal("Niger", record.Target![0].In(record.Text));
    }

    [Fact]
    public void Random_bytes_give_records_or_reports_never_an_exception()
    {
        var random = new Random(5);
        byte[] good = Encoding.UTF8.GetBytes(Good);
        for (int round = 0; round < 3000; round++)
        {
            byte[] bytes = [.. good];
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var problems = new List<Diagnostic>();
            int records = new TextRecordReader("-", problems.Add) { NeedsDate = true, NeedsParties = round % 2 == 0 }.Read(new MemoryStream(bytes)).Count();

            Assert.True(records + problems.Count >= 1, $"seed 5, round {round}");
        }
    }

    private static IEnumerable<TextRecord> Read(string lines, out List<Diagnostic> problems, bool parties = false)
    {
        problems = [];
        return [.. new TextRecordReader("-", problems.Add) { NeedsParties = parties }.Read(new MemoryStream(Encoding.UTF8.GetBytes(lines)))];
    }
}
