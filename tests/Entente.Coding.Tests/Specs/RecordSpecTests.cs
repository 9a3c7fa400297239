namespace Entente.Coding.Tests.Specs;

public class RecordSpecTests
{
    private static readonly Dictionary<string, Spec> Specs =
        new[] { "agreement", "tie", "assessment" }
            .SelectMany(kind => Spec.ReadAll(Path.Combine(World.Root, "tests", "specs"), kind).Select(spec => (Place: $"{kind} {spec.Place}", spec)))
            .ToDictionary(pair => pair.Place, pair => pair.spec, StringComparer.Ordinal);

    public static TheoryData<string> Places => [.. Specs.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_record_is_coded_as_the_spec_says(string place)
    {
        Spec spec = Specs[place];
        string asked = place[..place.IndexOf(' ', StringComparison.Ordinal)];

        CodedRecords coded = World.CodeRecords(spec.Day, spec.Text);

        string? complaint = ExpectedRecord.Complaint(spec.Expected, coded, kind => kind == asked || (asked == "tie" && kind == "bargain"));
        Assert.True(complaint is null, $"{spec.Text}\n  {complaint}");
    }
}
