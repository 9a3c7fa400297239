using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archive.Schema;
using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Tests.Archives;

public sealed class ArchiveFileTests : IDisposable
{
    private readonly TemporaryArchive _archive = new();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void A_file_that_is_not_there_is_not_made_by_asking()
    {
        ArchiveException problem = Assert.Throws<ArchiveException>(() => ArchiveFile.Open(_archive.Path));

        Assert.Equal(ArchiveTrouble.Unreachable, problem.Trouble);
        Assert.False(File.Exists(_archive.Path));
    }

    [Fact]
    public void A_text_file_is_no_archive_and_stays_as_it_is()
    {
        string words = string.Concat(Enumerable.Repeat("these are words, not tables. ", 100));
        File.WriteAllText(_archive.Path, words);

        ArchiveException problem = Assert.Throws<ArchiveException>(() => ArchiveFile.OpenOrCreate(_archive.Path));

        Assert.Equal(ArchiveTrouble.NotAnArchive, problem.Trouble);
        Assert.Equal(words, File.ReadAllText(_archive.Path));
    }

    [Fact]
    public void Another_programs_database_is_left_alone()
    {
        using (Database other = Database.Open(_archive.Path, create: true, readOnly: false))
        {
            other.Execute("CREATE TABLE recipes(name TEXT)");
        }

        Assert.Equal(ArchiveTrouble.NotAnArchive, Assert.Throws<ArchiveException>(() => ArchiveFile.OpenOrCreate(_archive.Path)).Trouble);
    }

    [Fact]
    public void A_newer_archive_is_refused_with_what_to_do()
    {
        _archive.Open().Dispose();
        using (Database newer = Database.Open(_archive.Path, create: false, readOnly: false))
        {
            newer.Execute("PRAGMA user_version = 9999");
        }

        ArchiveException problem = Assert.Throws<ArchiveException>(() => ArchiveFile.Open(_archive.Path));

        Assert.Equal(ArchiveTrouble.TooNew, problem.Trouble);
        Assert.Contains("newer Entente", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void An_archive_without_a_name_is_refused_and_not_kept_in_memory(string name)
    {
        Assert.Equal(ArchiveTrouble.Unreachable, Assert.Throws<ArchiveException>(() => ArchiveFile.OpenOrCreate(name)).Trouble);
        Assert.Equal(ArchiveTrouble.Unreachable, Assert.Throws<ArchiveException>(() => ArchiveFile.Open(name)).Trouble);
    }

    [Fact]
    public void A_folder_is_no_archive_and_a_name_in_it_is_told()
    {
        string folder = Path.GetDirectoryName(_archive.Path)!;

        foreach (Func<string, ArchiveFile> open in (Func<string, ArchiveFile>[])[ArchiveFile.Open, ArchiveFile.OpenOrCreate])
        {
            Assert.Contains("is a folder", Assert.Throws<ArchiveException>(() => open(folder)).Message, StringComparison.Ordinal);
            Assert.Contains("there is no folder", Assert.Throws<ArchiveException>(() => open(Path.Combine(folder, "none", "a.db"))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_empty_file_is_made_an_archive_by_writing_and_stays_empty_by_asking()
    {
        File.WriteAllBytes(_archive.Path, []);

        Assert.Equal(ArchiveTrouble.NotAnArchive, Assert.Throws<ArchiveException>(() => ArchiveFile.Open(_archive.Path)).Trouble);
        Assert.Equal(0, new FileInfo(_archive.Path).Length);
        ArchiveFile.OpenOrCreate(_archive.Path).Dispose();
        ArchiveFile.Open(_archive.Path).Dispose();
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(5000)]
    [InlineData(600)]
    public void An_archive_that_is_cut_off_is_told_as_damaged_or_none(int length)
    {
        _archive.Import("gdelt", Rows().Take(2000));
        byte[] whole = File.ReadAllBytes(_archive.Path);
        File.WriteAllBytes(_archive.Path, whole[..length]);

        ArchiveException problem = Assert.Throws<ArchiveException>(() => _archive.Ask(reader => reader.Counts(Selection.Everything, PeriodKind.Day)));

        Assert.Contains(problem.Trouble, new[] { ArchiveTrouble.Damaged, ArchiveTrouble.NotAnArchive });
        Assert.Contains(_archive.Path, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_where_nothing_can_be_made_is_told()
    {
        string path = Path.Combine(Path.GetDirectoryName(_archive.Path)!, "no such folder", "a.db");

        Assert.Equal(ArchiveTrouble.Unreachable, Assert.Throws<ArchiveException>(() => ArchiveFile.OpenOrCreate(path)).Trouble);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void An_older_archive_is_brought_to_this_version_with_all_it_holds(int version)
    {
        _archive.Import("gdelt", Rows().Take(3000));
        AddRecords();
        string now = _archive.Dump();
        _archive.MakeOlder(version);
        using (Database old = Database.Open(_archive.Path, create: false, readOnly: false))
        {
            Assert.Equal(version, Migrations.Version(old));
            Assert.Equal(version < 3 ? 0 : 1, old.Number("SELECT count(*) FROM sqlite_master WHERE name = 'transfer'"));
            Assert.Equal(0, old.Number("SELECT count(*) FROM sqlite_master WHERE name = 'band'"));
        }

        _archive.Open().Dispose();

        Assert.Equal(now, _archive.Dump());
        Assert.Equal("ok", _archive.Check());
        Assert.Contains("tally_month|", now, StringComparison.Ordinal);
        Assert.Contains("record|", now, StringComparison.Ordinal);
        Assert.Single(_archive.Ask(reader => reader.Agreements(Selection.Everything)));
        _archive.ImportRow("dcad", writer => writer.Import(SomeAgreement("k1", "dcad/1"), new("dcad.csv", 2)));
        Assert.Equal(2, _archive.Ask(reader => reader.Agreements(Selection.Everything)).Count);
    }

    [Fact]
    public void Version_1_is_what_it_was()
    {
        using Database old = Database.Open(_archive.Path, create: true, readOnly: false);

        Migrations.Apply(old, 1);

        Assert.Equal(1, Migrations.Version(old));
        Assert.Equal(0, old.Number("SELECT count(*) FROM sqlite_master WHERE name = 'tally_month'"));
        Migrations.Apply(old);
        Assert.Equal(ArchiveFile.SchemaVersion, Migrations.Version(old));
    }

    [Fact]
    public void A_full_disk_is_told_and_what_was_there_is_kept()
    {
        _archive.Import("gdelt", Rows().Take(200));
        string before = _archive.Dump();
        using (ArchiveFile file = _archive.Open())
        {
            file.Database.Execute("PRAGMA max_page_count = " + (file.Database.Number("PRAGMA page_count") + 3));
            using var writer = new ArchiveWriter(file, new("icews", "icews test"), TimeProvider.System);

            ArchiveException problem = Assert.Throws<ArchiveException>(() =>
            {
                foreach (ExchangeEvent row in Rows().Take(20_000))
                {
                    writer.Import(row);
                }

                writer.Commit();
            });

            Assert.Equal(ArchiveTrouble.Full, problem.Trouble);
        }

        Assert.Equal(before, _archive.Dump());
        Assert.Equal("ok", _archive.Check());
        _archive.Import("icews", Rows().Take(20_000));
        Assert.Equal("ok", _archive.Check());
    }

    [Fact]
    public void An_archive_that_several_make_at_once_is_one()
    {
        for (int round = 0; round < 15; round++)
        {
            using var archive = new TemporaryArchive();
            Parallel.For(0, 6, new() { MaxDegreeOfParallelism = 6 }, _ => archive.Open().Dispose());
            Assert.Equal("ok", archive.Check());
        }
    }

    [Fact]
    public void Two_writers_take_turns()
    {
        Parallel.For(0, 4, writer => _archive.Import("gdelt", Rows().Skip(writer * 500).Take(500)));

        using ArchiveFile file = _archive.Open();
        Assert.Equal(2000, file.Database.Number("SELECT count(*) FROM event"));
        Assert.Equal(2000, file.Database.Number("SELECT sum(count) FROM tally"));
        Assert.Equal(2000, file.Database.Number("SELECT sum(count) FROM tally_month"));
        Assert.Equal(1, file.Database.Number("SELECT count(*) FROM coding"));
    }

    private static Agreement SomeAgreement(string id, string docId) => new()
    {
        Id = id, DocId = docId, Sentence = 0, Parties = [new(new("Chad", new(0, 4)), ActorCode.Parse("TCD")), new(new("Niger", new(9, 14)), ActorCode.Parse("NER"))],
        Kind = ["border"], Domain = [], Name = "border agreement", Stage = AgreementStage.Signed, Status = EventStatus.Unknown, Confidence = 1, Evidence = new("agreement", new(15, 24)),
        Date = DateSpan.OfDay(new(2001, 5, 6)),
    };

    private void AddRecords()
    {
        using ArchiveFile file = _archive.Open();
        using var writer = new ArchiveWriter(file, TemporaryArchive.Own, TimeProvider.System);
        var document = new Document("d1", new(2001, 5, 7), "Chad and Niger signed an agreement.");
        writer.Add(document, new([], [new(0, document.Text.Length)]) { Agreements = [SomeAgreement("a1", "d1")] });
        writer.Commit();
    }

    /// <summary>Events between five parties, some dated to a month or over the end of one, drawn from a seed.</summary>
    private static IEnumerable<ExchangeEvent> Rows()
    {
        var random = new Random(11);
        string[] codes = ["RUS", "AFG", "AFG REB", "TJK", "PAK GOV"];
        for (int i = 1; ; i++)
        {
            DateOnly start = new DateOnly(1999, 12, 1).AddDays(random.Next(900));
            int days = random.Next(8) switch { 0 => 31, 1 => 7, 2 => 10, 3 => 400, _ => 1 };
            yield return new()
            {
                Id = i.ToString(System.Globalization.CultureInfo.InvariantCulture), Source = "gdelt", Date = start, When = new(start, start.AddDays(days)), Type = (PloverType)random.Next(16),
                Goldstein = random.Next(-20, 20) / 2.0,
                Actors = [new(null, ActorCode.Parse(codes[random.Next(5)]))], Recipients = [new(null, ActorCode.Parse(codes[random.Next(5)]))],
            };
        }
    }
}
