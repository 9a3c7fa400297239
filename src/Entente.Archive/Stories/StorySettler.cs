using Entente.Archive.Sqlite;
using Entente.Archive.Writing;

namespace Entente.Archive.Stories;

/// <summary>Finds the stories of documents that an earlier version stored without.</summary>
/// <remarks>Some documents a transaction: ended at any moment, the next call goes on with what is left.</remarks>
public static class StorySettler
{
    private const int AtOnce = 256;

    /// <summary>How many documents wait for it.</summary>
    /// <param name="archive">The archive.</param>
    public static long Waiting(ArchiveFile archive)
    {
        ArgumentNullException.ThrowIfNull(archive);
        return archive.Database.Number("SELECT count(*) FROM document WHERE story IS NULL") ?? 0;
    }

    /// <summary>Finds the stories of all that wait.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="rule">Says what is alike.</param>
    /// <param name="stop">Ends it after the documents at hand.</param>
    /// <exception cref="ArchiveException">The archive cannot be written; what was settled is kept.</exception>
    public static void Settle(ArchiveFile archive, IStoryRule rule, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(rule);
        Database database = archive.Database;
        using var terms = new Terms(database, "term", "text");
        using var publishers = new Terms(database, "publisher", "name");
        using var tally = new TallyBatch(database);
        using var parties = new PartyRows(database, terms);
        using var events = new EventRows(database, terms, publishers, tally, parties);
        using var book = new StoryBook(database, rule, tally, events, () => terms.NumberOf(CodingVersion.Own));
        while (!stop.IsCancellationRequested && Waiting(archive) > 0)
        {
            database.Execute("BEGIN IMMEDIATE");
            try
            {
                SettleSome(database, book);
                tally.Write();
                database.Execute("COMMIT");
            }
            catch
            {
                if (database.InTransaction)
                {
                    database.Execute("ROLLBACK");
                }

                throw;
            }
        }
    }

    private static void SettleSome(Database database, StoryBook book)
    {
        // A text that was revised takes no part.
        database.Execute("UPDATE document SET story = id WHERE story IS NULL AND revised_by IS NOT NULL");
        using Statement some = database.Prepare("SELECT id FROM document WHERE story IS NULL ORDER BY id LIMIT ?");
        some.Bind((long)AtOnce);
        while (some.Step())
        {
            book.Add(some.Long(0));
        }

        book.Settle();
    }
}
