using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archive.Sqlite;
using Entente.Archive.Writing;
using Entente.Records;

namespace Entente.Archive.Tests.Archives;

/// <summary>An archive in a folder of its own that goes with the test.</summary>
internal sealed class TemporaryArchive : IDisposable
{
    public static readonly CodingVersion Own = new(CodingVersion.Own, "entente 0.1.0", "0123456789ab", "models");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("entente-archive-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "a.db");

    public ArchiveFile Open() => ArchiveFile.OpenOrCreate(Path);

    public AddOutcome Add(Document document, params CodedEvent[] events)
    {
        using ArchiveFile file = Open();
        using var writer = new ArchiveWriter(file, Own, TimeProvider.System);
        AddOutcome outcome = writer.Add(document, new(events, [new(0, document.Text.Length)]));
        writer.Commit();
        return outcome;
    }

    public void Import(string source, params IEnumerable<ExchangeEvent> rows)
    {
        using ArchiveFile file = Open();
        using var writer = new ArchiveWriter(file, new(source, source + " test"), TimeProvider.System);
        foreach (ExchangeEvent row in rows)
        {
            writer.Import(row);
        }

        writer.Commit();
    }

    public T Ask<T>(Func<ArchiveReader, T> question)
    {
        using ArchiveFile file = Open();
        using var reader = new ArchiveReader(file);
        return question(reader);
    }

    /// <summary>What the tables hold: every row of every table, so that two archives can be compared.</summary>
    public string Dump()
    {
        using Database database = Database.Open(Path, create: false, readOnly: false);
        var lines = new List<string>();
        foreach (string table in (string[])["document", "sentence", "event", "record", "party", "actor", "pair", "dyad", "tally", "tally_month", "volume", "review", "coding", "publisher"])
        {
            using Statement rows = database.Prepare($"SELECT * FROM {table}");
            while (rows.Step())
            {
                lines.Add(table + "|" + string.Join('|', Enumerable.Range(0, rows.Columns).Select(column => rows.Text(column))));
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>What SQLite itself finds wrong, and rows that lead nowhere.</summary>
    public string Check()
    {
        using Database database = Database.Open(Path, create: false, readOnly: false);
        using Statement integrity = database.Prepare("PRAGMA integrity_check");
        string found = integrity.Step() ? integrity.Text(0)! : "";
        integrity.Reset();
        using Statement keys = database.Prepare("PRAGMA foreign_key_check");
        while (keys.Step())
        {
            found += "; a row of " + keys.Text(0) + " leads nowhere";
        }

        return found;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
