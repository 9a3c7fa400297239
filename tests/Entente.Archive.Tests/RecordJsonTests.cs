using System.Buffers;
using System.Text;
using System.Text.Json;
using Entente.Archive.Formats;
using Entente.Records;

namespace Entente.Archive.Tests;

public class RecordJsonTests
{
    private const string Text = "Armenia relies on Russia for parts, and may sign a pact.";
    private static readonly RecordStamp Stamp = new("entente 0.1.0", "0123456789ab");
    private static readonly Entity Armenia = new(Words(0, 7), ActorCode.Parse("ARM GOV")) { Name = "Armenia" };
    private static readonly Entity Russia = new(Words(18, 24), ActorCode.Parse("RUS GOV"));

    [Fact]
    public void A_tie_comes_back_as_it_was_written()
    {
        var tie = new Tie
        {
            Id = "t", DocId = "d", Sentence = 0, Kind = TieKind.DependsOn, Holder = [Armenia], Other = [Russia], Theme = new(Words(29, 34), "equipment"),
            Where = Words(0, 7), Status = EventStatus.Reported, Claimed = true, Attribution = Words(0, 7), Confidence = 0.8, Evidence = Words(0, 34), Rule = "relies-on",
        };

        string line = Line(json => TieJson.Write(json, tie, Stamp));

        Assert.StartsWith("""{"record":"tie","id":"t","docId":"d","sentence":0,"tie":"depends-on","holder":[{"text":"Armenia","start":0,"end":7,"code":"ARM GOV",""", line, StringComparison.Ordinal);
        Assert.Equal(line, Line(json => TieJson.Write(json, TieJson.Read(Encoding.UTF8.GetBytes(line), out RecordStamp read), read)));
    }

    [Fact]
    public void An_agreement_comes_back_as_it_was_written()
    {
        var agreement = new Agreement
        {
            Id = "a", DocId = "d", Sentence = 0, Parties = [Armenia, Russia], Signers = [Russia], Kind = ["framework"], Domain = ["military"], Name = "pact", Stage = AgreementStage.InForce,
            Date = DateSpan.OfDay(new(2026, 5, 27)), Location = new(Words(0, 7), "ARM", 1), Status = EventStatus.Hypothetical, Confidence = 0.7, SameAs = "b", Evidence = Words(36, 55),
        };

        string line = Line(json => AgreementJson.Write(json, agreement, Stamp));

        Assert.Contains("""
            "name":"pact","stage":"in-force","date":"2026-05-27/2026-05-28"
            """.Trim(), line, StringComparison.Ordinal);
        Assert.Equal(line, Line(json => AgreementJson.Write(json, AgreementJson.Read(Encoding.UTF8.GetBytes(line), out RecordStamp read), read)));
    }

    [Fact]
    public void A_bargain_comes_back_as_it_was_written()
    {
        var bargain = new Bargain
        {
            Id = "b", DocId = "d", Sentence = 0, Gives = [new(Armenia, Words(29, 34))], Gets = [new(null, Words(51, 55))], Status = EventStatus.Future, Confidence = 0.6, Evidence = Words(0, 55),
        };

        string line = Line(json => BargainJson.Write(json, bargain, Stamp));

        Assert.Contains("""
            "gets":[{"theme":{"text":"pact","start":51,"end":55}}]
            """.Trim(), line, StringComparison.Ordinal);
        Assert.Equal(line, Line(json => BargainJson.Write(json, BargainJson.Read(Encoding.UTF8.GetBytes(line), out RecordStamp read), read)));
    }

    [Theory]
    [InlineData(0.2, 0.55, "\"likelihood\":[0.2,0.55]")]
    [InlineData(null, null, "\"likelihood\":null")]
    public void An_assessment_comes_back_as_it_was_written(double? from, double? to, string likelihood)
    {
        var assessment = new Assessment
        {
            Id = "s", DocId = "d", Sentence = 0, Claim = Words(36, 55), About = [Armenia], Hedge = Words(40, 43), LikelihoodFrom = from, LikelihoodTo = to, Confidence = 0.65, Evidence = Words(0, 55),
        };

        string line = Line(json => AssessmentJson.Write(json, assessment, Stamp));

        Assert.Contains(likelihood, line, StringComparison.Ordinal);
        Assert.Equal(line, Line(json => AssessmentJson.Write(json, AssessmentJson.Read(Encoding.UTF8.GetBytes(line), out RecordStamp read), read)));
    }

    [Fact]
    public void A_record_of_another_kind_is_refused()
    {
        FormatException problem = Assert.Throws<FormatException>(() => TieJson.Read("""{"record":"event"}"""u8, out _));

        Assert.Contains("tie", problem.Message, StringComparison.Ordinal);
    }

    private static Quote Words(int start, int end) => Quote.Of(Text, new(start, end));

    private static string Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, JsonText.OneLine))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
