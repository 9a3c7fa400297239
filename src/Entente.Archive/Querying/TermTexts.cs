using Entente.Archive.Sqlite;

namespace Entente.Archive.Querying;

/// <summary>The texts of numbers, read once each.</summary>
internal sealed class TermTexts : IDisposable
{
    private readonly Statement _read;
    private readonly Dictionary<long, string> _texts = [];
    private readonly Dictionary<long, string[]> _lists = [];

    public TermTexts(Database database, string table = "term", string column = "text") => _read = database.Prepare($"SELECT {column} FROM {table} WHERE id = ?");

    /// <summary>The text of a column of numbers; null where it is NULL.</summary>
    public string? Of(Statement row, int column) => row.IsNull(column) ? null : Of(row.Long(column));

    /// <summary>The list of a column of numbers: its texts apart by commas; empty where it is NULL.</summary>
    public string[] ListOf(Statement row, int column)
    {
        if (row.IsNull(column))
        {
            return [];
        }

        long id = row.Long(column);
        if (!_lists.TryGetValue(id, out string[]? list))
        {
            list = Of(id).Split(',');
            _lists.Add(id, list);
        }

        return list;
    }

    /// <summary>The text of a number.</summary>
    public string Of(long id)
    {
        if (!_texts.TryGetValue(id, out string? text))
        {
            _read.Bind(id);
            text = _read.Step() ? _read.Text(0)! : throw new InvalidOperationException($"there is no term {id}");
            _read.Reset();
            _texts.Add(id, text);
        }

        return text;
    }

    /// <inheritdoc/>
    public void Dispose() => _read.Dispose();
}
