using Entente.Archive;
using Entente.Archive.Querying;
using Entente.Records;

namespace Entente.Archives;

/// <summary>The rows of an archive file.</summary>
public sealed class ArchiveStore : IEventStore
{
    private readonly ArchiveFile _archive;
    private readonly ArchiveReader _reader;

    /// <param name="path">The archive.</param>
    /// <exception cref="ArchiveException">It is not there, or cannot be read.</exception>
    public ArchiveStore(string path)
    {
        _archive = StoryArchive.Open(path);
        _reader = new(_archive);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => _reader.Sources();

    /// <inheritdoc/>
    public IEnumerable<DyadicEvent> Events(Selection selection) => _reader.Events(selection);

    /// <inheritdoc/>
    public IReadOnlyList<DyadCount> Counts(Selection selection, PeriodKind kind) => _reader.Counts(selection, kind);

    /// <inheritdoc/>
    public IReadOnlyList<(Period Period, int Documents)> Coverage(Selection selection, PeriodKind kind) => _reader.Coverage(selection, kind);

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Agreement>> Agreements(Selection selection) => _reader.Agreements(selection);

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Tie>> Ties(Selection selection) => _reader.Ties(selection);

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Bargain>> Bargains(Selection selection) => _reader.Bargains(selection);

    /// <inheritdoc/>
    public IReadOnlyList<Sourced<Assessment>> Assessments(Selection selection) => _reader.Assessments(selection);

    /// <inheritdoc/>
    public IReadOnlyList<Transfer> Transfers(IReadOnlyCollection<string> sources) => _reader.Transfers(sources);

    /// <inheritdoc/>
    public IReadOnlyList<string> TransferSources => _reader.TransferSources();

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _archive.Dispose();
    }
}
