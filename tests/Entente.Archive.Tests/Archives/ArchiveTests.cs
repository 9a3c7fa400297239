using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archive.Writing;
using Entente.Records;
using Entente.Testing;

namespace Entente.Archive.Tests.Archives;

public sealed class ArchiveTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void An_event_comes_back_with_its_record_sentence_and_document()
    {
        Document document = SomeEvents.Document("d1", "2026-05-28", "Some Agency") with { Url = "https://example.org/a?utm_source=x#top" };
        CodedEvent coded = SomeEvents.Event("00000000000000a1", "2026-05-28", PloverType.Accuse, "RUS GOV", "AFG REB", mode: "disapprove") with { Cameo = "111", Goldstein = -2 };

        _archive.Add(document, coded);

        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);
        StoredEvent stored = Assert.Single(finder.Find(Selection.Everything));
        Assert.Equal(coded.Id, stored.Coded!.Id);
        Assert.Equal("Actor acted towards Recipient.", stored.SentenceText);
        Assert.Equal("acted", stored.SentenceText![stored.Coded.Trigger.Span.Start..stored.Coded.Trigger.Span.End]);
        Assert.Equal(("d1", "Some Agency", "entente", true), (stored.DocId, stored.Publisher, stored.Source, stored.Counts));
        Assert.Equal("0123456789ab", stored.Stamp.Lexicon);
        DyadicEvent row = Assert.Single(_archive.Ask(reader => reader.Events(Selection.Everything).ToList()));
        DyadicEvent expected = Assert.Single(DyadicEvents.Of(coded, "entente", "Some Agency"));
        Assert.Equal(
            (expected.EventId, expected.Dyad, expected.When, expected.Type, expected.Cameo, expected.Goldstein, expected.Score, expected.DocId, expected.Sentence, expected.Publisher),
            (row.EventId, row.Dyad, row.When, row.Type, row.Cameo, row.Goldstein, row.Score, row.DocId, row.Sentence, row.Publisher));
        Assert.Equal(new Dyad("RUS", "AFG REB"), row.Dyad);
        Assert.Equal(["GOV"], row.ActorSectors);
    }

    [Fact]
    public void Adding_twice_changes_nothing()
    {
        Document document = SomeEvents.Document("d1", "2026-05-28", "Some Agency");
        CodedEvent coded = SomeEvents.Event("e1", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV");
        Assert.Equal(AddOutcome.Added, _archive.Add(document, coded));
        string before = _archive.Dump();

        Assert.Equal(AddOutcome.Known, _archive.Add(document, coded));
        _archive.Import("gdelt");

        Assert.Equal(before, _archive.Dump());
    }

    [Fact]
    public void Importing_twice_changes_nothing_and_says_so()
    {
        ExchangeEvent[] rows = Rows(300);
        _archive.Import("gdelt", rows);
        string before = _archive.Dump();

        using (ArchiveFile file = _archive.Open())
        {
            using var writer = new ArchiveWriter(file, new("gdelt", "gdelt test"), TimeProvider.System);
            Assert.All(rows, row => Assert.False(writer.Import(row)));
            writer.Commit();
            Assert.Equal((0, 300), (writer.Imported, writer.Duplicates));
        }

        Assert.Equal(before, _archive.Dump());
    }

    [Fact]
    public void The_same_id_with_other_words_is_another_document()
    {
        _archive.Add(SomeEvents.Document("d1", "2026-05-28"));
        Document other = SomeEvents.Document("d1", "2026-05-28", text: "Other words.");

        Assert.Equal(AddOutcome.IdTaken, _archive.Add(other));
        using ArchiveFile file = _archive.Open();
        using var finder = new DocumentFinder(file);
        Document free = finder.WithFreeId(other);

        Assert.StartsWith("d1#", free.Id, StringComparison.Ordinal);
        Assert.Equal(free.Id, finder.WithFreeId(other).Id);
        Assert.False(finder.Holds(other));
        Assert.Equal(AddOutcome.Added, _archive.Add(free));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_two_texts_at_one_URL_the_later_counts_whichever_comes_first(bool laterFirst)
    {
        Document early = SomeEvents.Document("early", "2026-05-27") with { Url = "https://EXAMPLE.org/a" };
        Document late = SomeEvents.Document("late", "2026-05-28", text: "Actor acted towards Recipient again.") with { Url = "https://example.org/a#comments" };
        CodedEvent first = SomeEvents.Event("e1", "2026-05-27", PloverType.Consult, "RUS GOV", "AFG GOV", docId: "early");
        CodedEvent second = SomeEvents.Event("e2", "2026-05-28", PloverType.Agree, "RUS GOV", "AFG GOV", docId: "late");

        AddOutcome outcome = laterFirst
            ? (_archive.Add(late, second), _archive.Add(early, first)).Item2
            : (_archive.Add(early, first), _archive.Add(late, second)).Item2;

        Assert.Equal(AddOutcome.Revised, outcome);
        Assert.Equal("e2", Assert.Single(_archive.Ask(reader => reader.Events(Selection.Everything).ToList())).EventId);
        DyadCount count = Assert.Single(_archive.Ask(reader => reader.Counts(Selection.Everything, PeriodKind.Month)));
        Assert.Equal((PloverType.Agree, 1), (count.Type, count.Count));
        Assert.Equal([(Period.Of(new DateOnly(2026, 5, 1), PeriodKind.Month), 1)], _archive.Ask(reader => reader.Coverage(Selection.Everything, PeriodKind.Month)));
        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);
        Assert.False(Assert.Single(finder.Get("e1")).Counts);
    }

    [Fact]
    public void What_was_not_committed_was_never_there()
    {
        _archive.Import("gdelt", Rows(10));
        string before = _archive.Dump();
        using (ArchiveFile file = _archive.Open())
        {
            using var writer = new ArchiveWriter(file, TemporaryArchive.Own, TimeProvider.System);
            writer.Add(SomeEvents.Document("d1", "2026-05-28"), new([SomeEvents.Event("e1", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV")], [new(0, 10)]));
        }

        Assert.Equal(before, _archive.Dump());
    }

    [Fact]
    public void Counts_are_what_the_events_come_to()
    {
        ExchangeEvent[] events = Rows(4000);
        DyadicEvent[] rows = [.. events.SelectMany(row => row.Pairs())];
        _archive.Import("gdelt", events);
        int cells = 0;
        foreach (PeriodKind kind in Enum.GetValues<PeriodKind>())
        {
            foreach (Selection selection in Selections())
            {
                var expected = rows.Where(row => selection.Includes(row) && Period.Of(row.When, kind) is not null)
                    .GroupBy(row => (row.Dyad, Period: Period.Of(row.When, kind)!.Value, row.Type))
                    .OrderBy(group => group.Key.Dyad).ThenBy(group => group.Key.Period).ThenBy(group => group.Key.Type)
                    .Select(group => new DyadCount(
                        group.Key.Dyad, group.Key.Period, group.Key.Type, group.Count(), Math.Round(group.Sum(row => row.Score), 1), Math.Round(group.Sum(row => row.Goldstein ?? 0), 1) + 0.0,
                        group.Count(row => row.Goldstein is not null), group.Sum(row => row.Dead ?? 0)))
                    .ToList();

                IReadOnlyList<DyadCount> counts = _archive.Ask(reader => reader.Counts(selection, kind));

                cells += expected.Count;
                Assert.Equal(expected, counts);
                Assert.Equal(
                    rows.Where(selection.Includes).OrderBy(row => row.Dyad).ThenBy(row => row.When.Start).ThenBy(row => row.EventId, StringComparer.Ordinal).Select(row => row.EventId),
                    _archive.Ask(reader => reader.Events(selection).Select(row => row.EventId).ToList()));
            }
        }

        Assert.True(cells > 1000, $"only {cells} counts compared");
    }

    [Fact]
    public void The_order_of_arrival_does_not_show()
    {
        ExchangeEvent[] rows = Rows(2000);
        using var other = new TemporaryArchive();
        _archive.Import("gdelt", rows);

        other.Import("gdelt", rows.Reverse().Take(700));
        other.Import("gdelt", rows.OrderBy(row => row.Id, StringComparer.Ordinal));

        Assert.Equal(_archive.Ask(reader => reader.Counts(Selection.Everything, PeriodKind.Week)), other.Ask(reader => reader.Counts(Selection.Everything, PeriodKind.Week)));
        Assert.Equal(
            _archive.Ask(reader => reader.Events(Selection.Everything).Select(row => (row.EventId, row.Dyad)).ToList()),
            other.Ask(reader => reader.Events(Selection.Everything).Select(row => (row.EventId, row.Dyad)).ToList()));
    }

    [Fact]
    public void Articles_are_found_by_their_words()
    {
        _archive.Add(SomeEvents.Document("d1", "2026-05-28", text: "Actor acted towards Recipient at the Friendship Bridge near Térmez."), SomeEvents.Event("e1", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));
        _archive.Add(SomeEvents.Document("d2", "2026-05-28", text: "Actor acted towards Recipient elsewhere."), SomeEvents.Event("e2", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV", docId: "d2"));
        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);

        Assert.Equal("e1", Assert.Single(finder.Find(Selection.Everything, "termez")).Id);
        Assert.Equal("e1", Assert.Single(finder.Find(Selection.Everything, "\"friendship bridge\" OR nothing")).Id);
        Assert.Empty(finder.Find(Selection.Everything, "bridge AND elsewhere"));
        Assert.Throws<ArchiveException>(() => finder.Find(Selection.Everything, "\"unclosed").ToList());
    }

    [Fact]
    public void Whole_numbers_and_texts_come_back_as_ids_as_they_were()
    {
        string[] ids = ["410412347", "007", "0", "abc", "999999999999999999", "9999999999999999999", "-5", "1.0"];
        _archive.Import("gdelt", ids.Select(id => Row(id, "RUS", "AFG", 1, PloverType.Agree)));

        Assert.Equal(ids.Order(StringComparer.Ordinal), _archive.Ask(reader => reader.Events(Selection.Everything).Select(row => row.EventId).ToList()));
    }

    [Fact]
    public void An_imported_event_comes_back_whole()
    {
        ExchangeEvent row = Row("17", "RUS GOV", "AFG REB", 3, PloverType.Aid) with
        {
            Precision = DatePrecision.Month, Modes = [], Contexts = ["military", "economic"], Cameo = "0711", Goldstein = 7.4, Label = "Provide economic aid", Status = EventStatus.Unknown,
            Confidence = 0.125, Place = new("Termez", "UZB", 4) { Admin1 = "Surxondaryo", Latitude = 37.22, Longitude = 67.28, GeonameId = 1 }, Size = new(null, 3, null),
            Story = "s1", Sentence = 4, Publisher = "Some Agency", Url = "https://example.org/1", Text = "Words about it.", Mentions = 12,
        };
        _archive.Import("gdelt", row, row with { Id = "18", Type = null, Actors = [], Place = null, Size = null });
        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);

        StoredEvent[] found = [.. finder.Find(Selection.Everything)];

        Assert.Equivalent(row, found[0].Imported, strict: true);
        Assert.Equal([new Dyad("RUS", "AFG REB")], found[0].Dyads);
        Assert.Null(found[1].Type);
        Assert.Empty(found[1].Dyads);
        Assert.Single(_archive.Ask(reader => reader.Events(Selection.Everything).ToList()));
    }

    [Fact]
    public void Every_row_leads_somewhere()
    {
        _archive.Add(SomeEvents.Document("d1", "2026-05-28", "Some Agency"), SomeEvents.Event("e1", "2026-05-28", PloverType.Consult, "RUS GOV,CHN GOV", "AFG GOV"));
        _archive.Import("gdelt", Rows(500));

        Assert.Equal("ok", _archive.Check());
    }

    private static IEnumerable<Selection> Selections() =>
    [
        Selection.Everything,
        new() { Pair = Relation.Of("AFG", "RUS") },
        new() { Pair = Relation.Of("AFG", "AFG") },
        new() { Actors = ["AFG", "AFG REB", "TJK"], From = new(2024, 2, 1), Until = new(2024, 12, 31) },
        new() { Actors = ["PAK"], WithClaimed = true },
        new() { Statuses = [EventStatus.Future], Types = [PloverType.Agree, PloverType.Assault] },
        new() { Sources = ["icews"] },
    ];

    /// <summary>Events of a few pairs over two years, drawn from a seed.</summary>
    private static ExchangeEvent[] Rows(int count)
    {
        var random = new Random(7);
        string[] parties = ["RUS GOV", "AFG GOV MIL", "AFG REB", "TJK", "PAK"];
        return [.. Enumerable.Range(1, count).Select(i => Row(
            i.ToString(System.Globalization.CultureInfo.InvariantCulture),
            parties[random.Next(5)],
            parties[random.Next(5)],
            random.Next(700),
            (PloverType)random.Next(16),
            random.Next(10) switch { 0 => 30, 1 => 7, _ => 1 }) with
        {
            Status = random.Next(4) switch { 0 => EventStatus.Unknown, 1 => EventStatus.Future, _ => EventStatus.Reported },
            Claimed = random.Next(5) == 0,
            Goldstein = random.Next(3) == 0 ? null : random.Next(-100, 101) / 10.0,
            Size = random.Next(6) == 0 ? new(random.Next(20), null, null) : null,
        })];
    }

    private static ExchangeEvent Row(string id, string actor, string recipient, int day, PloverType type, int days = 1)
    {
        DateOnly start = new DateOnly(2024, 1, 1).AddDays(day);
        return new()
        {
            Id = id, Source = "gdelt", Date = start, When = new(start, start.AddDays(days)), Type = type,
            Actors = [new("Actor", ActorCode.Parse(actor))], Recipients = [new(null, ActorCode.Parse(recipient)) { SourceCode = "XYZ" }],
        };
    }
}
