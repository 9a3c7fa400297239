using Entente.Coding.Tests.Specs;
using Entente.Records;

namespace Entente.Coding.Tests;

public class RandomTextTests
{
    [Fact]
    public void Shuffled_words_break_nothing_and_are_coded_the_same_twice()
    {
        string[] words = [.. Spec.ReadAll(Path.Combine(World.Root, "tests", "specs")).SelectMany(spec => spec.Text.Split(' '))];
        int events = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 60)).Select(_ => words[random.Next(words.Length)]));

            IReadOnlyList<CodedEvent> once = World.Code(new DateOnly(2024, 5, 15), text);
            IReadOnlyList<CodedEvent> twice = World.Code(new DateOnly(2024, 5, 15), text);

            events += once.Count;
            Assert.True(once.Select(coded => coded.Id).SequenceEqual(twice.Select(coded => coded.Id)), $"seed {seed}: {text}");
            Assert.All(once, coded => Assert.True(coded.Actor.Count + coded.Recipient.Count > 0, $"seed {seed}: {text}"));
            Assert.All(once.SelectMany(coded => coded.Actor.Concat(coded.Recipient)), entity => Assert.Equal(entity.Quote.Text, entity.Quote.Span.In(text)));
        }

        Assert.True(events > 30, $"only {events} events in 300 texts");
    }

    [Fact]
    public void A_trace_changes_nothing()
    {
        int events = 0;
        foreach (Spec spec in Spec.ReadAll(Path.Combine(World.Root, "tests", "specs")))
        {
            string[] without = [.. World.Code(spec.Day, spec.Text).Select(coded => coded.Id)];
            IEnumerable<string> with = World.Code(spec.Day, spec.Text, new Tracing.Trace()).Select(coded => coded.Id);

            events += without.Length;
            Assert.True(without.SequenceEqual(with), spec.Place);
        }

        Assert.True(events > 30, $"only {events} events in all specs");
    }
}
