using System.IO.Compression;
using System.Text;
using Entente.Archive.Import;
using Entente.Archives;
using Entente.Exchanging;
using Entente.Records;

namespace Entente.Tests.Exchanging;

/// <summary>Files that are not what they are said to be: each is told with what to do, and leaves the archive as it was.</summary>
public sealed class RubbishTests : IDisposable
{
    private const string Trade = "supplier,client,year,value\nRussia,Chad,2020,60\nFrance,Chad,2021,5\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-rubbish-");
    private readonly List<Diagnostic> _problems = [];

    public static TheoryData<string> Formats => [.. ImportFormat.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void What_is_no_such_table_is_refused_with_a_reason_and_nothing_is_kept(string format)
    {
        var random = new Random(5);
        byte[] noise = new byte[3000];
        random.NextBytes(noise);
        foreach ((string name, byte[] bytes) in new (string, byte[])[]
        {
            ("empty.txt", []),
            ("words.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("these are words, not rows; they mean nothing\n", 50)))),
            ("other.csv", Encoding.UTF8.GetBytes("name,price\napples,3\npears,4\n")),
            ("page.html", Encoding.UTF8.GetBytes("<!DOCTYPE html>\n<html><body>404 not found</body></html>\n")),
            ("noise.bin", noise),
            ("nulls.bin", new byte[2000]),
            ("utf16.txt", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Trade)).ToArray()),
        })
        {
            _problems.Clear();
            (ImportOutcome outcome, long added) = Import(format, name, bytes);

            Assert.True(outcome.HasProblems, $"{name} as {format} was taken");
            Assert.Equal((0, 0), (outcome.Kept, added));
            Assert.NotEmpty(_problems);
            Assert.All(_problems, problem => Assert.False(string.IsNullOrWhiteSpace(problem.Message)));
            Assert.True(_problems.Any(problem => !string.IsNullOrEmpty(problem.Help)), $"{name} as {format}: nothing says what to do: {_problems[0]}");
        }
    }

    [Theory]
    [InlineData("\uFEFF" + Trade)]
    [InlineData("supplier,client,year,value\r\nRussia,Chad,2020,60\r\nFrance,Chad,2021,5\r\n")]
    [InlineData("\uFEFFsupplier,client,year,value\r\n\"Russia\",Chad,2020,60\r\nFrance,Chad,2021,5")]
    public void Marks_at_the_beginning_and_line_ends_of_other_systems_change_nothing(string text)
    {
        (ImportOutcome outcome, long added) = Import("transfers", "trade.csv", Encoding.UTF8.GetBytes(text));

        Assert.Empty(_problems);
        Assert.Equal((2, 2L), (outcome.Kept, added));
        using var archive = new ArchiveStore(Path.Combine(_folder.FullName, "a.db"));
        Assert.Equal(["RUS", "FRA"], archive.Transfers([]).Select(transfer => transfer.Supplier));
    }

    [Fact]
    public void Compressed_data_that_is_cut_off_is_told_wherever_it_is_cut()
    {
        string rows = "supplier,client,year,value\n" + string.Concat(Enumerable.Range(0, 4000).Select(i => $"Russia,Chad,{1900 + (i % 100)},{i * 7919 % 1000}\n"));
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(rows));
        }

        byte[] whole = packed.ToArray();
        foreach (int length in (int[])[whole.Length - 1, whole.Length - 8, whole.Length - 9, whole.Length / 2, 100, 12, 5, 1])
        {
            _problems.Clear();
            (ImportOutcome outcome, _) = Import("transfers", "trade.csv.gz", whole[..length]);

            Assert.True(outcome.HasProblems, $"cut at {length} of {whole.Length} bytes, nothing was told");
            Assert.Contains(_problems, problem => problem.Code is "IMP015" or "IMP001");
        }

        _problems.Clear();
        Assert.False(Import("transfers", "trade.csv.gz", whole).Outcome.HasProblems);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private (ImportOutcome Outcome, long Added) Import(string format, string name, byte[] bytes)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        using var sink = new ArchiveSink(
            Path.Combine(_folder.FullName, "a.db"), format, TimeProvider.System, () => throw new InvalidOperationException("a document was made of rubbish"), CancellationToken.None);
        ImportOutcome outcome = new ImportRun(ImportFormat.All.First(known => known.Name == format), new NoPartyNames(), _problems.Add).Run([path], File.OpenRead, sink, CancellationToken.None);
        return (outcome, sink.Added);
    }
}
