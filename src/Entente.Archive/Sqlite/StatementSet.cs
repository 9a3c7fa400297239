namespace Entente.Archive.Sqlite;

/// <summary>Statements that are compiled together and disposed together.</summary>
/// <param name="database">What they run on; outlives them.</param>
internal sealed class StatementSet(Database database) : IDisposable
{
    private readonly List<Statement> _statements = [];

    /// <summary>Compiles a statement, which this set disposes.</summary>
    public Statement Prepare(string sql)
    {
        Statement statement = database.Prepare(sql);
        _statements.Add(statement);
        return statement;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _statements.Clear();
    }
}
