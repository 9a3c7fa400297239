using System.Diagnostics.CodeAnalysis;
using Entente.Archive.Import.Delimited;

namespace Entente.Archive.Import;

/// <summary>What readers of tables share: they go through the rows, and refuse those that cannot be read.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <remarks>A reader reads one file at a time.</remarks>
public abstract class TableReader<T> : IImportReader<T>
{
    private readonly char _separator;

    private protected TableReader(char separator) => _separator = separator;

    /// <summary>Whether rows that are no UTF-8 are read as Latin-1.</summary>
    private protected virtual bool AnyEncoding => false;

    /// <summary>Whether empty cells past the last column are passed over.</summary>
    private protected virtual bool Surplus => false;

    /// <inheritdoc/>
    public IEnumerable<T> Read(Stream input, ImportLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var rows = new RowReader(input, _separator);
        if (Begin(rows, log) is not { } widths)
        {
            yield break;
        }

        foreach (bool _ in RowChecks.Readable(rows, log, widths, AnyEncoding, Surplus))
        {
            if (TryRead(rows, log, out T? read))
            {
                log.Kept++;
                yield return read;
                foreach (T following in Following())
                {
                    yield return following;
                }
            }
            else if (log.Refused)
            {
                yield break;
            }
        }
    }

    /// <summary>Reads up to the first row of data.</summary>
    /// <returns>How many cells a row may have; null where the file was refused.</returns>
    private protected abstract int[]? Begin(RowReader rows, ImportLog log);

    /// <summary>Reads a row; false where it was refused.</summary>
    private protected abstract bool TryRead(RowReader row, ImportLog log, [NotNullWhen(true)] out T? read);

    /// <summary>What the row just read gives besides.</summary>
    private protected virtual IEnumerable<T> Following() => [];

    /// <summary>Reads the header; null where the file is empty, which is told.</summary>
    private protected static NamedColumns? Header(RowReader rows, ImportLog log)
    {
        if (rows.Read() != RowState.End)
        {
            return NamedColumns.Of(rows);
        }

        log.RefuseFile("IMP001", "the file is empty", "was it fetched completely?");
        return null;
    }
}
