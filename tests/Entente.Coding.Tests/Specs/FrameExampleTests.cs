using Entente.Lexicon.Frames;
using Entente.Records;

namespace Entente.Coding.Tests.Specs;

public class FrameExampleTests
{
    private static readonly Dictionary<string, (Frame Frame, string Text)> Examples =
        World.Lexicon.Frames.SelectMany(frame => frame.Examples.Select(example => (frame, example)))
            .ToDictionary(pair => pair.example.Place, pair => (pair.frame, pair.example.Text), StringComparer.Ordinal);

    public static TheoryData<string> Places => [.. Examples.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void An_example_of_a_frame_is_coded_as_it_says(string place)
    {
        string example = Examples[place].Text;
        int arrow = example.LastIndexOf("=>", StringComparison.Ordinal);
        DateOnly day = DateOnly.ParseExact(example.AsSpan(0, 10), "yyyy-MM-dd");
        string text = example[11..arrow].Trim(), expected = example[(arrow + 2)..].Trim();

        IReadOnlyList<CodedEvent> coded = World.Code(day, text);

        Assert.True(
            ExpectedEvent.AreMet(ExpectedEvent.ParseAll(expected), coded),
            $"{Examples[place].Frame.Id}: {text}\n  wanted {expected}\n  coded  {ExpectedEvent.Of(coded)}");
    }
}
