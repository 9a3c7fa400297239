using Entente.Archive.Sqlite;

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

    [Fact]
    public void A_folder_where_nothing_can_be_made_is_told()
    {
        string path = Path.Combine(Path.GetDirectoryName(_archive.Path)!, "no such folder", "a.db");

        Assert.Equal(ArchiveTrouble.Unreachable, Assert.Throws<ArchiveException>(() => ArchiveFile.OpenOrCreate(path)).Trouble);
    }
}
