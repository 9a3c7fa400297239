using System.IO.Compression;
using System.Text;
using Entente.Archive.Export;
using Entente.Archive.Import;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Exchanging;
using Entente.Lexicon;
using Entente.Records;
using Entente.Testing;

namespace Entente.Tests.Exchanging;

public sealed class ExchangingTests : IDisposable
{
    private static readonly string Header = string.Join('\t',
    [
        "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code", "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID",
        "Sentence Number", "Publisher", "City", "District", "Province", "Country", "Latitude", "Longitude",
    ]) + "\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-exchanging-");
    private readonly List<Diagnostic> _problems = [];

    [Fact]
    public void Importing_twice_adds_nothing_and_what_was_imported_is_exported_the_same()
    {
        string rows = Header + Row("1", "2018-06-01", "057", "8") + Row("1", "2018-06-02", "190", "-10") + Row("2", "2018-06-01", "010", "0");

        (ImportOutcome first, long added, _) = IntoArchive("icews", File("e.tab", rows));
        (_, long addedAgain, long known) = IntoArchive("icews", File("e.tab", rows));

        Assert.Equal((3, 3, 3, 0, 3), (first.Rows, first.Kept, added, addedAgain, known));
        Assert.Empty(_problems);
        string exported = Exported("plover", Selection.Everything);
        (_, long moved, _) = IntoArchive("plover", File("e.jsonl", exported), "other.db");
        Assert.Equal(3, moved);
        Assert.Equal(exported, Exported("plover", Selection.Everything, "other.db"));
    }

    [Fact]
    public void A_bad_row_is_told_and_the_good_ones_are_in_the_archive()
    {
        (ImportOutcome outcome, long added, _) = IntoArchive("icews", File("e.tab", Header + Row("1", "2018-06-01", "57", "8") + Row("2", "2018-06-01", "057", "8")));

        Assert.True(outcome.HasProblems);
        Assert.Equal((1, 1), (outcome.Bad, added));
        Assert.Equal(("IMP007", 2L), (Assert.Single(_problems).Code, _problems[0].Line));
    }

    [Fact]
    public void Compressed_files_are_read_and_a_damaged_one_is_told()
    {
        byte[] rows = Encoding.UTF8.GetBytes(Header + Row("1", "2018-06-01", "057", "8"));
        string zip = Path.Combine(_folder.FullName, "e.zip"), gzip = Path.Combine(_folder.FullName, "e.gz"), cut = Path.Combine(_folder.FullName, "cut.gz"), noZip = File("no.zip", "this is no zip file");
        using (ZipArchive archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            using Stream entry = archive.CreateEntry("events/e.tab").Open();
            entry.Write(rows);
        }

        using (var stream = new GZipStream(System.IO.File.Create(gzip), CompressionMode.Compress))
        {
            stream.Write(rows);
        }

        byte[] whole = System.IO.File.ReadAllBytes(gzip);
        whole[whole.Length / 2] ^= 0xFF;
        whole[(whole.Length / 2) + 1] ^= 0xFF;
        System.IO.File.WriteAllBytes(cut, whole);

        Assert.Equal(1, Checked("icews", zip).Kept);
        Assert.Equal(1, Checked("icews", gzip).Kept);
        Assert.Empty(_problems);
        Assert.True(Checked("icews", cut).HasProblems);
        Assert.Equal(1, Checked("icews", noZip).Refused);
        Assert.Equal("IMP015", _problems[^1].Code);
    }

    [Fact]
    public void Files_of_events_give_the_same_rows_as_an_archive()
    {
        IntoArchive("icews", File("e.tab", Header + Row("1", "2018-06-01", "057", "8") + Row("2", "2018-07-02", "190", "-10") + Row("3", "2018-07-03", "010", "0")));
        string exported = Exported("plover", Selection.Everything);
        using var archive = new ArchiveStore(Path.Combine(_folder.FullName, "a.db"));
        using var files = new RecordFileStore(_problems.Add);
        using (var stream = new MemoryStream(Encoding.UTF8.GetBytes(exported)))
        {
            files.Add(stream, "e.jsonl");
        }

        Assert.Empty(_problems);
        Assert.Equal(archive.Sources, files.Sources);
        Assert.Equal(archive.Counts(Selection.Everything, PeriodKind.Month), files.Counts(Selection.Everything, PeriodKind.Month));
        Assert.Equal(archive.Coverage(Selection.Everything, PeriodKind.Month), files.Coverage(Selection.Everything, PeriodKind.Month));
        Assert.Equal(archive.Events(Selection.Everything).Select(row => (row.EventId, row.Dyad, row.Type, row.When)), files.Events(Selection.Everything).Select(row => (row.EventId, row.Dyad, row.Type, row.When)));
    }

    [Fact]
    public void A_selection_chooses_what_is_exported()
    {
        IntoArchive("icews", File("e.tab", Header + Row("1", "2018-06-01", "057", "8") + Row("2", "2018-07-02", "190", "-10")));

        Assert.Contains("\"id\":\"2\"", Exported("plover", new() { From = new(2018, 7, 1) }), StringComparison.Ordinal);
        Assert.DoesNotContain("\"id\":\"1\"", Exported("plover", new() { From = new(2018, 7, 1) }), StringComparison.Ordinal);
        Assert.Empty(Exported("plover", new() { Actors = ["FRA"] }));
        Assert.Equal(1 + 2, Exported("panel", Selection.Everything).Count(sign => sign == '\n'));
    }

    [Fact]
    public void Every_format_has_a_name_of_its_own_and_a_line_in_the_docs()
    {
        string page = System.IO.File.ReadAllText(Path.Combine(Repository.Root, "docs", "exchange.md"));

        Assert.Equal(ImportFormat.All.Count, ImportFormat.All.Select(format => format.Name).Distinct().Count());
        Assert.All(ImportFormat.All, format => Assert.Contains($"`{format.Name}`", page, StringComparison.Ordinal));
        Assert.All(ExportFormat.All, format => Assert.Contains($"`{format.Name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Armed_groups_bear_the_code_that_the_lexicon_has_on_the_day()
    {
        var names = new LexiconPartyNames(new(() => WorldLexicon.Load(Path.Combine(Repository.Root, "lexicon"))));

        Assert.Equal("AFG REB", names.Find("Taliban", new(2015, 1, 1))?.Text);
        Assert.StartsWith("AFG GOV", names.Find("Taliban", new(2023, 1, 1))?.Text, StringComparison.Ordinal);
        Assert.Null(names.Find("Nobody's Brigade", new(2015, 1, 1)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Row(string id, string day, string code, string intensity) =>
        $"{id}\t{day}\tMinistry\tGovernment\tChad\tLabel\t{code}\t{intensity}\tEnvoy\tGovernment\tNiger\t9\t1\tExample Post\tBol\tNA\tLac\tChad\t13.46\t14.71\n";

    private string File(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private (ImportOutcome Outcome, long Added, long Known) IntoArchive(string format, string file, string archive = "a.db")
    {
        using var sink = new ArchiveSink(Path.Combine(_folder.FullName, archive), format, TimeProvider.System, () => throw new InvalidOperationException("no documents"), CancellationToken.None);
        ImportOutcome outcome = Run(format, file, sink);
        return (outcome, sink.Added, sink.Known);
    }

    private ImportOutcome Checked(string format, string file)
    {
        using var sink = new NoSink();
        return Run(format, file, sink);
    }

    private ImportOutcome Run(string format, string file, IImportSink sink) =>
        new ImportRun(ImportFormat.All.First(known => known.Name == format), new NoPartyNames(), _problems.Add).Run([file], System.IO.File.OpenRead, sink, CancellationToken.None);

    private string Exported(string format, Selection selection, string archive = "a.db")
    {
        string path = Path.Combine(_folder.FullName, archive);
        using var output = new MemoryStream();
        ExportOutcome outcome = ExportFormat.All.First(known => known.Name == format)
            .Write(() => ExportSource.OfArchive(path, selection), () => new ArchiveStore(path), selection, PeriodKind.Month, output);
        Assert.Equal(0, outcome.LeftOut);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
