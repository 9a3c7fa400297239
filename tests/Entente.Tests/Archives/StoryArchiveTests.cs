using System.Globalization;
using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Archive.Reviewing;
using Entente.Archive.Stories;
using Entente.Archive.Writing;
using Entente.Archives;
using Entente.Records;
using Shouldly;

namespace Entente.Tests.Archives;

/// <summary>A text that several articles print counts once in an archive, whatever the order in which they came in.</summary>
public sealed class StoryArchiveTests : IDisposable
{
    private static readonly CodingVersion First = new(CodingVersion.Own, "entente 0.1.0", "0123456789ab", "models"), Second = First with { Lexicon = "ba9876543210" };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-stories-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_reprinted_act_counts_once_and_says_how_often_it_was_printed()
    {
        string path = Make([Print("a", 1), Print("b", 1), Print("c", 2)]);
        using var store = new ArchiveStore(path);

        DyadicEvent act = store.Events(Selection.Everything).ShouldHaveSingleItem();
        (act.EventId, act.Printings, act.Publisher).ShouldBe(("a/e", 3, "Outlet a"));
        DyadCount count = store.Counts(Selection.Everything, PeriodKind.Month).ShouldHaveSingleItem();
        (count.Count, count.Reprints).ShouldBe((1, 2));
        store.Counts(Selection.Everything, PeriodKind.Day).ShouldHaveSingleItem().Reprints.ShouldBe(2);
        store.Coverage(Selection.Everything, PeriodKind.Month).ShouldHaveSingleItem().Documents.ShouldBe(1, "a text, not its reprints, is what there was to read");
        Sourced<Agreement> agreement = store.Agreements(Selection.Everything).ShouldHaveSingleItem();
        (agreement.Record.Id, agreement.Printings).ShouldBe(("a/p", 3));
        store.Events(Selection.Everything with { EachPrinting = true }).Select(row => row.Publisher).ShouldBe(["Outlet a", "Outlet b", "Outlet c"], ignoreOrder: true);

        using ArchiveFile file = StoryArchive.Open(path);
        using var finder = new EventFinder(file);
        finder.Find(Selection.Everything).ShouldHaveSingleItem().Reprints.ShouldBe(2);
        finder.Find(Selection.Everything with { Pair = Relation.Of("TCD", "NER") }, null, mentions: true).Select(stored => (stored.Id, stored.Act))
            .ShouldBe([("a/e", "a/e"), ("b/e", "a/e"), ("c/e", "a/e")]);
    }

    [Fact]
    public void Reprints_of_other_months_and_other_texts_are_stories_of_their_own()
    {
        string path = Make([Print("a", 1), Print("b", 1 + 32), Print("c", 1, seed: 2)]);
        using var store = new ArchiveStore(path);

        store.Events(Selection.Everything).Select(row => (row.EventId, row.Printings)).ShouldBe([("a/e", 1), ("b/e", 1), ("c/e", 1)]);
    }

    [Fact]
    public void What_an_archive_holds_depends_neither_on_order_nor_on_calls()
    {
        Printing[] prints = [.. World(7)];
        string expected = Show(Make([.. prints.OrderBy(print => print.Document.Date)]));
        expected.ShouldContain("printings 4");
        for (int seed = 1; seed <= 6; seed++)
        {
            var chance = new Random(seed);
            Printing[] shuffled = [.. prints];
            chance.Shuffle(shuffled);
            Show(Make(shuffled)).ShouldBe(expected, $"all at once, order {seed}");
            Show(Make(shuffled, atOnce: 1 + chance.Next(4))).ShouldBe(expected, $"call by call, order {seed}");
        }

        Show(Make([.. prints, .. prints], atOnce: 5)).ShouldBe(expected, "adding twice changes nothing");
    }

    [Fact]
    public void A_chain_of_slight_changes_is_cut_where_it_is_in_every_order()
    {
        // Each is nearly the one before; the first and the last have nothing in common.
        Printing[] chain = [.. Enumerable.Range(0, 7).Select(i => Print("d" + i, 1 + i, text: Words(3, 40 * i, 160)))];
        string expected = Show(Make(chain));
        expected.Split('\n').Count(line => line.StartsWith("event", StringComparison.Ordinal)).ShouldBeInRange(2, 6);
        foreach (int seed in (int[])[1, 2, 3, 4, 5, 6, 7, 8])
        {
            Printing[] shuffled = [.. chain];
            new Random(seed).Shuffle(shuffled);
            Show(Make(shuffled, atOnce: 1)).ShouldBe(expected);
        }
    }

    [Fact]
    public void An_archive_whose_documents_nobody_joined_is_joined_when_it_is_opened()
    {
        Printing[] prints = [.. World(11)];
        string expected = Show(Make(prints));
        Show(Make(prints, rule: null)).ShouldBe(expected);
    }

    [Fact]
    public void Joining_an_older_archive_goes_on_where_it_was_ended()
    {
        Printing[] prints = [.. Enumerable.Range(0, 30).SelectMany(World).Select((print, i) => Print($"n{i}", print.Document.Date.DayNumber - new DateOnly(2024, 1, 1).DayNumber, text: print.Document.Text))];
        prints.Length.ShouldBeGreaterThan(600);
        string expected = Show(Make(prints)), path = Make(prints, rule: null);
        using (ArchiveFile file = ArchiveFile.Open(path))
        {
            Should.Throw<InvalidOperationException>(() => StorySettler.Settle(file, new EndingRule(400)));
            StorySettler.Waiting(file).ShouldBeInRange(1, prints.Length - 1, "one transaction was done, one undone");
        }

        Show(path).ShouldBe(expected);
    }

    [Fact]
    public void A_revised_text_leaves_its_story_and_its_reprint_takes_its_place()
    {
        Printing first = Print("a", 1) with { }, reprint = Print("b", 2);
        first = first with { Document = first.Document with { Url = "https://example.org/a" } };
        Printing revised = Print("a2", 3, seed: 9);
        revised = revised with { Document = revised.Document with { Url = "https://example.org/a" } };
        string expected = Show(Make([reprint, revised]));
        string path = Make([first, reprint, revised], atOnce: 1);
        using var store = new ArchiveStore(path);

        store.Events(Selection.Everything).Select(row => (row.EventId, row.Printings)).ShouldBe([("a2/e", 1), ("b/e", 1)], ignoreOrder: true);
        Show(path).ShouldBe(expected);
    }

    [Fact]
    public void A_rejected_act_does_not_come_back_by_its_reprints_and_counts_again_when_accepted()
    {
        string path = Make([Print("a", 1), Print("b", 1)]);
        string before = Show(path);
        Decide(path, "a/e", Verdict.Rejected);
        using (var store = new ArchiveStore(path))
        {
            store.Events(Selection.Everything).ShouldBeEmpty();
            store.Counts(Selection.Everything, PeriodKind.Month).ShouldBeEmpty();
        }

        Add(path, [Print("c", 2)]);
        using (var store = new ArchiveStore(path))
        {
            store.Events(Selection.Everything).ShouldBeEmpty("a later reprint says nothing new");
        }

        Decide(path, "a/e", Verdict.Accepted);
        Show(path).ShouldBe(Show(Make([Print("a", 1), Print("b", 1), Print("c", 2)])));
        before.ShouldContain("printings 2");
    }

    [Fact]
    public void A_reprint_that_is_coded_anew_stands_behind_the_first_printing_still()
    {
        string path = Make([Print("a", 1), Print("b", 1)]);
        using (ArchiveFile file = ArchiveFile.Open(path))
        using (var writer = new ArchiveWriter(file, Second, TimeProvider.System, new StoryRule()))
        {
            foreach (Printing print in (Printing[])[Print("a", 1, suffix: "2"), Print("b", 1, suffix: "2")])
            {
                writer.Recode(print.Document, print.Records).ShouldBeTrue();
                writer.Commit();
            }
        }

        using var store = new ArchiveStore(path);
        DyadicEvent act = store.Events(Selection.Everything).ShouldHaveSingleItem();
        (act.EventId, act.Printings).ShouldBe(("a/e2", 2));
        (store.Counts(Selection.Everything, PeriodKind.Month).ShouldHaveSingleItem() is { Count: 1, Reprints: 1 }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Going_back_to_an_earlier_lexicon_counts_what_that_coded_again(bool stories)
    {
        StoryRule? rule = stories ? new() : null;
        Printing[] prints = [Print("a", 1), Print("b", 40, seed: 2)];
        string path = Make(prints, rule);
        foreach (CodingVersion version in (CodingVersion[])[Second, First])
        {
            using ArchiveFile file = ArchiveFile.Open(path);
            using var writer = new ArchiveWriter(file, version, TimeProvider.System, rule);
            foreach (Printing print in prints)
            {
                writer.Recode(print.Document, version == First ? print.Records : new([], print.Records.Sentences)).ShouldBeTrue();
            }

            writer.Commit();
            using var store = new ArchiveStore(path);
            store.Counts(Selection.Everything, PeriodKind.Month).Sum(count => count.Count).ShouldBe(version == First ? 2 : 0);
            store.Agreements(Selection.Everything).Count.ShouldBe(version == First ? 2 : 0);
        }

        Show(path).ShouldBe(Show(Make(prints)));
    }

    private static void Decide(string path, string id, Verdict verdict)
    {
        using ArchiveFile file = StoryArchive.Open(path);
        using var finder = new EventFinder(file);
        using var desk = new ReviewDesk(file, TimeProvider.System, new StoryRule());
        desk.Decide(finder.Get(id).ShouldHaveSingleItem(), verdict, null, "a reader", null);
    }

    /// <summary>Everything that questions are answered by.</summary>
    private static string Show(string path)
    {
        var lines = new List<string>();
        using (var store = new ArchiveStore(path))
        {
            lines.AddRange(store.Events(Selection.Everything).Select(row => $"event {row.EventId} {row.Dyad} {row.DocId} printings {row.Printings}"));
            foreach (PeriodKind kind in (PeriodKind[])[PeriodKind.Day, PeriodKind.Month])
            {
                lines.AddRange(store.Counts(Selection.Everything, kind).Select(count => $"{count.Period} {count.Dyad} {count.Type} {count.Count} {count.Reprints} {count.ScoreSum.ToString(CultureInfo.InvariantCulture)}"));
                lines.AddRange(store.Coverage(Selection.Everything, kind).Select(cover => $"{cover.Period} {cover.Documents}"));
            }

            lines.AddRange(store.Agreements(Selection.Everything).Select(item => $"agreement {item.Record.Id} printings {item.Printings}"));
        }

        using ArchiveFile file = StoryArchive.Open(path);
        using var finder = new EventFinder(file);
        lines.AddRange(finder.Find(Selection.Everything, null, mentions: true).Select(stored => $"mention {stored.Id} of {stored.Act} {stored.Reprints}"));
        return string.Join('\n', lines);
    }

    private string NewPath() => Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + ".db");

    private string Make(Printing[] prints, int atOnce = int.MaxValue) => Make(prints, new StoryRule(), atOnce);

    private string Make(Printing[] prints, StoryRule? rule, int atOnce = int.MaxValue)
    {
        string path = NewPath();
        foreach (Printing[] some in prints.Chunk(Math.Min(atOnce, prints.Length)))
        {
            Add(path, some, rule);
        }

        return path;
    }

    private static void Add(string path, Printing[] prints) => Add(path, prints, new StoryRule());

    private static void Add(string path, Printing[] prints, StoryRule? rule)
    {
        using ArchiveFile file = ArchiveFile.OpenOrCreate(path);
        using var writer = new ArchiveWriter(file, First, TimeProvider.System, rule);
        foreach (Printing print in prints)
        {
            writer.Add(print.Document, print.Records);
        }

        writer.Commit();
    }

    /// <summary>Twelve texts, each printed one to six times over some days, whole or shortened.</summary>
    private static IEnumerable<Printing> World(int seed)
    {
        var chance = new Random(seed);
        for (int text = 0; text < 12; text++)
        {
            string words = Words(100 + text, 0, 200);
            int printings = text == 0 ? 4 : 1 + chance.Next(6);
            for (int printing = 0; printing < printings; printing++)
            {
                string printed = text > 0 && chance.Next(3) == 0 ? words[..(words.Length / 3)] : words;
                yield return Print($"t{text}p{printing}", 1 + text + (text == 0 ? 0 : chance.Next(20)), text: printed, acted: 1 + text);
            }
        }
    }

    private static string Words(int seed, int first, int count)
    {
        var chance = new Random(seed);
        string[] words = [.. Enumerable.Range(0, first + count).Select(_ => "w" + chance.Next(5000).ToString(CultureInfo.InvariantCulture))];
        return string.Join(' ', words[first..]);
    }

    private static Printing Print(string id, int day, int seed = 1, string? text = null, string suffix = "", int acted = 1)
    {
        DateOnly published = new DateOnly(2024, 1, 1).AddDays(day);
        text = "Chad struck Niger. " + (text ?? Words(seed, 0, 120));
        Entity chad = new(new("Chad", new(0, 4)), ActorCode.Parse("TCD")), niger = new(new("Niger", new(12, 17)), ActorCode.Parse("NER"));
        CodedEvent coded = new()
        {
            Id = $"{id}/e{suffix}", DocId = id, Date = published, Sentence = 0, Type = PloverType.Assault, Mode = [], Context = [], Status = EventStatus.Reported, Confidence = 0.9,
            Actor = [chad], Recipient = [niger], Trigger = new("struck", new(5, 11)), EventDate = DateSpan.OfDay(new DateOnly(2024, 1, 1).AddDays(acted)), DatePrecision = DatePrecision.Day, Rule = "strike",
        };
        Agreement agreement = new()
        {
            Id = $"{id}/p{suffix}", DocId = id, Sentence = 0, Parties = [chad, niger], Kind = ["border"], Domain = [], Name = "border agreement", Stage = AgreementStage.Signed,
            Status = EventStatus.Reported, Confidence = 0.9, Evidence = new("struck", new(5, 11)),
        };
        return new(new(id, published, text) { Publisher = "Outlet " + id[0] }, new([coded], [new(0, text.Length)]) { Agreements = [agreement] });
    }

    /// <summary>The rule, until it has looked at so many texts: then the program ends.</summary>
    private sealed class EndingRule(int texts) : IStoryRule
    {
        private readonly StoryRule _rule = new();
        private int _seen;

        public StorySketch Sketch(string text) => ++_seen <= texts ? _rule.Sketch(text) : throw new InvalidOperationException("ended");

        public bool MayAgree(int runs, int otherRuns, int shared) => _rule.MayAgree(runs, otherRuns, shared);

        public bool Agree(string text, string other) => _rule.Agree(text, other);

        public IReadOnlyList<int> Acts(IReadOnlyList<CodedEvent> events) => _rule.Acts(events);

        public IReadOnlyList<int> Originals(IReadOnlyList<Agreement> records) => _rule.Originals(records);

        public IReadOnlyList<int> Originals(IReadOnlyList<Tie> records) => _rule.Originals(records);

        public IReadOnlyList<int> Originals(IReadOnlyList<Bargain> records) => _rule.Originals(records);

        public IReadOnlyList<int> Originals(IReadOnlyList<Assessment> records) => _rule.Originals(records);
    }

    private sealed record Printing(Document Document, DocumentRecords Records);
}
