using SQLitePCL;

namespace Entente.Archive.Sqlite;

/// <summary>A connection to a SQLite file; used by one thread at a time.</summary>
/// <remarks>Straight on SQLite's C interface: importing fifty thousand rows a second leaves no room for boxed parameters.</remarks>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 30_000;

    private readonly sqlite3 _handle;

    static Database() => Batteries_V2.Init();

    private Database(string path, sqlite3 handle) => (Path, _handle) = (path, handle);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Whether a transaction is open.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Rows that the last INSERT, UPDATE or DELETE touched.</summary>
    public int Changes => raw.sqlite3_changes(_handle);

    /// <summary>The rowid of the last INSERT.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(_handle);

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="create">Makes it where it is not there.</param>
    /// <param name="readOnly">Opens it for reading only.</param>
    /// <exception cref="ArchiveException">It cannot be opened.</exception>
    public static Database Open(string path, bool create, bool readOnly)
    {
        int flags = (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE) | (create ? raw.SQLITE_OPEN_CREATE : 0) | raw.SQLITE_OPEN_NOMUTEX;
        // In full, for some names mean no file to SQLite: ':memory:' is one.
        int code = raw.sqlite3_open_v2(System.IO.Path.GetFullPath(path), out sqlite3 handle, flags, null);
        if (code != raw.SQLITE_OK)
        {
            string reason = raw.sqlite3_errstr(code).utf8_to_string();
            handle?.Dispose();
            throw new ArchiveException(ArchiveTrouble.Unreachable, $"'{path}' cannot be opened: {reason}; may it and its folder be read and written?");
        }

        raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
        return new(path, handle);
    }

    /// <summary>Compiles a statement; the caller disposes it before the connection.</summary>
    public Statement Prepare(string sql)
    {
        int code = raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement);
        return code == raw.SQLITE_OK ? new Statement(this, statement) : throw Failure(code);
    }

    /// <summary>Runs statements that give nothing back, apart by semicolons.</summary>
    public void Execute(string sql)
    {
        int code = raw.sqlite3_exec(_handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    /// <summary>The first column of the first row; null where there is no row or it is null.</summary>
    public long? Number(string sql)
    {
        using Statement statement = Prepare(sql);
        return statement.Step() && !statement.IsNull(0) ? statement.Long(0) : null;
    }

    /// <summary>What SQLite's code means, with its own words.</summary>
    public ArchiveException Failure(int code)
    {
        string words = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return (code & 0xFF) switch
        {
            raw.SQLITE_FULL => new(ArchiveTrouble.Full, $"'{Path}': the disk is full; what was stored before is kept"),
            raw.SQLITE_IOERR => new(ArchiveTrouble.Other, $"'{Path}' could not be read or written ({words}): is the disk full, failing, or the file longer than allowed? What was stored before is kept"),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(ArchiveTrouble.Busy, $"'{Path}' is being written by another program; try again when that is done"),
            raw.SQLITE_NOTADB => new(ArchiveTrouble.NotAnArchive, $"'{Path}' is no archive: it is no SQLite file"),
            raw.SQLITE_CORRUPT => new(ArchiveTrouble.Damaged, $"'{Path}' is damaged ({words}): fetch a copy that is whole, or save what is left with sqlite3's '.recover'"),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => new(ArchiveTrouble.Unreachable, $"'{Path}' cannot be used: {words}; may it and its folder be read and written?"),
            _ => new(ArchiveTrouble.Other, $"'{Path}': {words}"),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();
}
