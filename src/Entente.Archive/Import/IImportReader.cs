namespace Entente.Archive.Import;

/// <summary>Reads one format of event data, in the order of the file.</summary>
/// <typeparam name="T">What its rows are.</typeparam>
/// <remarks>
/// Lazy, in constant memory. A bad row is reported with its line and left out, the rest is read; a file that is no such file at all is refused as a whole.
/// Nothing is defaulted: what a row does not say, or says in codes that no table lists, stays unknown.
/// </remarks>
public interface IImportReader<out T>
{
    /// <param name="input">The file's bytes; the caller owns and disposes it.</param>
    /// <param name="log">Counts rows and receives complaints.</param>
    IEnumerable<T> Read(Stream input, ImportLog log);
}
