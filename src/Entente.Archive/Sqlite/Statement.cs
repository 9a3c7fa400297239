using SQLitePCL;

namespace Entente.Archive.Sqlite;

/// <summary>A compiled statement: values are bound to its parameters from 1 on, columns read from 0 on.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    private int _next = 1;

    /// <summary>Binds the next parameter.</summary>
    public Statement Bind(long value)
    {
        Check(raw.sqlite3_bind_int64(handle, _next++, value));
        return this;
    }

    /// <summary>Binds the next parameter; null is NULL.</summary>
    public Statement Bind(long? value)
    {
        Check(value is { } known ? raw.sqlite3_bind_int64(handle, _next++, known) : raw.sqlite3_bind_null(handle, _next++));
        return this;
    }

    /// <summary>Binds the next parameter; null is NULL.</summary>
    public Statement Bind(double? value)
    {
        Check(value is { } known ? raw.sqlite3_bind_double(handle, _next++, known) : raw.sqlite3_bind_null(handle, _next++));
        return this;
    }

    /// <summary>Binds the next parameter; null is NULL.</summary>
    public Statement Bind(string? value)
    {
        Check(value is null ? raw.sqlite3_bind_null(handle, _next++) : raw.sqlite3_bind_text(handle, _next++, value));
        return this;
    }

    /// <summary>Binds the next parameter as UTF-8 text.</summary>
    public Statement BindText(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_text(handle, _next++, value));
        return this;
    }

    /// <summary>Binds the next parameter as bytes.</summary>
    public Statement Bind(ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(handle, _next++, value));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last; the statement is then ready to be bound anew.</returns>
    public bool Step()
    {
        int code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            ArchiveException failure = database.Failure(code);
            Reset();
            throw failure;
        }

        Reset();
        return false;
    }

    /// <summary>Runs a statement whose rows nobody wants.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>The first column of the first row; null where there is no row or it is null. Ready to be bound anew after it.</summary>
    public long? Number()
    {
        if (!Step())
        {
            return null;
        }

        long? number = IsNull(0) ? null : Long(0);
        Reset();
        return number;
    }

    /// <summary>Leaves the rows that are left, and takes parameters from the first again.</summary>
    public void Reset()
    {
        raw.sqlite3_reset(handle);
        _next = 1;
    }

    /// <summary>Number of columns.</summary>
    public int Columns => raw.sqlite3_column_count(handle);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Whether a column is a whole number.</summary>
    public bool IsWhole(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_INTEGER;

    /// <summary>A whole number; 0 for NULL.</summary>
    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>A whole number; 0 for NULL.</summary>
    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    /// <summary>A whole number or null.</summary>
    public int? MaybeInt(int column) => IsNull(column) ? null : Int(column);

    /// <summary>A number or null.</summary>
    public double? MaybeReal(int column) => IsNull(column) ? null : raw.sqlite3_column_double(handle, column);

    /// <summary>A text or null.</summary>
    public string? Text(int column) => IsNull(column) ? null : raw.sqlite3_column_text(handle, column).utf8_to_string();

    /// <summary>The UTF-8 bytes of a text; valid until the next step.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(handle, column);

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw database.Failure(code);
        }
    }
}
