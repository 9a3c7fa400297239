using Entente.Archive;
using Entente.Archive.Exchange;
using Entente.Archive.Querying;
using Entente.Archives;
using Entente.Records;

namespace Entente.Exchanging;

/// <summary>The events that an export is made of: those of a selection, whole.</summary>
public static class ExportSource
{
    /// <summary>Out of an archive, by day and id. Without parties asked for, also events that have no pair.</summary>
    /// <exception cref="ArchiveException">It is not there, or cannot be read.</exception>
    public static IEnumerable<ExchangeEvent> OfArchive(string path, Selection selection)
    {
        using ArchiveFile archive = StoryArchive.Open(path);
        using var finder = new EventFinder(archive);
        foreach (StoredEvent stored in finder.Find(selection))
        {
            yield return stored.Imported ?? ExchangeEvents.Of(stored.Coded!, stored.Source, stored.Publisher, stored.Url);
        }
    }

    /// <summary>Of events in files, those of the selection, each id of a source once, by day and id.</summary>
    public static IEnumerable<ExchangeEvent> Of(IEnumerable<ExchangeEvent> events, Selection selection) =>
        events.Where(coded => Includes(selection, coded)).DistinctBy(coded => (coded.Source, coded.Id, coded.Date))
            .OrderBy(coded => coded.When.Start).ThenBy(coded => coded.Id, StringComparer.Ordinal).ThenBy(coded => coded.Source, StringComparer.Ordinal);

    private static bool Includes(Selection selection, ExchangeEvent coded)
    {
        bool parties = selection.Pair is not null || selection.Actors.Count > 0;
        return selection.Includes(coded.When.Start) && selection.Includes(coded.Status, coded.Claimed) && selection.Includes(coded.Source)
            && (selection.Types.Count == 0 || (coded.Type is { } type && selection.Types.Contains(type)))
            && (!parties || coded.Pairs().Any(pair => selection.Includes(pair.Dyad)));
    }
}
