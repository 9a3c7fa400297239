using Entente.Archive.Querying;
using Entente.Records;

namespace Entente.Archives;

/// <summary>Where analyses take their rows from: an archive, or files of records.</summary>
/// <remarks>Both give the same rows in the same order for the same records.</remarks>
public interface IEventStore : IDisposable
{
    /// <summary>Who coded what is there, in order: <c>entente</c>, <c>gdelt</c> ...</summary>
    IReadOnlyList<string> Sources { get; }

    /// <summary>The rows of the events asked for: by dyad, then day, then id.</summary>
    IEnumerable<DyadicEvent> Events(Selection selection);

    /// <summary>What the events asked for come to: by dyad, then period, then category. An event whose date is coarser than the periods is left out.</summary>
    IReadOnlyList<DyadCount> Counts(Selection selection, PeriodKind kind);

    /// <summary>How much there was at all in each period, in order; only periods with anything: documents published; of a source without documents, its events.</summary>
    /// <remarks>Of a file of records, the documents that hold a record: what was read and held none is not known there.</remarks>
    IReadOnlyList<(Period Period, int Documents)> Coverage(Selection selection, PeriodKind kind);

    /// <summary>Agreements, by day, then id.</summary>
    IReadOnlyList<Sourced<Agreement>> Agreements(Selection selection);

    /// <summary>Ties, by day, then id.</summary>
    IReadOnlyList<Sourced<Tie>> Ties(Selection selection);

    /// <summary>Bargains, by day, then id.</summary>
    IReadOnlyList<Sourced<Bargain>> Bargains(Selection selection);

    /// <summary>Assessments, by day, then id.</summary>
    IReadOnlyList<Sourced<Assessment>> Assessments(Selection selection);

    /// <summary>Transfers of all clients and years, by source, client, year and supplier.</summary>
    /// <param name="sources">Which tables: <c>sipri</c>, or the name of a file; empty for all.</param>
    IReadOnlyList<Transfer> Transfers(IReadOnlyCollection<string> sources);

    /// <summary>The tables that transfers come from, in order.</summary>
    IReadOnlyList<string> TransferSources { get; }
}
