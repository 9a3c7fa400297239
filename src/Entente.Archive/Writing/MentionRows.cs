using Entente.Archive.Exchange;
using Entente.Archive.Sqlite;

namespace Entente.Archive.Writing;

/// <summary>Writes mentions of imported events.</summary>
internal sealed class MentionRows : IDisposable
{
    private readonly Database _database;
    private readonly Terms _publishers;
    private readonly Terms _files;
    private readonly Statement _insert;

    public MentionRows(Database database, Terms publishers, Terms files)
    {
        (_database, _publishers, _files) = (database, publishers, files);
        _insert = database.Prepare("INSERT OR IGNORE INTO mention(event, coding, identifier, time, sentence, event_time, kind, publisher, confidence, length, tone, file, line) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
    }

    /// <summary>Writes a row; known where the same report of the same time and sentence is there.</summary>
    public RowOutcome Add(ExchangeMention row, long coding, RowOrigin origin)
    {
        EventRows.BindKey(_insert, row.EventId).Bind(coding).Bind(row.Identifier).Bind(Seconds(row.Time)).Bind((long)(row.Sentence ?? -1)).Bind(Seconds(row.EventTime))
            .Bind(row.Kind).Bind(_publishers.Of(row.Publisher)).Bind((long)Math.Round(row.Confidence * 1000)).Bind(row.DocumentLength).Bind(row.Tone)
            .Bind(_files.NumberOf(origin.File)).Bind(origin.Line).Run();
        return _database.Changes > 0 ? RowOutcome.Added : RowOutcome.Known;
    }

    /// <inheritdoc/>
    public void Dispose() => _insert.Dispose();

    private static long Seconds(DateTime time) => new DateTimeOffset(time, TimeSpan.Zero).ToUnixTimeSeconds();
}
