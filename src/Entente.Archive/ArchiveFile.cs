using Entente.Archive.Schema;
using Entente.Archive.Sqlite;

namespace Entente.Archive;

/// <summary>An archive: one SQLite file that holds documents, what was coded in them, imported events, and what leads from one to the other.</summary>
/// <remarks>
/// One thread at a time uses one of these; several may be open on the same file, in one program or in several: readers never wait, writers
/// wait for each other. Whatever was committed survives the end of the program at any moment.
/// </remarks>
public sealed class ArchiveFile : IDisposable
{
    private readonly Database _database;

    private ArchiveFile(Database database) => _database = database;

    /// <summary>The file, as the caller named it.</summary>
    public string Path => _database.Path;

    /// <summary>The version of the tables.</summary>
    public static int SchemaVersion => Migrations.Latest;

    /// <summary>The connection, for the writer and the reader.</summary>
    internal Database Database => _database;

    /// <summary>Opens an archive, makes it where it is not there, and brings an older one to this version.</summary>
    /// <exception cref="ArchiveException">It cannot be opened or made, is no archive, or is one of a newer version.</exception>
    public static ArchiveFile OpenOrCreate(string path)
    {
        CheckPlace(path);
        return Open(path, create: true);
    }

    /// <summary>Opens an archive that is there.</summary>
    /// <exception cref="ArchiveException">It is not there, is no archive, or is one of a newer version.</exception>
    public static ArchiveFile Open(string path)
    {
        CheckPlace(path);
        if (!File.Exists(path))
        {
            throw new ArchiveException(ArchiveTrouble.Unreachable, $"there is no archive '{path}': 'entente add' makes one, --archive names another");
        }

        // SQLite takes an empty file for an empty database, and would make tables in it.
        return new FileInfo(path).Length > 0
            ? Open(path, create: false)
            : throw new ArchiveException(ArchiveTrouble.NotAnArchive, $"'{path}' is an empty file and no archive yet: 'entente add' or 'import' makes it one");
    }

    /// <summary>Refuses what SQLite would take for something else, or for a file that it cannot open without saying why.</summary>
    private static void CheckPlace(string path)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ArchiveException(ArchiveTrouble.Unreachable, "the archive's name is empty: --archive takes a file");
        }

        if (Directory.Exists(path))
        {
            throw new ArchiveException(ArchiveTrouble.Unreachable, $"'{path}' is a folder: --archive takes a file, such as '{System.IO.Path.Combine(path, "entente.db")}'");
        }

        if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder))
        {
            throw new ArchiveException(ArchiveTrouble.Unreachable, $"there is no folder '{folder}' for the archive '{path}': make it first");
        }
    }

    private static ArchiveFile Open(string path, bool create)
    {
        Database database = Database.Open(path, create, readOnly: false);
        try
        {
            Migrations.Apply(database);
            database.Execute("PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE; PRAGMA mmap_size = 268435456");
            return new(database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();
}
