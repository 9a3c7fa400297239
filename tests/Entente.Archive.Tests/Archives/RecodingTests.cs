using Entente.Archive.Querying;
using Entente.Archive.Reviewing;
using Entente.Archive.Writing;
using Entente.Records;
using Entente.Testing;

namespace Entente.Archive.Tests.Archives;

public sealed class RecodingTests : IDisposable
{
    private static readonly CodingVersion Newer = TemporaryArchive.Own with { Lexicon = "ffffffffffff" };
    private static readonly Document Article = SomeEvents.Document("d1", "2026-05-28", "Some Agency");

    private readonly TemporaryArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_new_coding_counts_and_the_old_one_stays_under_its_version()
    {
        _archive.Add(Article, SomeEvents.Event("old", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));

        Assert.True(Recode(SomeEvents.Event("new", "2026-05-28", PloverType.Agree, "RUS GOV", "AFG GOV")));
        Assert.False(Recode(SomeEvents.Event("newer", "2026-05-28", PloverType.Aid, "RUS GOV", "AFG GOV")));

        Assert.Equal(["new"], Ids());
        Assert.Equal([(PloverType.Agree, 1)], Counts());
        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);
        StoredEvent old = Assert.Single(finder.Get("old"));
        Assert.False(old.Counts);
        Assert.Equal("0123456789ab", old.Stamp.Lexicon);
        Assert.Equal("Actor acted towards Recipient.", old.SentenceText);
    }

    [Fact]
    public void Only_what_another_version_coded_is_due()
    {
        _archive.Add(Article);
        using ArchiveFile file = _archive.Open();
        using var reader = new DocumentReader(file);

        Assert.Empty(reader.NotCodedBy(TemporaryArchive.Own));
        Document due = Assert.Single(reader.NotCodedBy(Newer));
        Assert.Equal(Article, due);
        Assert.Equal(Article, reader.Get("d1"));
        Assert.Null(reader.Get("d2"));
    }

    [Fact]
    public void A_rejection_outlives_a_new_coding()
    {
        _archive.Add(Article, SomeEvents.Event("old", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));

        Decide("old", Verdict.Rejected);
        Assert.Empty(Ids());
        Recode(SomeEvents.Event("new", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));

        Assert.Empty(Ids());
        Assert.Empty(Counts());
        Decide("new", Verdict.Accepted);
        Assert.Equal(["new"], Ids());
        Assert.Equal([(PloverType.Consult, 1)], Counts());
    }

    [Fact]
    public void A_correction_stands_in_the_events_place_and_outlives_a_new_coding()
    {
        CodedEvent coded = SomeEvents.Event("old", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV");
        _archive.Add(Article, coded);

        Decide("old", Verdict.Corrected, coded with { Type = PloverType.Aid, Recipient = [] , Actor = [coded.Actor[0], coded.Recipient[0]] });
        Decide("old", Verdict.Corrected, coded with { Type = PloverType.Assault });
        Recode(SomeEvents.Event("new", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));

        Assert.Equal(["old/r2"], Ids());
        Assert.Equal([(PloverType.Assault, 1)], Counts());
        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);
        StoredEvent stored = Assert.Single(finder.Find(Selection.Everything));
        Assert.Equal(("review", "Actor acted towards Recipient.", "entente"), (stored.Stamp.Coder, stored.SentenceText, stored.Source));
        Assert.Equal("ok", _archive.Check());
    }

    [Fact]
    public void Every_decision_is_kept_with_who_and_when()
    {
        _archive.Add(Article, SomeEvents.Event("old", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));

        Decide("old", Verdict.Rejected, note: "a wish");
        Decide("old", Verdict.Accepted);

        using ArchiveFile file = _archive.Open();
        using var desk = new ReviewDesk(file, TimeProvider.System);
        Assert.Equal([(1, Verdict.Rejected, "a wish"), (2, Verdict.Accepted, null)], desk.All().Select(decision => (decision.Number, decision.Verdict, decision.Note)));
        Assert.All(desk.All(), decision => Assert.Equal(("reviewer", "old"), (decision.Reviewer, decision.EventId)));
        Assert.Equal(["old"], Ids());
    }

    [Fact]
    public void What_an_older_coding_says_is_not_decided_about()
    {
        _archive.Add(Article, SomeEvents.Event("old", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));
        Recode(SomeEvents.Event("new", "2026-05-28", PloverType.Consult, "RUS GOV", "AFG GOV"));

        Assert.Throws<ArgumentException>(() => Decide("old", Verdict.Accepted));

        Assert.Equal([(PloverType.Consult, 1)], Counts());
    }

    [Fact]
    public void An_import_is_rejected_and_taken_back()
    {
        _archive.Import("gdelt", new Exchange.ExchangeEvent
        {
            Source = "gdelt", Id = "7", Date = new(2026, 5, 28), When = DateSpan.OfDay(new(2026, 5, 28)), Type = PloverType.Aid,
            Actors = [new(null, ActorCode.Parse("RUS"))], Recipients = [new(null, ActorCode.Parse("AFG"))],
        });

        Decide("7", Verdict.Rejected);
        Assert.Empty(Counts());
        Decide("7", Verdict.Rejected);
        Assert.Empty(Counts());
        Decide("7", Verdict.Accepted);

        Assert.Equal([(PloverType.Aid, 1)], Counts());
        Assert.Equal([(Period.Of(new DateOnly(2026, 5, 28), PeriodKind.Year), 1)], _archive.Ask(reader => reader.Coverage(Selection.Everything, PeriodKind.Year)));
    }

    private bool Recode(CodedEvent coded)
    {
        using ArchiveFile file = _archive.Open();
        using var writer = new ArchiveWriter(file, Newer, TimeProvider.System);
        bool done = writer.Recode(Article, new([coded], [new(0, Article.Text.Length)]));
        writer.Commit();
        return done;
    }

    private void Decide(string id, Verdict verdict, CodedEvent? correction = null, string? note = null)
    {
        using ArchiveFile file = _archive.Open();
        using var finder = new EventFinder(file);
        using var desk = new ReviewDesk(file, TimeProvider.System);
        desk.Decide(Assert.Single(finder.Get(id)), verdict, correction, "reviewer", note);
    }

    private string[] Ids() => _archive.Ask(reader => reader.Events(Selection.Everything).Select(row => row.EventId).ToArray());

    private (PloverType, int)[] Counts()
    {
        var days = _archive.Ask(reader => reader.Counts(Selection.Everything, PeriodKind.Day)).Select(count => (count.Type, count.Count)).ToArray();
        Assert.Equal(days, _archive.Ask(reader => reader.Counts(Selection.Everything, PeriodKind.Month)).Select(count => (count.Type, count.Count)).ToArray());
        return days;
    }
}
