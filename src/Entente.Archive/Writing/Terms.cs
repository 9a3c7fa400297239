using Entente.Archive.Sqlite;

namespace Entente.Archive.Writing;

/// <summary>Texts that repeat, kept once and named by number: codes, modes, rules, publishers.</summary>
internal sealed class Terms : IDisposable
{
    private readonly Database _database;
    private readonly Statement _find;
    private readonly Statement _add;
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);

    /// <param name="database">The archive.</param>
    /// <param name="table">The table of the texts.</param>
    /// <param name="column">Its column of texts.</param>
    public Terms(Database database, string table, string column)
    {
        _database = database;
        _find = database.Prepare($"SELECT id FROM {table} WHERE {column} = ?");
        _add = database.Prepare($"INSERT INTO {table}({column}) VALUES (?)");
    }

    /// <summary>The number of a text, given one where it has none; null for null.</summary>
    public long? Of(string? text) => text is null ? null : NumberOf(text);

    /// <summary>The number of a list's texts apart by commas; null for an empty list.</summary>
    public long? Of(IReadOnlyList<string> texts) => texts.Count == 0 ? null : NumberOf(texts.Count == 1 ? texts[0] : string.Join(',', texts));

    /// <summary>The number of a text, given one where it has none.</summary>
    public long NumberOf(string text)
    {
        if (_known.TryGetValue(text, out long known))
        {
            return known;
        }

        long? found = _find.Bind(text).Number();
        if (found is null)
        {
            _add.Bind(text).Run();
            found = _database.LastId;
        }

        // Rare texts of a long import are looked up again rather than kept for ever.
        if (_known.Count >= 200_000)
        {
            _known.Clear();
        }

        _known.Add(text, found.Value);
        return found.Value;
    }

    /// <summary>Forgets what it knows, after a transaction was undone.</summary>
    public void Forget() => _known.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }
}
