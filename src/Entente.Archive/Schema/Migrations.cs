using System.Globalization;
using Entente.Archive.Sqlite;

namespace Entente.Archive.Schema;

/// <summary>Brings an archive file to the version that this program reads: each step is a file of SQL, run once, in one transaction.</summary>
internal static class Migrations
{
    /// <summary>The version that this program reads and writes.</summary>
    public const int Latest = 4;

    /// <summary>"ENTE": what tells an archive from other SQLite files.</summary>
    private const int ApplicationId = 0x454E5445;

    private const int MostAttempts = 1500, PauseMilliseconds = 20;

    /// <summary>Takes the steps that are missing.</summary>
    /// <exception cref="ArchiveException">The file is no archive, or one of a newer version.</exception>
    public static void Apply(Database database, int target = Latest)
    {
        if (Version(database) == target)
        {
            return;
        }

        WriteAhead(database);
        database.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another program may have taken the steps while this one waited.
            for (int version = Version(database); version < target; version++)
            {
                database.Execute(Script(version + 1));
            }

            database.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {target}"));
            database.Execute("COMMIT");
        }
        catch
        {
            if (database.InTransaction)
            {
                database.Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>Turns to the write-ahead log. SQLite does not wait for others with that, so it is asked again while another program makes the same file.</summary>
    private static void WriteAhead(Database database)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                database.Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (ArchiveException problem) when (problem.Trouble == ArchiveTrouble.Busy && attempt < MostAttempts)
            {
                Thread.Sleep(PauseMilliseconds);
            }
        }
    }

    /// <summary>The version of a file; 0 for an empty one.</summary>
    /// <exception cref="ArchiveException">It is no archive, or a newer one.</exception>
    public static int Version(Database database)
    {
        (long application, long version, bool empty) = Marks(database);
        if (!empty && application != ApplicationId)
        {
            throw new ArchiveException(ArchiveTrouble.NotAnArchive, $"'{database.Path}' is a SQLite file, but no archive of Entente's");
        }

        return version <= Latest
            ? (int)version
            : throw new ArchiveException(ArchiveTrouble.TooNew, string.Create(CultureInfo.InvariantCulture, $"'{database.Path}' is an archive of version {version}; this program reads up to {Latest}: use a newer Entente"));
    }

    /// <summary>What tells an archive and its version, as of one moment: another program may be making it.</summary>
    private static (long Application, long Version, bool Empty) Marks(Database database)
    {
        bool within = database.InTransaction;
        if (!within)
        {
            database.Execute("BEGIN");
        }

        try
        {
            // The tables are asked first, for only a read of the file fixes the moment.
            bool tables = database.Number("SELECT count(*) FROM sqlite_master") > 0;
            long application = database.Number("PRAGMA application_id") ?? 0, version = database.Number("PRAGMA user_version") ?? 0;
            return (application, version, !tables && application == 0 && version == 0);
        }
        finally
        {
            if (!within && database.InTransaction)
            {
                database.Execute("COMMIT");
            }
        }
    }

    private static string Script(int version)
    {
        using Stream stream = typeof(Migrations).Assembly.GetManifestResourceStream(string.Create(CultureInfo.InvariantCulture, $"schema-{version}.sql"))!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
