using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Entente.Archive.Sqlite;

/// <summary>A compiled statement: values are bound to its parameters from 1 on, columns read from 0 on.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    private const int ShortText = 512;

    private readonly nint _statement = handle.DangerousGetHandle();
    private int _next = 1;

    /// <summary>Binds the next parameter.</summary>
    public Statement Bind(long value)
    {
        Check(Native.BindLong(_statement, _next++, value));
        return this;
    }

    /// <summary>Binds the next parameter; null is NULL.</summary>
    public Statement Bind(long? value)
    {
        Check(value is { } known ? Native.BindLong(_statement, _next++, known) : Native.BindNull(_statement, _next++));
        return this;
    }

    /// <summary>Binds the next parameter; null is NULL.</summary>
    public Statement Bind(double? value)
    {
        Check(value is { } known ? Native.BindReal(_statement, _next++, known) : Native.BindNull(_statement, _next++));
        return this;
    }

    /// <summary>Binds the next parameter; null is NULL.</summary>
    public Statement Bind(string? value)
    {
        if (value is null)
        {
            Check(Native.BindNull(_statement, _next++));
            return this;
        }

        if (value.Length * 3 <= ShortText)
        {
            Span<byte> bytes = stackalloc byte[ShortText];
            return BindText(bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
        }

        byte[] longer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        try
        {
            return BindText(longer.AsSpan(0, Encoding.UTF8.GetBytes(value, longer)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(longer);
        }
    }

    /// <summary>Binds the next parameter as UTF-8 text.</summary>
    public unsafe Statement BindText(ReadOnlySpan<byte> value)
    {
        // An address even where there is nothing: none would bind NULL.
        byte nothing = 0;
        fixed (byte* text = value)
        {
            Check(Native.BindText(_statement, _next++, text is null ? &nothing : text, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Binds the next parameter as bytes.</summary>
    public unsafe Statement Bind(ReadOnlySpan<byte> value)
    {
        byte nothing = 0;
        fixed (byte* bytes = value)
        {
            Check(Native.BindBlob(_statement, _next++, bytes is null ? &nothing : bytes, value.Length, Native.Transient));
        }

        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False after the last; the statement is then ready to be bound anew.</returns>
    public bool Step()
    {
        int code = Native.Step(_statement);
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
        _ = Native.Reset(_statement);
        _next = 1;
    }

    /// <summary>Number of columns.</summary>
    public int Columns => raw.sqlite3_column_count(handle);

    /// <summary>Whether a column is NULL.</summary>
    public bool IsNull(int column) => Native.Type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>Whether a column is a whole number.</summary>
    public bool IsWhole(int column) => Native.Type(_statement, column) == raw.SQLITE_INTEGER;

    /// <summary>A whole number; 0 for NULL.</summary>
    public long Long(int column) => Native.Long(_statement, column);

    /// <summary>A whole number; 0 for NULL.</summary>
    public int Int(int column) => (int)Native.Long(_statement, column);

    /// <summary>A whole number or null.</summary>
    public int? MaybeInt(int column) => IsNull(column) ? null : Int(column);

    /// <summary>A number or null.</summary>
    public double? MaybeReal(int column) => IsNull(column) ? null : Native.Real(_statement, column);

    /// <summary>A text or null.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Utf8(column));

    /// <summary>The UTF-8 bytes of a text; valid until the next step.</summary>
    public unsafe ReadOnlySpan<byte> Utf8(int column) => new(Native.Blob(_statement, column), Native.Length(_statement, column));

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
