using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archive.Schema;
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

    /// <summary>Imports one row as another source's.</summary>
    public RowOutcome ImportRow(string source, Func<ArchiveWriter, RowOutcome> import)
    {
        using ArchiveFile file = Open();
        using var writer = new ArchiveWriter(file, new(source, source + " test"), TimeProvider.System);
        RowOutcome outcome = import(writer);
        writer.Commit();
        return outcome;
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
        foreach (string table in (string[])["document", "band", "sentence", "event", "record", "party", "actor", "pair", "dyad", "tally", "tally_month", "volume", "review", "coding", "publisher", "file", "transfer", "mention"])
        {
            using Statement rows = database.Prepare($"SELECT * FROM {table}");
            while (rows.Step())
            {
                lines.Add(table + "|" + string.Join('|', Enumerable.Range(0, rows.Columns).Select(column => rows.Text(column))));
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Puts in the archive's place one of an older version that holds the same, as far as that version had a place for it.</summary>
    public void MakeOlder(int version)
    {
        string present = System.IO.Path.Combine(_folder.FullName, "present.db");
        File.Move(Path, present);
        using Database old = Database.Open(Path, create: true, readOnly: false);
        Migrations.Apply(old, version);
        old.Execute($"ATTACH '{present}' AS present");
        using Statement tables = old.Prepare("SELECT name, (SELECT group_concat(name) FROM pragma_table_info(t.name, 'main')) FROM main.sqlite_master t WHERE type = 'table' AND name NOT LIKE 'document_words%' AND name NOT LIKE 'sqlite%'");
        var copies = new List<string>();
        while (tables.Step())
        {
            copies.Add($"INSERT INTO main.{tables.Text(0)}({tables.Text(1)}) SELECT {tables.Text(1)} FROM present.{tables.Text(0)}");
        }

        copies.ForEach(old.Execute);
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
