using Entente.Lexicon.Ties;
using Entente.Records;

namespace Entente.Coding.Tests.Specs;

public class TieExampleTests
{
    private static readonly Dictionary<string, (TieFrame Frame, string Text)> Examples =
        World.Lexicon.Ties.SelectMany(frame => frame.Examples.Select(example => (frame, example)))
            .ToDictionary(pair => pair.example.Place, pair => (pair.frame, pair.example.Text), StringComparer.Ordinal);

    public static TheoryData<string> Places => [.. Examples.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void An_example_of_a_tie_frame_is_coded_as_it_says(string place)
    {
        string example = Examples[place].Text;
        int arrow = example.LastIndexOf("=>", StringComparison.Ordinal);
        DateOnly day = DateOnly.ParseExact(example.AsSpan(0, 10), "yyyy-MM-dd");
        string text = example[11..arrow].Trim();

        CodedRecords coded = World.CodeRecords(day, text);

        string? complaint = ExpectedRecord.Complaint(example[(arrow + 2)..].Trim(), coded, kind => kind == "tie");
        Assert.True(complaint is null, $"{Examples[place].Frame.Id}: {text}\n  {complaint}");
    }
}
