using Entente.Records;

namespace Entente.Coding.Tests.Specs;

public class SpecTests
{
    private static readonly Dictionary<string, Spec> Specs =
        Spec.ReadAll(Path.Combine(World.Root, "tests", "specs")).ToDictionary(spec => spec.Place, StringComparer.Ordinal);

    public static TheoryData<string> Places => [.. Specs.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_spec_is_coded_as_it_says(string place)
    {
        Spec spec = Specs[place];
        var trace = new Tracing.Trace();

        IReadOnlyList<CodedEvent> coded = World.Code(spec.Day, spec.Text, trace);

        Assert.True(
            ExpectedEvent.AreMet(ExpectedEvent.ParseAll(spec.Expected), coded),
            $"{spec.Text}\n  wanted {spec.Expected}\n  coded  {ExpectedEvent.Of(coded)}\n{trace}");
    }
}
