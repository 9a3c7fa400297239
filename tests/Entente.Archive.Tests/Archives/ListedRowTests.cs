using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Tests.Archives;

/// <summary>What others list rather than code: transfers, agreements, mentions; once each, with the row they came from.</summary>
public sealed class ListedRowTests : IDisposable
{
    private static readonly Transfer Lorries = new("FRA", "TCD", 2012, 3.5) { Source = "trade", Id = "7", SupplierName = "France", Designation = "X-1", Category = "Lorries", Number = 6, OrderYear = 2010, Condition = TransferCondition.SecondHand, LocalProduction = false };

    private readonly TemporaryArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_transfer_is_given_back_as_it_was_with_the_row_it_came_from()
    {
        Transfer unknown = new("", "TCD", 2013, null) { Source = "trade", Estimated = true };

        Import(("t.csv", 2, Lorries), ("t.csv", 5, unknown));

        Assert.Equal([Lorries, unknown], _archive.Ask(reader => reader.Transfers([])));
        Assert.Equal(["trade"], _archive.Ask(reader => reader.TransferSources()));
        Assert.Empty(_archive.Ask(reader => reader.Transfers(["sipri"])));
        Assert.Contains("file|1|t.csv", _archive.Dump(), StringComparison.Ordinal);
        using ArchiveFile file = _archive.Open();
        Assert.Equal(5, file.Database.Number("SELECT line FROM transfer WHERE year = 2013"));
    }

    [Fact]
    public void Rows_alike_in_one_table_are_several_and_in_another_table_the_same()
    {
        Assert.Equal([RowOutcome.Added, RowOutcome.Added], Import(("t.csv", 2, Lorries), ("t.csv", 3, Lorries)));
        string once = _archive.Dump();

        Assert.Equal([RowOutcome.Known, RowOutcome.Known], Import(("t.csv", 2, Lorries), ("t.csv", 3, Lorries)));
        Assert.Equal([RowOutcome.Known, RowOutcome.Known, RowOutcome.Added], Import(("newer.csv", 12, Lorries), ("newer.csv", 13, Lorries), ("newer.csv", 14, Lorries)));
        Assert.StartsWith(once.Split("file|")[0], _archive.Dump(), StringComparison.Ordinal);
        Assert.Equal(3, _archive.Ask(reader => reader.Transfers([])).Count);
    }

    [Fact]
    public void A_later_table_corrects_values_and_counts_nothing_twice()
    {
        Import(("t.csv", 2, Lorries));

        Assert.Equal([RowOutcome.Revised], Import(("newer.csv", 9, Lorries with { Value = 4, Number = 7 })));
        Assert.Equal([RowOutcome.Added], Import(("newer.csv", 10, Lorries with { Year = 2013 })));

        Assert.Equal([4.0, 3.5], _archive.Ask(reader => reader.Transfers([])).Select(transfer => transfer.Value!.Value));
    }

    [Fact]
    public void An_agreement_without_a_document_is_listed_by_its_source_and_corrected_by_a_later_table()
    {
        Agreement pact = Pact(new(1999, 1, 2));

        Assert.Equal(RowOutcome.Added, _archive.ImportRow("dcad", writer => writer.Import(pact, new("dcad.csv", 7))));
        Assert.Equal(RowOutcome.Known, _archive.ImportRow("dcad", writer => writer.Import(pact, new("copy.csv", 9))));
        Assert.Equal(RowOutcome.Revised, _archive.ImportRow("dcad", writer => writer.Import(Pact(new(1999, 3, 4)), new("newer.csv", 8))));

        Sourced<Agreement> found = Assert.Single(_archive.Ask(reader => reader.Agreements(new() { Pair = Relation.Of("TCD", "NER"), Sources = ["dcad"] })));
        Assert.Equal(("dcad", null, new DateOnly(1999, 3, 4)), (found.Source, found.Date, found.Record.Date!.Value.Start));
        Assert.Empty(_archive.Ask(reader => reader.Agreements(new() { Sources = ["entente"] })));
        Assert.Empty(_archive.Ask(reader => reader.Agreements(new() { Until = new(1999, 3, 4) })));
        Assert.Equal("ok", _archive.Check());
    }

    [Fact]
    public void Mentions_are_counted_with_the_event_of_the_same_source_and_id()
    {
        _archive.Import("gdelt", SomeEvent("gdelt", "12"), SomeEvent("gdelt", "13"));
        _archive.Import("icews", SomeEvent("icews", "12"));
        ExchangeMention first = Mention("12", "https://a.example/1", 10, "A"), again = Mention("12", "https://a.example/1", 11, "A"), other = Mention("12", "https://b.example/2", 12, "B");
        RowOutcome Add(ExchangeMention mention) => _archive.ImportRow("gdelt", writer => writer.Import(mention, new("m.csv", 1)));

        Assert.Equal([RowOutcome.Added, RowOutcome.Added, RowOutcome.Added, RowOutcome.Known, RowOutcome.Added], new[] { first, again, other, first, Mention("99", "https://c.example", 1, "C") }.Select(Add));

        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);
        StoredEvent[] found = [.. finder.Find(Selection.Everything)];
        Assert.Equal(new MentionCount(3, 2, 2, At(10), At(12)), found.Single(e => e is { Source: "gdelt", Id: "12" }).Mentions);
        Assert.Null(found.Single(e => e.Id == "13").Mentions);
        Assert.Null(found.Single(e => e.Source == "icews").Mentions);
    }

    [Fact]
    public void What_is_listed_is_no_source_of_events()
    {
        Import(("t.csv", 2, Lorries));
        _archive.ImportRow("dcad", writer => writer.Import(Pact(new(1999, 1, 2)), new("dcad.csv", 7)));
        _archive.Import("icews", SomeEvent("icews", "1"));

        Assert.Equal(["icews"], _archive.Ask(reader => reader.Sources()));
    }

    private static Agreement Pact(DateOnly day) => new()
    {
        Id = "0001", DocId = "0001", Sentence = 0, Parties = [new(new("Chad", default), ActorCode.Parse("TCD")), new(new("Niger", default), ActorCode.Parse("NER"))], Kind = ["framework"],
        Domain = ["military"], Name = "defence cooperation agreement", Stage = AgreementStage.Signed, Date = DateSpan.OfDay(day), Status = EventStatus.Unknown, Confidence = 1, Evidence = new("DCA", default),
    };

    private static ExchangeEvent SomeEvent(string source, string id) => new() { Source = source, Id = id, Date = new(2018, 6, 1), When = DateSpan.OfDay(new(2018, 6, 1)), Type = PloverType.Consult };

    private static DateTime At(int minute) => new(2018, 6, 1, 12, minute, 0, DateTimeKind.Utc);

    private static ExchangeMention Mention(string id, string address, int minute, string outlet) => new("gdelt", id, At(0), At(minute), address) { Publisher = outlet, Confidence = 0.5, Tone = -1.5 };

    private List<RowOutcome> Import(params (string File, long Line, Transfer Row)[] rows)
    {
        using ArchiveFile file = _archive.Open();
        using var writer = new ArchiveWriter(file, new("trade", "transfers"), TimeProvider.System);
        List<RowOutcome> outcomes = [.. rows.Select(row => writer.Import(row.Row, new(row.File, row.Line)))];
        writer.Commit();
        return outcomes;
    }
}
