using Entente.Analysis.Coverage;
using Entente.Analysis.Dyads;
using Entente.Records;
using Entente.Testing;

namespace Entente.Analysis.Tests;

public sealed class CoverageTableTests
{
    private static readonly Document[] Documents =
    [
        SomeEvents.Document("d1", "2024-01-10", "Agency A"),
        SomeEvents.Document("d2", "2024-01-11", "Agency B"),
        SomeEvents.Document("d3", "2024-08-01", "Agency B"),
        SomeEvents.Document("d4", "2024-08-02"),
    ];

    [Fact]
    public void Documents_outlets_and_periods_are_counted_and_quiet_periods_are_kept()
    {
        CoverageTable table = CoverageTable.Of(Documents, [SomeEvents.Event("a", "2024-01-10", PloverType.Consult, "RUS", "AFG")], PeriodKind.Quarter);

        Assert.Equal(4, table.Documents);
        Assert.Equal(1, table.DocumentsWithEvents);
        Assert.Equal([new("Agency B", 2, 0), new("Agency A", 1, 1), new PublisherShare(null, 1, 0)], table.Publishers);
        Assert.Equal([2, 0, 2], table.ByPeriod.Select(p => p.Documents));
        Assert.Equal("2024-01-10/2024-08-03", table.Published.ToString());
    }

    [Fact]
    public void A_party_is_counted_once_a_document()
    {
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2024-01-10", PloverType.Consult, "RUS", "AFG"),
            SomeEvents.Event("b", "2024-01-10", PloverType.Aid, "RUS", "AFG"),
            SomeEvents.Event("c", "2024-08-01", PloverType.Aid, "CHN", "AFG", EventStatus.Negated, docId: "d3"),
        ];

        CoverageTable table = CoverageTable.Of(Documents, events, PeriodKind.Quarter);

        Assert.Equal(["AFG", "CHN", "RUS"], table.Parties.Keys);
        Assert.Equal([1, 1], table.Parties["AFG"].Values);
        Assert.Equal([1], table.Parties["RUS"].Values);
    }

    [Fact]
    public void The_same_parties_category_and_day_are_one_item_of_as_many_outlets_as_tell_it()
    {
        CodedEvent[] events =
        [
            SomeEvents.Event("a", "2024-01-10", PloverType.Consult, "RUS", "AFG", docId: "d1"),
            SomeEvents.Event("b", "2024-01-10", PloverType.Consult, "RUS", "AFG", docId: "d2"),
            SomeEvents.Event("c", "2024-01-10", PloverType.Aid, "RUS", "AFG", docId: "d2"),
            SomeEvents.Event("d", "2024-01-10", PloverType.Aid, "RUS", "AFG", EventStatus.Future, docId: "d1"),
        ];

        CoverageTable table = CoverageTable.Of(Documents, events, PeriodKind.Quarter);

        Assert.Equal(2, table.Items.Count);
        Assert.Equal([("AID", 1), ("CONSULT", 2)], table.Items.Select(i => (i.Type.Code(), i.Publishers)).Order());
    }

    [Fact]
    public void Unknown_parties_with_different_words_are_different_items()
    {
        CodedEvent one = SomeEvents.Event("a", "2024-01-10", PloverType.Assault, "?", "AFG");
        CodedEvent other = one with { Id = "b", Actor = [new(new("raiders", new(0, 5)), null)] };

        Assert.Equal(2, CoverageTable.Of(Documents, [one, other], PeriodKind.Quarter).Items.Count);
    }
}
