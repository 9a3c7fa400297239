using System.IO.Compression;
using System.Text;
using Entente.Analysis.Dependence;
using Entente.Archive.Export;
using Entente.Archive.Import;
using Entente.Archive.Querying;
using Entente.Archive.Sqlite;
using Entente.Archives;
using Entente.Exchanging;
using Entente.Lexicon;
using Entente.Records;
using Entente.Testing;

namespace Entente.Tests.Exchanging;

public sealed class ExchangingTests : IDisposable
{
    private const string Sipri = "data/sipri-deliveries-2000-2023.csv", Dcad = "data/dcad-v1.0-main.csv";

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
    public void Transfers_agreements_and_mentions_are_kept_once_with_file_and_line()
    {
        string table = File("trade.csv", "supplier,client,year,value\nRussia,Chad,2020,60\nRussia,Chad,soon,1\n\"China\",Chad,2021,\n");
        string mentions = File("m.csv", "12\t20180601120000\t20180601121500\t1\ta.example\thttps://a.example/1\t1\t-1\t1\t2\t1\t60\t900\t-1.5\t\t\n");
        string dcad = File("dcad.csv", "ccode1,ccode2,signDay,signMonth,signYear,EIFDay,EIFMonth,EIFYear,type,category1,category2,category3,DCAid\n483,436,2,3,1999,-9,-9,2000,bilateral,DCA,,,17\n");

        (ImportOutcome first, long added, _) = IntoArchive("transfers", table);
        (_, long addedAgain, long known) = IntoArchive("transfers", table);

        Assert.Equal((3, 2, 1, 2), (first.Rows, first.Kept, first.Bad, added));
        Assert.Equal((0, 2), (addedAgain, known));
        Assert.Equal((1, 1), (IntoArchive("gdelt-mentions", mentions).Added, IntoArchive("gdelt-mentions", mentions).Known));
        Assert.Equal((2, 2), (IntoArchive("dcad", dcad).Added, IntoArchive("dcad", dcad).Known));
        using var archive = new ArchiveStore(Path.Combine(_folder.FullName, "a.db"));
        Assert.Equal([("RUS", 60.0), ("CHN", null)], archive.Transfers([]).Select(transfer => (transfer.Supplier, transfer.Value)));
        Assert.Equal([AgreementStage.Signed, AgreementStage.InForce], archive.Agreements(Selection.Everything).Select(agreement => agreement.Record.Stage));
        Assert.Equal([("dcad.csv", 2L), ("dcad.csv", 2L), ("m.csv", 1L), ("trade.csv", 2L), ("trade.csv", 4L)], Origins());
    }

    [Fact]
    public void Records_of_transfers_give_the_same_transfers_as_an_archive()
    {
        string table = File("trade.csv", "supplier,client,year,value\nRussia,Chad,2020,60.5\nFrance,Chad,2019,1\nFrance,Benin,2021,\n");
        using var lines = new MemoryStream();
        using (var sink = new JsonLinesSink(lines))
        {
            Run("transfers", table, sink);
        }

        IntoArchive("transfers", table);
        using var archive = new ArchiveStore(Path.Combine(_folder.FullName, "a.db"));
        using var files = new RecordFileStore(_problems.Add);
        lines.Position = 0;
        files.Add(lines, "t.jsonl");

        Assert.Empty(_problems);
        Assert.Equal(3, archive.Transfers([]).Count);
        Assert.Equal(archive.Transfers([]), files.Transfers([]));
        Assert.Equal(archive.TransferSources, files.TransferSources);
    }

    /// <summary>Facts about real files, by way of an archive.</summary>
    [SharedFact(Sipri, Dcad)]
    public void Real_tables_keep_their_facts_in_an_archive()
    {
        Assert.Equal(20480, IntoArchive("sipri", SharedFile.PathTo(Sipri)).Added);
        Assert.Equal((0, 20480), (IntoArchive("sipri", SharedFile.PathTo(Sipri)) is var again ? again.Added : -1, again.Known));
        long listed = IntoArchive("dcad", SharedFile.PathTo(Dcad)).Added;
        Assert.Equal(listed, IntoArchive("dcad", SharedFile.PathTo(Dcad)).Known);

        using var archive = new ArchiveStore(Path.Combine(_folder.FullName, "a.db"));
        IReadOnlyList<SupplierDependence> found = DependenceAnalysis.Of(archive.Transfers([]), [], new() { From = 2000, To = 2023 });
        (string Client, double Index, string Principal, double Share)[] known =
            [("AFG", .568, "USA", .737), ("PAK", .379, "CHN", .59), ("IRN", .429, "RUS", .603), ("KAZ", .731, "RUS", .853), ("TJK", .844, "RUS", .917)];
        foreach ((string client, double index, string principal, double share) in known)
        {
            SupplierDependence of = found.Single(d => d.Client == client);
            Assert.Equal((index, principal, share), (Math.Round(of.Herfindahl!.Value.Value, 3), of.Principal!.Supplier, Math.Round(of.Principal.Share, 3)));
        }

        Agreement[] signed = [.. archive.Agreements(Selection.Everything).Select(agreement => agreement.Record).Where(agreement => agreement.Stage == AgreementStage.Signed)];
        Assert.Equal((1871, 171), (signed.Length, signed.Count(agreement => agreement.Parties.Any(party => party.Code?.Country == "RUS"))));
        Assert.Empty(archive.Agreements(new() { Pair = Relation.Of("RUS", "AFG") }));
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

    /// <summary>Files and lines that the archive keeps of rows, in order.</summary>
    private List<(string File, long Line)> Origins()
    {
        using Database database = Database.Open(Path.Combine(_folder.FullName, "a.db"), create: false, readOnly: true);
        using Statement rows = database.Prepare(
            "SELECT f.name, r.line FROM (SELECT file, line FROM transfer UNION ALL SELECT file, line FROM mention UNION ALL SELECT file, line FROM record) r JOIN file f ON f.id = r.file ORDER BY 1, 2");
        var found = new List<(string, long)>();
        while (rows.Step())
        {
            found.Add((Path.GetFileName(rows.Text(0)!), rows.Long(1)));
        }

        return found;
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
